import { beforeAll, describe, expect, it } from 'vitest'
import { ownerSql, sqlAs } from '../../db/testing'
import { makePerson, makeWorld, type Part, type World } from '../../db/testing-world'
import type { Actor } from '../auth/actor'
import { actorOf } from '../auth/actor-of'
import { takeLink } from '../auth/links'
import { permissionTable } from '../auth/permission-table'
import { type Role, roles } from '../auth/roles'
import { accountKey } from '../auth/sign-in'
import type { Result } from '../commands/result'
import { getPathway } from '../forums/concerns/queries'
import { newId } from '../ids'
import { listAudit } from './audit-queries'
import { setLimit } from './limit-commands'
import { handOver, inviteUser } from './links'
import { setAreas, setProgrammes } from './reach-commands'
import { addCommunity, editPlace } from './reference-commands'
import { getPlace, listLimits } from './reference-queries'
import { approveRole, endRole, giveRole } from './role-commands'
import { addMember, createTeam, editTeam, endMembership } from './team-commands'
import { getTeam, listTeams } from './team-queries'
import { createUser, deactivateUser, editUser, reactivateUser, unlockUser } from './user-commands'
import { getUser } from './user-page-query'
import { listUsers, listWaitingRoles } from './user-queries'
import { addWord, editWord } from './word-commands'
import { listWords, type Word } from './word-queries'

let world: World
let admin: Actor
let admin2: Actor
beforeAll(async () => {
  world = await makeWorld()
  admin = world.actor.admin
  admin2 = world.actor.admin2
})

function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.data
}

let made = 0
async function makeUser(change: Record<string, unknown> = {}): Promise<string> {
  made += 1
  const input = { name: `New ${made}`, email: `new${made}@test.sanad`, locale: 'en', ...change }
  return good(await createUser.execute(admin, input)).userId
}

async function openRole(userId: string, role: Role) {
  const rows = await ownerSql()`select id, approved_at is not null as counts from user_roles
    where user_id = ${userId} and role = ${role} and ended_at is null`
  return { userRoleId: String(rows[0]?.id), counts: Boolean(rows[0]?.counts) }
}

const refused = (key: string) => ({ ok: false, code: 'refused', reasons: [{ key }] })

describe('users', () => {
  it('are made with roles, programmes and teams in one deed; what approves waits', async () => {
    const userId = await makeUser({
      roles: ['caseworker', 'supervisor'],
      programmes: 'livelihoods',
      teams: [world.team.falluja, world.team.ramadi],
    })
    const actor = await actorOf(userId, 'test')
    expect(actor.roles).toEqual(['caseworker'])
    expect(actor.programmes).toEqual(['livelihoods'])
    expect([...actor.teams].sort()).toEqual([world.team.falluja, world.team.ramadi].sort())
    const page = await getUser(admin, userId)
    expect(page?.roles.map((role) => [role.role, role.isApproved]).sort()).toEqual([
      ['caseworker', true],
      ['supervisor', false],
    ])
    expect(page?.hasPassword).toBe(false)
    expect((await listWaitingRoles(admin2)).some((role) => role.userId === userId)).toBe(true)
  })

  it('have an e-mail of their own, in any case of letters', async () => {
    await makeUser({ email: 'Twice@Test.Sanad' })
    const again = await createUser.execute(admin, { name: 'x', email: 'twice@test.sanad', locale: 'en' })
    expect(again).toEqual({ ok: false, code: 'invalid', fields: { email: 'admin.errors.emailTaken' } })
  })

  it('are not made with roles that cannot be held together', async () => {
    const input = { name: 'x', email: 'pair@test.sanad', locale: 'en', roles: ['finance_officer', 'supervisor'] }
    expect(await createUser.execute(admin, input)).toEqual({
      ok: false,
      code: 'invalid',
      fields: { roles: 'admin.refused.incompatible' },
    })
  })

  it('answer a stale edit with a conflict', async () => {
    const userId = await makeUser()
    const edit = { userId, version: 1, name: 'Renamed', email: `${userId}@test.sanad`, locale: 'ar' }
    good(await editUser.execute(admin, edit))
    expect(await editUser.execute(admin2, edit)).toEqual({ ok: false, code: 'conflict' })
  })

  it('are deactivated and reactivated, with their sessions ended', async () => {
    const userId = await makeUser({ roles: ['caseworker'] })
    await ownerSql()`insert into sessions (id, user_id, token_hash, expires_at)
      values (${newId()}, ${userId}, ${userId}, now() + interval '1 hour')`
    good(await deactivateUser.execute(admin, { userId, version: 1 }))
    const rows = await ownerSql()`select revoked_at from sessions where user_id = ${userId}`
    expect(rows[0]?.revoked_at).not.toBeNull()
    await expect(actorOf(userId, 'test')).rejects.toThrow()
    good(await reactivateUser.execute(admin, { userId, version: 2 }))
    expect((await actorOf(userId, 'test')).roles).toEqual(['caseworker'])
  })

  it('are found by a part of the name or e-mail, with wildcards taken literally', async () => {
    const userId = await makeUser({ name: 'Zahra 100%', email: 'zahra@test.sanad' })
    const ids = async (q: string) => (await listUsers(admin, { q })).rows.map((row) => row.id)
    expect(await ids('0%')).toEqual([userId])
    expect(await ids('ZAHRA@')).toEqual([userId])
    expect(await ids("' or 1=1 --")).toEqual([])
    const filtered = await listUsers(admin, { role: 'admin', state: 'active', teamId: world.team.falluja })
    expect(filtered.rows).toEqual([])
  })

  it('are unlocked by an admin', async () => {
    const userId = await makeUser({ email: 'locked@test.sanad' })
    await ownerSql()`insert into sign_in_throttle (key, failures, locked_until)
      values (${accountKey('locked@test.sanad')}, 6, now() + interval '30 minutes')`
    expect((await getUser(admin, userId))?.lockedUntil).not.toBeNull()
    good(await unlockUser.execute(admin, { userId }))
    expect((await getUser(admin, userId))?.lockedUntil).toBeNull()
  })
})

describe('one-time links', () => {
  it('come back once when no mail can be sent, work once, and stand nowhere in clear', async () => {
    const commandId = newId()
    const input = { name: 'Invited', email: 'invited@test.sanad', locale: 'en', roles: ['caseworker'] }
    const { link, userId } = good(await inviteUser(admin, input, commandId))
    const token = String(link?.split('/').at(-1))
    const log = await ownerSql()`select outcome::text as outcome from command_log`
    const audit = await ownerSql()`select changes::text as changes from audit_log`
    expect([...log, ...audit].filter((row) => JSON.stringify(row).includes(token))).toEqual([])
    expect(await takeLink(token, 'practice-new-2026')).toBe('invited@test.sanad')
    expect(await takeLink(token, 'practice-new-2026')).toBeNull()
    expect((await getUser(admin, userId))?.hasPassword).toBe(true)
    // The same form sent again makes no second account.
    expect(good(await inviteUser(admin, input, commandId)).userId).toBe(userId)
  })

  it('stand in the audit: who made which for whom', async () => {
    const { userId } = good(
      await inviteUser(admin, { name: 'Linked', email: 'linked@test.sanad', locale: 'en', roles: ['caseworker'] }),
    )
    good(await handOver(admin2, { userId, kind: 'reset' }))
    const { rows } = await listAudit(admin, { userId, table: 'one_time_links' })
    expect(rows.map((row) => [row.actorName, row.subject?.en, row.changes.kind?.[1]])).toEqual([
      [admin2.name, 'Linked', 'reset'],
      [admin.name, 'Linked', 'invite'],
    ])
  })

  it('are not made for a deactivated user, nor by anyone but an admin', async () => {
    const userId = await makeUser()
    good(await deactivateUser.execute(admin, { userId, version: 1 }))
    expect(await handOver(admin, { userId, kind: 'reset' })).toEqual(refused('admin.refused.not_active'))
    const { supervisor } = world.actor
    expect(await handOver(supervisor, { userId: world.actor.caseworker.userId, kind: 'reset' })).toMatchObject({
      ok: false,
    })
    const forged = sqlAs(
      supervisor.userId,
      (sql) => sql`insert into one_time_links (id, user_id, kind, token_hash, created_by, expires_at)
        values (${newId()}, ${userId}, 'reset', 'x', ${supervisor.userId}, now() + interval '1 hour')`,
    )
    await expect(forged).rejects.toThrow('row-level security')
  })
})

describe('roles', () => {
  it('that approve count only after a second admin has agreed', async () => {
    const userId = await makeUser()
    expect(good(await giveRole.execute(admin, { userId, role: 'supervisor' }))).toMatchObject({ waits: true })
    const { userRoleId } = await openRole(userId, 'supervisor')
    expect(await approveRole.execute(admin, { userRoleId })).toEqual(refused('admin.refused.second_admin'))
    good(await approveRole.execute(admin2, { userRoleId }))
    expect((await openRole(userId, 'supervisor')).counts).toBe(true)
    expect(await approveRole.execute(admin2, { userRoleId })).toEqual(refused('admin.refused.role_history'))
    good(await endRole.execute(admin, { userRoleId }))
    expect(await endRole.execute(admin, { userRoleId })).toEqual(refused('admin.refused.role_history'))
  })

  it('are declined by a second admin, and do not count then', async () => {
    const userId = await makeUser({ roles: ['programme_manager'] })
    const { userRoleId } = await openRole(userId, 'programme_manager')
    good(await endRole.execute(admin2, { userRoleId }))
    expect((await actorOf(userId, 'test')).roles).toEqual([])
    expect(await approveRole.execute(admin2, { userRoleId })).toMatchObject({ code: 'refused' })
  })

  it('are never one’s own to give, approve or end', async () => {
    expect(await giveRole.execute(admin, { userId: admin.userId, role: 'analyst' })).toEqual(
      refused('admin.refused.own_role'),
    )
    const { userRoleId } = await openRole(admin.userId, 'admin')
    expect(await endRole.execute(admin, { userRoleId })).toEqual(refused('admin.refused.own_role'))
  })

  it('are refused in pairs that do not go together, also while one still waits', async () => {
    const userId = await makeUser({ roles: ['supervisor'] })
    for (const role of ['finance_officer', 'admin'] as const)
      expect(await giveRole.execute(admin, { userId, role })).toEqual(refused('admin.refused.incompatible'))
    expect(await giveRole.execute(admin, { userId, role: 'supervisor' })).toEqual(refused('admin.refused.role_held'))
    good(await giveRole.execute(admin, { userId, role: 'caseworker' }))
  })

  it('given from two sides at once never make a forbidden pair', async () => {
    for (let round = 0; round < 5; round += 1) {
      const userId = await makeUser()
      const results = await Promise.all([
        giveRole.execute(admin, { userId, role: 'finance_officer' }),
        giveRole.execute(admin2, { userId, role: 'caseworker' }),
      ])
      expect(results.filter((result) => result.ok)).toHaveLength(1)
      const raw = await makeUser()
      const attempt = (by: Actor, role: Role) =>
        sqlAs(
          by.userId,
          (sql) =>
            sql`insert into user_roles (id, user_id, role, requested_by) values (${newId()}, ${raw}, ${role}, ${by.userId})`,
        )
      const both = await Promise.allSettled([attempt(admin, 'finance_officer'), attempt(admin2, 'supervisor')])
      expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    }
  })

  it('of the last active admin stay: two admins ending each other at once leave one', async () => {
    const [a, b] = await Promise.all([openRole(admin.userId, 'admin'), openRole(admin2.userId, 'admin')])
    const results = await Promise.all([endRole.execute(admin2, a), endRole.execute(admin, b)])
    expect(results.filter((result) => result.ok).length).toBeLessThanOrEqual(1)
    const rows =
      await ownerSql()`select count(*)::integer as count from user_roles where role = 'admin' and ended_at is null`
    expect(rows[0]?.count).toBeGreaterThanOrEqual(1)
    await ownerSql()`update user_roles set ended_at = null, ended_by = null where role = 'admin'`.catch(() => null)
    // History is not undone; the lost one gets the role anew, past the commands.
    for (const actor of [admin, admin2])
      await ownerSql()`insert into user_roles (id, user_id, role, approved_at)
        select ${newId()}, ${actor.userId}, 'admin', now() where not exists (
          select from user_roles where user_id = ${actor.userId} and role = 'admin' and ended_at is null)`
  })
})

describe('the last admin', () => {
  it('cannot be deactivated, not even by two admins at once; nor can oneself', async () => {
    const version = async (actor: Actor) => (await getUser(actor, actor.userId))?.version ?? 0
    expect(await deactivateUser.execute(admin, { userId: admin.userId, version: await version(admin) })).toEqual(
      refused('admin.refused.own_account'),
    )
    const [ofFirst, ofSecond] = await Promise.all([version(admin), version(admin2)])
    const results = await Promise.all([
      deactivateUser.execute(admin, { userId: admin2.userId, version: ofSecond }),
      deactivateUser.execute(admin2, { userId: admin.userId, version: ofFirst }),
    ])
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    const left = await ownerSql()`select count(*)::integer as count from users u join user_roles r on r.user_id = u.id
      where u.is_active and r.role = 'admin' and r.ended_at is null and r.approved_at is not null`
    expect(left[0]?.count).toBe(1)
    await ownerSql()`update users set is_active = true`
  })
})

describe('raw SQL as an admin', () => {
  const run = (text: string, ...values: string[]) => sqlAs(admin.userId, (sql) => sql.unsafe(text, values))

  it('cannot give themselves a role', async () => {
    const insert =
      'insert into user_roles (id, user_id, role, requested_by, approved_by, approved_at) values ($1, $2, $3, $2, $2, now())'
    await expect(run(insert, newId(), admin.userId, 'analyst')).rejects.toThrow('admin.refused.own_role')
  })

  it('cannot approve what they asked for, nor in someone else’s name', async () => {
    const userId = await makeUser({ roles: ['supervisor'] })
    const { userRoleId } = await openRole(userId, 'supervisor')
    const approve = 'update user_roles set approved_by = $2, approved_at = now() where id = $1'
    await expect(run(approve, userRoleId, admin.userId)).rejects.toThrow('admin.refused.second_admin')
    await expect(run(approve, userRoleId, admin2.userId)).rejects.toThrow('admin.refused.own_role')
    const ask = 'update user_roles set requested_by = $2 where id = $1'
    await expect(run(ask, userRoleId, admin2.userId)).rejects.toThrow('admin.refused.role_history')
  })

  it('cannot read or write a password, a draft key or a one-time link', async () => {
    await expect(run('select password_hash from users')).rejects.toThrow('permission denied')
    await expect(run('select draft_key from users')).rejects.toThrow('permission denied')
    await expect(run("update users set password_hash = 'x'")).rejects.toThrow('permission denied')
    await expect(run('select token_hash from one_time_links')).rejects.toThrow('permission denied')
    await expect(run('select token_hash from sessions')).rejects.toThrow('permission denied')
  })

  it('cannot delete or rewrite history', async () => {
    for (const text of [
      'delete from audit_log',
      'delete from user_roles',
      'delete from users',
      'delete from approval_limits',
    ])
      await expect(run(text)).rejects.toThrow('permission denied')
  })

  it('reads no people and no case content, in no table and not in the audit', async () => {
    await makePerson(world.actor.caseworker)
    for (const table of [
      'people',
      'households',
      'consents',
      'cases',
      'grants',
      'notes',
      'case_events',
      'documents',
      'read_log',
    ])
      expect(await run(`select 1 from ${table} limit 1`), table).toHaveLength(0)
    const seen = await run('select distinct table_name from audit_log where is_case_content')
    expect(seen).toHaveLength(0)
    const hidden = await ownerSql()`select 1 from audit_log where is_case_content limit 1`
    expect(hidden).toHaveLength(1)
    const page = await listAudit(admin, {})
    expect(page.rows.length).toBeGreaterThan(0)
  })
})

describe('programmes, districts and teams of a user', () => {
  it('are set as ticked, and a stale form is a conflict', async () => {
    const userId = await makeUser({ programmes: ['livelihoods'] })
    good(await setProgrammes.execute(admin, { userId, programmes: ['health', 'policing'], before: 'livelihoods' }))
    expect((await actorOf(userId, 'test')).programmes.sort()).toEqual(['health', 'policing'])
    expect(await setProgrammes.execute(admin2, { userId, programmes: [], before: 'livelihoods' })).toEqual({
      ok: false,
      code: 'conflict',
    })
    good(await setAreas.execute(admin, { userId, areas: ['IQG01Q01', 'IQG01Q03'], before: '' }))
    good(await setAreas.execute(admin, { userId, areas: 'IQG01Q03', before: 'IQG01Q01,IQG01Q03' }))
    expect((await getUser(admin, userId))?.areas).toEqual(['IQG01Q03'])
    expect(await setAreas.execute(admin, { userId, areas: 'IQG01', before: 'IQG01Q03' })).toMatchObject({
      fields: { areas: 'errors.choose' },
    })
  })

  it('are not one’s own to change', async () => {
    const own = { userId: admin.userId }
    expect(await setProgrammes.execute(admin, { ...own, programmes: [], before: 'livelihoods' })).toEqual(
      refused('admin.refused.own_rights'),
    )
    expect(await setAreas.execute(admin, { ...own, areas: [], before: '' })).toEqual(
      refused('admin.refused.own_rights'),
    )
    const member = { ...own, teamId: world.team.falluja, fromOn: '2026-01-01' }
    expect(await addMember.execute(admin, member)).toEqual(refused('admin.refused.own_rights'))
  })

  it('begin and end on their days', async () => {
    const userId = await makeUser()
    const teamId = world.team.falluja
    good(await addMember.execute(admin, { userId, teamId, fromOn: '2099-01-01' }))
    expect((await actorOf(userId, 'test')).teams).toEqual([])
    expect(await addMember.execute(admin, { userId, teamId, fromOn: '2020-01-01' })).toEqual(
      refused('admin.refused.member_already'),
    )
    const membership = (await getUser(admin, userId))?.memberships[0]
    const memberId = membership?.id
    expect(await endMembership.execute(admin, { memberId, toOn: '2020-01-01' })).toMatchObject({
      fields: { toOn: 'admin.errors.endBeforeStart' },
    })
    good(await endMembership.execute(admin, { memberId, toOn: '2099-02-01' }))
    expect(await endMembership.execute(admin, { memberId, toOn: '2099-03-01' })).toEqual({
      ok: false,
      code: 'conflict',
    })
    const past = { userId, teamId, fromOn: '2020-01-01', toOn: '2020-02-01' }
    good(await addMember.execute(admin, past))
    good(await addMember.execute(admin, { userId, teamId, fromOn: '2021-01-01' }))
    expect((await actorOf(userId, 'test')).teams).toEqual([teamId])
    expect((await getTeam(admin, teamId))?.members.filter((member) => member.userId === userId)).toHaveLength(3)
  })
})

describe('teams', () => {
  const names = { nameEn: 'Heet', nameAr: 'هيت', districtPcode: 'IQG01Q01' }

  it('are made, edited and closed; not while someone is in them', async () => {
    const { teamId } = good(await createTeam.execute(admin, names))
    expect(await createTeam.execute(admin, names)).toMatchObject({ fields: { nameEn: 'admin.errors.teamNameTaken' } })
    expect(await createTeam.execute(admin, { ...names, nameEn: 'x', districtPcode: 'IQG01' })).toMatchObject({
      fields: { districtPcode: 'errors.choose' },
    })
    const userId = await makeUser({ teams: teamId })
    const close = { ...names, teamId, version: 1 }
    expect(await editTeam.execute(admin, close)).toEqual(refused('admin.refused.team_has_members'))
    const memberId = (await getUser(admin, userId))?.memberships[0]?.id
    await ownerSql()`update team_members set from_on = '2020-01-01', to_on = '2020-02-01' where id = ${String(memberId)}`
    good(await editTeam.execute(admin, close))
    expect((await listTeams(admin)).find((team) => team.id === teamId)?.isActive).toBe(false)
    expect(await addMember.execute(admin, { userId, teamId, fromOn: '2026-01-01' })).toEqual({
      ok: false,
      code: 'not_found',
    })
  })
})

describe('approval limits', () => {
  it('replace one another; of two set at once one is told', async () => {
    const current = (await listLimits(admin)).find((limit) => limit.currency === 'IQD' && !limit.endedAt)
    const input = { programme: 'livelihoods', currency: 'IQD', amount: '٤٬٠٠٠٬٠٠٠', currentId: current?.id }
    const results = await Promise.all([setLimit.execute(admin, input), setLimit.execute(admin2, input)])
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(results.find((result) => !result.ok)).toEqual({ ok: false, code: 'conflict' })
    const limits = (await listLimits(admin)).filter((limit) => limit.currency === 'IQD')
    expect(limits.filter((limit) => !limit.endedAt).map((limit) => limit.amountMinor)).toEqual([4_000_000_000])
    expect(limits).toHaveLength(2)
  })

  it.each(['0', '-1', 'x', ''])('are not %s', async (amount) => {
    const input = { programme: 'health', currency: 'USD', amount, currentId: '' }
    expect(await setLimit.execute(admin, input)).toMatchObject({ ok: false, code: 'invalid' })
  })
})

describe('reference lists', () => {
  it('keep words, aliases and use of places, and the P-code', async () => {
    const before = await getPlace(admin, 'IQG01Q01N03')
    const edit = {
      pcode: 'IQG01Q01N03',
      version: before?.place?.version,
      nameEn: 'Markaz Falluja',
      nameAr: 'مركز الفلوجة',
      aliases: 'Fallujah centre\nالفلوجة\n\nFallujah centre',
      isActive: 'on',
    }
    good(await editPlace.execute(admin, edit))
    expect((await getPlace(admin, 'IQG01Q01N03'))?.place?.aliases).toEqual(['Fallujah centre', 'الفلوجة'])
    expect(await editPlace.execute(admin, edit)).toEqual({ ok: false, code: 'conflict' })
    const community = { parentPcode: 'IQG01Q01N03', pcode: 'IQG01Q01N03001', nameEn: 'Al-Julan', nameAr: 'حي الجولان' }
    good(await addCommunity.execute(admin, community))
    expect(await addCommunity.execute(admin, community)).toMatchObject({ fields: { pcode: 'admin.errors.pcodeTaken' } })
    expect(await addCommunity.execute(admin, { ...community, pcode: 'IQG99' })).toMatchObject({
      fields: { pcode: 'admin.errors.pcodeOutside' },
    })
    expect(await addCommunity.execute(admin, { ...community, parentPcode: 'IQG01Q01' })).toMatchObject({
      code: 'not_found',
    })
    const { isActive: _, ...closing } = { ...edit, version: Number(edit.version) + 1 }
    expect(await editPlace.execute(admin, closing)).toEqual(refused('admin.refused.place_has_places'))
    expect((await getPlace(admin, 'IQG01Q01N03001'))?.above.map((place) => place.pcode)).toEqual([
      'IQG01',
      'IQG01Q01',
      'IQG01Q01N03',
    ])
  })

  it('keep the words and the order of sectors', async () => {
    const edit = { code: 'food', version: 1, nameEn: 'Food', nameAr: 'أغذية', position: '٩' }
    good(await editWord.execute(admin, { ...edit, list: 'sectors' }))
    expect((await listWords(admin, 'sectors')).find((sector) => sector.code === 'food')).toMatchObject({
      nameEn: 'Food',
      position: 9,
      isActive: false,
    })
  })

  it('add a complaint category under a code of its own, and change its words', async () => {
    const word = { list: 'complaints', code: 'snake_bite', nameEn: 'Snake bite', nameAr: 'لدغة أفعى', position: '90' }
    good(await addWord.execute(admin, word))
    expect(await addWord.execute(admin, word)).toMatchObject({ fields: { code: 'admin.errors.codeTaken' } })
    for (const code of ['Snake bite', '9x', "x'; --", 'لدغة'])
      expect(await addWord.execute(admin, { ...word, code })).toMatchObject({ fields: { code: 'admin.errors.code' } })
    good(await editWord.execute(admin, { ...word, version: 1, nameEn: 'Snake or scorpion', isActive: 'on' }))
    expect(await editWord.execute(admin, { ...word, version: 1 })).toEqual({ ok: false, code: 'conflict' })
    const [found] = (await listWords(admin, 'complaints')).filter((one) => one.code === 'snake_bite')
    expect(found).toMatchObject({ nameEn: 'Snake or scorpion', isActive: true, version: 2 })
    expect(await addWord.execute(world.actor.healthSupervisor, { ...word, code: 'other_bite' })).toMatchObject({
      ok: false,
    })
  })

  it('change the safe pathway, and leave at least one step in use', async () => {
    const steps = await listWords(admin, 'pathway')
    expect(steps.length).toBeGreaterThan(1)
    const edit = ({ code, version, nameEn, nameAr, position }: Word, isActive: boolean) => ({
      ...{ list: 'pathway', code, version, nameEn, nameAr, position: String(position) },
      ...(isActive && { isActive: 'on' }),
    })
    const [first, ...rest] = steps as [Word, ...Word[]]
    good(await editWord.execute(admin, { ...edit(first, true), nameEn: 'In danger of life call 122.' }))
    for (const step of rest) good(await editWord.execute(admin, edit(step, false)))
    expect(await editWord.execute(admin, edit({ ...first, version: 2 }, false))).toMatchObject({
      fields: { isActive: 'admin.errors.lastStep' },
    })
    expect(await getPathway(world.actor.officer)).toEqual([
      { en: 'In danger of life call 122.', ar: first.nameAr, ckb: null },
    ])
    const { rows: told } = await listAudit(admin, { table: 'pathway_steps' })
    expect(told.filter(({ deed }) => deed === 'update')).toHaveLength(steps.length)
  })
})

describe('who is no admin', () => {
  it.each(['caseworker', 'supervisor', 'manager', 'finance', 'analyst'] as const)(
    '%s changes nothing',
    async (part: Part) => {
      const actor = world.actor[part]
      const userId = world.actor.colleague.userId
      const { userRoleId } = await openRole(userId, 'caseworker')
      const attempts = await Promise.all([
        createUser.execute(actor, { name: 'x', email: `by-${part}@test.sanad`, locale: 'en' }),
        editUser.execute(actor, { userId, version: 1, name: 'x', email: 'x@test.sanad', locale: 'en' }),
        deactivateUser.execute(actor, { userId, version: 1 }),
        giveRole.execute(actor, { userId, role: 'analyst' }),
        endRole.execute(actor, { userRoleId }),
        setProgrammes.execute(actor, { userId, programmes: [], before: 'livelihoods' }),
        addMember.execute(actor, { userId, teamId: world.team.ramadi, fromOn: '2026-01-01' }),
        setLimit.execute(actor, { programme: 'livelihoods', currency: 'USD', amount: '1', currentId: '' }),
        editWord.execute(actor, { list: 'sectors', code: 'retail', version: 1, nameEn: 'x', nameAr: 'x' }),
      ])
      expect(attempts.filter((result) => result.ok)).toEqual([])
      expect((await listAudit(actor, {})).rows).toEqual([])
      const forged = sqlAs(
        actor.userId,
        (sql) =>
          sql`insert into user_roles (id, user_id, role, requested_by) values (${newId()}, ${userId}, 'analyst', ${actor.userId})`,
      )
      await expect(forged).rejects.toThrow('row-level security')
    },
  )
})

describe('the permission table', () => {
  it('is the same in the database as in the code, as far as reading records goes', async () => {
    const rows = await ownerSql()`select role, scope from role_scopes order by role`
    const here = roles.map((role) => ({ role, scope: permissionTable[role]['people.read'] ?? 'none' }))
    expect([...rows]).toEqual(here.sort((a, b) => a.role.localeCompare(b.role)))
  })
})

describe('the audit', () => {
  it('says who changed what, with names, and is paged and filtered', async () => {
    const userId = await makeUser({ name: 'Audited', roles: ['supervisor'] })
    const { userRoleId } = await openRole(userId, 'supervisor')
    good(await approveRole.execute(admin2, { userRoleId }))
    const { rows } = await listAudit(admin, { userId, table: 'user_roles' })
    expect(rows.map((row) => [row.actorName, row.deed, row.subject?.en, row.about.role])).toEqual([
      ['Test admin2', 'update', 'Audited', 'supervisor'],
      ['Test admin', 'insert', 'Audited', 'supervisor'],
    ])
    expect(rows[0]?.names[admin2.userId]?.en).toBe('Test admin2')
    const first = await listAudit(admin, {})
    expect(first.rows).toHaveLength(25)
    const second = await listAudit(admin, { after: String(first.next) })
    expect(Number(second.rows[0]?.id)).toBeLessThan(Number(first.rows.at(-1)?.id))
    const back = await listAudit(admin, { before: String(second.previous) })
    expect(back.rows.map((row) => row.id)).toEqual(first.rows.map((row) => row.id))
    expect((await listAudit(admin, { from: '2099-01-01' })).rows).toEqual([])
  })
})
