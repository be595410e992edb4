import { releasableFields } from './domain'

/** The rules of the register of disclosures. Pure. */

/** What can be given to others: what a consent names, and what a bank or an agent needs to pay. */
export const disclosedFields = [...releasableFields, 'account', 'amount'] as const

type Known = {
  channel: string
  firstReadAt: Date | null
  endedAt: Date | null
  untilOn: string | null
  isWithdrawn: boolean
  toldAt: Date | null
}

/** Whether the recipient still waits to be told that the consent was withdrawn; a page never opened told nobody anything. */
export function isToTell({ channel, firstReadAt, isWithdrawn, toldAt }: Known): boolean {
  return isWithdrawn && toldAt === null && (channel !== 'facility_page' || firstReadAt !== null)
}

/** How a disclosure stands on a day: open, run out, or ended. */
export function disclosureState({ endedAt, untilOn }: Pick<Known, 'endedAt' | 'untilOn'>, today: string) {
  if (endedAt) return 'ended'
  return untilOn !== null && untilOn < today ? 'expired' : 'open'
}
