import type { ReleasedPerson } from './read'
import { coded, type Resource, systemOf } from './words'

/** A birth date only as exactly as it is known. */
const birthDate = ({ on, precision }: NonNullable<ReleasedPerson['birth']>) =>
  precision === 'day' ? on : on.slice(0, precision === 'month' ? 7 : 4)

/** What is released of a person, and an id that says nothing. */
export function patientOf(id: string, person: ReleasedPerson): Resource {
  const { name, sex, birth, phone, place, document, guardian, hasDisability } = person
  const given = name && [name.given, name.father, name.grandfather].filter(Boolean)
  return {
    resourceType: 'Patient',
    id,
    ...(hasDisability !== null && {
      extension: [
        {
          url: 'http://hl7.org/fhir/StructureDefinition/patient-disability',
          valueCodeableConcept: { text: hasDisability ? 'with disability' : 'without disability' },
        },
      ],
    }),
    ...(document && {
      identifier: [{ type: { text: document.type }, system: systemOf('document'), value: document.number }],
    }),
    ...(name && {
      name: [
        {
          text: [...(given ?? []), name.family].filter(Boolean).join(' '),
          ...(name.family && { family: name.family }),
          given,
        },
      ],
    }),
    ...(phone && { telecom: [{ system: 'phone', value: phone }] }),
    ...(sex && { gender: sex }),
    ...(birth && { birthDate: birthDate(birth) }),
    ...(place && {
      address: [
        {
          text: `${place.place.ar}، ${place.district.ar}`,
          city: place.place.en,
          district: place.district.en,
          country: 'IQ',
        },
      ],
    }),
    ...(guardian && {
      contact: [
        {
          relationship: [coded('http://terminology.hl7.org/CodeSystem/v3-RoleCode', 'GUARD')],
          name: { text: guardian },
        },
      ],
    }),
  }
}

/** What several referrals release of one person, taken together. */
export function releasedTogether(people: readonly ReleasedPerson[]): ReleasedPerson {
  const first = <K extends keyof ReleasedPerson>(key: K) => people.find((one) => one[key] !== null)?.[key] ?? null
  return {
    name: first('name'),
    sex: first('sex'),
    birth: first('birth'),
    phone: first('phone'),
    place: first('place'),
    document: first('document'),
    hasDisability: first('hasDisability'),
    guardian: first('guardian'),
  }
}
