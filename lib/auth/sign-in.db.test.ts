import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { readSession, withSystem } from '../../db/client'
import { users } from '../../db/schema/users'
import { ownerSql } from '../../db/testing'
import { makeWorld, type World } from '../../db/testing-world'
import { changePassword, endSessions } from './account'
import { getLink, makeLink, takeLink } from './links'
import { hashPassword } from './password'
import { signInWith } from './sign-in'
import { hashToken } from './token'

let world: World
const password = 'five quiet rivers run'
beforeAll(async () => {
  world = await makeWorld()
  const passwordHash = await hashPassword(password)
  await withSystem('test', (tx) => tx.update(users).set({ passwordHash }))
})

let last = 0
const device = () => ({ address: `10.0.0.${++last}`, userAgent: 'test' })
const mailOf = (part: keyof World['actor']) => world.actor[part].email

async function open(part: keyof World['actor']): Promise<string> {
  const result = await signInWith(mailOf(part), password, device())
  if (!result.ok) throw new Error(result.code)
  return result.token
}

const isOpen = async (token: string) => (await readSession(hashToken(token))) !== null

describe('signing in', () => {
  it('opens a session that knows who it is, and stores no token', async () => {
    const token = await open('supervisor')
    expect(await readSession(hashToken(token))).toMatchObject({ email: mailOf('supervisor'), roles: ['supervisor'] })
    const rows = await ownerSql()`select * from sessions`
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  it('answers an unknown user as it answers a wrong password, and takes as long', async () => {
    const time = async (email: string) => {
      const start = performance.now()
      const answer = await signInWith(email, 'not the password', device())
      return { answer, ms: performance.now() - start }
    }
    await time('warm@test.sanad')
    const unknown = await time('nobody@test.sanad')
    const wrong = await time(mailOf('analyst'))
    expect(unknown.answer).toEqual(wrong.answer)
    // Both hash once; without the decoy the unknown would come back some ten times faster.
    expect(unknown.ms).toBeGreaterThan(wrong.ms / 4)
  })

  it('locks after six failures for 30 minutes, also for the right password, and tells the owner', async () => {
    const tries = []
    for (let i = 0; i < 6; i++) tries.push(await signInWith(mailOf('finance'), 'wrong wrong wrong', device()))
    expect(tries.map((one) => !one.ok && one.code)).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'locked'])
    expect(await signInWith(mailOf('finance'), password, device())).toEqual({ ok: false, code: 'locked' })
    const told = await ownerSql()`select kind from notifications where user_id = ${world.actor.finance.userId}`
    expect(told.map((row) => row.kind)).toEqual(['account_locked'])
    await ownerSql()`update sign_in_throttle set locked_until = now() - interval '1 second', last_at = now() - interval '31 minutes'`
    expect(await signInWith(mailOf('finance'), password, device())).toMatchObject({ ok: true })
  })

  it('locks an address that has no account the same way', async () => {
    for (let i = 0; i < 6; i++) await signInWith('ghost@test.sanad', 'wrong wrong wrong', device())
    expect(await signInWith('ghost@test.sanad', 'wrong wrong wrong', device())).toEqual({ ok: false, code: 'locked' })
  })

  it('counts parallel guesses one by one', async () => {
    const same = device()
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => signInWith(mailOf('caseworker2'), 'guess guess guess', same)),
    )
    expect(answers.filter((answer) => !answer.ok && answer.code === 'wrong').length).toBeLessThanOrEqual(5)
  })

  it('takes no right guess that came at once with more wrong ones than are allowed', async () => {
    const guesses = Array.from({ length: 10 }, () => signInWith(mailOf('supervisorB'), 'guess guess guess', device()))
    const right = signInWith(mailOf('supervisorB'), password, device())
    await Promise.all(guesses)
    const { failures } =
      (await ownerSql()`select failures from sign_in_throttle order by failures desc limit 1`)[0] ?? {}
    expect(failures).toBeGreaterThan(6)
    expect(await right).toEqual({ ok: false, code: 'locked' })
  })

  it('begins to count anew when a lock is over, also for someone who went on trying', async () => {
    await ownerSql()`update sign_in_throttle set locked_until = now() - interval '1 second', last_at = now()`
    expect(await signInWith(mailOf('supervisorB'), 'wrong wrong wrong', device())).toEqual({ ok: false, code: 'wrong' })
    expect(await signInWith(mailOf('supervisorB'), password, device())).toMatchObject({ ok: true })
  })
})

describe('a session ends', () => {
  it('after 15 idle minutes and after 12 hours', async () => {
    const [idle, old] = [await open('manager'), await open('manager')]
    await ownerSql()`update sessions set last_seen_at = now() - interval '15 minutes 1 second' where token_hash = ${hashToken(idle)}`
    await ownerSql()`update sessions set expires_at = now() - interval '1 second' where token_hash = ${hashToken(old)}`
    expect(await isOpen(idle)).toBe(false)
    expect(await isOpen(old)).toBe(false)
  })

  it('at the next request after deactivation, a change of role, of programme or of password', async () => {
    const deeds: [string, (userId: string) => Promise<unknown>][] = [
      ['deactivation', (id) => ownerSql()`update users set is_active = false where id = ${id}`],
      ['role', (id) => ownerSql()`update user_roles set ended_at = now() where user_id = ${id}`],
      ['programme', (id) => ownerSql()`update user_programmes set ended_at = now() where user_id = ${id}`],
      ['password', (id) => ownerSql()`update users set password_hash = 'x' where id = ${id}`],
    ]
    for (const [index, [what, deed]] of deeds.entries()) {
      const part = (['colleague', 'supervisorB', 'managerB', 'analyst'] as const)[index] ?? 'colleague'
      const token = await open(part)
      expect(await isOpen(token), what).toBe(true)
      await deed(world.actor[part].userId)
      expect(await isOpen(token), what).toBe(false)
    }
  })

  it('one by one or everywhere, and only one’s own', async () => {
    const [first, second, foreign] = [await open('supervisor'), await open('supervisor'), await open('supervisor2')]
    const { session_id } = (await readSession(hashToken(foreign))) ?? { session_id: '' }
    await endSessions.execute(world.actor.supervisor, { sessionId: session_id })
    expect(await isOpen(foreign)).toBe(true)
    await endSessions.execute(world.actor.supervisor, { sessionId: 'all' })
    expect(await Promise.all([first, second].map(isOpen))).toEqual([false, false])
  })

  it('everywhere with one’s own new password, which needs the old one', async () => {
    const token = await open('supervisor2')
    const actor = world.actor.supervisor2
    expect(await changePassword(actor, 'not my password', 'seven dry palms stand')).toMatchObject({
      fields: { current: 'auth.password.wrong_current' },
    })
    expect(await changePassword(actor, password, 'password1234')).toMatchObject({
      fields: { password: 'auth.password.too_common' },
    })
    expect(await changePassword(actor, password, 'seven dry palms stand')).toEqual({ ok: true, data: null })
    expect(await isOpen(token)).toBe(false)
  })
})

describe('a one-time link', () => {
  const make = (kind: 'invite' | 'reset') =>
    withSystem('test', (tx) => makeLink(tx, world.actor.admin2.userId, kind, null))
  const tokenOf = (path: string) => path.split('/').at(-1) ?? ''

  it('works once: of two at the same moment one wins, and looking does not use it up', async () => {
    const token = tokenOf(await make('invite'))
    expect(await getLink(token)).toEqual({ kind: 'invite', email: mailOf('admin2') })
    expect(await getLink(token)).not.toBeNull()
    const taken = await Promise.all([takeLink(token, 'one two three four'), takeLink(token, 'five six seven eight')])
    expect(taken.filter(Boolean)).toHaveLength(1)
    expect(await getLink(token)).toBeNull()
  })

  it('expires, dies with its siblings and with the account, and stands nowhere in clear', async () => {
    const [a, b] = [tokenOf(await make('reset')), tokenOf(await make('reset'))]
    expect(JSON.stringify(await ownerSql()`select * from one_time_links`)).not.toContain(a)
    await takeLink(a, 'one two three four')
    expect(await getLink(b)).toBeNull()
    const late = tokenOf(await make('reset'))
    await ownerSql()`update one_time_links set expires_at = now() - interval '1 second' where used_at is null`
    expect(await takeLink(late, 'one two three four')).toBeNull()
    const dead = tokenOf(await make('reset'))
    await withSystem('test', (tx) =>
      tx.update(users).set({ isActive: false }).where(eq(users.id, world.actor.admin2.userId)),
    )
    expect(await takeLink(dead, 'one two three four')).toBeNull()
  })
})
