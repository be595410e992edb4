/** The rules of the register of disclosures. Pure. */

type Known = {
  channel: string
  firstReadAt: Date | null
  endedAt: Date | null
  untilOn: string | null
  isWithdrawn: boolean
  toldAt: Date | null
  consentId: string | null
  facilityId: string | null
  recipientEn: string
}

/** Whether the recipient knows what it was about: a page that was never opened told nobody anything. */
export function hasReached({ channel, firstReadAt }: Pick<Known, 'channel' | 'firstReadAt'>): boolean {
  return channel !== 'facility_page' || firstReadAt !== null
}

/** Whether a recipient still waits to be told that the consent was withdrawn. */
export function isToTell(disclosure: Known): boolean {
  return disclosure.isWithdrawn && disclosure.toldAt === null && hasReached(disclosure)
}

/** How a disclosure stands on a day: open, run out, or ended. */
export function disclosureState({ endedAt, untilOn }: Pick<Known, 'endedAt' | 'untilOn'>, today: string) {
  if (endedAt) return 'ended'
  return untilOn !== null && untilOn < today ? 'expired' : 'open'
}

/** One disclosure for each recipient who is to be told: whoever received thrice is told once. */
export function recipientsToTell<T extends Known>(disclosures: readonly T[]): T[] {
  const seen = new Set<string>()
  return disclosures.filter(isToTell).filter(({ consentId, facilityId, recipientEn }) => {
    const key = `${consentId}\n${facilityId ?? recipientEn}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
