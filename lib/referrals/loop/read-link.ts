import { desc, eq } from 'drizzle-orm'
import type { Tx } from '../../../db/client'
import { referralLinks } from '../../../db/schema/referrals'
import { users } from '../../../db/schema/users'

/** The newest link of a referral as staff see it: how it stands and how it was used, never what opens it. */
export async function readLink(tx: Tx, caseId: string) {
  const rows = await tx
    .select({
      createdAt: referralLinks.createdAt,
      createdBy: users.name,
      expiresAt: referralLinks.expiresAt,
      revokedAt: referralLinks.revokedAt,
      usedAt: referralLinks.usedAt,
      firstOpenedAt: referralLinks.firstOpenedAt,
      lastOpenedAt: referralLinks.lastOpenedAt,
      openings: referralLinks.openings,
    })
    .from(referralLinks)
    .innerJoin(users, eq(users.id, referralLinks.createdBy))
    .where(eq(referralLinks.caseId, caseId))
    .orderBy(desc(referralLinks.id))
    .limit(1)
  const [row] = rows
  if (!row) return null
  const { revokedAt, usedAt, ...link } = row
  const isExpired = link.expiresAt <= new Date()
  const state = revokedAt ? 'revoked' : usedAt ? 'used' : isExpired ? 'expired' : 'live'
  return { ...link, state } as const
}

export type LinkFacts = NonNullable<Awaited<ReturnType<typeof readLink>>>
