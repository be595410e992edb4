import { sql } from 'drizzle-orm'
import { recordVisit } from '../../lib/grants/monitoring/commands'
import { withSystem } from '../client'
import { dayOf } from './clock'
import type { PaymentRun } from './payments'
import { done } from './people'

const remarks = [
  '',
  'المحل مفتوح والزبائن كثيرون في المساء.',
  'زاد الطلب بعد العيد، ويفكر بتوسيع المكان.',
  'الكهرباء تنقطع كثيرًا وتؤخر العمل.',
]

/** The visits whose day has come, most of them made, with what a business of a few months shows. */
export async function seedVisits(run: PaymentRun, today: Date): Promise<void> {
  const { random } = run
  const visits = await withSystem('practice data', (tx) =>
    tx.execute<{ id: string; month: number; due_on: string }>(
      sql`select id, month, due_on::text from monitoring_visits where case_id = ${run.caseId} and is_in_sample order by month`,
    ),
  )
  for (const visit of visits) {
    const at = new Date(Date.parse(`${visit.due_on}T08:00:00Z`) + random.int(-5, 6) * 86_400_000)
    if (at > today || random.chance(0.12)) continue
    const [year, month, day] = dayOf(at).split('-')
    const business = random.weighted([
      ['operating', 84],
      ['paused', 8],
      ['closed', 5],
      ['relocated', 3],
    ] as const)
    const isSafe = !random.chance(0.03)
    const found = {
      visitId: visit.id,
      visitedOn: { day, month, year },
      received: random.weighted([
        ['full', 86],
        ['partial', 5],
        ['with_issues', 9],
      ] as const),
      business,
      currency: 'IQD',
      monthlyProfit: String(business === 'operating' ? random.int(5, 26) * 50_000 : 0),
      jobsWomenFull: String(random.int(0, 1)),
      jobsWomenPart: String(random.int(0, 1)),
      jobsMenFull: String(business === 'operating' ? random.int(1, 2) : 0),
      jobsMenPart: String(random.int(0, 1)),
      satisfaction: String(random.int(3, 5)),
      remark: random.pick(remarks),
      safety: isSafe ? 'no' : 'yes',
      safetyBody: isSafe ? '' : 'يطلب مجهولون من أصحاب المحلات في الشارع مبالغ شهرية.',
    }
    done('visit', await recordVisit.execute(run.owner, found, { at }))
  }
}
