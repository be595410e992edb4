import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { Code } from '@/components/ui/bdi'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { listRounds, type RoundRow } from '@/lib/grants/rounds/queries'
import { inLocale } from '@/lib/i18n/in-locale'
import { SectionTabs } from '../section-tabs'
import { StateBadge } from './state-badge'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('rounds.list.title') }
}

export default async function RoundsPage() {
  const actor = await requireActor()
  if (!may(actor, 'rounds.manage') && !may(actor, 'committee.convene')) notFound()
  const [{ t, locale, format }, rounds] = await Promise.all([getI18n(), listRounds(actor)])
  const columns: Column<RoundRow>[] = [
    {
      key: 'name',
      header: t('rounds.list.round'),
      cell: (row) => inLocale(locale, { en: row.nameEn, ar: row.nameAr }),
    },
    { key: 'code', header: t('rounds.list.code'), cell: (row) => <Code>{row.code}</Code> },
    { key: 'opens', header: t('rounds.list.opens'), cell: (row) => format.shortDate(row.opensOn) },
    { key: 'closes', header: t('rounds.list.closes'), cell: (row) => format.shortDate(row.closesOn) },
    {
      key: 'state',
      header: t('rounds.list.state'),
      cell: (row) => <StateBadge opensOn={row.opensOn} closesOn={row.closesOn} />,
    },
    {
      key: 'target',
      header: t('rounds.list.target'),
      cell: (row) => (row.targetGrants === null ? '–' : format.number(row.targetGrants)),
      align: 'end',
    },
    {
      key: 'ceiling',
      header: t('rounds.list.ceiling'),
      cell: (row) => <Code>{format.money(row.maxAmountMinor, row.currency)}</Code>,
      align: 'end',
    },
  ]
  const action = may(actor, 'rounds.manage') && (
    <LinkButton href="/grants/rounds/new">{t('rounds.list.new')}</LinkButton>
  )
  return (
    <>
      <PageHeader title={t('rounds.list.title')} lead={t('rounds.list.lead')} action={action} />
      <SectionTabs actor={actor} current="rounds" />
      {rounds.length === 0 ? (
        <EmptyState icon="calendar-days" title={t('rounds.list.none')}>
          {t('rounds.list.noneText')}
        </EmptyState>
      ) : (
        <DataTable
          caption={t('rounds.list.title')}
          columns={columns}
          rows={rounds}
          rowKey={(row) => row.id}
          rowHref={(row) => `/grants/rounds/${row.id}`}
        />
      )}
    </>
  )
}
