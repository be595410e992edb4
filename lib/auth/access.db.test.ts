import { beforeAll, describe, expect, it } from 'vitest'
import { ownerSql, sqlAs } from '../../db/testing'
import { decisionForm, details, grantAt, plan, versionOf } from '../../db/testing-grant'
import { makePerson, makeWorld, type Part, type World } from '../../db/testing-world'
import { answerTransfer, assignCase, offerTransfer } from '../cases/assignment'
import { addNote, addTask } from '../cases/note-commands'
import type { Command } from '../commands/command'
import * as application from '../grants/application-commands'
import { decideGrant } from '../grants/decision-commands'
import { listGrants } from '../grants/list-query'
import { completePlan, savePlan } from '../grants/plan-commands'
import { getDecision, getGrant } from '../grants/queries'
import { recordScreening, recordVerification, startScreening } from '../grants/review-commands'
import { getMyWork } from '../work'
import { permissionTable } from './permission-table'
import { type Role, roles, scopeOf } from './roles'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const parts: Part[] = [
  'caseworker',
  'colleague',
  'supervisor',
  'supervisorB',
  'caseworker2',
  'supervisor2',
  'manager',
  'finance',
  'analyst',
  'admin',
]
type Answer = 'ok' | 'refused' | 'forbidden' | 'not_found'
type Stage = Parameters<typeof grantAt>[1]

const outOfScope: Partial<Record<Part, Answer>> = {
  caseworker2: 'not_found',
  supervisor2: 'not_found',
  finance: 'not_found',
  analyst: 'not_found',
  admin: 'not_found',
}
const reason = { reason: 'For the test' }
const visit = { visitedOn: '2026-02-01', place: 'Nazal', findings: 'The shop is there.', isConfirmed: 'yes' }

/** The grant is Falluja's, prepared by `caseworker`, reviewed by `colleague`. Who is not named in a row is out of its scope. */
const table: {
  deed: string
  stage: Stage
  command: Command<unknown>
  input?: object
  answers: Partial<Record<Part, Answer>>
}[] = [
  {
    deed: 'submit',
    stage: 'draft',
    command: application.submitGrant,
    answers: {
      caseworker: 'ok',
      colleague: 'refused',
      supervisor: 'refused',
      supervisorB: 'refused',
      manager: 'forbidden',
    },
  },
  {
    deed: 'withdraw',
    stage: 'draft',
    command: application.withdrawGrant,
    input: reason,
    answers: { caseworker: 'ok', colleague: 'refused', supervisor: 'ok', supervisorB: 'ok', manager: 'ok' },
  },
  {
    deed: 'cancel',
    stage: 'submitted',
    command: application.cancelGrant,
    input: reason,
    answers: { caseworker: 'ok', colleague: 'refused', supervisor: 'ok', supervisorB: 'ok', manager: 'ok' },
  },
  {
    deed: 'start screening',
    stage: 'submitted',
    command: startScreening,
    answers: { caseworker: 'ok', colleague: 'ok', supervisor: 'ok', supervisorB: 'ok', manager: 'forbidden' },
  },
  {
    deed: 'screen',
    stage: 'screening',
    command: recordScreening,
    answers: { caseworker: 'ok', colleague: 'ok', supervisor: 'ok', supervisorB: 'ok', manager: 'forbidden' },
  },
  {
    deed: 'verify',
    stage: 'verification',
    command: recordVerification,
    input: visit,
    answers: { caseworker: 'refused', colleague: 'ok', supervisor: 'ok', supervisorB: 'ok', manager: 'forbidden' },
  },
  {
    deed: 'save the plan',
    stage: 'business_plan',
    command: savePlan,
    input: plan(),
    answers: {
      caseworker: 'ok',
      colleague: 'refused',
      supervisor: 'refused',
      supervisorB: 'refused',
      manager: 'forbidden',
    },
  },
  {
    deed: 'hand over the plan',
    stage: 'business_plan',
    command: completePlan,
    answers: {
      caseworker: 'refused',
      colleague: 'refused',
      supervisor: 'refused',
      supervisorB: 'refused',
      manager: 'forbidden',
    },
  },
  {
    deed: 'write a note',
    stage: 'draft',
    command: addNote,
    input: { body: 'x' },
    answers: { caseworker: 'ok', colleague: 'ok', supervisor: 'ok', supervisorB: 'ok', manager: 'forbidden' },
  },
]

describe('role × deed × scope', () => {
  describe.each(table)('$deed', ({ stage, command, input, answers }) => {
    it.each(parts)('by %s', async (part) => {
      const { caseId } = await grantAt(world, stage)
      const actor = world.actor[part]
      const form = { caseId, version: await versionOf(world.actor.caseworker, caseId), ...input }
      const result = await command.execute(actor, form)
      expect(result.ok ? 'ok' : result.code).toBe(answers[part] ?? outOfScope[part])
    })
  })

  it.each(parts)('decide at the first stage, by %s', async (part) => {
    const { caseId } = await grantAt(world, 'pending_approval_1')
    const form = await decisionForm(world.actor.supervisor, caseId, 'approve')
    const result = await decideGrant.execute(world.actor[part], form)
    const decides: Partial<Record<Part, Answer>> = {
      supervisor: 'ok',
      supervisorB: 'ok',
      caseworker: 'refused',
      colleague: 'refused',
      manager: 'refused',
    }
    expect(result.ok ? 'ok' : result.code).toBe(decides[part] ?? outOfScope[part])
  })

  it.each(parts)('make an application for a person of Falluja, by %s', async (part) => {
    const { personId } = await makePerson(world.actor.caseworker)
    const result = await application.createGrant.execute(world.actor[part], {
      ...details,
      personId,
      fundingRoundId: world.roundId,
    })
    const makes: Partial<Record<Part, Answer>> = {
      caseworker: 'ok',
      colleague: 'ok',
      supervisor: 'ok',
      supervisorB: 'ok',
      manager: 'forbidden',
    }
    expect(result.ok ? 'ok' : result.code).toBe(makes[part] ?? outOfScope[part])
  })
})

describe('a foreign id', () => {
  it.each(parts.filter((part) => outOfScope[part]))(
    'opens nothing for %s: not in pages, lists, tasks, hands or the day',
    async (part) => {
      const { caseId } = await grantAt(world, 'pending_approval_1')
      const actor = world.actor[part]
      expect(await getGrant(actor, caseId)).toBeNull()
      expect(await getDecision(actor, caseId)).toBeNull()
      const list = await listGrants(actor, {})
      expect(list.rows.map((row) => row.id)).not.toContain(caseId)
      expect(JSON.stringify(await getMyWork(actor))).not.toContain(caseId)
      const { userId } = world.actor.colleague
      const to = `${userId}:${world.team.falluja}`
      const commands: [Command<unknown>, object][] = [
        [addTask, { caseId, title: 'x', assigneeId: userId, dueOn: '2027-01-01' }],
        [assignCase, { caseId, version: 1, to }],
        [offerTransfer, { caseId, version: 1, to, reason: 'x' }],
        [answerTransfer, { caseId, answer: 'accept' }],
      ]
      for (const [command, input] of commands) {
        expect(await command.execute(actor, input), command.name).toEqual({ ok: false, code: 'not_found' })
      }
    },
  )
})

describe('the two permission tables', () => {
  it('agree: what the database shows is what lib/auth/roles says', async () => {
    const rows = await ownerSql()`select role, scope from role_scopes order by role`
    const expected = [...roles].sort().map((role: Role) => ({ role, scope: scopeOf([role], 'people.read') }))
    expect(rows.map(({ role, scope }) => ({ role, scope }))).toEqual(expected)
    for (const role of roles)
      expect(permissionTable[role]['grants.read'] ?? 'none').toBe(scopeOf([role], 'people.read'))
  })
})

describe('the database as the floor', () => {
  it('has row-level security on every table', async () => {
    const rows =
      await ownerSql()`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and not relrowsecurity`
    expect(rows.map((row) => row.relname)).toEqual([])
  })

  it('gives the app no table of its own, no secret column and no way to rewrite history', async () => {
    const owned =
      await ownerSql()`select count(*)::integer as count from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname in ('sanad_app', 'sanad_system', 'sanad_web')`
    expect(owned[0]?.count).toBe(0)
    const { userId } = world.actor.admin
    await expect(sqlAs(userId, (sql) => sql`select password_hash from users`)).rejects.toThrow('permission denied')
    await expect(sqlAs(userId, (sql) => sql`select token_hash from sessions`)).rejects.toThrow('permission denied')
    const history = await ownerSql()`select table_name, privilege_type from information_schema.role_table_grants
      where grantee in ('sanad_app', 'sanad_system') and table_name in ('case_events', 'audit_log', 'read_log', 'grant_decisions')
      and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')`
    expect(history).toHaveLength(0)
  })

  it('shows nothing to someone who did not enter', async () => {
    const { url } = (await import('../../db/testing')).testDatabase()
    const { default: postgres } = await import('postgres')
    const sql = postgres(url, { max: 1, onnotice: () => {} })
    await expect(sql`select count(*) from people`).rejects.toThrow('permission denied')
    const rows = await sql.begin(async (tx) => {
      await tx`set local role sanad_app`
      return tx`select id from people union all select id from cases union all select id from users`
    })
    expect(rows).toHaveLength(0)
    await sql.end()
  })
})
