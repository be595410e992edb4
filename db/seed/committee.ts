import { and, eq, isNull } from 'drizzle-orm'
import type { Actor } from '../../lib/auth/actor'
import { addItems, closeMeeting, conveneMeeting } from '../../lib/grants/committee/meeting-commands'
import { getMeeting } from '../../lib/grants/committee/meeting-queries'
import { recordOutcome } from '../../lib/grants/committee/outcome-commands'
import { criteria } from '../../lib/grants/committee/score'
import { declareConflict, scoreApplication } from '../../lib/grants/committee/score-commands'
import { readGrant } from '../../lib/grants/load'
import { withActor } from '../client'
import { committeeItems } from '../schema/committee'
import { dayOf } from './clock'
import type { SeedTeam } from './data/places'
import { done } from './people'
import type { Random } from './random'
import type { DemoStaff } from './staff'

type Heard = { caseId: string; team: SeedTeam; isFemale: boolean; random: Random }

const remarks = [
  'الخطة واضحة والأسعار معقولة.',
  'له خبرة طويلة في المهنة وزبائنه يعرفونه.',
  'السوق صغير، لكن المشروع يخدم الحي.',
  '',
]

/** The committee of the demo: each team meets once a month. */
export function committeeBook(staff: DemoStaff, today: Date) {
  const since = new Date(today.getTime() - 460 * 86_400_000)
  const meetings = new Map<string, Promise<string>>()

  function seats(team: SeedTeam) {
    const supervisor = staff.members.find((one) => one.role === 'supervisor' && one.team === team)?.actor
    const manager = staff.members.find((one) => one.role === 'programme_manager')?.actor
    if (!supervisor || !manager) throw new Error(`no supervisor in ${team}`)
    const caseworkers = staff.members
      .filter((one) => one.role === 'caseworker' && one.team === team)
      .map((one) => one.actor)
    return { supervisor, manager, caseworkers }
  }

  /** Ramadi has a line of its own, and most women in Falluja are paid from the line that is theirs. */
  function lineFor({ team, isFemale, random }: Heard) {
    const [falluja, ramadi, women] = staff.lineIds
    if (team === 'ramadi') return ramadi
    return isFemale && random.fork('line').chance(0.7) ? women : falluja
  }

  async function convene(team: SeedTeam, month: string): Promise<string> {
    const { supervisor, manager, caseworkers } = seats(team)
    const first = new Date(Math.max(Date.parse(`${month}-02T06:00:00Z`), since.getTime()))
    const at = first < today ? first : new Date(today.getTime() - 3_600_000)
    const { meetingId } = done(
      'convene',
      await conveneMeeting.execute(
        supervisor,
        {
          teamId: staff.teamIds[team],
          heldOn: dayOf(at),
          venue: 'مكتب الفريق',
          memberIds: [supervisor, manager, ...caseworkers].map((one) => one.userId),
          chairId: supervisor.userId,
          caseIds: [],
        },
        { at },
      ),
    )
    return meetingId
  }

  function meetingOf(team: SeedTeam, at: Date): Promise<string> {
    const month = dayOf(at).slice(0, 7)
    const key = `${team} ${month}`
    const known = meetings.get(key) ?? convene(team, month)
    meetings.set(key, known)
    return known
  }

  async function speak(member: Actor, itemId: string, level: number, random: Random, at: Date): Promise<void> {
    done('declare', await declareConflict.execute(member, { itemId, conflict: 'no' }, { at }))
    const points = Object.fromEntries(
      criteria.map((one) => [one, String(Math.min(5, Math.max(1, level + random.int(-1, 1))))]),
    )
    const remark = random.pick(remarks)
    done('score', await scoreApplication.execute(member, { itemId, ...points, remark }, { at }))
  }

  /** Puts an application on the month's agenda and lets so many members score it; answers with what recording needs. */
  async function hear({ caseId, team, random }: Heard, at: Date, voices: number) {
    const { supervisor, manager, caseworkers } = seats(team)
    const meetingId = await meetingOf(team, at)
    done('agenda', await addItems.execute(supervisor, { meetingId, version: 1, caseIds: caseId }, { at }))
    const [grant, items] = await withActor(supervisor, (tx) =>
      Promise.all([
        readGrant(tx, caseId),
        tx
          .select({ id: committeeItems.id })
          .from(committeeItems)
          .where(and(eq(committeeItems.caseId, caseId), isNull(committeeItems.outcome))),
      ]),
    )
    const itemId = items[0]?.id ?? ''
    const hands = new Set([...(grant?.caseworkers ?? []), ...(grant?.verifiers ?? []), grant?.createdBy])
    const free = random.shuffle(caseworkers.filter((one) => !hands.has(one.userId)))
    const level = random.weighted([
      [3, 50],
      [4, 40],
      [2, 10],
    ] as const)
    for (const member of [supervisor, manager, ...free].slice(0, voices)) await speak(member, itemId, level, random, at)
    const neighbour = free[voices - 2]
    if (neighbour && random.chance(0.08)) {
      const conflict = { itemId, conflict: 'yes', reason: 'المتقدم جاري وأعرف أسرته.' }
      done('conflict', await declareConflict.execute(neighbour, conflict, { at }))
    }
    return { supervisor, itemId, version: grant?.version }
  }

  return {
    hear,
    /** The committee recommends, and the supervisor names the line that pays. */
    async recommend(heard: Heard, at: Date): Promise<void> {
      const { supervisor, itemId, version } = await hear(heard, at, 3 + (heard.random.chance(0.15) ? 1 : 0))
      const outcome = { outcome: 'recommended', reason: 'أوصت اللجنة بالطلب.', budgetLineId: lineFor(heard) }
      const form = { caseId: heard.caseId, version, itemId, ...outcome }
      done('outcome', await recordOutcome.execute(supervisor, form, { at }))
    },
    /** The plan is good, and the line has no room for it. */
    async wait(heard: Heard, at: Date): Promise<void> {
      const { supervisor, itemId, version } = await hear(heard, at, 3)
      const outcome = {
        outcome: 'waitlisted',
        reason: 'خطة جيدة، ولا متّسع في البند الآن.',
        budgetLineId: lineFor(heard),
      }
      done(
        'wait',
        await recordOutcome.execute(supervisor, { caseId: heard.caseId, version, itemId, ...outcome }, { at }),
      )
    },
    /** Meetings of past months are over. */
    async finish(): Promise<void> {
      const present = dayOf(today).slice(0, 7)
      for (const [key, meeting] of meetings) {
        const [team = '', month = ''] = key.split(' ')
        const supervisor = staff.members.find((one) => one.role === 'supervisor' && one.team === team)?.actor
        const open = supervisor && (await getMeeting(supervisor, await meeting))
        if (!open || month === present) continue
        if (open.agenda.some((one) => !one.outcome && one.status === 'committee_review')) continue
        const at = new Date(Math.min(Date.parse(`${month}-28T12:00:00Z`), today.getTime()))
        done('close', await closeMeeting.execute(supervisor, { meetingId: open.meeting.id, version: 1 }, { at }))
      }
    },
  }
}

export type CommitteeBook = ReturnType<typeof committeeBook>
