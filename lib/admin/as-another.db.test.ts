import { beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { ownerSql } from '../../db/testing'
import { makeWorld, type World } from '../../db/testing-world'
import type { Actor } from '../auth/actor'
import { takeLink } from '../auth/links'
import type { Result } from '../commands/result'
import { changeUser } from './change-user'
import { handOver } from './links'
import { giveRole } from './role-commands'
import { createUser } from './user-commands'
import { getUser } from './user-page-query'

// One admin alone must not become someone who approves, handles money or gives rights.

const post = vi.hoisted(() => ({ works: false, sent: [] as { to: string; subject: string; text: string }[] }))
vi.mock('../mail', () => ({
  sendMail: async (mail: { to: string; subject: string; text: string }) => {
    if (post.works) post.sent.push(mail)
    return post.works ? 'sent' : 'failed'
  },
}))
const settings = vi.hoisted(() => ({ SMTP_URL: '' }))
vi.mock('../env', async (original) => {
  const real = await original<typeof import('../env')>()
  return { ...real, env: () => ({ ...real.env(), SMTP_URL: settings.SMTP_URL }) }
})

let world: World
let admin: Actor
beforeAll(async () => {
  world = await makeWorld()
  admin = world.actor.admin
  // Everyone has chosen a password.
  await ownerSql()`update users set password_hash = 'x', password_changed_at = now()`
})
beforeEach(() => {
  post.sent.length = 0
  post.works = true
  settings.SMTP_URL = 'smtp://127.0.0.1:25'
})

const refused = (key: string) => ({ ok: false, code: 'refused', reasons: [{ key }] })
function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.data
}
async function withEmail(userId: string, email: string) {
  const user = await getUser(admin, userId)
  return { userId, version: user?.version, name: `${user?.name}`, locale: 'en', email }
}
const guarded = ['supervisor', 'manager', 'finance', 'admin2'] as const

it('leaves an approver the e-mail they have, while name and language may change', async () => {
  for (const part of guarded) {
    const { userId, email } = world.actor[part]
    expect(await changeUser(admin, await withEmail(userId, 'mine@test.sanad')), part).toEqual(
      refused('admin.refused.email_of_approver'),
    )
    good(await changeUser(admin, { ...(await withEmail(userId, email)), name: `Renamed ${part}` }))
  }
  expect(post.sent).toEqual([])
})

it('counts a role that still waits, and no role that has ended', async () => {
  const { userId } = world.actor.colleague
  good(await giveRole.execute(admin, { userId, role: 'supervisor' }))
  const edit = await withEmail(userId, 'moved@test.sanad')
  expect(await changeUser(admin, edit)).toEqual(refused('admin.refused.email_of_approver'))
  await ownerSql()`update user_roles set ended_at = now() where user_id = ${userId} and role = 'supervisor'`
  expect(await changeUser(admin, edit)).toMatchObject({ ok: true })
})

it('tells the former address when an ordinary user gets another', async () => {
  const { userId, email } = world.actor.caseworker
  good(await changeUser(admin, await withEmail(userId, email)))
  expect(post.sent).toEqual([])
  good(await changeUser(admin, await withEmail(userId, 'elsewhere@test.sanad')))
  expect(post.sent.map(({ to, subject }) => [to, subject])).toEqual([
    [email, 'Sanad: the email of your account was changed'],
  ])
  expect(post.sent[0]?.text).not.toContain('elsewhere')
})

it('mails an approver’s link to them and tells them who was at it, whatever kind of link is asked for', async () => {
  for (const kind of ['reset', 'invite']) {
    const { userId, email } = world.actor.supervisor
    const made = good(await handOver(admin, { userId, kind }))
    expect(made).toMatchObject({ link: null, kind: 'reset' })
    expect(post.sent.at(-1)?.to).toBe(email)
  }
  const told = await ownerSql()`select kind from notifications where user_id = ${world.actor.supervisor.userId}`
  expect(told.map((row) => row.kind)).toEqual(['password_link', 'password_link'])
})

it('never shows an approver’s link, neither without mail nor when the mail fails', async () => {
  const links = async (userId: string) =>
    (await ownerSql()`select 1 from one_time_links where user_id = ${userId} and expires_at > now()`).length
  post.works = false
  for (const part of guarded) {
    const { userId } = world.actor[part]
    for (const kind of ['reset', 'invite']) {
      const before = await links(userId)
      settings.SMTP_URL = ''
      expect(await handOver(admin, { userId, kind })).toEqual(refused('admin.refused.link_of_approver'))
      expect(await links(userId)).toBe(before)
      settings.SMTP_URL = 'smtp://127.0.0.1:25'
      expect(await handOver(admin, { userId, kind })).toEqual(refused('admin.refused.link_of_approver'))
    }
  }
})

it('still hands over the link of an ordinary user, who is told, and the invitation of someone without a password', async () => {
  settings.SMTP_URL = ''
  post.works = false
  const { userId } = world.actor.analyst
  expect(good(await handOver(admin, { userId, kind: 'reset' })).link).toContain('/password/')
  const told = await ownerSql()`select kind from notifications where user_id = ${userId}`
  expect(told.map((row) => row.kind)).toEqual(['password_link'])

  const input = { name: 'New', email: 'new@test.sanad', locale: 'en', roles: ['supervisor'] }
  const created = good(await createUser.execute(admin, input))
  const { link } = good(await handOver(admin, { userId: created.userId, kind: 'invite' }))
  good(await changeUser(admin, { ...(await withEmail(created.userId, 'put-right@test.sanad')) }))
  expect(await takeLink(String(link?.split('/').at(-1)), 'practice-new-2026')).toBe('put-right@test.sanad')
  // From the first password on it is theirs.
  expect(await handOver(admin, { userId: created.userId, kind: 'invite' })).toEqual(
    refused('admin.refused.link_of_approver'),
  )
})
