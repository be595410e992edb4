import { one } from '@/app/query'
import { type ConsentLanguage, consentLanguages } from '@/lib/people/domain'
import { type HealthService, healthServices } from '@/lib/referrals/domain'

export type Search = Record<string, string | string[] | undefined>

/** Service, language of the consent and how far out of the address, where it names them. */
export function askedOf(search: Search): { service?: HealthService; language?: ConsentLanguage; isFar: boolean } {
  const service = healthServices.find((value) => value === one(search.service))
  const language = consentLanguages.find((value) => value === one(search.language))
  return { ...(service && { service }), ...(language && { language }), isFar: one(search.far) === '1' }
}

/** The address of a form with some of its choices changed. */
export function hrefWith(path: string, params: Record<string, string | undefined>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) if (value) query.set(name, value)
  return `${path}?${query}`
}
