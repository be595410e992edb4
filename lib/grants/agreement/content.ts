/** What stands in an agreement, as it was on the day it was made. Amounts in minor units of `currency`. */
export type AgreementContent = {
  reference: string
  person: string
  identity: { kind: string; number: string } | null
  place: { en: string; ar: string }
  business: string
  sector: { en: string; ar: string }
  form: 'cash' | 'in_kind'
  purpose: string
  currency: 'IQD' | 'USD'
  amountMinor: number
  parts: { number: number; amountMinor: number; plannedOn: string }[]
  milestones: { title: string; evidence: string; dueMonth: number }[]
  items: { item: string; quantity: number }[]
}
