import { beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { POST } from '@/app/(portal)/people/identity-check/route'
import { ownerSql, sqlAs } from '../../db/testing'
import { makeWorld, type World } from '../../db/testing-world'
import type { Actor } from '../auth/actor'
import { getPersonFile } from './file-queries'
import { getFlag } from './flag-queries'
import { registerNoted } from './register-noted'
import { registerForTest, registration } from './testing-people'

const session = vi.hoisted((): { actor: unknown } => ({ actor: null }))
vi.mock('@/lib/auth/session', () => ({ getActor: async () => session.actor }))

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
beforeEach(async () => {
  await ownerSql()`delete from sign_in_throttle`
})

/** Asks as the form does while someone is typed, and as anyone can with a session and a command line. */
async function ask(actor: Actor | null, typed: Record<string, string>) {
  session.actor = actor
  const body = new URLSearchParams(typed).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(body.length) }
  return POST(new Request('http://localhost/people/identity-check', { method: 'POST', body, headers }))
}
async function noted(actor: Actor) {
  const rows = await ownerSql()`select record_id, record_type from read_log
    where actor_id = ${actor.userId} and record_type = 'card' order by id`
  return rows.map((row) => row.record_id)
}

it('notes whose card was shown to someone out of whose scope the person is, and only theirs', async () => {
  const { caseworker, caseworker2 } = world.actor
  const phone = '07705550001'
  const { personId } = await registerForTest(caseworker, { given: 'ياسمين', father: 'نوري', phone })
  const answer = await ask(caseworker2, { phone })
  expect((await answer.json()).cards).toHaveLength(1)
  expect(await noted(caseworker2)).toEqual([personId])
  await ask(caseworker, { phone })
  await ask(caseworker2, { phone: '07705559999' })
  expect(await noted(caseworker)).toEqual([])
  expect(await noted(caseworker2)).toEqual([personId])
  // Whoever asked cannot see or take back that it was noted.
  const own = await sqlAs(caseworker2.userId, (sql) => sql`select 1 from read_log`)
  expect(own).toEqual([])
  await expect(sqlAs(caseworker2.userId, (sql) => sql`delete from read_log`)).rejects.toThrow('permission denied')
})

it('notes the cards of a refused registration, though nothing of it is kept', async () => {
  const { caseworker, colleague } = world.actor
  const { caseworker2 } = world.actor
  const same = { given: 'زينة', father: 'رافد', documentType: 'passport', documentNumber: 'A1231231' }
  const { personId } = await registerForTest(caseworker, same)
  const before = (await noted(caseworker2)).length
  const answer = await registerNoted(caseworker2, registration(caseworker2, same))
  expect(answer).toMatchObject({ ok: false, reasons: [{ key: 'people.refused.looksRegistered' }] })
  expect((await noted(caseworker2)).slice(before)).toEqual([personId])
  expect(await registerNoted(colleague, registration(colleague, same))).toMatchObject({ ok: false, code: 'refused' })
  expect(await noted(colleague)).toEqual([])
})

it('answers a user 300 times an hour, and not once more; others are not held up', async () => {
  const { caseworker2, colleague } = world.actor
  const typed = { phone: '07705550001' }
  expect((await ask(caseworker2, typed)).status).toBe(200)
  await ownerSql()`update sign_in_throttle set failures = 299, last_at = now() - interval '59 minutes'`
  expect((await ask(caseworker2, typed)).status).toBe(200)
  const before = (await noted(caseworker2)).length
  const answer = await ask(caseworker2, typed)
  expect(answer.status).toBe(429)
  expect(await answer.json()).toEqual({ refused: 'people.refused.tooManySearches' })
  expect(await noted(caseworker2)).toHaveLength(before)
  expect((await ask(colleague, typed)).status).toBe(200)
  // Asking on does not keep the hour from ending.
  await ownerSql()`update sign_in_throttle set last_at = now() - interval '61 minutes'`
  expect((await ask(caseworker2, typed)).status).toBe(200)
})

it('counts parallel questions each', async () => {
  const { caseworker2 } = world.actor
  await ask(caseworker2, { phone: '07705550001' })
  await ownerSql()`update sign_in_throttle set failures = 295`
  const answers = await Promise.all(Array.from({ length: 12 }, () => ask(caseworker2, { phone: '07705550001' })))
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(5)
})

it('refuses registrations beyond a hundred an hour, and counts nothing for who may not register', async () => {
  const { caseworker2, admin } = world.actor
  const input = registration(caseworker2, { given: 'هند', father: 'ماجد' })
  await registerNoted(caseworker2, {})
  await ownerSql()`update sign_in_throttle set failures = 100`
  expect(await registerNoted(caseworker2, input)).toEqual({
    ok: false,
    code: 'refused',
    reasons: [{ key: 'people.refused.tooManySearches' }],
  })
  expect(await registerNoted(admin, { ...input, teamId: world.team.ramadi })).toEqual({ ok: false, code: 'forbidden' })
  expect(await ownerSql()`select 1 from sign_in_throttle`).toHaveLength(1)
  expect((await ask(null, {})).status).toBe(401)
})

it('notes the card that a supervisor compares with a record of their team', async () => {
  const { caseworker, caseworker2, supervisor2 } = world.actor
  const same = { given: 'لمى', father: 'غسان', documentType: 'passport', documentNumber: 'B7654321' }
  const older = await registerForTest(caseworker, same)
  const newer = await registerForTest(caseworker2, same)
  const flag = (await getPersonFile(supervisor2, newer.personId))?.flags[0]
  expect(await noted(supervisor2)).toEqual([])
  await getFlag(supervisor2, flag?.id ?? '')
  expect(await noted(supervisor2)).toEqual([older.personId])
})
