import { beforeAll, describe, expect, it } from 'vitest'
import { ownerSql, sqlAs } from '../../db/testing'
import { makeForum } from '../../db/testing-forum'
import { good } from '../../db/testing-grant'
import { makeWorld, type Part, type World } from '../../db/testing-world'
import { newId } from '../ids'
import { activateForum, closeForum, editForum, endorseForum, proposeForum } from './commands'
import { addMember, endMember } from './member-commands'
import { daysOf } from './sessions/domain'
import { approveMinutes, holdSession, saveMinutes, shareMinutes } from './sessions/held-commands'
import {
  cancelSession,
  editSession,
  inviteGuest,
  inviteMembers,
  planSessions,
  postponeSession,
  setAgenda,
} from './sessions/plan-commands'

let world: World
let forumId: string
let memberId: string
beforeAll(async () => {
  world = await makeWorld()
  ;({ forumId, memberId } = await makeForum(world))
})

const facts = {
  nameEn: 'Women’s forum',
  nameAr: 'منتدى النساء',
  type: 'women',
  locationPcode: 'IQG01Q01N03',
  policeStation: 'Falluja Centre',
}
const versionOf = async (table: string, id: string) =>
  (await ownerSql().unsafe(`select version from ${table} where id = '${id}'`))[0]?.version as number
const refOf = async (id: string) => ({ forumId: id, version: await versionOf('forums', id) })
const refOfSession = async (id: string) => ({ sessionId: id, version: await versionOf('forum_sessions', id) })

let hour = 0
async function planned(change: object = {}) {
  hour += 1
  const at = `${8 + Math.floor(hour / 60)}:${String(hour % 60).padStart(2, '0')}`
  const form = { forumId, on: '2026-03-01', at, venue: 'Hall', minutesLong: '120', repeat: 'none', ...change }
  return good(await planSessions.execute(world.actor.officer, form)).sessionId
}
const sheet = {
  heldOn: '2026-03-01',
  attended: '٢٢',
  counts: {
    returnee: { female: { 'b18-59': { all: '12', disabled: '2' } } },
    host_community: { male: { b60: { all: '١٠' } } },
  },
}
const hold = async (sessionId: string, change: object = {}) =>
  holdSession.execute(world.actor.officer, { ...(await refOfSession(sessionId)), ...sheet, ...change })

describe('a forum', () => {
  it('is proposed, endorsed by another, active with its terms, and closed with a reason', async () => {
    const { officer, policingSupervisor } = world.actor
    const made = good(await proposeForum.execute(officer, { ...facts, teamId: world.team.falluja }))
    expect(await endorseForum.execute(officer, await refOf(made.forumId))).toMatchObject({
      reasons: [{ key: 'forums.refused.approver_only' }],
    })
    good(await endorseForum.execute(policingSupervisor, await refOf(made.forumId)))
    expect(await activateForum.execute(officer, await refOf(made.forumId))).toMatchObject({
      reasons: [{ key: 'forums.refused.no_terms' }],
    })
    const old = await refOf(made.forumId)
    good(await editForum.execute(officer, { ...old, ...facts, termsAdoptedOn: '2026-01-10' }))
    expect(await editForum.execute(officer, { ...old, ...facts })).toMatchObject({ code: 'conflict' })
    good(await activateForum.execute(officer, await refOf(made.forumId)))
    good(
      await closeForum.execute(policingSupervisor, { ...(await refOf(made.forumId)), reason: 'Merged with another' }),
    )
    const steps = await ownerSql()`select to_status from forum_events where subject_id = ${made.forumId} order by id`
    expect(steps.map((step) => step.to_status)).toEqual(['proposed', 'endorsed', 'endorsed', 'active', 'closed'])
  })

  it('is not endorsed by who proposed it, nor out of its scope', async () => {
    const { policingSupervisor, policingSupervisor2, officer2, caseworker, admin } = world.actor
    const made = good(await proposeForum.execute(policingSupervisor, { ...facts, teamId: world.team.falluja }))
    const ref = await refOf(made.forumId)
    expect(await endorseForum.execute(policingSupervisor, ref)).toMatchObject({
      reasons: [{ key: 'forums.refused.own_forum' }],
    })
    await expect(
      sqlAs(
        policingSupervisor.userId,
        (sql) => sql`
        update forums set status = 'endorsed', version = version + 1 where id = ${made.forumId}`,
      ),
    ).rejects.toThrow('forums.refused.own_forum')
    for (const actor of [policingSupervisor2, officer2, caseworker, admin])
      expect(await endorseForum.execute(actor, ref)).toMatchObject({ code: 'not_found' })
    expect(await proposeForum.execute(officer2, { ...facts, teamId: world.team.falluja })).toMatchObject({
      code: 'forbidden',
    })
    good(await endorseForum.execute(world.actor.policingManager, ref))
  })

  it('has one chair, and its members’ names are its team’s alone', async () => {
    const { officer } = world.actor
    const form = {
      forumId,
      name: 'Umm Salih',
      constituency: 'women',
      part: 'chair',
      sex: 'female',
      fromOn: '2026-01-01',
    }
    expect(await addMember.execute(officer, form)).toMatchObject({ fields: { part: 'forums.errors.chair' } })
    good(await addMember.execute(officer, { ...form, part: 'member' }))
    const names = (part: Part) =>
      sqlAs(world.actor[part].userId, (sql) => sql`select name from forum_members where forum_id = ${forumId}`)
    expect(await names('officerB')).toHaveLength(2)
    for (const part of ['policingManager', 'officer2', 'policingAnalyst', 'admin', 'focal', 'caseworker'] as const)
      expect(await names(part), part).toHaveLength(0)
    const [row] = await ownerSql()`select id from forum_members where name = 'Umm Salih'`
    expect(await endMember.execute(officer, { memberId: row?.id, toOn: '2025-12-31' })).toMatchObject({
      code: 'invalid',
    })
    good(await endMember.execute(officer, { memberId: row?.id, toOn: '2026-02-01' }))
  })
})

describe('a session', () => {
  it('is planned in a rhythm, never twice at one time', async () => {
    const form = {
      forumId,
      on: '2026-01-31',
      at: '10:00',
      venue: 'Hall',
      minutesLong: '90',
      repeat: 'monthly',
      times: '4',
    }
    good(await planSessions.execute(world.actor.officer, form))
    const days =
      await ownerSql()`select (starts_at at time zone 'Asia/Baghdad')::text as at, series_id from forum_sessions
      where forum_id = ${forumId} and minutes_long = 90 order by starts_at`
    expect(days.map((day) => day.at)).toEqual([
      '2026-01-31 10:00:00',
      '2026-02-28 10:00:00',
      '2026-03-31 10:00:00',
      '2026-04-30 10:00:00',
    ])
    expect(new Set(days.map((day) => day.series_id)).size).toBe(1)
    expect(await planSessions.execute(world.actor.officer, form)).toMatchObject({
      fields: { at: 'forums.errors.sessionTwice' },
    })
    expect(daysOf('2026-02-20', 'fortnightly', 3)).toEqual(['2026-02-20', '2026-03-06', '2026-03-20'])
  })

  it('goes from its date to minutes that were shared', async () => {
    const { officer, policingSupervisor } = world.actor
    const sessionId = await planned()
    good(await inviteMembers.execute(officer, { ...(await refOfSession(sessionId)), members: [memberId] }))
    good(
      await inviteGuest.execute(officer, {
        ...(await refOfSession(sessionId)),
        guest: 'The mayor',
        constituency: 'authority',
      }),
    )
    const agenda = { ...(await refOfSession(sessionId)), matters: 'Lights on the bridge\n\n School hours ' }
    good(await setAgenda.execute(officer, agenda))
    const items = await ownerSql()`select matter from session_items where session_id = ${sessionId} order by position`
    expect(items.map((item) => item.matter)).toEqual(['Lights on the bridge', 'School hours'])
    const [invited] =
      await ownerSql()`select id from session_invites where session_id = ${sessionId} and member_id is not null`
    good(await hold(sessionId, { came: invited?.id }))
    const counts =
      await ownerSql()`select sum(count)::int as n, sum(count) filter (where has_disability)::int as d from session_attendance where session_id = ${sessionId}`
    expect(counts[0]).toEqual({ n: 22, d: 2 })
    const came =
      await ownerSql()`select has_come from session_invites where session_id = ${sessionId} order by member_id nulls last`
    expect(came.map((row) => row.has_come)).toEqual([true, false])
    good(await saveMinutes.execute(officer, { ...(await refOfSession(sessionId)), minutes: 'We spoke about lights.' }))
    const ref = await refOfSession(sessionId)
    expect(await approveMinutes.execute(officer, ref)).toMatchObject({ code: 'forbidden' })
    good(await approveMinutes.execute(policingSupervisor, ref))
    const later = { ...(await refOfSession(sessionId)), minutes: 'Something else was said.' }
    expect(await saveMinutes.execute(officer, later)).toMatchObject({
      reasons: [{ key: 'forums.refused.minutes_fixed' }],
    })
    expect(await hold(sessionId)).toMatchObject({ code: 'refused' })
    good(
      await shareMinutes.execute(officer, { ...(await refOfSession(sessionId)), sharedWith: 'Members, municipality' }),
    )
    expect((await ownerSql()`select last_held_on::text as day from forums where id = ${forumId}`)[0]?.day).toBe(
      '2026-03-01',
    )
  })

  it('is held once, also when the line breaks and it is sent again', async () => {
    const sessionId = await planned()
    const input = { ...(await refOfSession(sessionId)), ...sheet }
    const commandId = newId()
    const send = () => holdSession.execute(world.actor.officer, input, { commandId })
    const answers = await Promise.all([send(), send(), send()])
    expect(answers.every((answer) => answer.ok)).toBe(true)
    expect(await holdSession.execute(world.actor.officer, input)).toMatchObject({ code: 'conflict' })
    const events = await ownerSql()`select 1 from forum_events where subject_id = ${sessionId} and to_status = 'held'`
    expect(events).toHaveLength(1)
  })

  it('says where attendance does not add up, and keeps nothing of it', async () => {
    const sessionId = await planned()
    expect(await hold(sessionId, { attended: '23' })).toMatchObject({ fields: { attended: 'forums.errors.sum' } })
    const more = { returnee: { female: { 'b18-59': { all: '1', disabled: '2' } } } }
    expect(await hold(sessionId, { attended: '1', counts: more })).toMatchObject({
      fields: { 'counts.returnee.female.b18-59.disabled': 'forums.errors.moreDisabled' },
    })
    const words = { returnee: { female: { 'b18-59': { all: 'many' } } } }
    expect(await hold(sessionId, { attended: '1', counts: words })).toMatchObject({
      fields: { 'counts.returnee.female.b18-59.all': 'errors.whole' },
    })
    expect(await hold(sessionId, { attended: '0', counts: {} })).toMatchObject({
      fields: { attended: 'forums.errors.nobody' },
    })
    expect(await hold(sessionId, { counts: { returnee: 'x' }, attended: '1' })).toMatchObject({ code: 'invalid' })
    expect(await hold(sessionId, { heldOn: '2099-01-01' })).toMatchObject({ fields: { heldOn: 'errors.dateFuture' } })
    expect(await ownerSql()`select 1 from session_attendance where session_id = ${sessionId}`).toHaveLength(0)
    // Nor by SQL, when the program forgets.
    await expect(
      sqlAs(
        world.actor.officer.userId,
        (sql) => sql`update forum_sessions set status = 'held', held_on = '2026-03-01', attended = 5,
        version = version + 1 where id = ${sessionId}`,
      ),
    ).rejects.toThrow('forums.refused.attendance_sum')
  })

  it('tells the second of two who write its minutes at once, and loses neither’s words', async () => {
    const sessionId = await planned()
    good(await hold(sessionId))
    const ref = await refOfSession(sessionId)
    const write = (part: Part, minutes: string) => saveMinutes.execute(world.actor[part], { ...ref, minutes })
    const answers = await Promise.all([
      write('officer', 'The first minutes.'),
      write('officerB', 'The second minutes.'),
    ])
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.code)).sort()).toEqual(['conflict', 'ok'])
  })

  it('is approved by someone who did not write the minutes, whatever the program forgets', async () => {
    const sessionId = await planned()
    good(await hold(sessionId))
    const { policingSupervisor } = world.actor
    const minutes = { ...(await refOfSession(sessionId)), minutes: 'The supervisor wrote this.' }
    good(await saveMinutes.execute(policingSupervisor, minutes))
    expect(await approveMinutes.execute(policingSupervisor, await refOfSession(sessionId))).toMatchObject({
      reasons: [{ key: 'forums.refused.own_minutes' }],
    })
    await expect(
      sqlAs(
        policingSupervisor.userId,
        (sql) => sql`update forum_sessions set status = 'minutes_approved',
        approved_by = ${policingSupervisor.userId}, version = version + 1 where id = ${sessionId}`,
      ),
    ).rejects.toThrow('forums.refused.own_minutes')
  })

  it('keeps who wrote its minutes when another sends the same words again', async () => {
    const sessionId = await planned()
    good(await hold(sessionId))
    const { officer, policingSupervisor } = world.actor
    const send = async (actor: typeof officer) =>
      good(await saveMinutes.execute(actor, { ...(await refOfSession(sessionId)), minutes: 'Lamps were promised.' }))
    await send(officer)
    await send(policingSupervisor)
    good(await approveMinutes.execute(policingSupervisor, await refOfSession(sessionId)))
  })

  it('begins with nothing that was held or written, whoever adds it by SQL', async () => {
    const { officer, policingSupervisor } = world.actor
    const begins = (column: string, value: string) =>
      sqlAs(policingSupervisor.userId, (sql) =>
        sql.unsafe(
          `insert into forum_sessions (id, forum_id, team_id, status, starts_at, venue, created_by, ${column})
          values ($1, $2, $3, 'scheduled', now(), 'Hall', $4, $5)`,
          [newId(), forumId, world.team.falluja, policingSupervisor.userId, value],
        ),
      )
    for (const [column, value] of [
      ['minutes', 'My own words'],
      ['minutes_by', officer.userId],
      ['approved_by', policingSupervisor.userId],
      ['held_on', '2026-02-01'],
    ] as const)
      await expect(begins(column, value)).rejects.toThrow('begins without')
    await begins('remark', 'A remark')
  })

  it('is postponed with a reason, scheduled again, or cancelled', async () => {
    const { officer } = world.actor
    const sessionId = await planned()
    good(await postponeSession.execute(officer, { ...(await refOfSession(sessionId)), remark: 'Curfew in the city' }))
    const again = {
      ...(await refOfSession(sessionId)),
      on: '2026-03-09',
      at: '11:30',
      venue: 'School',
      minutesLong: '60',
    }
    good(await editSession.execute(officer, again))
    good(await cancelSession.execute(officer, { ...(await refOfSession(sessionId)), remark: 'Nobody can come' }))
    expect(await hold(sessionId)).toMatchObject({ code: 'refused' })
    expect(
      await cancelSession.execute(world.actor.officer2, { ...(await refOfSession(sessionId)), remark: 'Not mine' }),
    ).toMatchObject({
      code: 'not_found',
    })
  })
})
