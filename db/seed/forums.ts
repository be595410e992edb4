import { sql } from 'drizzle-orm'
import type { Actor } from '../../lib/auth/actor'
import type { Command } from '../../lib/commands/command'
import * as actions from '../../lib/forums/actions/commands'
import { escalateAction } from '../../lib/forums/actions/escalate-commands'
import * as forums from '../../lib/forums/commands'
import * as follow from '../../lib/forums/concerns/follow-commands'
import { raiseConcern } from '../../lib/forums/concerns/raise-commands'
import { handleRestricted, listRestricted } from '../../lib/forums/concerns/restricted'
import { triageConcern } from '../../lib/forums/concerns/triage-commands'
import { addMember } from '../../lib/forums/member-commands'
import * as held from '../../lib/forums/sessions/held-commands'
import * as plan from '../../lib/forums/sessions/plan-commands'
import { displacementStatuses } from '../../lib/people/domain'
import { withSystem } from '../client'
import { dayOf, workMoment } from './clock'
import { seedConcerns, seedRestricted } from './data/concerns'
import { seedForums, seedMembers, seedMinutes } from './data/forums'
import { done } from './people'
import type { Random } from './random'
import { seedSafetyPlan } from './safety-plans'
import type { DemoStaff } from './staff'

const day = 86_400_000
/** Fourteen months of sessions, one a month. */
const months = 14

type Hands = { officer: Actor; supervisor: Actor }
type Known = { versions: Map<string, number> }

/** Runs commands with the version that each record has by then. */
function teller(known: Known) {
  const version = (id: string) => known.versions.get(id) ?? 1
  return async <D>(command: Command<D>, actor: Actor, id: string, input: object, at: Date, steps = 1): Promise<D> => {
    const data = done(command.name, await command.execute(actor, { version: version(id), ...input }, { at }))
    known.versions.set(id, version(id) + steps)
    return data
  }
}

/** Heads of a session: mostly returnees and hosts, women more in their own forum, one in fifteen with a disability. */
function sheetOf(type: string, random: Random) {
  const counts: Record<string, Record<string, Record<string, { all: string; disabled: string }>>> = {}
  let attended = 0
  for (const displacement of displacementStatuses.slice(1, 4)) {
    for (const sex of ['female', 'male'] as const) {
      for (const band of ['b12-17', 'b18-59', 'b60']) {
        const share =
          (type === 'women' ? (sex === 'female' ? 4 : 0) : sex === 'female' ? 1 : 2) * (band === 'b18-59' ? 2 : 1)
        const isYoung = band === 'b12-17'
        const most = displacement === 'idp_out_of_camp' ? 1 : isYoung && type !== 'youth' ? 0 : share
        const all = most > 0 ? random.int(0, most) : 0
        if (all === 0) continue
        const disabled = random.chance(0.15) ? 1 : 0
        attended += all
        counts[displacement] ??= {}
        counts[displacement][sex] ??= {}
        counts[displacement][sex][band] = { all: String(all), disabled: String(disabled) }
      }
    }
  }
  return { counts, attended: String(attended) }
}

/** Five forums of Falluja and Ramadi with fourteen months of sessions, what was raised there and what came of it. */
export async function seedPolicing(staff: DemoStaff, today: Date, random: Random): Promise<void> {
  const of = (role: string, team: string) => staff.policing.find((one) => one.role === role && one.team === team)?.actor
  for (const [nth, spec] of seedForums.entries()) {
    const [officer, supervisor] = [of('caseworker', spec.team), of('supervisor', spec.team)]
    if (!officer || !supervisor) throw new Error(`nobody works with the forum of ${spec.team}`)
    await seedForum({ officer, supervisor }, staff, spec, today, random.fork(`forum ${nth}`))
  }
  await seedHandled(staff, today)
}

async function seedForum(
  { officer, supervisor }: Hands,
  staff: DemoStaff,
  spec: (typeof seedForums)[number],
  today: Date,
  random: Random,
): Promise<void> {
  const run = teller({ versions: new Map() })
  const begun = workMoment(today, months * 30 + 40, random)
  const { team, ...facts } = spec
  const termsAdoptedOn = dayOf(new Date(begun.getTime() + 10 * day))
  const { forumId } = await run(
    forums.proposeForum,
    officer,
    'new',
    { ...facts, teamId: staff.teamIds[team] },
    begun,
    0,
  )
  const about = { forumId }
  const after = (days: number) => new Date(begun.getTime() + days * day)
  await run(forums.endorseForum, supervisor, forumId, about, after(5))
  await run(forums.editForum, officer, forumId, { ...about, ...facts, termsAdoptedOn }, after(12))
  await run(forums.activateForum, officer, forumId, about, after(14))
  for (const [at, member] of seedMembers(spec, random).entries())
    await run(addMember, officer, 'new', { ...about, ...member, fromOn: dayOf(after(12)) }, after(15 + at / 100), 0)

  const pool = random.shuffle(seedConcerns)
  const open: { caseId: string; actionId: string; result: string; step: 'started' | 'resolved' }[] = []
  for (let month = 0; month <= months; month += 1) {
    const when = workMoment(today, (months - month) * 30 - 12 + (random.int(0, 6) - 3), random)
    const isAhead = month === months
    const startsOn = isAhead ? dayOf(new Date(today.getTime() + random.int(4, 16) * day)) : dayOf(when)
    const planned = isAhead ? workMoment(today, random.int(3, 9), random) : new Date(when.getTime() - 12 * day)
    const slot = { on: startsOn, at: '10:00', venue: spec.venue, minutesLong: '120', repeat: 'none', times: '1' }
    const { sessionId } = await run(plan.planSessions, officer, 'new', { ...about, ...slot }, planned, 0)
    const session = { sessionId }
    if (isAhead) {
      const agenda = { ...session, concerns: open.slice(0, 4).map((one) => one.caseId), matters: 'موعد الجلسة القادمة' }
      await run(plan.setAgenda, officer, sessionId, agenda, planned)
      break
    }
    const dayAfter = (days: number) => new Date(Math.min(when.getTime() + days * day, today.getTime() - 60_000))
    const sheet = sheetOf(spec.type, random)
    await run(held.holdSession, officer, sessionId, { ...session, heldOn: startsOn, ...sheet }, dayAfter(0.2))
    await tellWhatCame(open, { officer, forumId, sessionId }, run, dayAfter(0.3))
    const raised = pool.slice((month * 2) % pool.length, ((month * 2) % pool.length) + random.int(1, 3))
    for (const concern of raised) {
      const { action, owner, result, ...said } = concern
      const source = spec.type === 'women' ? 'women_session' : random.pick(['open_floor', 'box', 'focus_group'])
      const input = { ...about, ...session, ...said, source, raisedOn: startsOn, locationPcode: spec.locationPcode }
      const { caseId } = await run(raiseConcern, officer, 'new', input, dayAfter(0.4), 0)
      if (!caseId || (month === months - 1 && random.chance(0.6))) continue
      const decision = random.weighted([
        [{ decision: 'accept' }, 84],
        [{ decision: 'refer_out', referredTo: 'المنظمة المختصة' }, 8],
        [{ decision: 'out_of_scope', reason: 'ليس مما يستطيع المنتدى علاجه' }, 8],
      ] as const)
      await run(triageConcern, supervisor, caseId, { caseId, ...decision }, dayAfter(2), 2)
      if (decision.decision !== 'accept') continue
      const due = dayOf(new Date(Math.max(when.getTime() + random.int(25, 70) * day, today.getTime() - 20 * day)))
      const agreed = {
        ...about,
        ...session,
        caseId,
        title: action,
        ownerKind: 'organisation',
        ownerName: owner,
        dueOn: due,
      }
      const { actionId } = await run(actions.agreeAction, officer, 'new', agreed, dayAfter(3), 0)
      await run(actions.startAction, officer, actionId, { actionId }, dayAfter(7))
      if (random.chance(0.12))
        await run(escalateAction, officer, actionId, { actionId, reason: 'لا تخصيص مالي في القضاء' }, dayAfter(12))
      if (random.chance(0.8)) open.push({ caseId, actionId, result, step: 'started' })
    }
    const minutes = { ...session, minutes: seedMinutes(raised.map((one) => one.summary)) }
    await run(held.saveMinutes, officer, sessionId, minutes, dayAfter(1))
    if (month === months - 1) continue
    await run(held.approveMinutes, supervisor, sessionId, session, dayAfter(4))
    await run(
      held.shareMinutes,
      officer,
      sessionId,
      { ...session, sharedWith: 'أعضاء المنتدى والقائممقامية' },
      dayAfter(6),
    )
  }
  await seedSafetyPlan({ officer, supervisor }, forumId, today, random)
  await seedWithheld(officer, { forumId, locationPcode: spec.locationPcode }, today, random)
}

type Room = { officer: Actor; forumId: string; sessionId: string }

/** What earlier sessions raised: done and resolved between sessions, verified by the forum in the one after. */
async function tellWhatCame(
  open: { caseId: string; actionId: string; result: string; step: 'started' | 'resolved' }[],
  { officer, sessionId }: Room,
  run: ReturnType<typeof teller>,
  at: Date,
): Promise<void> {
  for (const one of [...open]) {
    const { caseId, actionId, result } = one
    const [row] = await withSystem('practice data', (tx) =>
      tx.execute<{
        a: number
        c: number
      }>(sql`select (select version from forum_actions where id = ${actionId}::uuid) as a,
        (select version from cases where id = ${caseId}::uuid) as c`),
    )
    const action = { actionId, version: row?.a }
    const concern = { caseId, version: row?.c }
    if (one.step === 'resolved') {
      await run(actions.verifyAction, officer, actionId, { ...action, sessionId }, at)
      await run(follow.verifyConcern, officer, caseId, { ...concern, sessionId }, at)
      await run(
        follow.closeConcern,
        officer,
        caseId,
        { ...concern, version: (row?.c ?? 0) + 1 },
        new Date(at.getTime() + 2 * day),
      )
      open.splice(open.indexOf(one), 1)
    } else {
      const before = new Date(at.getTime() - 5 * day)
      await run(actions.finishAction, officer, actionId, { ...action, doneOn: dayOf(before), evidence: result }, before)
      await run(follow.resolveConcern, officer, caseId, { ...concern, result }, before)
      one.step = 'resolved'
    }
  }
}

/** What nobody but the focal point reads, and what was never written down. */
async function seedWithheld(
  officer: Actor,
  where: { forumId: string; locationPcode: string },
  today: Date,
  random: Random,
): Promise<void> {
  const at = () => workMoment(today, random.int(5, 300), random)
  for (const summary of random.shuffle(seedRestricted).slice(0, 2)) {
    const moment = at()
    const input = {
      ...where,
      category: 'police_conduct',
      severity: 'high',
      source: 'box',
      raisedOn: dayOf(moment),
      summary,
    }
    done('restricted', await raiseConcern.execute(officer, input, { at: moment }))
  }
  for (const category of ['violence_against_women', 'child_abuse'])
    done('pathway', await raiseConcern.execute(officer, { forumId: where.forumId, category }, { at: at() }))
}

/** The focal point has taken most of them in hand. */
async function seedHandled(staff: DemoStaff, today: Date): Promise<void> {
  const focal = staff.policing.find((one) => one.role === 'focal_point')?.actor
  if (!focal) throw new Error('the demo has no focal point')
  const kept = await listRestricted(focal)
  for (const [at, { id: caseId, openedAt }] of kept.rows.entries()) {
    if (at < 2) continue
    const state = at % 3 === 0 ? 'in_hand' : at % 3 === 1 ? 'passed_to_oversight' : 'settled'
    const passedTo = state === 'in_hand' ? '' : 'مفتشية وزارة الداخلية'
    const moment = new Date(Math.min(openedAt.getTime() + 3 * day, today.getTime() - 60_000))
    const input = { caseId, version: 1, state, passedTo }
    done('restricted', await handleRestricted.execute(focal, input, { at: moment }))
  }
}
