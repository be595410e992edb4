import { beforeAll, describe, expect, it } from 'vitest'
import { ownerSql } from '../../db/testing'
import { good, grantAt, versionOf } from '../../db/testing-grant'
import { makeWorld, type World } from '../../db/testing-world'
import { answerTransfer, assignCase, offerTransfer } from './assignment'
import { addNote, addTask, completeTask } from './note-commands'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const seat = (userId: string, teamId: string) => `${userId}:${teamId}`

describe('assignment', () => {
  it('is the supervisor’s: the new caseworker is told and the history of hands is kept', async () => {
    const { caseId } = await grantAt(world, 'draft')
    const { supervisor, colleague, caseworker } = world.actor
    const to = seat(colleague.userId, world.team.falluja)
    expect(await assignCase.execute(caseworker, { caseId, version: 1, to })).toEqual({ ok: false, code: 'forbidden' })
    good(await assignCase.execute(supervisor, { caseId, version: 1, to }))
    const hands =
      await ownerSql()`select caseworker_id, to_at is null as current from case_assignments where case_id = ${caseId} order by from_at`
    expect(hands.map((hand) => [hand.caseworker_id, hand.current])).toEqual([
      [caseworker.userId, false],
      [colleague.userId, true],
    ])
    const told =
      await ownerSql()`select kind from notifications where user_id = ${colleague.userId} and case_id = ${caseId}`
    expect(told.map((row) => row.kind)).toContain('assigned')
  })

  it('never reaches someone who does not work in that team', async () => {
    const { caseId } = await grantAt(world, 'draft')
    const { supervisor, caseworker2 } = world.actor
    const to = seat(caseworker2.userId, world.team.falluja)
    expect(await assignCase.execute(supervisor, { caseId, version: 1, to })).toMatchObject({ code: 'refused' })
  })

  it('never reaches someone of another programme, who would not see the case', async () => {
    const { caseId } = await grantAt(world, 'draft')
    const { caseworker, supervisor, nurse } = world.actor
    const to = seat(nurse.userId, world.team.falluja)
    const refused = { code: 'refused', reasons: [{ key: 'cases.refused.no_seat' }] }
    expect(await assignCase.execute(supervisor, { caseId, version: 1, to })).toMatchObject(refused)
    expect(await offerTransfer.execute(caseworker, { caseId, version: 1, to, reason: 'x' })).toMatchObject(refused)
    const task = { caseId, title: 'Call', assigneeId: nurse.userId, dueOn: '2027-01-01' }
    expect(await addTask.execute(caseworker, task)).toMatchObject({ fields: { assigneeId: 'errors.choose' } })
  })
})

describe('transfer', () => {
  it('to another team shows the case to the one asked, and moves it when accepted', async () => {
    const { caseId } = await grantAt(world, 'draft')
    const { caseworker, caseworker2, supervisor2 } = world.actor
    const to = seat(caseworker2.userId, world.team.ramadi)
    good(await offerTransfer.execute(caseworker, { caseId, version: 1, to, reason: 'Moved to Ramadi' }))
    expect(await offerTransfer.execute(caseworker, { caseId, version: 1, to, reason: 'Again' })).toMatchObject({
      reasons: [{ key: 'cases.refused.transfer_pending' }],
    })
    expect(await answerTransfer.execute(supervisor2, { caseId, answer: 'accept' })).toEqual({
      ok: false,
      code: 'not_found',
    })
    expect(await answerTransfer.execute(caseworker2, { caseId, answer: 'decline' })).toMatchObject({ code: 'refused' })
    good(await answerTransfer.execute(caseworker2, { caseId, answer: 'accept' }))
    expect(await versionOf(caseworker2, caseId)).toBe(2)
    expect(await versionOf(caseworker, caseId)).toBe(0) // out of scope now: it does not exist for them
  })

  it('declined stays where it was, and is gone for the one asked', async () => {
    const { caseId } = await grantAt(world, 'draft')
    const { caseworker, caseworker2 } = world.actor
    good(
      await offerTransfer.execute(caseworker, {
        caseId,
        version: 1,
        to: seat(caseworker2.userId, world.team.ramadi),
        reason: 'x',
      }),
    )
    good(await answerTransfer.execute(caseworker2, { caseId, answer: 'decline', reason: 'No room' }))
    expect(await versionOf(caseworker2, caseId)).toBe(0)
    expect(await versionOf(caseworker, caseId)).toBe(1)
  })
})

describe('notes and tasks', () => {
  it('come from those who work on the case, also two at once, and leave the forms of others valid', async () => {
    const { caseId } = await grantAt(world, 'draft')
    const { caseworker, colleague, admin, caseworker2 } = world.actor
    const both = await Promise.all(
      [caseworker, colleague].map((actor) => addNote.execute(actor, { caseId, body: 'زرته اليوم' })),
    )
    both.map(good)
    expect(await versionOf(caseworker, caseId)).toBe(1)
    for (const actor of [admin, caseworker2]) {
      expect(await addNote.execute(actor, { caseId, body: 'x' })).toEqual({ ok: false, code: 'not_found' })
    }
  })

  it('strips direction overrides and keeps script and SQL as the text they are', async () => {
    const { caseId } = await grantAt(world, 'draft')
    const body = `<script>alert(1)</script>'; drop table cases; --\u202Eevil\u0000`
    good(await addNote.execute(world.actor.caseworker, { caseId, body }))
    const rows = await ownerSql()`select body from notes where case_id = ${caseId}`
    expect(rows[0]?.body).toBe(`<script>alert(1)</script>'; drop table cases; --evil`)
  })

  it('ticks a task off once', async () => {
    const { caseId } = await grantAt(world, 'draft')
    const { caseworker, colleague } = world.actor
    good(
      await addTask.execute(caseworker, { caseId, title: 'Call', assigneeId: colleague.userId, dueOn: '2026-12-01' }),
    )
    const [task] = await ownerSql()`select id from tasks where case_id = ${caseId}`
    await Promise.all([1, 2].map(() => completeTask.execute(colleague, { taskId: task?.id })))
    const events =
      await ownerSql()`select count(*)::integer as count from case_events where case_id = ${caseId} and kind = 'task_done'`
    expect(events[0]?.count).toBe(1)
  })

  it('are given to nobody who does not see the case, and tell nothing of it outside', async () => {
    const { caseId } = await grantAt(world, 'draft')
    const { caseworker, admin, analyst, supervisor2, supervisor } = world.actor
    const task = { caseId, title: 'Call Umm Ahmed', dueOn: '2026-12-01' }
    for (const { userId } of [admin, analyst, supervisor2])
      expect(await addTask.execute(caseworker, { ...task, assigneeId: userId })).toEqual({
        ok: false,
        code: 'invalid',
        fields: { assigneeId: 'errors.choose' },
      })
    good(await addTask.execute(caseworker, { ...task, assigneeId: supervisor.userId }))
    const told = await ownerSql()`select data from notifications where case_id = ${caseId}`
    expect(JSON.stringify(told)).not.toContain('Umm Ahmed')
  })
})
