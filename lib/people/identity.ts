import { InvalidField } from '../commands/result'
import { baghdadDay } from '../format'
import { type BirthTold, birthOf } from './birth'
import { normaliseDocumentNumber } from './documents-of-identity'
import type { Birth, DocumentType, Sex } from './domain'
import { matchKeys } from './match-keys'
import { parsePhone } from './phone'

/** Who a person is, as a form tells it. */
export type IdentityInput = {
  given: string
  father: string
  grandfather: string
  family: string
  sex: Sex
  birth: Omit<BirthTold, 'age'>
  age: number | null
  phone: string
  documentType: DocumentType
  documentNumber: string
  locationPcode: string
}

/** Who a person is, ready to be stored and compared. */
export type KnownIdentity = {
  given: string
  father: string
  grandfather: string
  family: string
  sex: Sex | null
  birth: Birth | null
  phone: string | null
  documentType: DocumentType
  documentNumber: string | null
  subDistrict: string | null
  documentKey: string | null
  matchKeys: string[]
}

/** Adds what the register is searched by. */
export function withKeys(identity: Omit<KnownIdentity, 'documentKey' | 'matchKeys'>): KnownIdentity {
  const { documentType, documentNumber } = identity
  const number = normaliseDocumentNumber(documentType, documentNumber)
  return { ...identity, documentKey: number && `${documentType}:${number}`, matchKeys: matchKeys(identity) }
}

/** Reads an identity that was told on a day. Throws InvalidField for a phone number or a birth that cannot be. */
export function knownIdentity(input: IdentityInput, now: Date): KnownIdentity & { sex: Sex; birth: Birth } {
  const birth = birthOf({ ...input.birth, age: input.age }, baghdadDay(now))
  if (!birth) throw new InvalidField({ birth: 'errors.dateFuture' })
  const phone = input.phone === '' ? null : parsePhone(input.phone)
  if (phone && 'error' in phone) throw new InvalidField({ phone: phone.error })
  const { given, father, grandfather, family, sex, documentType, locationPcode } = input
  const documentNumber = documentType === 'none' ? null : input.documentNumber
  const known = withKeys({
    given,
    father,
    grandfather,
    family,
    sex,
    birth,
    documentType,
    documentNumber,
    phone: phone ? phone.e164 : null,
    subDistrict: locationPcode,
  })
  if (documentNumber && !known.documentKey) throw new InvalidField({ documentNumber: 'errors.invalid' })
  return { ...known, sex, birth }
}

/** The columns of `people` that an identity fills. */
export function identityColumns(known: KnownIdentity & { sex: Sex; birth: Birth }) {
  return {
    givenName: known.given,
    fatherName: known.father,
    grandfatherName: known.grandfather,
    familyName: known.family,
    sex: known.sex,
    birthOn: known.birth.date,
    birthPrecision: known.birth.precision,
    phone: known.phone,
    documentType: known.documentType,
    documentNumber: known.documentNumber,
    documentKey: known.documentKey,
    matchKeys: known.matchKeys,
  }
}

/** The parts of a name in one line, as written. */
export function fullName(person: {
  givenName: string
  fatherName: string
  grandfatherName: string
  familyName: string
}): string {
  return [person.givenName, person.fatherName, person.grandfatherName, person.familyName].filter(Boolean).join(' ')
}
