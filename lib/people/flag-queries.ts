import { eq } from 'drizzle-orm'
import { withActor } from '../../db/client'
import { duplicateFlags } from '../../db/schema/identity'
import { people } from '../../db/schema/people'
import { locations } from '../../db/schema/places'
import { users } from '../../db/schema/users'
import type { Actor } from '../auth/actor'
import { type BirthPrecision, birthPrecisions, type DocumentType, documentTypes, type Sex, sexes } from './domain'
import { fullName, withKeys } from './identity'
import { findMatches, type MatchCard } from './identity-check'
import { noteCards } from './note-reading'
import { readFlags } from './read-flags'

const known = <T extends string>(list: readonly T[], value: string): T | null =>
  list.find((entry) => entry === value) ?? null

/**
 * One flag for the one who decides it: both records as minimal cards, since the other may lie outside their scope.
 * Null when the flag, or its newer record, does not exist for the actor.
 */
export function getFlag(actor: Actor, flagId: string) {
  return withActor(actor, async (tx) => {
    const rows = await tx
      .select({
        person: people,
        otherPersonId: duplicateFlags.otherPersonId,
        place: { en: locations.nameEn, ar: locations.nameAr },
        holder: users.name,
      })
      .from(duplicateFlags)
      .innerJoin(people, eq(people.id, duplicateFlags.personId))
      .innerJoin(locations, eq(locations.pcode, people.locationPcode))
      .leftJoin(users, eq(users.id, people.caseworkerId))
      .where(eq(duplicateFlags.id, flagId))
    const row = rows[0]
    if (!row) return null
    const { person } = row
    const told = withKeys({
      given: person.givenName,
      father: person.fatherName,
      grandfather: person.grandfatherName,
      family: person.familyName,
      sex: known<Sex>(sexes, person.sex),
      birth: {
        date: person.birthOn,
        precision: known<BirthPrecision>(birthPrecisions, person.birthPrecision) ?? 'year',
      },
      phone: person.phone,
      documentType: known<DocumentType>(documentTypes, person.documentType) ?? 'none',
      documentNumber: person.documentNumber,
      subDistrict: person.locationPcode,
    })
    const [flags, matches] = await Promise.all([readFlags(tx, person.id), findMatches(tx, actor, told, person.id)])
    const flag = flags.find(({ id }) => id === flagId)
    const match = matches.find(({ id }) => id === row.otherPersonId)
    const other: MatchCard | null = match?.card ?? null
    if (match) await noteCards(tx, actor, [match])
    const card = {
      name: fullName(person),
      sex: told.sex ?? 'female',
      birthYear: Number(person.birthOn.slice(0, 4)),
      isAbout: person.birthPrecision === 'estimated',
      subDistrict: row.place,
      holder: row.holder,
    }
    return flag ? { person, flag, card, other } : null
  })
}
