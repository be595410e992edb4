import { beforeEach, describe, expect, it, vi } from 'vitest'
import { loadDraft } from './draft-store'
import { flush, keepWaiting, listWaiting, needsSignIn, reopen, type Waiting } from './outbox'
import { saveState } from './save-state'

const mine = btoa('0123456789abcdef0123456789abcdef')
const other = btoa('fedcba9876543210fedcba9876543210')

const visit = (key: string): Waiting => ({
  key,
  to: '/grants/visits/send',
  page: `/grants/g/monitoring/${key}`,
  label: 'GRT-2026-00001 · فاطمة',
  entries: [
    ['commandId', `id-of-${key}`],
    ['remark', 'المحل مفتوح'],
  ],
})

/** What the portal answers, one after the other; `null` is no line. */
function portal(...answers: (object | null)[]) {
  const sent: FormData[] = []
  vi.stubGlobal(
    'fetch',
    vi.fn(async (_to: string, { body }: { body: FormData }) => {
      const answer = answers.shift()
      if (!answer) throw new TypeError('Failed to fetch')
      sent.push(body)
      return Response.json(answer)
    }),
  )
  return sent
}

beforeEach(() => {
  const kept: Record<string, string> = {}
  const methods = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => {
      kept[key] = value
    },
    removeItem: (key: string) => {
      delete kept[key]
    },
  }
  vi.stubGlobal('localStorage', new Proxy(kept, { get: (_, name) => Reflect.get(methods, name) ?? kept[String(name)] }))
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('navigator', {})
})

describe('the outbox of this device', () => {
  it('keeps what it holds from everyone else', async () => {
    await keepWaiting(mine, visit('a'))
    expect(JSON.stringify(localStorage)).not.toContain('فاطمة')
    expect(await listWaiting(other)).toEqual([])
    expect((await listWaiting(mine)).map((one) => one.key)).toEqual(['a'])
  })

  it('does not grow old', async () => {
    await keepWaiting(mine, visit('a'))
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 40 * 24 * 3600 * 1000)
    expect(await listWaiting(mine)).toHaveLength(1)
    vi.restoreAllMocks()
  })

  it('waits while there is no line, then sends each once with the id it was pressed with', async () => {
    await keepWaiting(mine, visit('a'))
    await keepWaiting(mine, visit('b'))
    portal(null)
    await flush(mine)
    expect(saveState.get()).toBe('device')
    expect(await listWaiting(mine)).toHaveLength(2)
    const sent = portal({ ok: true }, { ok: true })
    await Promise.all([flush(mine), flush(mine)])
    expect(sent.map((form) => form.get('commandId')).sort()).toEqual(['id-of-a', 'id-of-b'])
    expect(await listWaiting(mine)).toEqual([])
    expect(saveState.get()).toBe('sent')
  })

  it('keeps what the portal objects to, says so, and does not send it again', async () => {
    await keepWaiting(mine, visit('a'))
    const reasons = [{ key: 'monitoring.refused.not_now' }]
    portal({ ok: false, code: 'refused', reasons })
    await flush(mine)
    expect((await listWaiting(mine))[0]?.objection).toEqual({ code: 'refused', reasons })
    expect(saveState.get()).toBe('needsYou')
    const sent = portal({ ok: true })
    await flush(mine)
    expect(sent).toEqual([])
  })

  it('becomes a draft again to be mended, under a new id', async () => {
    await keepWaiting(mine, visit('a'))
    const [one] = await listWaiting(mine)
    if (one) await reopen(mine, one)
    expect(await listWaiting(mine)).toEqual([])
    expect((await loadDraft(mine, 'a'))?.entries).toEqual([['remark', 'المحل مفتوح']])
  })

  it('loses nothing when the session ended meanwhile, or the portal stumbles', async () => {
    await keepWaiting(mine, visit('a'))
    portal({ ok: false, code: 'unauthenticated' })
    await flush(mine)
    expect([needsSignIn(), saveState.get()]).toEqual([true, 'needsYou'])
    portal({ ok: false, code: 'unavailable' })
    await flush(mine)
    expect((await listWaiting(mine))[0]?.objection).toBeUndefined()
    portal({ ok: true })
    await flush(mine)
    expect([needsSignIn(), await listWaiting(mine)]).toEqual([false, []])
  })
})
