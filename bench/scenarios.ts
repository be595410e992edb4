import { connected } from '../db/server/roles'
import type { Part, Subject } from './database'
import { ask, formPost, measure, page, type Times } from './load'

export const pageNames = [
  'My work',
  'List',
  'Filtered list',
  'Search, misspelt',
  'Case',
  'Decision',
  'Fairness',
  'Fairness, rare kind',
  'Figures',
  'Figures, some days',
  'Records',
  'Records, rare kind',
] as const
export type PageName = (typeof pageNames)[number]

/** A measured page: who opens it, and its address for the n-th request. */
export type Visit = { as: Part; path: (run: number) => string }

/** A name with two letters swapped, as a hurried hand writes it. */
function misspelt(name: string): string {
  const [given = '', father = ''] = name.split(' ')
  const letters = [...given]
  const [a = '', b = ''] = letters.splice(1, 2)
  return `${[letters[0], b, a, ...letters.slice(1)].join('')} ${father}`
}

/** Each measured page. */
export function visitsOf(subject: Subject): Record<PageName, Visit> {
  const at = (list: readonly string[], run: number) => list[run % list.length] ?? ''
  return {
    'My work': { as: 'caseworker', path: () => '/' },
    List: { as: 'caseworker', path: () => '/grants' },
    'Filtered list': { as: 'caseworker', path: () => '/grants?status=verification' },
    'Search, misspelt': {
      as: 'caseworker',
      path: (run) => `/search?q=${encodeURIComponent(misspelt(at(subject.names, run)))}`,
    },
    Case: { as: 'caseworker', path: (run) => `/grants/${at(subject.cases, run)}` },
    Decision: { as: 'supervisor', path: (run) => `/grants/${at(subject.undecided, run)}/decision` },
    Fairness: { as: 'manager', path: () => `/grants/rounds/${subject.round}` },
    'Fairness, rare kind': { as: 'manager', path: () => `/grants/rounds/${subject.round}?${rareCell}` },
    Figures: { as: 'manager', path: () => '/reports' },
    'Figures, some days': { as: 'manager', path: () => `/reports?from=${daysAgo(100)}&to=${daysAgo(10)}` },
    Records: { as: 'analyst', path: () => '/reports/records?measure=approvals' },
    'Records, rare kind': {
      as: 'analyst',
      path: () => `/reports/records?measure=applications&by=displacement&value=${rare}`,
    },
  }
}

/** One in a thousand, by the seed. */
const rare = 'refugee_asylum_seeker'
const rareCell = `by=displacement&is=${rare}`
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

export type PageResult = { alone: Times; eight: Times; databaseMs: number; statements: number }

/** Times of one page, one request after another and eight at a time, and what the database had to do for the first. */
export async function measurePage(
  base: string,
  subject: Subject,
  superUrl: string,
  visit: Visit,
  runs: number,
): Promise<PageResult> {
  const open = async (run: number) => {
    await page(base + visit.path(run), subject.cookies[visit.as])
  }
  await measure(30, 2, open)
  return connected(superUrl, async (sql) => {
    await sql`select pg_stat_statements_reset()`
    const alone = await measure(runs, 1, open)
    const [spent] = await sql<{ ms: number; calls: number }[]>`
      select sum(total_exec_time + total_plan_time)::float as ms, sum(calls)::float as calls from pg_stat_statements
      where dbid = (select oid from pg_database where datname = current_database()) and toplevel and query not like '%pg_stat_statements%'`
    const eight = await measure(runs * 2, 8, open)
    const each = (value: number | undefined) => Math.round(((value ?? 0) / runs) * 100) / 100
    return { alone, eight, databaseMs: each(spent?.ms), statements: Math.round(each(spent?.calls)) }
  })
}

const application = {
  amount: '2,000,000',
  form: 'cash',
  purpose: 'Reopen the bakery with a new oven',
  businessKind: 'existing',
  businessName: 'Bakery',
  sector: 'food',
  yearsOfExperience: '6',
  monthlyIncome: '300,000',
  dependants: '4',
}

/** Drafts an application for each of some people, then submits it, as a browser without scripts does. Times the posts alone. */
export async function measureWrites(base: string, subject: Subject, runs: number) {
  const ids: string[] = []
  const create: number[] = []
  const submit: number[] = []
  const timed = async (into: number[], url: string, post: ReturnType<typeof formPost>) => {
    const from = performance.now()
    const answer = await ask(url, subject.cookies.caseworker, post)
    into.push(performance.now() - from)
    if (answer.status !== 303 || !answer.location)
      throw new Error(
        `${url} answers ${answer.status}: ${/role="alert"[\s\S]{0,400}/.exec(answer.body.toString())?.[0] ?? ''}`,
      )
    return answer.location
  }
  for (const person of subject.applicants.slice(0, runs)) {
    const url = `${base}/grants/new?person=${person}`
    const html = await page(url, subject.cookies.caseworker)
    const round = /name="fundingRoundId"[\s\S]*?<option value="([0-9a-f-]{36})"/.exec(html)?.[1] ?? ''
    const made = await timed(create, url, formPost(html, 'name="purpose"', { ...application, fundingRoundId: round }))
    ids.push(new URL(made, base).pathname)
  }
  for (const path of ids) {
    const html = await page(base + path, subject.cookies.caseworker)
    await timed(submit, base + path, formPost(html, 'Submit application', {}))
  }
  const summary = (times: number[]): Times => {
    const sorted = [...times].sort((a, b) => a - b)
    const share = (part: number) => Math.round((sorted[Math.floor((sorted.length - 1) * part)] ?? 0) * 10) / 10
    const total = times.reduce((sum, time) => sum + time, 0)
    return {
      count: times.length,
      perSecond: Math.round((times.length / total) * 10_000) / 10,
      p50: share(0.5),
      p95: share(0.95),
      p99: share(0.99),
    }
  }
  return { create: summary(create), submit: summary(submit) }
}
