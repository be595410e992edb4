import { beforeEach, describe, expect, it, vi } from 'vitest'
import { clearDraft, draftEntries, loadDraft, saveDraft } from './draft-store'

const mine = btoa('0123456789abcdef0123456789abcdef')
const other = btoa('fedcba9876543210fedcba9876543210')

beforeEach(() => {
  const kept: Record<string, string> = {}
  // The part of Storage that the store uses; Object.keys must see the entries, as in a browser.
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
})

describe('drafts on this device', () => {
  it('come back to the person who typed them', async () => {
    expect(await saveDraft(mine, 'person:new', [['given', 'فاطمة']])).toBe(true)
    expect((await loadDraft(mine, 'person:new'))?.entries).toEqual([['given', 'فاطمة']])
  })

  it('are neither readable nor nameable with another key', async () => {
    await saveDraft(mine, 'person:new', [['given', 'فاطمة']])
    expect(await loadDraft(other, 'person:new')).toBeNull()
    expect(JSON.stringify(localStorage)).not.toContain('فاطمة')
  })

  it('are gone after seven days', async () => {
    await saveDraft(mine, 'a', [['x', '1']])
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 8 * 24 * 3600 * 1000)
    expect(await loadDraft(mine, 'a')).toBeNull()
    vi.restoreAllMocks()
  })

  it('are forgotten when sent', async () => {
    await saveDraft(mine, 'a', [['x', '1']])
    await clearDraft(mine, 'a')
    expect(await loadDraft(mine, 'a')).toBeNull()
  })

  it('never hold secrets or the ids of one rendering', () => {
    const form = new FormData()
    for (const name of ['given', 'password', 'token', 'commandId', 'version', '$ACTION_1']) form.append(name, 'x')
    expect(draftEntries(form)).toEqual([['given', 'x']])
  })
})
