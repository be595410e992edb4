import { connected } from '../db/server/roles'
import type { Subject } from './database'
import { ask, formPost, measure, page, type Times } from './load'

export type PageName = 'My work' | 'List' | 'Filtered list' | 'Search, misspelt' | 'Case'

/** A name with two letters swapped, as a hurried hand writes it. */
function misspelt(name: string): string {
  const [given = '', father = ''] = name.split(' ')
  const letters = [...given]
  const [a = '', b = ''] = letters.splice(1, 2)
  return `${[letters[0], b, a, ...letters.slice(1)].join('')} ${father}`
}

/** The path of each measured page, for the n-th request. */
export function pathsOf(subject: Subject): Record<PageName, (run: number) => string> {
  const at = (list: readonly string[], run: number) => list[run % list.length] ?? ''
  return {
    'My work': () => '/',
    List: () => '/grants',
    'Filtered list': () => '/grants?status=verification',
    'Search, misspelt': (run) => `/search?q=${encodeURIComponent(misspelt(at(subject.names, run)))}`,
    Case: (run) => `/grants/${at(subject.cases, run)}`,
  }
}

export type PageResult = { alone: Times; eight: Times; databaseMs: number; statements: number }

/** Times of one page, one request after another and eight at a time, and what the database had to do for the first. */
export async function measurePage(
  base: string,
  subject: Subject,
  superUrl: string,
  path: (run: number) => string,
  runs: number,
): Promise<PageResult> {
  const open = async (run: number) => {
    await page(base + path(run), subject.cookie)
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
    const answer = await ask(url, subject.cookie, post)
    into.push(performance.now() - from)
    if (answer.status !== 303 || !answer.location)
      throw new Error(
        `${url} answers ${answer.status}: ${/role="alert"[\s\S]{0,400}/.exec(answer.body.toString())?.[0] ?? ''}`,
      )
    return answer.location
  }
  for (const person of subject.applicants.slice(0, runs)) {
    const url = `${base}/grants/new?person=${person}`
    const html = await page(url, subject.cookie)
    const round = /name="fundingRoundId"[\s\S]*?<option value="([0-9a-f-]{36})"/.exec(html)?.[1] ?? ''
    const made = await timed(create, url, formPost(html, 'name="purpose"', { ...application, fundingRoundId: round }))
    ids.push(new URL(made, base).pathname)
  }
  for (const path of ids) {
    const html = await page(base + path, subject.cookie)
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
