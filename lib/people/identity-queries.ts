import { withActor } from '../../db/client'
import type { Actor } from '../auth/actor'
import { normaliseDocumentNumber } from './documents-of-identity'
import { withKeys } from './identity'
import { findMatches, type MatchCard } from './identity-check'
import { noteCards } from './note-reading'
import { parsePhone } from './phone'
import { canSearchRegister } from './policy'
import { draftIdentitySchema } from './schemas'

/**
 * Minimal cards of people in the whole register who may be the one being typed; nobody while too little is typed, for
 * who may not search, and for what cannot be read. Whose cards leave is noted where they are out of scope. `typed`: the form as far as it is filled in.
 */
export async function checkIdentity(actor: Actor, typed: unknown): Promise<MatchCard[]> {
  const draft = draftIdentitySchema.safeParse(typed)
  if (!draft.success || !canSearchRegister(actor)) return []
  const { phone: typedPhone, birth, age, documentType, locationPcode, ...rest } = draft.data
  const phone = typedPhone ? parsePhone(typedPhone) : null
  const year = birth.year ?? (age === null ? null : new Date().getFullYear() - age)
  const told = withKeys({
    ...rest,
    phone: phone && 'e164' in phone ? phone.e164 : null,
    subDistrict: locationPcode || null,
    documentType: documentType ?? 'none',
    documentNumber: documentType ? normaliseDocumentNumber(documentType, rest.documentNumber) : null,
    birth: year === null ? null : draftBirth(year, birth.month, birth.day, age),
  })
  if (told.matchKeys.length === 0 && !told.documentKey && !told.phone) return []
  const matches = await withActor(actor, async (tx) => {
    const found = await findMatches(tx, actor, told)
    await noteCards(tx, actor, found)
    return found
  })
  return matches.map(({ card }) => card)
}

function draftBirth(year: number, month: number | null, day: number | null, age: number | null) {
  const two = (number: number) => String(number).padStart(2, '0')
  if (month === null) return { date: `${year}-07-01`, precision: age === null ? 'year' : 'estimated' } as const
  return { date: `${year}-${two(month)}-${two(day ?? 1)}`, precision: day === null ? 'month' : 'day' } as const
}
