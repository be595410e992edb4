import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../lib/ids'
import { ownerSql, sqlAs } from './testing'
import { grantAt } from './testing-grant'
import { makePerson, makeWorld, type World } from './testing-world'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

/** Raw SQL in a user's own session: what a broken command, or a hole in one, could try. */
const tries = (part: keyof World['actor'], text: string, ...values: (string | number)[]) =>
  sqlAs(world.actor[part].userId, (sql) => sql.unsafe(text, values))

const denied = /row-level security|is not changed|grants\.refused|without an assignment/
const decision = `insert into grant_decisions (id, case_id, round, stage, outcome, reason, shown_hash, shown, decided_by)
  values ($1, $2, 1, $3, 'approve', 'x', 'x', '{}', $4)`

describe('raw SQL in a user’s own session', () => {
  it('signs nothing with another’s name', async () => {
    const { caseId } = await grantAt(world, 'draft')
    const { caseworker, supervisor } = world.actor
    const event = `insert into case_events (id, case_id, kind, actor_id, version) values ($1, $2, 'note_added', $3, 1)`
    const note = `insert into notes (id, case_id, body, author_id) values ($1, $2, 'x', $3)`
    for (const text of [event, note]) {
      await expect(tries('caseworker', text, newId(), caseId, supervisor.userId)).rejects.toThrow(denied)
      await tries('caseworker', text, newId(), caseId, caseworker.userId)
    }
  })

  it('washes nobody’s hands of a case', async () => {
    const { caseId } = await grantAt(world, 'pending_approval_1')
    const { supervisor, colleague } = world.actor
    for (const text of [
      'update cases set created_by = $2, version = version + 1 where id = $1',
      'update cases set caseworker_id = $2, version = version + 1 where id = $1',
      'update case_assignments set caseworker_id = $2 where case_id = $1',
      'update grants set submitted_by = $2 where case_id = $1',
    ])
      await expect(tries('caseworker', text, caseId, colleague.userId), text).rejects.toThrow(denied)
    await expect(
      tries(
        'supervisor',
        'update grants set round = round + 2 where case_id = $1 and $2 <> $1',
        caseId,
        supervisor.userId,
      ),
    ).rejects.toThrow(denied)
  })

  it('opens no other team’s file by a grant for its person', async () => {
    const { caseId } = await grantAt(world, 'draft')
    const theirs = await makePerson(world.actor.caseworker2, 'كريم')
    const move = 'update grants set person_id = $2 where case_id = $1'
    await expect(tries('caseworker', move, caseId, theirs.personId)).rejects.toThrow(denied)
    const seen = await tries('caseworker', 'select id from people where id = $1', theirs.personId)
    expect([...seen]).toEqual([])
    const own = newId()
    const open = sqlAs(world.actor.caseworker.userId, async (sql) => {
      const { userId } = world.actor.caseworker
      await sql`insert into cases (id, reference, programme, status, caseworker_id, team_id, district_pcode, location_pcode, created_by)
        select ${own}, 'GRT-2999-00001', programme, 'draft', ${userId}, team_id, district_pcode, location_pcode, ${userId} from cases where id = ${caseId}`
      await sql`insert into grants (case_id, person_id, household_id, funding_round_id, form, amount_minor, currency, sector,
          business_kind, business_name, purpose, monthly_income_minor, dependants, years_of_experience)
        select ${own}, ${theirs.personId}, ${theirs.householdId}, funding_round_id, form, amount_minor, currency, sector,
          business_kind, business_name, purpose, monthly_income_minor, dependants, years_of_experience from grants where case_id = ${caseId}`
    })
    await expect(open).rejects.toThrow('row-level security')
  })

  it('decides only in the role of the stage, and only while it waits', async () => {
    const { caseId } = await grantAt(world, 'business_plan')
    await expect(tries('supervisor', decision, newId(), caseId, 1, world.actor.supervisor.userId)).rejects.toThrow(
      'grants.refused.not_pending',
    )
    const ready = await grantAt(world, 'pending_approval_1')
    await expect(tries('manager', decision, newId(), ready.caseId, 1, world.actor.manager.userId)).rejects.toThrow(
      'grants.refused.not_stage_1',
    )
    await tries('supervisor', decision, newId(), ready.caseId, 1, world.actor.supervisor.userId)
    await expect(
      tries('supervisorB', decision, newId(), ready.caseId, 2, world.actor.supervisorB.userId),
    ).rejects.toThrow('grants.refused.not_pending')
  })

  it('brings no ended session back', async () => {
    const { userId } = world.actor.colleague
    const sessionId = newId()
    await ownerSql()`insert into sessions (id, user_id, token_hash, expires_at, revoked_at)
      values (${sessionId}, ${userId}, ${sessionId}, now() + interval '1 hour', now())`
    await expect(tries('colleague', 'update sessions set revoked_at = null where id = $1', sessionId)).rejects.toThrow(
      denied,
    )
  })

  it('reads no names as an admin who is in a team', async () => {
    const { personId } = await makePerson(world.actor.caseworker)
    await ownerSql()`insert into person_words (word, team_id, person_id) values ('محمد', ${world.team.falluja}, ${personId})`
    await ownerSql()`insert into team_members (id, user_id, team_id, from_on)
      values (${newId()}, ${world.actor.admin2.userId}, ${world.team.falluja}, '2020-01-01')`
    expect([...(await tries('admin2', 'select word from person_words'))]).toEqual([])
  })

  it('lets nobody clear a duplicate but a supervisor who did not raise it', async () => {
    const { caseworker } = world.actor
    const [one, two] = [await makePerson(caseworker), await makePerson(caseworker)]
    const flagId = newId()
    await tries(
      'caseworker',
      `insert into duplicate_flags (id, person_id, other_person_id, score, reasons, is_blocking, raised_by) values ($1, $2, $3, 90, '[]', true, $4)`,
      flagId,
      one.personId,
      two.personId,
      caseworker.userId,
    )
    const clear = `update duplicate_flags set state = 'different', decided_by = $2 where id = $1`
    await expect(tries('caseworker', clear, flagId, caseworker.userId)).rejects.toThrow('people.refused.ownFlag')
    await expect(tries('colleague', clear, flagId, world.actor.colleague.userId)).rejects.toThrow('not a role')
    await tries('supervisor', clear, flagId, world.actor.supervisor.userId)
  })
})
