import { sql } from 'drizzle-orm'
import { completeGrant, recordVisit } from '../../lib/grants/monitoring/commands'
import { withSystem } from '../client'
import { dayOf, workMoment } from './clock'
import type { PaymentRun } from './payments'
import { done } from './people'
import type { Random } from './random'

const remarks = {
  operating: [
    '',
    'المحل مفتوح والزبائن كثيرون في المساء.',
    'زاد الطلب بعد العيد، والنية توسيع المكان.',
    'الكهرباء تنقطع كثيرًا وتؤخر العمل.',
  ],
  paused: ['العمل متوقف إلى أن يُصلح المولد.', 'توقف العمل بسبب مرض في الأسرة.'],
  closed: ['أُغلق المحل بعد ارتفاع الإيجار.', 'لم تغطِّ المبيعات الكلفة فأُغلق المشروع.'],
  relocated: ['انتقل العمل إلى شارع السوق.'],
} as const
type Business = keyof typeof remarks

/** What becomes of a business that still ran at the visit before; hardly any fails in its first month. */
const outlook: Record<number, readonly (readonly [Business, number])[]> = {
  1: [
    ['operating', 95],
    ['paused', 4],
    ['closed', 1],
  ],
  3: [
    ['operating', 91],
    ['paused', 4],
    ['closed', 3],
    ['relocated', 2],
  ],
  6: [
    ['operating', 88],
    ['paused', 5],
    ['closed', 5],
    ['relocated', 2],
  ],
  12: [
    ['operating', 87],
    ['paused', 4],
    ['closed', 6],
    ['relocated', 3],
  ],
}

const day = 86_400_000

/** A visit falls on a working day near its own; of those of the last weeks some are still to be made. */
function madeOn(dueOn: string, today: Date, random: Random): Date | null {
  const daysAgo = (today.getTime() - Date.parse(`${dueOn}T08:00:00Z`)) / day
  if (daysAgo < 0 || (daysAgo < 25 && random.chance(0.45))) return null
  return workMoment(today, Math.max(0, daysAgo + random.int(-12, 4)), random)
}

function finding(business: Business, month: number, random: Random) {
  const isRunning = business === 'operating' || business === 'relocated'
  // Trade picks up over the year; who stands still earns nothing.
  const profit = isRunning ? random.int(4, 14) + Math.round(month * random.next()) : 0
  const isUnsafe = random.chance(0.02)
  return {
    received: random.weighted([
      ['full', 88],
      ['partial', 4],
      ['with_issues', 8],
    ] as const),
    business,
    currency: 'IQD',
    monthlyProfit: String(profit * 50_000),
    jobsWomenFull: String(isRunning ? random.int(0, 1) : 0),
    jobsWomenPart: String(isRunning ? random.int(0, 1) : 0),
    jobsMenFull: String(isRunning ? random.int(0, 2) : 0),
    jobsMenPart: String(isRunning ? random.int(0, 1) : 0),
    satisfaction: String(isRunning ? random.int(3, 5) : random.int(2, 4)),
    remark: random.pick(remarks[business]),
    safety: isUnsafe ? 'yes' : 'no',
    safetyBody: isUnsafe ? 'يطلب مجهولون من أصحاب المحلات في الشارع مبالغ شهرية.' : '',
  }
}

/** The visits whose day has come, most of them made; `isOver` ends the grant when the last of the year was. */
export async function seedVisits(run: PaymentRun, today: Date, isOver: boolean): Promise<void> {
  const random = run.random.fork('visits')
  const visits = await withSystem('practice data', (tx) =>
    tx.execute<{ id: string; month: number; due_on: string }>(
      sql`select id, month, due_on::text from monitoring_visits where case_id = ${run.caseId} and is_in_sample order by month`,
    ),
  )
  let business: Business = 'operating'
  let last: Date | null = null
  for (const visit of visits) {
    last = madeOn(visit.due_on, today, random)
    if (!last) continue
    // What is closed stays closed; what paused or moved mostly runs again.
    if (business !== 'closed') business = random.weighted(outlook[visit.month] ?? [])
    const [year, month, date] = dayOf(last).split('-')
    const found = {
      visitId: visit.id,
      visitedOn: { day: date, month, year },
      ...finding(business, visit.month, random),
    }
    done('visit', await recordVisit.execute(run.owner, found, { at: last }))
  }
  if (!isOver || !last) return
  const at = new Date(Math.min(last.getTime() + 2 * day, today.getTime()))
  done('complete', await completeGrant.execute(run.owner, await run.ref(), { at }))
}
