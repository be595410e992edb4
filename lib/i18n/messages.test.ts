import { parse } from '@formatjs/icu-messageformat-parser'
import { describe, expect, it } from 'vitest'
import { ar } from './messages/ar'
import { ckb } from './messages/ckb'
import { en } from './messages/en'
import { translator } from './translator'

function flat(node: object, path = ''): Map<string, string> {
  const all = new Map<string, string>()
  for (const [key, value] of Object.entries(node)) {
    const full = path ? `${path}.${key}` : key
    if (typeof value === 'string') all.set(full, value)
    else for (const [inner, text] of flat(value, full)) all.set(inner, text)
  }
  return all
}

/** The names of a message's arguments; the parser throws on a message that is not ICU. */
function argumentsOf(message: string): string[] {
  const names = new Set<string>()
  const walk = (nodes: unknown): void => {
    if (Array.isArray(nodes)) for (const node of nodes) walk(node)
    else if (typeof nodes === 'object' && nodes !== null) {
      const node: Record<string, unknown> = { ...nodes }
      if (typeof node.type === 'number' && node.type >= 1 && node.type !== 7) names.add(String(node.value))
      for (const inner of [node.options, node.children, node.value])
        if (typeof inner === 'object') walk(inner ? Object.values(inner) : [])
    }
  }
  walk(parse(message))
  return [...names].sort()
}

const english = flat(en)
const arabic = flat(ar)
const sorani = flat(ckb)

describe('messages', () => {
  it('have the same keys in English and Arabic', () => {
    expect([...english.keys()].filter((key) => !arabic.has(key))).toEqual([])
    expect([...arabic.keys()].filter((key) => !english.has(key))).toEqual([])
  })

  it('have no key in Sorani that English lacks', () => {
    expect([...sorani.keys()].filter((key) => !english.has(key))).toEqual([])
  })

  it('take the same arguments in each language', () => {
    for (const other of [arabic, sorani]) {
      const differing = [...other].filter(
        ([key, text]) => argumentsOf(text).join() !== argumentsOf(english.get(key) ?? '').join(),
      )
      expect(differing.map(([key]) => key)).toEqual([])
    }
  })

  it('say something, without white space at the ends', () => {
    const odd = [...english, ...arabic, ...sorani].filter(([, text]) => text.trim() !== text || text === '')
    expect(odd.map(([key]) => key)).toEqual([])
  })

  it('fall back from Sorani to Arabic key by key', () => {
    expect(translator('ckb')('common.nav.people')).toBe('کەسەکان')
    expect(translator('ckb')('common.list.filters')).toBe(translator('ar')('common.list.filters'))
  })

  it('count in Arabic the way Arabic counts', () => {
    const say = (count: number) => translator('ar')('common.shell.notifications', { count })
    expect([0, 1, 2, 3, 11].map(say)).toEqual([
      'لا إشعارات جديدة',
      'إشعار جديد واحد',
      'إشعاران جديدان',
      '3 إشعارات جديدة',
      '11 إشعارًا جديدًا',
    ])
  })
})
