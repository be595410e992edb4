import { beforeAll, describe, expect, it } from 'vitest'
import { ownerSql, sqlAs } from '../../../db/testing'
import { makeForum, makeHeldSession } from '../../../db/testing-forum'
import { good } from '../../../db/testing-grant'
import { makeWorld, type Part, type World } from '../../../db/testing-world'
import { listNotifications } from '../../cases/work-query'
import { newId } from '../../ids'
import { search } from '../../people/search-queries'
import { agreeAction, finishAction, startAction, verifyAction } from '../actions/commands'
import { answerEscalation, escalateAction } from '../actions/escalate-commands'
import { getAction, listActions } from '../actions/queries'
import { escalateForumWork } from '../escalation'
import { closeConcern, reopenConcern, resolveConcern, verifyConcern } from './follow-commands'
import { listConcerns } from './list-query'
import { getConcern } from './queries'
import { raiseConcern } from './raise-commands'
import { addRestrictedNote, getRestricted, handleRestricted, listRestricted } from './restricted'
import { startTriage, triageConcern } from './triage-commands'

let world: World
let forumId: string
beforeAll(async () => {
  world = await makeWorld()
  forumId = (await makeForum(world)).forumId
})

const form = {
  category: 'theft',
  severity: 'high',
  source: 'open_floor',
  raisedOn: '2026-01-15',
  locationPcode: 'IQG01Q01N03',
  summary: 'Shops in the market are broken into at night',
  body: 'Three shops in a month.',
}
async function raised(change: object = {}, part: Part = 'officer') {
  const answer = good(await raiseConcern.execute(world.actor[part], { ...form, forumId, ...change }))
  return answer.caseId ?? ''
}
const versionOf = async (caseId: string) =>
  (await ownerSql()`select version from cases where id = ${caseId}`)[0]?.version as number
const statusOf = async (caseId: string) => (await ownerSql()`select status from cases where id = ${caseId}`)[0]?.status
const refOf = async (caseId: string) => ({ caseId, version: await versionOf(caseId) })

async function triaged(decision: string, change: object = {}) {
  const caseId = await raised()
  const input = { ...(await refOf(caseId)), decision, ...change }
  good(await triageConcern.execute(world.actor.policingSupervisor, input))
  return caseId
}
const actionForm = {
  title: 'Two patrols a night',
  ownerKind: 'organisation',
  ownerName: 'Falluja police',
  dueOn: '2099-01-01',
}
const refOfAction = async (actionId: string) => ({
  actionId,
  version: (await ownerSql()`select version from forum_actions where id = ${actionId}`)[0]?.version as number,
})

describe('a concern', () => {
  it('goes from the floor to what the forum found, and is taken up again', async () => {
    const { officer } = world.actor
    const caseId = await triaged('accept')
    const planned = good(await agreeAction.execute(officer, { ...actionForm, forumId, caseId }))
    expect(await statusOf(caseId)).toBe('planned')
    good(await startAction.execute(officer, await refOfAction(planned.actionId)))
    expect(await statusOf(caseId)).toBe('in_progress')
    good(await resolveConcern.execute(officer, { ...(await refOf(caseId)), result: 'No shop was broken into since.' }))
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Baghdad' }).format(new Date())
    const early = await makeHeldSession(world, forumId, '2026-01-10')
    const input = { ...(await refOf(caseId)), sessionId: early }
    expect(await verifyConcern.execute(officer, input)).toMatchObject({
      reasons: [{ key: 'concerns.refused.not_in_session' }],
    })
    const sessionId = await makeHeldSession(world, forumId, today)
    good(await verifyConcern.execute(officer, { ...input, sessionId }))
    good(await closeConcern.execute(officer, await refOf(caseId)))
    good(await reopenConcern.execute(officer, { ...(await refOf(caseId)), reason: 'Two shops again' }))
    const page = await getConcern(officer, caseId)
    expect(page?.facts).toMatchObject({ reopened_count: 1, result: 'No shop was broken into since.' })
    expect(page?.concern.status).toBe('reopened')
    expect((await ownerSql()`select closed_at from cases where id = ${caseId}`)[0]?.closed_at).toBeNull()
  })

  it('is not planned without an action, nor resolved without a result', async () => {
    const caseId = await triaged('accept')
    const move = (status: string) =>
      sqlAs(world.actor.officer.userId, async (sql) => {
        await sql`update cases set status = ${status}, version = version + 1 where id = ${caseId}`
      })
    await expect(move('planned')).rejects.toThrow('concerns.refused.no_action')
    await expect(move('resolved')).rejects.toThrow('concerns.refused.no_result')
  })

  it('names a place no finer than a sub-district', async () => {
    const [fine] = await ownerSql()`select pcode from locations where level = 4 limit 1`
    const place = fine?.pcode ?? 'IQG01Q01N03C001'
    if (!fine)
      await ownerSql()`insert into locations (pcode, level, parent_pcode, name_en, name_ar) values (${place}, 4, 'IQG01Q01N03', 'x', 'x')`
    expect(await raiseConcern.execute(world.actor.officer, { ...form, forumId, locationPcode: place })).toMatchObject({
      code: 'invalid',
      fields: { locationPcode: 'errors.choose' },
    })
    const caseId = await raised()
    await expect(
      ownerSql()`update cases set location_pcode = ${place}, version = version + 1 where id = ${caseId}`,
    ).rejects.toThrow('concerns.refused.place_too_fine')
  })

  it('says what is missing or cannot be', async () => {
    const bare = await raiseConcern.execute(world.actor.officer, { forumId, category: 'theft' })
    expect(bare).toMatchObject({ code: 'invalid' })
    expect(Object.keys(bare.ok ? {} : 'fields' in bare ? bare.fields : {})).toEqual([
      'severity',
      'source',
      'raisedOn',
      'locationPcode',
      'summary',
    ])
    expect(await raiseConcern.execute(world.actor.officer, { ...form, forumId, raisedOn: '2099-01-01' })).toMatchObject(
      {
        fields: { raisedOn: 'errors.dateFuture' },
      },
    )
    expect(await raiseConcern.execute(world.actor.officer, { ...form, forumId: newId() })).toMatchObject({
      code: 'not_found',
    })
    expect(await raiseConcern.execute(world.actor.officer2, { ...form, forumId })).toMatchObject({ code: 'not_found' })
    expect(await raiseConcern.execute(world.actor.policingManager, { ...form, forumId })).toMatchObject({
      code: 'forbidden',
    })
    expect(await raiseConcern.execute(world.actor.caseworker, { ...form, forumId })).toMatchObject({
      code: 'not_found',
    })
  })

  it('is the team’s alone until it is triaged', async () => {
    const caseId = await raised()
    expect(await getConcern(world.actor.officerB, caseId)).not.toBeNull()
    for (const part of [
      'policingManager',
      'officer2',
      'policingSupervisor2',
      'caseworker',
      'focal',
      'admin',
      'policingAnalyst',
    ] as const)
      expect(await getConcern(world.actor[part], caseId), part).toBeNull()
    good(await startTriage.execute(world.actor.officer, await refOf(caseId)))
    expect(await getConcern(world.actor.policingManager, caseId)).toBeNull()
    const decision = { ...(await refOf(caseId)), decision: 'accept' }
    expect(await triageConcern.execute(world.actor.officer, decision)).toMatchObject({ code: 'forbidden' })
    good(await triageConcern.execute(world.actor.policingSupervisor, decision))
    expect(await getConcern(world.actor.policingManager, caseId)).not.toBeNull()
    expect(await getConcern(world.actor.officer2, caseId)).toBeNull()
  })

  it('is a duplicate of one that is none itself, also when two are marked at the same moment', async () => {
    const [a, b] = [await raised(), await raised()]
    const mark = async (caseId: string, originalId: string) =>
      triageConcern.execute(world.actor.policingSupervisor, {
        ...(await refOf(caseId)),
        decision: 'duplicate',
        originalId,
      })
    const answers = await Promise.all([mark(a, b), mark(b, a)])
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    const [original, copy] = answers[0]?.ok ? [b, a] : [a, b]
    const third = await raised()
    expect(await mark(third, copy)).toMatchObject({ reasons: [{ key: 'concerns.refused.not_an_original' }] })
    expect(await mark(third, third)).toMatchObject({ code: 'refused' })
    good(await mark(third, original))
    expect((await getConcern(world.actor.officer, original))?.duplicates.map((row) => row.id).sort()).toEqual(
      [copy, third].sort(),
    )
    // Nor by way of the original: a circle would need one that is a duplicate already.
    expect(await mark(original, third)).toMatchObject({ reasons: [{ key: 'concerns.refused.not_an_original' }] })
  })

  it('is raised and verified, and its action agreed, in a session of its own forum', async () => {
    const other = (await makeForum(world)).forumId
    const elsewhere = await makeHeldSession(world, other, '2026-02-01')
    const { officer } = world.actor
    const caseId = await triaged('accept')
    for (const sessionId of [elsewhere, newId()]) {
      expect(await raiseConcern.execute(officer, { ...form, forumId, sessionId })).toMatchObject({ ok: false })
      expect(await agreeAction.execute(officer, { ...actionForm, forumId, caseId, sessionId })).toMatchObject({
        ok: false,
      })
      expect(await verifyConcern.execute(officer, { ...(await refOf(caseId)), sessionId })).toMatchObject({ ok: false })
    }
  })

  it('keeps by SQL too what was raised, what triage decided, and the moments of its steps', async () => {
    const caseId = await triaged('accept')
    const tries = (text: string) =>
      sqlAs(world.actor.officer.userId, (sql) => sql.unsafe(`update ${text} where case_id = $1`, [caseId]))
    for (const text of [
      "concerns set raised_on = '2020-01-01'",
      'concerns set resolved_at = now()',
      "concerns set source = 'box'",
      "concern_texts set summary = 'It was nothing'",
    ])
      await expect(tries(text), text).rejects.toThrow('is not changed')
    await expect(tries("concerns set severity = 'low'")).rejects.toThrow('cases.refused.not_now')
    await tries("concern_texts set result = 'Lamps burn again'")
  })

  it('happens once, however often it is sent', async () => {
    const commandId = newId()
    const input = { ...form, forumId, summary: 'Sent five times' }
    const send = () => raiseConcern.execute(world.actor.officer, input, { commandId })
    const answers = await Promise.all([send(), send(), send(), send(), send()])
    expect(new Set(answers.map((answer) => answer.ok && answer.data.caseId)).size).toBe(1)
    const [row] = await ownerSql()`select count(*)::int as n from concern_texts where summary = 'Sent five times'`
    expect(row?.n).toBe(1)
  })
})

describe('what must never be logged', () => {
  it('is counted, and nothing of it is kept', async () => {
    const secret = 'unmistakable words of a victim'
    const before = await ownerSql()`select count(*)::int as n from cases`
    const answer = await raiseConcern.execute(
      world.actor.officer,
      { ...form, forumId, category: 'violence_against_women', summary: secret, body: secret },
      { commandId: newId() },
    )
    expect(good(answer)).toEqual({ outcome: 'pathway', caseId: null, forumId })
    expect(await ownerSql()`select count(*)::int as n from cases`).toEqual(before)
    const [row] = await ownerSql()`select count from pathway_counts where kind = 'violence_against_women'`
    expect(row?.count).toBe(1)
    for (const table of ['audit_log', 'case_events', 'command_log', 'concern_texts', 'forum_events']) {
      const found = await ownerSql().unsafe(
        `select count(*)::int as n from ${table} t where t::text like '%unmistakable%'`,
      )
      expect(found[0]?.n, table).toBe(0)
    }
  })

  it('is shown as a count from five up, to who answers for the programme', async () => {
    const count = (part: Part) =>
      sqlAs(world.actor[part].userId, (sql) => sql`select count from pathway_counts where kind = 'child_abuse'`)
    for (let times = 0; times < 4; times += 1)
      good(await raiseConcern.execute(world.actor.officer, { forumId, category: 'child_abuse' }))
    expect(await count('policingManager')).toHaveLength(0)
    good(await raiseConcern.execute(world.actor.officer, { forumId, category: 'child_abuse' }))
    expect(await count('policingManager')).toMatchObject([{ count: 5 }])
    for (const part of ['officer', 'policingSupervisor', 'admin', 'focal', 'manager'] as const)
      expect(await count(part), part).toHaveLength(0)
  })
})

describe('what is said about the police', () => {
  const others: Part[] = [
    'officer',
    'officerB',
    'officer2',
    'policingSupervisor',
    'policingSupervisor2',
    'policingManager',
    'policingAnalyst',
    'caseworker',
    'supervisor',
    'manager',
    'finance',
    'nurse',
    'admin',
  ]
  let kept: string
  let reference: string
  const words = 'The patrol takes money at the bridge'
  beforeAll(async () => {
    const input = { ...form, forumId, category: 'police_conduct', summary: words }
    const answer = good(await raiseConcern.execute(world.actor.officer, input))
    expect(answer).toEqual({ outcome: 'kept', caseId: null, forumId })
    const [row] = await ownerSql()`
      select c.id, c.reference from cases c join concern_texts t on t.case_id = c.id where t.summary = ${words}`
    kept = row?.id
    reference = row?.reference
  })

  it.each(others)('does not exist for %s: page, list, search, bell, action, focal point’s list', async (part) => {
    const actor = world.actor[part]
    expect(await getConcern(actor, kept)).toBeNull()
    const listed = await listConcerns(actor, { forumId })
    expect(listed.rows.map((row) => row.id)).not.toContain(kept)
    expect(JSON.stringify(await listConcerns(actor, {}))).not.toContain(kept)
    expect(JSON.stringify(await search(actor, reference))).not.toContain(kept)
    expect(JSON.stringify(await listNotifications(actor))).not.toContain(kept)
    expect((await listRestricted(actor)).rows).toEqual([])
    expect(await getRestricted(actor, kept, true)).toBeNull()
    const ref = { caseId: kept, version: await versionOf(kept) }
    expect(await startTriage.execute(actor, ref)).toMatchObject({ ok: false, code: 'not_found' })
    expect(await addRestrictedNote.execute(actor, { caseId: kept, body: 'x' })).toMatchObject({
      ok: false,
      code: 'not_found',
    })
    expect(await agreeAction.execute(actor, { ...actionForm, forumId, caseId: kept })).toMatchObject({ ok: false })
  })

  it.each(others)('is not in any table that %s reads by raw SQL', async (part) => {
    await sqlAs(world.actor[part].userId, async (sql) => {
      for (const [table, column] of [
        ['cases', 'id'],
        ['concerns', 'case_id'],
        ['concern_texts', 'case_id'],
        ['restricted_concerns', 'case_id'],
        ['case_events', 'case_id'],
        ['case_assignments', 'case_id'],
        ['notes', 'case_id'],
        ['tasks', 'case_id'],
        ['documents', 'case_id'],
        ['audit_log', 'subject_id'],
        ['session_items', 'case_id'],
        ['forum_actions', 'case_id'],
        ['read_log', 'record_id'],
      ] as const) {
        const found = await sql.unsafe(`select 1 from ${table} where ${column} = '${kept}'`)
        expect(found, table).toHaveLength(0)
      }
      expect(await sql`select * from read_restricted(${kept})`).toHaveLength(0)
    })
    await expect(sqlAs(world.actor[part].userId, (sql) => sql`select * from restricted_notes`)).rejects.toThrow(
      'permission denied',
    )
  })

  it('cannot be brought back by SQL, not even by its writer', async () => {
    const done = await sqlAs(
      world.actor.officer.userId,
      (sql) => sql`
      update cases set status = 'triage', version = version + 1 where id = ${kept} returning id`,
    )
    expect(done).toHaveLength(0)
  })

  it('is never left out in the open, whatever the program forgets', async () => {
    const caseId = await raised()
    await expect(
      sqlAs(
        world.actor.officer.userId,
        (sql) => sql`update concerns set category = 'police_conduct' where case_id = ${caseId}`,
      ),
    ).rejects.toThrow('restricted')
  })

  it('is the focal point’s, who is told, and each reading is noted', async () => {
    const { focal } = world.actor
    expect((await listNotifications(focal)).map((row) => row.kind)).toContain('restricted_raised')
    expect((await listRestricted(focal)).rows.map((row) => row.id)).toEqual([kept])
    expect((await getRestricted(focal, kept, false))?.said).toBeNull()
    const readings = () =>
      ownerSql()`select count(*)::int as n from read_log where record_type = 'restricted' and record_id = ${kept}`
    const before = (await readings())[0]?.n
    expect((await getRestricted(focal, kept, true))?.said).toMatchObject({ summary: words, notes: [] })
    expect((await readings())[0]?.n).toBe(before + 1)
    good(await addRestrictedNote.execute(focal, { caseId: kept, body: 'Spoke with the inspectorate' }))
    good(
      await handleRestricted.execute(focal, {
        caseId: kept,
        version: 1,
        state: 'passed_to_oversight',
        passedTo: 'Inspectorate',
      }),
    )
    expect(
      await handleRestricted.execute(focal, { caseId: kept, version: 1, state: 'settled', passedTo: '' }),
    ).toMatchObject({
      code: 'conflict',
    })
    const page = await getRestricted(focal, kept, true)
    expect(page).toMatchObject({
      state: 'passed_to_oversight',
      said: { notes: [{ body: 'Spoke with the inspectorate' }] },
    })
    // Nothing else: no other case, no list of people, and no way to change the case.
    expect((await listConcerns(focal, {})).rows).toEqual([])
    expect(await search(focal, reference)).toEqual({ people: [], cases: [], records: [] })
    const [text] = await sqlAs(focal.userId, (sql) => sql`select count(*)::int as n from concern_texts`)
    expect(text?.n).toBe(0)
  })

  it('leaves the team when triage finds it out, with offers, agenda and bell', async () => {
    const caseId = await raised()
    const sessionId = await makeHeldSession(world, forumId, '2026-02-01')
    await ownerSql()`insert into session_items (id, session_id, position, case_id) values (${newId()}, ${sessionId}, 1, ${caseId})`
    const input = { ...(await refOf(caseId)), decision: 'accept', category: 'police_conduct' }
    expect(good(await triageConcern.execute(world.actor.policingSupervisor, input))).toEqual({ caseId, isGone: true })
    for (const part of ['officer', 'policingSupervisor', 'policingManager'] as const)
      expect(await getConcern(world.actor[part], caseId), part).toBeNull()
    expect(await ownerSql()`select 1 from session_items where case_id = ${caseId}`).toHaveLength(0)
    expect((await listRestricted(world.actor.focal)).rows).toHaveLength(2)
  })

  it('takes with it what was found to say the same', async () => {
    const [copy, original, ofCopy] = [await raised(), await raised(), await raised()]
    const decide = async (caseId: string, change: object) =>
      good(await triageConcern.execute(world.actor.policingSupervisor, { ...(await refOf(caseId)), ...change }))
    await decide(ofCopy, { decision: 'duplicate', originalId: copy })
    await decide(copy, { decision: 'duplicate', originalId: original })
    await decide(original, { decision: 'restrict' })
    for (const caseId of [original, copy, ofCopy])
      for (const part of ['officer', 'policingSupervisor', 'policingManager'] as const)
        expect(await getConcern(world.actor[part], caseId), part).toBeNull()
    const kept = (await listRestricted(world.actor.focal)).rows.map((row) => row.id)
    expect(kept).toEqual(expect.arrayContaining([original, copy, ofCopy]))
  })

  it('leaves no gap among the references that others see', async () => {
    const numberOf = async (caseId: string) =>
      Number((await ownerSql()`select reference from cases where id = ${caseId}`)[0]?.reference.split('-')[2])
    const before = await numberOf(await raised())
    good(await raiseConcern.execute(world.actor.officer, { ...form, forumId, category: 'police_conduct' }))
    expect(await numberOf(await raised())).toBe(before + 1)
  })

  it('is counted in fives, by whole years: no two periods tell the day of one', async () => {
    const count = async (part: Part, from = '2026-01-01', to = '2026-12-31') =>
      (await sqlAs(world.actor[part].userId, (sql) => sql`select count_restricted(${from}, ${to}) as n`))[0]?.n
    const raise = async (raisedOn: string) =>
      good(await raiseConcern.execute(world.actor.officer, { ...form, forumId, category: 'police_conduct', raisedOn }))
    for (const day of ['2025-02-01', '2025-03-01', '2025-04-01', '2025-05-01']) await raise(day)
    expect(await count('policingManager', '2025-01-01', '2025-12-31')).toBeNull()
    await raise('2025-06-01')
    await raise('2025-07-01')
    for (const [from, to] of [
      ['2025-01-01', '2025-12-31'],
      ['2025-06-01', '2025-06-01'],
      ['2025-07-02', '2025-08-01'],
    ])
      expect(await count('policingManager', from, to)).toBe(5)
    expect(await count('officer', '2025-01-01')).toBeNull()
    expect(await count('admin', '2025-01-01')).toBeNull()
  })
})

describe('an action', () => {
  it('is found done in a session held afterwards', async () => {
    const { officer } = world.actor
    const { actionId } = good(await agreeAction.execute(officer, { ...actionForm, forumId }))
    const finish = { ...(await refOfAction(actionId)), doneOn: '2026-03-01', evidence: 'Photo of the lamps' }
    good(await finishAction.execute(officer, finish))
    expect(await finishAction.execute(officer, finish)).toMatchObject({ code: 'conflict' })
    const before = await makeHeldSession(world, forumId, '2026-02-27')
    expect(await verifyAction.execute(officer, { ...(await refOfAction(actionId)), sessionId: before })).toMatchObject({
      code: 'refused',
    })
    const after = await makeHeldSession(world, forumId, '2026-03-08')
    good(await verifyAction.execute(officer, { ...(await refOfAction(actionId)), sessionId: after }))
    expect((await getAction(officer, actionId))?.action).toMatchObject({ status: 'verified', verifiedOn: '2026-03-08' })
    expect(await getAction(world.actor.officer2, actionId)).toBeNull()
    expect(await getAction(world.actor.policingManager, actionId)).not.toBeNull()
  })

  it('escalates level by level, each with its own clock, and tells once', async () => {
    const { officer, policingManager, policingSupervisor } = world.actor
    const { actionId } = good(await agreeAction.execute(officer, { ...actionForm, forumId, title: 'Light the bridge' }))
    const reason = { reason: 'The municipality has no money' }
    good(await escalateAction.execute(officer, { ...(await refOfAction(actionId)), ...reason }))
    const days = async () =>
      (await ownerSql()`select level, answer_due_on - app_today() as days from forum_actions where id = ${actionId}`)[0]
    expect(await days()).toEqual({ level: 'district', days: 14 })
    good(await answerEscalation.execute(officer, { ...(await refOfAction(actionId)), answer: 'Ask the governorate' }))
    good(await escalateAction.execute(officer, { ...(await refOfAction(actionId)), ...reason }))
    expect(await days()).toEqual({ level: 'governorate', days: 30 })
    expect(await escalateAction.execute(officer, { ...(await refOfAction(actionId)), ...reason })).toMatchObject({
      reasons: [{ key: 'concerns.refused.no_level' }],
    })
    const inFiveWeeks = new Date(Date.now() + 35 * 86_400_000)
    expect(await escalateForumWork(inFiveWeeks)).toBeGreaterThan(0)
    expect(await escalateForumWork(inFiveWeeks)).toBe(0)
    expect((await listNotifications(policingManager)).map((row) => row.kind)).toContain('action_unanswered')
    expect((await listNotifications(policingSupervisor)).map((row) => row.kind)).toContain('concern_overdue')
    expect((await listActions(officer, { escalated: true })).rows.map((row) => row.id)).toContain(actionId)
  })
})
