import { env } from '../../env'
import type { Named } from '../../i18n/in-locale'
import { translateRefusal, translator } from '../../i18n/translator'
import { type OwnList, ownLists } from './codes'

/** A resource as it is sent; the mappers write it, the tests ask a validator. */
export type Resource = { resourceType: string; id: string } & Record<string, unknown>

/** The address that all resources and our own code systems stand under. */
export const fhirBase = () => `${env().APP_URL.replace(/\/$/, '')}/api/fhir`

export const systemOf = (list: OwnList | 'facility' | 'team' | 'referral' | 'document') =>
  list in ownLists ? `${fhirBase()}/CodeSystem/${list}` : `${fhirBase()}/identifier/${list}`

/** The name of a code of ours in a language. */
export function nameOf(list: OwnList, code: string, locale: 'en' | 'ar'): string {
  return translateRefusal(translator(locale), { key: `${ownLists[list].names}.${code}` })
}

/** A code of ours with its English name; the text is Arabic, as people read it there. */
export const concept = (list: OwnList, code: string) => ({
  coding: [{ system: systemOf(list), code, display: nameOf(list, code, 'en') }],
  text: nameOf(list, code, 'ar'),
})

/** A code of a public list. */
export const coded = (system: string, code: string) => ({ coding: [{ system, code }] })

export const reference = (resourceType: string, id: string, display?: string) => ({
  reference: `${resourceType}/${id}`,
  ...(display && { display }),
})

/** A team of ours: named, and told by an identifier, since it is no resource that a key reaches. */
export const teamReference = (team: { id: string; name: Named }) => ({
  type: 'Organization',
  identifier: { system: systemOf('team'), value: team.id },
  display: `Sanad, ${team.name.en}`,
})

export const instant = (moment: Date | null) => moment?.toISOString()
