import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { getI18n } from '@/app/i18n'
import { StatusBadge } from '@/components/case/status-badge'
import { MoneyField } from '@/components/form/money-field'
import { PlainForm } from '@/components/form/plain-form'
import { TextAreaField } from '@/components/form/text-area-field'
import { Bdi, Code } from '@/components/ui/bdi'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { minorUnits } from '@/lib/format'
import { getLedger } from '@/lib/grants/budgets/ledger-query'
import { canPropose } from '@/lib/grants/budgets/policy'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { inLocale } from '@/lib/i18n/in-locale'
import { isId } from '@/lib/ids'
import { proposeAmount, proposeClosing } from '../../actions'
import { ChangeFacts, PendingChanges } from '../../changes'
import { Figures } from '../../figures'
import { LineBar } from '../../line-bar'
import { stateTone } from '../../tones'
import { kindsOf, readLedgerFilter, type SearchParams } from './filters'
import { Ledger } from './ledger'

type Props = { params: Promise<{ lineId: string }>; searchParams: SearchParams }

const read = cache(async (params: Props['params'], searchParams: SearchParams) => {
  const actor = await requireActor()
  const [{ lineId }, filter] = await Promise.all([params, readLedgerFilter(searchParams)])
  const mayRead = isId(lineId) && may(actor, 'budgets.read')
  const page = mayRead ? await getLedger(actor, lineId, { ...filter, kinds: kindsOf(filter) }) : null
  return { actor, filter, page }
})

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ t }, { page }] = await Promise.all([getI18n(), read(params, searchParams)])
  return { title: page ? page.line.code : t('common.states.notFoundTitle') }
}

export default async function LinePage({ params, searchParams }: Props) {
  const [{ t, locale, format }, { actor, filter, page }] = await Promise.all([getI18n(), read(params, searchParams)])
  if (!page) notFound()
  const { line, source, changes, proof, entries } = page
  const pending = changes.filter((change) => change.outcome === null)
  const past = changes.filter((change) => change.outcome !== null)
  const hidden = { lineId: line.id, currency: line.currency }
  return (
    <ClientMessages locale={locale} rooms={['budgets.refused', 'budgets.errors']}>
      <PageHeader
        title={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Bdi>{inLocale(locale, line.name)}</Bdi> <Code>{line.code}</Code>
            <StatusBadge status={{ label: t(`budgets.state.${line.state}`), tone: stateTone[line.state] }} />
          </span>
        }
        back={{ href: '/budgets', label: t('budgets.title') }}
        lead={`${inLocale(locale, source.donor)} · ${t('budgets.source.days', { from: format.date(source.startsOn), to: format.date(source.endsOn) })}`}
      />
      <div className="space-y-6">
        <PendingChanges actor={actor} changes={pending} />
        <Section title={t('budgets.line.figures')}>
          <div className="space-y-4">
            <LineBar line={line} label={t('budgets.line.bar', { code: line.code })} />
            <Figures lineId={line.id} line={line} currency={line.currency} />
            {proof && (
              <Notice
                tone={proof.agrees ? 'good' : 'danger'}
                title={t(proof.agrees ? 'budgets.proof.agrees' : 'budgets.proof.differs')}
              >
                <p>{t(proof.agrees ? 'budgets.proof.agreesText' : 'budgets.proof.differsText')}</p>
              </Notice>
            )}
          </div>
        </Section>
        <Section id="ledger" title={t('budgets.ledger.title')}>
          {!proof && <p className="mb-4 text-ink-soft">{t('budgets.ledger.ownOnly')}</p>}
          <Ledger
            lineId={line.id}
            currency={line.currency}
            entries={entries}
            filter={filter}
            opensTranches={may(actor, 'payments.release')}
          />
        </Section>
        {canPropose(actor) && line.state === 'active' && pending.length === 0 && (
          <Section title={t('budgets.line.changes')}>
            <div className="space-y-3">
              <Disclosure label={t('budgets.change.change_amount')}>
                <PlainForm action={proposeAmount} hidden={hidden} submit={t('budgets.propose')}>
                  <MoneyField
                    name="amount"
                    currency={line.currency}
                    label={t('budgets.field.newAmount')}
                    hint={t('budgets.field.newAmountHint', { least: format.money(line.committedMinor, line.currency) })}
                    defaultValue={line.allocatedMinor / minorUnits[line.currency]}
                  />
                  <TextAreaField name="reason" rows={2} label={t('budgets.reason')} />
                </PlainForm>
              </Disclosure>
              <Disclosure label={t('budgets.change.close_line')}>
                <PlainForm
                  action={proposeClosing}
                  hidden={{ kind: 'close_line', id: line.id }}
                  submit={t('budgets.propose')}
                  variant="danger"
                >
                  <p className="text-ink-soft">{t('budgets.line.closeText')}</p>
                  <TextAreaField name="reason" rows={2} label={t('budgets.reason')} />
                </PlainForm>
              </Disclosure>
            </div>
          </Section>
        )}
        {past.length > 0 && (
          <Section title={t('budgets.line.history')}>
            <ul className="-my-3 divide-y divide-line">
              {past.map((change) => (
                <li key={change.id} className="py-3">
                  <ChangeFacts change={change} />
                </li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    </ClientMessages>
  )
}
