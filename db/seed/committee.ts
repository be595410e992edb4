import { eq } from 'drizzle-orm'
import { transition } from '../../lib/cases/transition'
import { newId } from '../../lib/ids'
import { withSystem } from '../client'
import { cases } from '../schema/cases'
import {
  committeeDeclarations,
  committeeItems,
  committeeMeetings,
  committeeMembers,
  committeeScores,
} from '../schema/committee'
import { grants } from '../schema/grants'
import type { DemoStaff } from './staff'

/** A meeting of three that recommends this application and names the line that pays. */
export async function passCommittee(staff: DemoStaff, caseId: string, at: Date): Promise<void> {
  await withSystem(
    'practice data',
    async (tx) => {
      const [row] = await tx
        .select({ version: cases.version, teamId: cases.teamId, round: grants.round })
        .from(cases)
        .innerJoin(grants, eq(grants.caseId, cases.id))
        .where(eq(cases.id, caseId))
      if (!row) throw new Error('no such case')
      const members = staff.members.filter((one) => ['supervisor', 'programme_manager'].includes(one.role)).slice(0, 3)
      const chair = members[0]
      if (!chair) throw new Error('no supervisor')
      const meetingId = newId(at)
      const itemId = newId(at)
      const heldOn = at.toISOString().slice(0, 10)
      await tx.insert(committeeMeetings).values({
        id: meetingId,
        teamId: row.teamId,
        heldOn,
        venue: 'مكتب الفريق',
        convenedBy: chair.actor.userId,
        convenedAt: at,
      })
      await tx
        .insert(committeeMembers)
        .values(
          members.map(({ actor }, index) => ({ id: newId(at), meetingId, userId: actor.userId, isChair: index === 0 })),
        )
      await tx.insert(committeeItems).values({ id: itemId, meetingId, caseId, round: row.round })
      for (const { actor } of members) {
        const points = { viability: 4, experience: 3, jobs: 3, risk: 3, socialValue: 4 }
        await tx
          .insert(committeeDeclarations)
          .values({ id: newId(at), itemId, userId: actor.userId, hasConflict: false, declaredAt: at })
        await tx
          .insert(committeeScores)
          .values({ id: newId(at), itemId, userId: actor.userId, ...points, scoredAt: at })
      }
      await tx
        .update(committeeItems)
        .set({ outcome: 'recommended', recordedBy: chair.actor.userId, recordedAt: at })
        .where(eq(committeeItems.id, itemId))
      await tx
        .update(grants)
        .set({ budgetLineId: staff.lineIds[0] ?? null })
        .where(eq(grants.caseId, caseId))
      const context = { tx, actor: chair.actor, now: at, commandId: newId(at) }
      const asRead = { id: caseId, programme: 'livelihoods', status: 'committee_review', version: row.version }
      await transition(context, asRead, 'record_committee', 'pending_approval_1')
    },
    { at },
  )
}
