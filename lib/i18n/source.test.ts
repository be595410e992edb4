import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { en } from './messages/en'

/** Keys whose last part is only known at run time. A prefix enters here together with the code that builds it. */
const builtAtRunTime = [
  'common.languages.',
  'common.nav.',
  'common.roles.',
  'common.saveState.',
  'errors.',
  'cases.refused.',
  'grants.refused.',
  'grants.rule.',
  'rounds.refused.',
  'training.refused.',
  'committee.refused.',
  'budgets.refused.',
  'payments.refused.',
  'payments.status.',
  'payments.answers.missing.',
  'payments.answers.twice.',
  'plan.refused.',
  'plan.errors.',
  'monitoring.refused.',
  'referrals.refused.',
  'referrals.timeline.',
  'loop.refused.',
  'loop.errors.',
  'disclosures.refused.',
  'consultations.errors.',
  'consultations.refused.',
  'consultations.visit.',
  'supplies.errors.',
  'supplies.refused.',
  'displacement.errors.',
  'displacement.refused.',
  'displacement.boundary.',
  'facilities.errors.',
  'facilities.refused.',
  'forums.refused.',
  'forums.errors.',
  'forums.timeline.',
  'forums.sessions.timeline.',
  'communityFigures.by.',
  'communityFigures.measure.',
  'forumFigures.by.',
  'forumFigures.measure.',
  'concerns.refused.',
  'concerns.timeline.',
  'concerns.actions.timeline.',
  'communities.refused.',
  'communities.errors.',
  'communities.plans.timeline.',
  'communities.needs.timeline.',
  'projects.refused.',
  'projects.errors.',
  'projects.timeline.',
  'agreement.refused.',
  'agreement.errors.',
  'standing.errors.',
  'standing.rights.',
  'monitoring.refused.',
  'monitoring.errors.',
  'standing.refused.',
  'people.sex.',
  'people.status.',
  'grants.score.',
  'grants.timeline.',
  'grants.unmet.',
  'work.notifications.kind.',
  // A room that builds keys from its own lists (statuses, reasons, choices) names the prefix here.
]

const root = join(import.meta.dirname, '../..')

function filesIn(folder: string, pattern: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('/i18n/messages/'))
}

const screens = [...filesIn('app', /\.tsx$/), ...filesIn('components', /\.tsx$/)]
const sources = [
  ...screens,
  ...filesIn('app', /\.ts$/),
  ...filesIn('components', /\.ts$/),
  ...filesIn('lib', /\.tsx?$/),
]
const textOf = (path: string) => readFileSync(path, 'utf8')
const short = (path: string) => path.slice(root.length + 1)

/** Without comments, so that words in them are no finding. */
function code(path: string): string {
  return textOf(path)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '$1')
}

function keysOf(node: object, path = ''): string[] {
  return Object.entries(node).flatMap(([key, value]) => {
    const full = path ? `${path}.${key}` : key
    return typeof value === 'string' ? [full] : keysOf(value, full)
  })
}

describe('the words on the screens', () => {
  it('are message keys, never letters between tags', () => {
    const findings = screens.flatMap((path) =>
      [...code(path).matchAll(/(?<![=-])>\s*([^<>{}();=&|'"]*\p{L}{2}[^<>{}();=&|'"]*)\s*<\/?[A-Za-z]/gu)].map(
        (match) => `${short(path)}: ${match[1]?.trim()}`,
      ),
    )
    expect(findings).toEqual([])
  })

  it('are message keys in attributes that people read or hear', () => {
    const findings = screens.flatMap((path) =>
      [
        ...code(path).matchAll(/\s(?:title|alt|placeholder|label|hint|aria-label|submit|legend)="([^"]*\p{L}[^"]*)"/gu),
      ].map((match) => `${short(path)}: ${match[1]}`),
    )
    expect(findings).toEqual([])
  })

  it('are all used', () => {
    const everything = sources.map(textOf).join('\n')
    const unused = keysOf(en).filter(
      (key) =>
        !builtAtRunTime.some((prefix) => key.startsWith(prefix)) &&
        !everything.includes(`'${key}'`) &&
        // `t(\`people.sex.${sex}\`)`: a template that begins with the key's parent counts for its children.
        !everything.includes(`\`${key.slice(0, key.lastIndexOf('.'))}.\${`),
    )
    expect(unused).toEqual([])
  })
})

describe('the look of the screens', () => {
  it('turns with the direction of the script: no left or right in classes', () => {
    const physical =
      /["'`\s:](?:-?(?:m[lr]|p[lr]|left|right|scroll-m[lr]|scroll-p[lr])-[\w[]|text-(?:left|right)\b|border-[lr](?:-|\b)|rounded-(?:[lr]|tl|tr|bl|br)(?:-|\b)|float-(?:left|right)\b)/
    const findings = screens
      .filter((path) =>
        physical.test(
          code(path)
            .match(/className=[\s\S]*?(?=\n|>)|'[^'\n]*'/g)
            ?.join('\n') ?? '',
        ),
      )
      .map(short)
    expect(findings).toEqual([])
  })

  it('has no inline styles, which the security policy forbids', () => {
    expect(screens.filter((path) => /\sstyle=/.test(code(path))).map(short)).toEqual([])
  })

  it('costs no parser in the browser: leaves translate with lib/i18n/client', () => {
    expect(sources.filter((path) => /from 'use-intl(\/react)?'/.test(code(path))).map(short)).toEqual([])
  })

  it('takes its icons from the kit, which sends none of their code to the browser', () => {
    expect(sources.filter((path) => /from 'lucide-react/.test(code(path))).map(short)).toEqual([])
  })
})
