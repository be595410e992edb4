/** The words of community policing and the rules that follow from them. Pure. Source of the lists: the programme's workflow. */

export const forumTypes = ['community', 'women', 'youth', 'coordination'] as const
export type ForumType = (typeof forumTypes)[number]

export const constituencies = ['community', 'police', 'civil_society', 'authority', 'tribal', 'youth', 'women'] as const
export type Constituency = (typeof constituencies)[number]

/** What a member is besides being one. */
export const memberParts = ['member', 'chair', 'secretary'] as const
export type MemberPart = (typeof memberParts)[number]

/** Days without a session after which a forum is suggested as dormant. */
export const dormantAfterDays = 90

/** Whether an active forum has had no session for so long that it should be called dormant. Days as `YYYY-MM-DD`. */
export function seemsDormant(
  forum: { status: string; lastHeldOn: string | null; activeSince: string },
  today: string,
): boolean {
  const last = forum.lastHeldOn && forum.lastHeldOn > forum.activeSince ? forum.lastHeldOn : forum.activeSince
  return forum.status === 'active' && (Date.parse(today) - Date.parse(last)) / 86_400_000 > dormantAfterDays
}
