import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { getI18n } from '@/app/i18n'
import { StatusBadge } from '@/components/case/status-badge'
import { PlainForm } from '@/components/form/plain-form'
import { Code } from '@/components/ui/bdi'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { requireActor } from '@/lib/auth/session'
import { uploadOutcome } from '@/lib/documents/domain'
import { mayOn } from '@/lib/grants/policy'
import { getPayments } from '@/lib/grants/tranches/queries'
import { trancheTone } from '@/lib/grants/tranches/tones'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { isId } from '@/lib/ids'
import { startMonitoring } from '../../../payments/actions'
import { TrancheDeeds, TrancheFacts, TrancheFiles, TrancheHistory } from '../../../payments/tranche-parts'
import { SuspendForms } from './suspend-forms'

type Props = { params: Promise<{ grantId: string }>; searchParams: Promise<{ document?: string | string[] }> }

const read = cache(async (params: Props['params']) => {
  const actor = await requireActor()
  const { grantId } = await params
  return { actor, page: isId(grantId) ? await getPayments(actor, grantId) : null }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ t }, { page }] = await Promise.all([getI18n(), read(params)])
  return { title: page ? t('payments.of', { reference: page.grant.reference }) : t('common.states.notFoundTitle') }
}

/** Money that has reached the payee. */
const arrived = ['paid', 'receipt_confirmed', 'milestone_verified']
const settled = ['milestone_verified', 'cancelled', 'recovered', 'written_off']

export default async function GrantPaymentsPage({ params, searchParams }: Props) {
  const [{ t, locale, format }, { actor, page }, { document }] = await Promise.all([
    getI18n(),
    read(params),
    searchParams,
  ])
  if (!page) notFound()
  const { grant, tranches } = page
  const path = `/grants/${grant.id}/payments`
  const paid = tranches.filter((one) => arrived.includes(one.status)).reduce((sum, one) => sum + one.amountMinor, 0)
  const isSettled = tranches.every(
    (one) => settled.includes(one.status) || (one.status === 'receipt_confirmed' && one.facts.milestoneId === null),
  )
  const ended = uploadOutcome(document)
  return (
    <ClientMessages locale={locale} rooms={['payments.refused', 'payments.errors', 'cases.refused']}>
      <PageHeader
        title={t('payments.title')}
        back={{ href: `/grants/${grant.id}`, label: grant.reference }}
        lead={t('payments.sum', {
          paid: format.money(paid, grant.currency),
          total: format.money(grant.amountMinor, grant.currency),
        })}
      />
      <div id="documents" className="space-y-6">
        {ended && (
          <Notice tone={ended === 'added' ? 'good' : 'danger'} live>
            {t(`cases.documents.outcome.${ended}`)}
          </Notice>
        )}
        {grant.status === 'suspended' && <Notice tone="warning" title={t('payments.suspend.standing')} />}
        {grant.status === 'disbursing' &&
          tranches.length > 0 &&
          isSettled &&
          mayOn(actor, 'payments.request', grant) && (
            <Notice tone="good" title={t('payments.monitoring.ready')}>
              <PlainForm
                action={startMonitoring}
                hidden={{ caseId: grant.id, version: grant.version }}
                submit={t('payments.monitoring.submit')}
                className=""
              />
            </Notice>
          )}
        {tranches.length === 0 && (
          <EmptyState icon="banknote" title={t('payments.none')}>
            {t('payments.noneText')}
          </EmptyState>
        )}
        {tranches.map((tranche) => (
          <Section
            key={tranche.id}
            id={`tranche-${tranche.number}`}
            title={
              <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                {t('payments.tranche', { number: String(tranche.number) })}
                <Code>{format.money(tranche.amountMinor, tranche.currency)}</Code>
                <StatusBadge
                  status={{ label: t(`payments.status.${tranche.status}`), tone: trancheTone[tranche.status] }}
                />
              </span>
            }
          >
            <div className="space-y-5">
              <TrancheFacts tranche={tranche} />
              <TrancheDeeds actor={actor} tranche={tranche} />
              {tranche.status !== 'scheduled' && (
                <TrancheFiles tranche={tranche} path={path} canAdd={mayOn(actor, 'payments.confirm', grant)} />
              )}
              <TrancheHistory tranche={tranche} />
            </div>
          </Section>
        ))}
        {mayOn(actor, 'payments.suspend', grant) && <SuspendForms grant={grant} />}
      </div>
    </ClientMessages>
  )
}
