import { beforeAll, describe, expect, it } from 'vitest'
import { ownerSql, sqlAs } from '../../db/testing'
import { decide, decisionForm, details, good, grantAt, plan, statusOf, versionOf } from '../../db/testing-grant'
import { makePerson, makeWorld, type World } from '../../db/testing-world'
import { assignCase } from '../cases/assignment'
import { newId } from '../ids'
import { createGrant, editGrant, submitGrant, withdrawGrant } from './application-commands'
import { decideGrant } from './decision-commands'
import { completePlan, savePlan } from './plan-commands'
import { recordScreening, recordVerification, startScreening } from './review-commands'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

describe('a grant from draft to decision', () => {
  it('is approved at one stage below the threshold', async () => {
    const { caseId } = await grantAt(world, 'pending_approval_1')
    expect(await decide(world.actor.supervisor, caseId, 'approve')).toMatchObject({
      ok: true,
      data: { status: 'approved' },
    })
  })

  it('needs a second stage from the threshold on, by someone else', async () => {
    const { caseId } = await grantAt(world, 'pending_approval_1', { amount: '3,000,000' })
    good(await decide(world.actor.supervisor, caseId, 'approve'))
    expect(await statusOf(world.actor.supervisor, caseId)).toBe('pending_approval_2')
    expect(await decide(world.actor.supervisor, caseId, 'approve')).toMatchObject({ ok: false, code: 'refused' })
    good(await decide(world.actor.manager, caseId, 'approve'))
    expect(await statusOf(world.actor.manager, caseId)).toBe('approved')
  })

  it('comes back in a new round, in which the earlier decision does not count', async () => {
    const { caseId } = await grantAt(world, 'pending_approval_1')
    good(await decide(world.actor.supervisor, caseId, 'return'))
    const { caseworker } = world.actor
    good(await submitGrant.execute(caseworker, { caseId, version: await versionOf(caseworker, caseId) }))
    const rows = await ownerSql()`select round from grants where case_id = ${caseId}`
    expect(rows[0]?.round).toBe(2)
  })

  it('writes one event for each change of status, with the versions in order', async () => {
    const { caseId } = await grantAt(world, 'pending_approval_1')
    const rows = await ownerSql()`select from_status, to_status from case_events where case_id = ${caseId}
      and kind in ('created', 'moved') order by version`
    expect(rows.map((row) => row.to_status)).toEqual([
      'draft',
      'submitted',
      'screening',
      'verification',
      'training',
      'business_plan',
      'committee_review',
      'pending_approval_1',
    ])
  })
})

describe('two at the same moment', () => {
  it('lets exactly one of two supervisors decide; the other is told', async () => {
    const { caseId } = await grantAt(world, 'pending_approval_1')
    const { supervisor, supervisorB } = world.actor
    const [a, b] = await Promise.all([
      decisionForm(supervisor, caseId, 'approve'),
      decisionForm(supervisorB, caseId, 'reject'),
    ])
    const results = await Promise.all([decideGrant.execute(supervisor, a), decideGrant.execute(supervisorB, b)])
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(results.find((result) => !result.ok)).toEqual({ ok: false, code: 'conflict' })
    const rows = await ownerSql()`select count(*)::integer as count from grant_decisions where case_id = ${caseId}`
    expect(rows[0]?.count).toBe(1)
  })

  it('takes the same submit sent five times as one', async () => {
    const { caseId } = await grantAt(world, 'draft')
    const { caseworker } = world.actor
    const input = { caseId, version: await versionOf(caseworker, caseId) }
    const commandId = newId()
    const results = await Promise.all(
      Array.from({ length: 5 }, () => submitGrant.execute(caseworker, input, { commandId })),
    )
    expect(results.every((result) => result.ok)).toBe(true)
    const rows =
      await ownerSql()`select count(*)::integer as count from case_events where case_id = ${caseId} and to_status = 'submitted'`
    expect(rows[0]?.count).toBe(1)
  })

  it('submits one of two applications of a household in the same round', async () => {
    const person = await makePerson(world.actor.caseworker)
    const first = await grantAt(world, 'draft', { person })
    const second = await grantAt(world, 'draft', { person })
    const { caseworker } = world.actor
    const results = await Promise.all(
      [first, second].map(({ caseId }) => submitGrant.execute(caseworker, { caseId, version: 1 })),
    )
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(results.find((result) => !result.ok)).toEqual({
      ok: false,
      code: 'refused',
      reasons: [{ key: 'grants.refused.live_in_household' }],
    })
  })

  it('gives references without a gap in safety: twenty at once are twenty different ones', async () => {
    const people = await Promise.all(Array.from({ length: 20 }, () => makePerson(world.actor.caseworker)))
    const made = await Promise.all(
      people.map(({ personId }) =>
        createGrant.execute(world.actor.caseworker, { ...details, personId, fundingRoundId: world.roundId }),
      ),
    )
    expect(new Set(made.map((result) => good(result).reference)).size).toBe(20)
  })
})

describe('references', () => {
  it('go on past the hundred thousandth of a year', async () => {
    const first = await ownerSql()`select next_reference('TST', 2026) as reference`
    expect(first[0]?.reference).toBe('TST-2026-00001')
    await ownerSql()`select setval('reference_tst_2026', 99999)`
    const next = await ownerSql()`select next_reference('TST', 2026) as reference`
    expect(next[0]?.reference).toBe('TST-2026-100000')
  })
})

describe('stale and wrong input', () => {
  it('answers conflict to a form that was read before someone else changed the record', async () => {
    const { caseId } = await grantAt(world, 'draft')
    const { caseworker } = world.actor
    const edit = { ...details, caseId, version: 1, fundingRoundId: world.roundId }
    good(await editGrant.execute(caseworker, { ...edit, amount: '1500000' }))
    expect(await editGrant.execute(caseworker, edit)).toEqual({ ok: false, code: 'conflict' })
  })

  it('leaves an application to its own caseworker: a supervisor takes the case first', async () => {
    const { caseId } = await grantAt(world, 'draft')
    const edit = { ...details, caseId, version: 1, fundingRoundId: world.roundId }
    expect(await editGrant.execute(world.actor.supervisor, edit)).toMatchObject({
      reasons: [{ key: 'grants.refused.not_your_case' }],
    })
  })

  it('refuses a decision on something else than what was shown', async () => {
    const { caseId } = await grantAt(world, 'pending_approval_1')
    const form = await decisionForm(world.actor.supervisor, caseId, 'approve')
    const result = await decideGrant.execute(world.actor.supervisor, { ...form, shownHash: 'a'.repeat(64) })
    expect(result).toEqual({ ok: false, code: 'conflict' })
  })

  it.each(['0', '-5', '1e18', '99999999999999', '', 'ten'])('refuses the amount %s at its field', async (amount) => {
    const { personId } = await makePerson(world.actor.caseworker)
    const result = await createGrant.execute(world.actor.caseworker, {
      ...details,
      amount,
      personId,
      fundingRoundId: world.roundId,
    })
    expect(result).toMatchObject({ ok: false, code: 'invalid', fields: { amount: expect.stringMatching(/^errors\./) } })
  })

  it('refuses a text of 5 MB with a message at the field', async () => {
    const { personId } = await makePerson(world.actor.caseworker)
    const input = { ...details, purpose: 'x'.repeat(5_000_000), personId, fundingRoundId: world.roundId }
    expect(await createGrant.execute(world.actor.caseworker, input)).toMatchObject({
      fields: { purpose: 'errors.tooLong' },
    })
  })

  it('needs consent and no open duplicate to submit', async () => {
    const person = await makePerson(world.actor.caseworker, 'سعد', { withConsent: false })
    const { caseId } = await grantAt(world, 'draft', { person })
    expect(await submitGrant.execute(world.actor.caseworker, { caseId, version: 1 })).toMatchObject({
      code: 'refused',
      reasons: [{ key: 'grants.refused.no_consent' }],
    })
  })

  it('stops both records of an undecided duplicate, and of a decided one only the second', async () => {
    const { caseworker } = world.actor
    const [first, second] = [await makePerson(caseworker), await makePerson(caseworker)]
    await ownerSql()`insert into duplicate_flags (id, person_id, other_person_id, score, reasons, is_blocking, raised_by)
      values (${newId()}, ${second.personId}, ${first.personId}, 90, '[]', true, ${caseworker.userId})`
    const drafts = [await grantAt(world, 'draft', { person: first }), await grantAt(world, 'draft', { person: second })]
    const submit = () =>
      Promise.all(drafts.map(({ caseId }) => submitGrant.execute(caseworker, { caseId, version: 1 })))
    expect((await submit()).map((result) => result.ok)).toEqual([false, false])
    await ownerSql()`update duplicate_flags set state = 'same' where person_id = ${second.personId}`
    expect((await submit()).map((result) => result.ok)).toEqual([true, false])
  })

  it('refuses a plan that does not cover the request', async () => {
    const { caseId } = await grantAt(world, 'business_plan')
    const { caseworker } = world.actor
    good(await savePlan.execute(caseworker, { caseId, version: await versionOf(caseworker, caseId), ...plan('1000') }))
    expect(
      await completePlan.execute(caseworker, { caseId, version: await versionOf(caseworker, caseId) }),
    ).toMatchObject({
      reasons: [{ key: 'plan.refused.too_small' }],
    })
  })
})

describe('separation of duties', () => {
  it('tells the owner why they cannot verify', async () => {
    const { caseId } = await grantAt(world, 'verification')
    const { caseworker } = world.actor
    const visit = { visitedOn: '2026-02-01', place: 'x', findings: 'All of it is there.', isConfirmed: 'yes' }
    const input = { caseId, version: await versionOf(caseworker, caseId), ...visit }
    expect(await recordVerification.execute(caseworker, input)).toMatchObject({
      code: 'refused',
      reasons: [{ key: 'grants.refused.verifier_is_owner' }],
    })
  })

  it('lets nobody verify what they prepared and passed on', async () => {
    const { caseId } = await grantAt(world, 'draft')
    const { caseworker, colleague, supervisor, supervisorB } = world.actor
    const ref = async () => ({ caseId, version: await versionOf(supervisor, caseId) })
    for (const holder of [supervisor, colleague]) {
      const to = `${holder.userId}:${world.team.falluja}`
      good(await assignCase.execute(supervisorB, { ...(await ref()), to }))
    }
    good(await submitGrant.execute(colleague, await ref()))
    good(await startScreening.execute(colleague, await ref()))
    good(await recordScreening.execute(colleague, await ref()))
    const visit = { visitedOn: '2026-02-01', place: 'x', findings: 'All of it is there.', isConfirmed: 'yes' }
    for (const former of [caseworker, supervisor])
      expect(await recordVerification.execute(former, { ...(await ref()), ...visit })).toMatchObject({
        reasons: [{ key: 'grants.refused.verifier_is_owner' }],
      })
    good(await recordVerification.execute(supervisorB, { ...(await ref()), ...visit }))
  })

  it('holds in the database: a decision by creator, verifier or the other stage is refused to raw SQL', async () => {
    const { caseId } = await grantAt(world, 'pending_approval_1')
    const attempt = (userId: string, stage = 1) =>
      sqlAs(
        userId,
        (
          sql,
        ) => sql`insert into grant_decisions (id, case_id, round, stage, outcome, reason, shown_hash, shown, decided_by)
        values (${newId()}, ${caseId}, 1, ${stage}, 'approve', 'x', 'x', '{}', ${userId})`,
      )
    await expect(attempt(world.actor.caseworker.userId)).rejects.toThrow('grants.refused.decider_is_owner')
    await expect(attempt(world.actor.colleague.userId)).rejects.toThrow('grants.refused.decider_verified')
    await attempt(world.actor.supervisor.userId)
    await expect(attempt(world.actor.supervisor.userId, 2)).rejects.toThrow('grants.refused.decided_other_stage')
  })

  it('holds in the database: no status without its event, no approval without its decisions', async () => {
    const { caseId } = await grantAt(world, 'pending_approval_1')
    const { userId } = world.actor.supervisor
    const move = (status: string) =>
      sqlAs(userId, (sql) => sql`update cases set status = ${status}, version = version + 1 where id = ${caseId}`)
    await expect(move('rejected')).rejects.toThrow('without an event')
    const forged = sqlAs(userId, async (sql) => {
      await sql`update cases set status = 'approved', version = version + 1 where id = ${caseId}`
      await sql`insert into case_events (id, case_id, kind, from_status, to_status, actor_id, version)
        select ${newId()}, id, 'moved', 'pending_approval_1', 'approved', ${userId}, version from cases where id = ${caseId}`
    })
    await expect(forged).rejects.toThrow('grants.refused.not_decided')
  })

  it('holds in the database: history cannot be changed', async () => {
    const { caseId } = await grantAt(world, 'submitted')
    for (const user of [world.actor.caseworker, world.actor.admin]) {
      await expect(
        sqlAs(user.userId, (sql) => sql`update case_events set kind = 'x' where case_id = ${caseId}`),
      ).rejects.toThrow('permission denied')
      await expect(sqlAs(user.userId, (sql) => sql`delete from audit_log`)).rejects.toThrow('permission denied')
      await expect(sqlAs(user.userId, (sql) => sql`truncate case_events`)).rejects.toThrow('permission denied')
    }
    await expect(ownerSql()`delete from case_events where case_id = ${caseId}`).rejects.toThrow(
      'history is not changed',
    )
  })

  it('approves nothing once consent was withdrawn, also after it was submitted', async () => {
    const { caseId, personId } = await grantAt(world, 'pending_approval_1')
    await ownerSql()`update consents set withdrawn_on = '2026-11-01' where person_id = ${personId}`
    expect(await decide(world.actor.supervisor, caseId, 'approve')).toMatchObject({
      reasons: [{ key: 'grants.unmet.consent' }],
    })
  })

  it('approves nothing while no limit is configured', async () => {
    const { caseId } = await grantAt(world, 'pending_approval_1')
    await ownerSql()`update approval_limits set ended_at = now()`
    const result = await decide(world.actor.supervisor, caseId, 'approve')
    await ownerSql()`update approval_limits set ended_at = null`
    expect(result).toMatchObject({ code: 'refused', reasons: [{ key: 'grants.unmet.limitSet' }] })
  })
})

describe('scope', () => {
  it('does not exist for another team, a closed role or an admin: by command and by raw SQL', async () => {
    const { caseId, personId } = await grantAt(world, 'submitted')
    for (const part of ['caseworker2', 'supervisor2', 'finance', 'analyst', 'admin'] as const) {
      const actor = world.actor[part]
      const end = { caseId, version: 2, reason: `because ${part}` }
      expect(await withdrawGrant.execute(actor, end)).toEqual({ ok: false, code: 'not_found' })
      for (const table of [
        'cases',
        'grants',
        'people',
        'case_events',
        'consents',
        'households',
        'displacements',
      ] as const) {
        const rows = await sqlAs(actor.userId, (sql) =>
          table === 'people' || table === 'cases'
            ? sql`select id from ${sql(table)} where id in (${caseId}, ${personId})`
            : sql`select * from ${sql(table)} where ${sql(table === 'grants' || table === 'case_events' ? 'case_id' : table === 'households' ? 'id' : 'person_id')} in (${caseId}, ${personId})`,
        )
        expect(rows, `${part} ${table}`).toHaveLength(0)
      }
    }
  })

  it('shows an admin no case content in the audit, and a caseworker nothing of rights', async () => {
    await grantAt(world, 'submitted')
    const ofAdmin = await sqlAs(world.actor.admin.userId, (sql) => sql`select distinct is_case_content from audit_log`)
    expect(ofAdmin.map((row) => row.is_case_content)).not.toContain(true)
    const ofCaseworker = await sqlAs(
      world.actor.caseworker.userId,
      (sql) => sql`select 1 from audit_log where not is_case_content`,
    )
    expect(ofCaseworker).toHaveLength(0)
  })

  it('ends with the user: a deactivated caseworker can do nothing more', async () => {
    const { caseId } = await grantAt(world, 'draft')
    await ownerSql()`update users set is_active = false where id = ${world.actor.caseworker.userId}`
    const result = await submitGrant.execute(world.actor.caseworker, { caseId, version: 1 })
    await ownerSql()`update users set is_active = true where id = ${world.actor.caseworker.userId}`
    expect(result).toEqual({ ok: false, code: 'unauthenticated' })
  })
})
