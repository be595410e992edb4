import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { StatusBadge } from '@/components/case/status-badge'
import { PlainForm } from '@/components/form/plain-form'
import { TextAreaField } from '@/components/form/text-area-field'
import { Bdi, Code } from '@/components/ui/bdi'
import { Disclosure } from '@/components/ui/disclosure'
import { LinkButton } from '@/components/ui/link-button'
import { Section } from '@/components/ui/section'
import type { SourceRow } from '@/lib/grants/budgets/queries'
import { inLocale } from '@/lib/i18n/in-locale'
import { proposeClosing } from './actions'
import { Figures } from './figures'
import { LineBar } from './line-bar'
import { stateTone } from './tones'

/** A donor's money and the lines it is on. */
export async function SourceSection({ source, mayPropose }: { source: SourceRow; mayPropose: boolean }) {
  const { t, locale, format } = await getI18n()
  const isOpen = source.state === 'proposed' || source.state === 'active'
  return (
    <Section
      title={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Bdi>{inLocale(locale, source.donor)}</Bdi>
          <StatusBadge status={{ label: t(`budgets.state.${source.state}`), tone: stateTone[source.state] }} />
        </span>
      }
      action={
        mayPropose &&
        isOpen && (
          <LinkButton href={`/budgets/new-line?source=${source.id}`} variant="secondary" size="sm">
            {t('budgets.line.new')}
            <span className="sr-only"> {source.code}</span>
          </LinkButton>
        )
      }
    >
      <p className="mb-4 text-sm text-ink-soft">
        <Code>{source.code}</Code> · <Code>{format.money(source.amountMinor, source.currency)}</Code> ·{' '}
        {t('budgets.source.days', { from: format.date(source.startsOn), to: format.date(source.endsOn) })} ·{' '}
        {source.districts.length > 0
          ? format.list(source.districts.map((district) => inLocale(locale, district)))
          : t('budgets.source.everywhere')}
      </p>
      {source.lines.length === 0 ? (
        <p className="text-ink-soft">{t('budgets.source.noLines')}</p>
      ) : (
        <ul className="divide-y divide-line border-t border-line">
          {source.lines.map((line) => (
            <li key={line.id} className="space-y-2 py-4">
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <Link
                  href={`/budgets/lines/${line.id}`}
                  prefetch={false}
                  className="touch-target inline-flex items-center gap-2 font-semibold text-action hover:underline"
                >
                  <Bdi>{inLocale(locale, line.name)}</Bdi> <Code>{line.code}</Code>
                </Link>
                {line.state !== 'active' && (
                  <StatusBadge status={{ label: t(`budgets.state.${line.state}`), tone: stateTone[line.state] }} />
                )}
              </p>
              {line.state === 'proposed' || line.state === 'declined' ? (
                <p>{t('budgets.line.proposed', { amount: format.money(line.proposedMinor, line.currency) })}</p>
              ) : (
                <>
                  <LineBar line={line} label={t('budgets.line.bar', { code: line.code })} />
                  <Figures lineId={line.id} line={line} currency={line.currency} />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayPropose && source.state === 'active' && (
        <div className="mt-4">
          <Disclosure label={t('budgets.source.close')}>
            <PlainForm
              action={proposeClosing}
              hidden={{ kind: 'close_source', id: source.id }}
              submit={t('budgets.propose')}
              variant="danger"
            >
              <p className="text-ink-soft">{t('budgets.source.closeText')}</p>
              <TextAreaField name="reason" rows={2} label={t('budgets.reason')} />
            </PlainForm>
          </Disclosure>
        </div>
      )}
    </Section>
  )
}
