import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { getI18n } from '@/app/i18n'
import { StatusBadge } from '@/components/case/status-badge'
import { Code } from '@/components/ui/bdi'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { getTranche } from '@/lib/grants/tranches/queries'
import { trancheTone } from '@/lib/grants/tranches/tones'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { isId } from '@/lib/ids'
import { TrancheDeeds, TrancheFacts, TrancheFiles, TrancheHistory } from '../tranche-parts'

type Props = { params: Promise<{ trancheId: string }> }

const read = cache(async (params: Props['params']) => {
  const actor = await requireActor()
  const { trancheId } = await params
  const tranche = isId(trancheId) && may(actor, 'payments.read') ? await getTranche(actor, trancheId) : null
  return { actor, tranche }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ t }, { tranche }] = await Promise.all([getI18n(), read(params)])
  return { title: tranche ? tranche.reference : t('common.states.notFoundTitle') }
}

export default async function TranchePage({ params }: Props) {
  const [{ t, locale }, { actor, tranche }] = await Promise.all([getI18n(), read(params)])
  if (!tranche) notFound()
  return (
    <ClientMessages locale={locale} rooms={['payments.refused', 'payments.errors', 'cases.refused']}>
      <PageHeader
        title={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Code>{tranche.reference}</Code>
            <StatusBadge
              status={{ label: t(`payments.status.${tranche.status}`), tone: trancheTone[tranche.status] }}
            />
          </span>
        }
        back={{ href: '/payments', label: t('payments.title') }}
        action={
          tranche.facts.placed && (
            <LinkButton href={`/grants/${tranche.caseId}/payments`} variant="secondary">
              {t('payments.open')}
            </LinkButton>
          )
        }
      />
      <Section title={t('payments.tranche', { number: String(tranche.number) })}>
        <div className="space-y-5">
          <TrancheFacts tranche={tranche} />
          <TrancheDeeds actor={actor} tranche={tranche} />
          <TrancheFiles tranche={tranche} path={`/payments/${tranche.id}`} canAdd={false} />
          <TrancheHistory tranche={tranche} />
        </div>
      </Section>
    </ClientMessages>
  )
}
