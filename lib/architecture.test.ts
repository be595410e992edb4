import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isServed } from './commands/serve'

const root = join(import.meta.dirname, '..')

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
}

const all = ['app', 'components', 'lib', 'db'].flatMap(filesIn)
const product = all.filter((path) => !/\.test\.tsx?$|testing|test-setup/.test(path))
const source = (path: string) => readFileSync(join(root, path), 'utf8')

/** What a file imports of ours, as paths from the root; packages by their name. */
function importsOf(path: string): string[] {
  return [...source(path).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name = '']) => {
    if (name.startsWith('@/')) return name.slice(2)
    return name.startsWith('.') ? normalize(join(dirname(path), name)) : name
  })
}

type Rule = { says: string; files: (path: string) => boolean; never: RegExp; except?: RegExp }

const programmes = ['grants', 'referrals', 'forums', 'communities']

const rules: Rule[] = [
  {
    says: 'app and components never import the database',
    files: (path) => /^(app|components)\//.test(path),
    never: /^db\/|^postgres$|^drizzle-orm/,
  },
  {
    says: 'the kit imports nothing of ours but the kit',
    files: (path) => path.startsWith('components/ui/'),
    never: /^(app|lib|db)\//,
  },
  {
    says: 'the shared floor never names a programme',
    files: (path) => /^lib\/(cases|commands|auth)\//.test(path),
    never: new RegExp(`^lib/(${programmes.join('|')})/`),
  },
  {
    says: 'lib never imports the rooms above it',
    files: (path) => path.startsWith('lib/'),
    never: /^(app|components)\/|^react-dom|^next(\/|-auth)/,
    except: /^lib\/(auth\/(session|next-auth)|commands\/serve)\.ts$/,
  },
  {
    says: 'the schema is pure: it asks only for pure lists',
    files: (path) => path.startsWith('db/schema/'),
    never: /^(app|components)\/|^lib\/.*(queries|commands|query)$|^db\/client/,
  },
  ...programmes.map((one) => ({
    says: `${one} imports no other programme`,
    files: (path: string) => path.startsWith(`lib/${one}/`),
    never: new RegExp(`^lib/(${programmes.filter((other) => other !== one).join('|')})/`),
  })),
]

describe('the house', () => {
  it.each(rules)('$says', ({ files, never, except }) => {
    const wrong = product
      .filter((path) => files(path) && !except?.test(path))
      .flatMap((path) =>
        importsOf(path)
          .filter((name) => never.test(name))
          .map((name) => `${path} imports ${name}`),
      )
    expect(wrong).toEqual([])
  })

  it('hands the words of forms to every page that has one', () => {
    const known = new Set(product)
    const gather = (path: string, seen = new Set<string>()): Set<string> => {
      seen.add(path)
      for (const name of importsOf(path)) {
        const file = `${name}.tsx`
        if (known.has(file) && !seen.has(file)) gather(file, seen)
      }
      return seen
    }
    const wordless = product
      .filter((path) => /^app\/.*page\.tsx$/.test(path))
      .filter((page) => {
        const files = [...gather(page)]
        const layouts = product.filter((path) => path.endsWith('/layout.tsx') && page.startsWith(`${dirname(path)}/`))
        const hands = (path: string) => /<(ClientMessages|WordsProvider)\b/.test(source(path))
        return files.some((path) => path.startsWith('components/form/')) && ![...files, ...layouts].some(hands)
      })
    expect(wordless).toEqual([])
  })

  it('has no file over 250 lines, and nine of ten under 150', () => {
    const lengths = product
      .filter((path) => !/i18n\/messages|^db\/(seed|migrations)/.test(path))
      .map((path) => ({ path, lines: source(path).split('\n').length - 1 }))
    expect(lengths.filter(({ lines }) => lines > 250)).toEqual([])
    expect(lengths.filter(({ lines }) => lines <= 150).length / lengths.length).toBeGreaterThan(0.9)
  })

  it('makes actors only where identity has just been proven', () => {
    const makers = product.filter(
      (path) => importsOf(path).includes('lib/auth/actor') && source(path).includes('asActor('),
    )
    expect(makers.sort()).toEqual(['lib/auth/actor-of.ts', 'lib/auth/session.ts'])
    const readers = product.filter((path) => importsOf(path).includes('lib/auth/actor-of'))
    expect(readers.every((path) => path.startsWith('db/seed/'))).toBe(true)
  })

  it('asks for the actor first in every query', () => {
    const wrong = product
      .filter((path) => /^lib\/.*(queries|-query)\.ts$/.test(path))
      .flatMap((path) =>
        [...source(path).matchAll(/export (?:async )?function ((?:get|list|count)\w*)\((\w+)(?::\s*(\w+))?/g)]
          .filter(([, , , type]) => type !== 'Actor')
          .map(([, name]) => `${path}: ${name}`),
      )
    expect(wrong).toEqual([])
  })

  const actions = product.filter((path) => /\/actions\.ts$/.test(path))

  it.each(actions)('serves every export of %s', async (path) => {
    const module: Record<string, unknown> = await import(join(root, path))
    expect(
      Object.entries(module)
        .filter(([, action]) => !isServed(action))
        .map(([name]) => name),
    ).toEqual([])
    expect(source(path).startsWith("'use server'")).toBe(true)
  })

  it('has server actions nowhere else', () => {
    const elsewhere = product.filter((path) => source(path).includes("'use server'") && !actions.includes(path))
    expect(elsewhere).toEqual([])
  })
})
