import { beforeAll, describe, expect, it } from 'vitest'
import { sqlAs } from '../../db/testing'
import { makeWorld, type World } from '../../db/testing-world'
import { newId } from '../ids'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

/** Raw SQL in the admin's own session: what a broken command, or a hole in one, could try. */
const tries = (text: string, ...values: string[]) => sqlAs(world.actor.admin.userId, (sql) => sql.unsafe(text, values))

describe('an admin with raw SQL', () => {
  it('makes no approval without an approver, neither at once nor afterwards', async () => {
    const own = world.actor.admin.userId
    const other = world.actor.analyst.userId
    const insert =
      'insert into user_roles (id, user_id, role, requested_by, approved_at) values ($1, $2, $3, $4, now())'
    await expect(tries(insert, newId(), other, 'programme_manager', own)).rejects.toThrow('admin.refused.second_admin')
    const id = newId()
    await tries(
      "insert into user_roles (id, user_id, role, requested_by) values ($1, $2, 'supervisor', $3)",
      id,
      other,
      own,
    )
    await expect(tries('update user_roles set approved_at = now() where id = $1', id)).rejects.toThrow(
      'admin.refused.second_admin',
    )
    await expect(tries('update user_roles set approved_by = $2 where id = $1', id, own)).rejects.toThrow(
      'admin.refused.second_admin',
    )
    await expect(tries('update user_roles set ended_at = now() where id = $1', id)).rejects.toThrow(
      'admin.refused.own_role',
    )
  })

  it('does not widen their own reach', async () => {
    const own = world.actor.admin.userId
    const refusal = 'admin.refused.own_rights'
    await expect(
      tries("insert into user_programmes (id, user_id, programme) values ($1, $2, 'health')", newId(), own),
    ).rejects.toThrow(refusal)
    await expect(
      tries("insert into user_areas (id, user_id, district_pcode) values ($1, $2, 'IQG01Q01')", newId(), own),
    ).rejects.toThrow(refusal)
    await expect(
      tries(
        "insert into team_members (id, team_id, user_id, from_on) values ($1, $2, $3, '2026-01-01')",
        newId(),
        world.team.falluja,
        own,
      ),
    ).rejects.toThrow(refusal)
  })

  it('rewrites no approval limit', async () => {
    await expect(tries('update approval_limits set second_stage_from_minor = 1')).rejects.toThrow(
      'admin.refused.role_history',
    )
  })
})
