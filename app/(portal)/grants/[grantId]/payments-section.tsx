import { getI18n } from '@/app/i18n'
import { StatusBadge } from '@/components/case/status-badge'
import { Code } from '@/components/ui/bdi'
import { LinkButton } from '@/components/ui/link-button'
import { Section } from '@/components/ui/section'
import { trancheTone } from '@/lib/grants/tranches/tones'
import type { TrancheView } from '@/lib/grants/tranches/view'

/** The tranches of a grant at a glance, with the way to where they are worked on; nothing before there are any. */
export async function PaymentsSection({ caseId, tranches }: { caseId: string; tranches: readonly TrancheView[] }) {
  const { t, format } = await getI18n()
  if (tranches.length === 0) return null
  return (
    <Section
      id="payments"
      title={t('payments.section')}
      action={
        <LinkButton href={`/grants/${caseId}/payments`} variant="secondary" size="sm">
          {t('payments.open')}
        </LinkButton>
      }
    >
      <ul className="-my-2 divide-y divide-line">
        {tranches.map((tranche) => (
          <li key={tranche.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3">
            <span className="font-medium">
              {t('payments.tranche', { number: String(tranche.number) })} ·{' '}
              <Code>{format.money(tranche.amountMinor, tranche.currency)}</Code>
            </span>
            <span className="flex flex-wrap items-center gap-x-3 text-sm text-ink-soft">
              {format.shortDate(tranche.paidOn ?? tranche.plannedOn)}
              <StatusBadge
                status={{ label: t(`payments.status.${tranche.status}`), tone: trancheTone[tranche.status] }}
              />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
