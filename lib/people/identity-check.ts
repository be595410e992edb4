import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import * as z from 'zod/mini'
import type { Tx } from '../../db/client'
import type { Actor } from '../auth/actor'
import { birthPrecisions, type Sex, sexes } from './domain'
import { fullName, type KnownIdentity } from './identity'
import type { MatchReasonKey } from './match-reasons'
import { bandFloor, compareIdentity, type IdentityMatch } from './matching'
import { textArray } from './text-array'

/** All that is ever shown of a match: enough to recognise someone, nothing to reach them by. */
export type MatchCard = {
  /** Stands for the record without naming it. */
  handle: string
  name: string
  sex: Sex
  birthYear: number
  /** Known by an estimate only. */
  isAbout: boolean
  subDistrict: { en: string; ar: string }
  holder: string | null
  isStrong: boolean
  reasons: MatchReasonKey[]
  /** Only when the record is in the actor's scope. */
  personId: string | null
}

/** A match as the server knows it; only its card leaves. */
export type Match = IdentityMatch & { id: string; card: MatchCard }

const candidateSchema = z.object({
  id: z.string(),
  given_name: z.string(),
  father_name: z.string(),
  grandfather_name: z.string(),
  family_name: z.string(),
  sex: z.enum(sexes),
  birth_on: z.string(),
  birth_precision: z.enum(birthPrecisions),
  location_pcode: z.string(),
  same_document: z.nullable(z.boolean()),
  same_phone: z.nullable(z.boolean()),
  caseworker: z.nullable(z.string()),
  place_en: z.string(),
  place_ar: z.string(),
  in_scope: z.boolean(),
})
type Candidate = z.infer<typeof candidateSchema>

/** The same record has another handle for each user, so that none can be looked up elsewhere. */
function handleOf(actor: Actor, id: string): string {
  return createHash('sha256').update(`${actor.draftKey}\n${id}`).digest('base64url').slice(0, 16)
}

function cardOf(actor: Actor, candidate: Candidate, match: IdentityMatch): MatchCard {
  return {
    handle: handleOf(actor, candidate.id),
    name: fullName({
      givenName: candidate.given_name,
      fatherName: candidate.father_name,
      grandfatherName: candidate.grandfather_name,
      familyName: candidate.family_name,
    }),
    sex: candidate.sex,
    birthYear: Number(candidate.birth_on.slice(0, 4)),
    isAbout: candidate.birth_precision === 'estimated',
    subDistrict: { en: candidate.place_en, ar: candidate.place_ar },
    holder: candidate.caseworker,
    isStrong: match.band !== 'possible',
    reasons: match.reasons.slice(0, 6).map((reason) => reason.key),
    personId: candidate.in_scope ? candidate.id : null,
  }
}

/** What the register gave back compared with what was told. Number and phone of the other never leave the database. */
function compare(told: KnownIdentity, candidate: Candidate): IdentityMatch {
  return compareIdentity(told, {
    given: candidate.given_name,
    father: candidate.father_name,
    grandfather: candidate.grandfather_name,
    family: candidate.family_name,
    sex: candidate.sex,
    birth: { date: candidate.birth_on, precision: candidate.birth_precision },
    subDistrict: candidate.location_pcode,
    documentType: candidate.same_document ? told.documentType : null,
    documentNumber: candidate.same_document ? told.documentNumber : null,
    phone: candidate.same_phone ? told.phone : null,
  })
}

/**
 * People of the whole register who may be this one, at least "possible", likeliest first, at most 20. The one exception
 * to scope; the database answers it to caseworkers and supervisors only.
 */
export async function findMatches(
  tx: Tx,
  actor: Actor,
  told: KnownIdentity,
  except: string | null = null,
): Promise<Match[]> {
  const rows = await tx.execute(sql`
    select c.id::text, c.given_name, c.father_name, c.grandfather_name, c.family_name, c.sex, c.birth_on::text,
      c.birth_precision, c.location_pcode, c.same_document, c.same_phone, c.caseworker,
      l.name_en as place_en, l.name_ar as place_ar, exists (select from people p where p.id = c.id) as in_scope
    from register_candidates(${textArray(told.matchKeys)}, ${told.documentKey}::text, ${told.phone}::text, ${except}::uuid) c
    join locations l on l.pcode = c.location_pcode`)
  const matches = z
    .array(candidateSchema)
    .parse([...rows])
    .map((candidate) => ({ candidate, match: compare(told, candidate) }))
    .filter(({ match }) => match.score >= bandFloor.possible)
    .map(({ candidate, match }): Match => ({ ...match, id: candidate.id, card: cardOf(actor, candidate, match) }))
  return matches.sort((a, b) => b.score - a.score || (a.id < b.id ? 1 : -1)).slice(0, 20)
}

/**
 * Waits until nobody else is registering someone who shares a key with this person, so that of two who register the same
 * person at the same moment the second sees the first. Held until the transaction ends; sorted, so that none waits in a ring.
 */
export async function lockIdentity(tx: Tx, told: KnownIdentity): Promise<void> {
  const keys = [...told.matchKeys, told.documentKey ?? '', told.phone ?? ''].filter(Boolean)
  await tx.execute(sql`
    select pg_advisory_xact_lock(number) from (
      select distinct hashtextextended('person:' || key, 7) as number from unnest(${textArray(keys)}) key order by 1
    ) as sorted`)
}
