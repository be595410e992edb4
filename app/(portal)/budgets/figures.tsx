import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { Code } from '@/components/ui/bdi'
import type { Currency } from '@/lib/format'
import { type Balances, freeOf } from '@/lib/grants/budgets/domain'

const figures = ['allocated', 'committed', 'released', 'spent'] as const
const dots = { allocated: '', committed: 'bg-warning', released: 'bg-info', spent: 'bg-good' }

/** The figures of a line; each opens the entries that it is the sum of. */
export async function Figures({ lineId, line, currency }: { lineId: string; line: Balances; currency: Currency }) {
  const { t, format } = await getI18n()
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-2 sm:grid-cols-3 lg:grid-cols-5">
      {figures.map((figure) => (
        <div key={figure} className="min-w-0">
          <dt className="flex items-center gap-1.5 text-sm text-ink-soft">
            {dots[figure] && <span aria-hidden="true" className={`size-2.5 rounded-full ${dots[figure]}`} />}
            {t(`budgets.figure.${figure}`)}
          </dt>
          <dd>
            <Link
              href={`/budgets/lines/${lineId}?of=${figure}#ledger`}
              prefetch={false}
              className="touch-target inline-flex items-center font-medium text-action underline"
            >
              <Code>{format.money(line[`${figure}Minor`], currency)}</Code>
            </Link>
          </dd>
        </div>
      ))}
      <div className="min-w-0">
        <dt className="flex items-center gap-1.5 text-sm text-ink-soft">
          <span aria-hidden="true" className="size-2.5 rounded-full border border-line-strong bg-sunken" />
          {t('budgets.figure.free')}
        </dt>
        <dd className="font-semibold">
          <Code>{format.money(freeOf(line), currency)}</Code>
        </dd>
      </div>
    </dl>
  )
}
