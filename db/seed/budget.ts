import { sql } from 'drizzle-orm'
import type { Actor } from '../../lib/auth/actor'
import { decideChange, proposeAmount, proposeLine, proposeSource, setRate } from '../../lib/grants/budgets/commands'
import { withSystem } from '../client'
import { dayOf } from './clock'
import { done } from './people'
import type { Member } from './staff'

const day = 86_400_000

/** Two donors with five lines; amounts in whole units of the source's currency. */
const sources = [
  {
    code: 'DNR-A',
    donorEn: 'Recovery Fund for Iraq',
    donorAr: 'صندوق التعافي للعراق',
    currency: 'IQD',
    amount: '1800000000',
    lines: [
      { code: 'DNR-A/1', nameEn: 'Business grants, Falluja', nameAr: 'منح الأعمال، الفلوجة', amount: '900000000' },
      { code: 'DNR-A/2', nameEn: 'Business grants, Ramadi', nameAr: 'منح الأعمال، الرمادي', amount: '420000000' },
      { code: 'DNR-A/3', nameEn: 'Women-led businesses', nameAr: 'مشاريع تقودها نساء', amount: '300000000' },
    ],
  },
  {
    code: 'DNR-B',
    donorEn: 'Community Resilience Trust',
    donorAr: 'مؤسسة صمود المجتمعات',
    currency: 'USD',
    amount: '400000',
    lines: [
      { code: 'DNR-B/1', nameEn: 'In-kind packages', nameAr: 'حزم عينية', amount: '250000' },
      { code: 'DNR-B/2', nameEn: 'Tools for youth', nameAr: 'عدد للشباب', amount: '90000' },
    ],
  },
] as const

const dayFields = (at: Date) => {
  const [year, month, date] = dayOf(at).split('-')
  return { day: date, month, year }
}

/** The second person agrees to what was proposed last. */
async function agree(second: Actor, at: Date): Promise<void> {
  const rows = await withSystem('practice data', (tx) =>
    tx.execute<{ id: string }>(sql`select id from budget_changes where outcome is null order by id limit 1`),
  )
  done('budget', await decideChange.execute(second, { changeId: rows[0]?.id, outcome: 'approved' }, { at }))
}

async function idOf(table: 'funding_sources' | 'budget_lines', code: string): Promise<string> {
  const rows = await withSystem('practice data', (tx) =>
    tx.execute<{ id: string }>(sql`select id from ${sql.identifier(table)} where code = ${code}`),
  )
  return rows[0]?.id ?? ''
}

/** Finance, who proposes, and the manager, who agrees. */
function keepers(members: readonly Member[]) {
  const finance = members.find((one) => one.role === 'finance_officer')?.actor
  const manager = members.find((one) => one.role === 'programme_manager')?.actor
  if (!finance || !manager) throw new Error('the demo needs finance and a manager')
  return { finance, manager }
}

/**
 * The donor shortens a line to what is promised and recommended on it: whoever comes next waits. What finance asks for
 * afterwards still waits for its second person.
 */
export async function shortenLine(members: readonly Member[], lineId: string | undefined, at: Date): Promise<void> {
  const { finance, manager } = keepers(members)
  const rows = await withSystem('practice data', (tx) =>
    tx.execute<{ needed: string }>(sql`select committed_minor + (select coalesce(sum(g.amount_minor), 0) from grants g
        join cases c on c.id = g.case_id where g.budget_line_id = l.id and c.status in ('pending_approval_1', 'pending_approval_2')) as needed
      from budget_lines l where id = ${lineId}`),
  )
  const minutes = (count: number) => new Date(at.getTime() + count * 60_000)
  const change = { lineId, currency: 'IQD' }
  const amount = String(Number(rows[0]?.needed) / 1000)
  const less = { ...change, amount, reason: 'خفّض المانح هذا البند إلى ما خُصص منه.' }
  done('shorten', await proposeAmount.execute(finance, less, { at }))
  await agree(manager, minutes(40))
  const more = { ...change, amount: '450000000', reason: 'زاد عدد الطلبات في الرمادي.' }
  done('amount', await proposeAmount.execute(finance, more, { at: minutes(60 * 24 * 17) }))
}

/** The donors' money on its lines, proposed by finance and agreed to by the manager; answers with the ids of the dinar lines. */
export async function seedBudget(members: readonly Member[], since: Date): Promise<string[]> {
  const { finance, manager } = keepers(members)
  let steps = 0
  const next = () => {
    steps += 1
    return new Date(since.getTime() + steps * 600_000)
  }
  const lineIds: string[] = []
  for (const { lines, ...source } of sources) {
    const dates = { startsOn: dayFields(since), endsOn: dayFields(new Date(since.getTime() + 900 * day)) }
    const reason = 'بموجب الاتفاق الموقّع مع المانح.'
    done('source', await proposeSource.execute(finance, { ...source, ...dates, districts: [], reason }, { at: next() }))
    await agree(manager, next())
    const sourceId = await idOf('funding_sources', source.code)
    for (const line of lines) {
      const proposed = { ...line, sourceId, currency: source.currency, reason: 'توزيع المنحة على بنودها.' }
      done('line', await proposeLine.execute(finance, proposed, { at: next() }))
      await agree(manager, next())
      if (source.currency === 'IQD') lineIds.push(await idOf('budget_lines', line.code))
    }
  }
  const rate = { day: dayFields(since), rate: '1310' }
  done('rate', await setRate.execute(finance, rate, { at: next() }))
  return lineIds
}
