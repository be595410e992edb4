import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { canPropose, canSetRate } from '@/lib/grants/budgets/policy'
import { listBudgets } from '@/lib/grants/budgets/queries'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { PendingChanges } from './changes'
import { SourceSection } from './source-section'
import { Totals } from './totals'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('budgets.title') }
}

export default async function BudgetsPage() {
  const actor = await requireActor()
  if (!may(actor, 'budgets.read')) notFound()
  const [{ t, locale }, { sources, changes, rate }] = await Promise.all([getI18n(), listBudgets(actor)])
  const mayPropose = canPropose(actor)
  return (
    <ClientMessages locale={locale} rooms={['budgets.refused', 'budgets.errors']}>
      <PageHeader
        title={t('budgets.title')}
        lead={t('budgets.lead')}
        action={
          mayPropose && (
            <>
              <LinkButton href="/budgets/proof" variant="secondary">
                {t('budgets.proof.title')}
              </LinkButton>
              <LinkButton href="/budgets/new">{t('budgets.source.new')}</LinkButton>
            </>
          )
        }
      />
      <div className="space-y-6">
        <PendingChanges actor={actor} changes={changes} />
        {sources.length === 0 ? (
          <EmptyState icon="hand-coins" title={t('budgets.empty')}>
            {t('budgets.emptyText')}
          </EmptyState>
        ) : (
          <Totals sources={sources} rate={rate} mayRate={canSetRate(actor)} />
        )}
        {sources.map((source) => (
          <SourceSection key={source.id} source={source} mayPropose={mayPropose} />
        ))}
      </div>
    </ClientMessages>
  )
}
