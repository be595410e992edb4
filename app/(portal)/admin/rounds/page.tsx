import type { Metadata } from 'next'
import { getI18n } from '@/app/i18n'
import { Badge } from '@/components/ui/badge'
import { Code } from '@/components/ui/bdi'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { listRounds, type Round } from '@/lib/admin/reference-queries'
import { baghdadDay } from '@/lib/format'
import { inLocale } from '@/lib/i18n/in-locale'
import { requireAdmin } from '../require-admin'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('admin.rounds.title') }
}

export default async function RoundsPage() {
  const actor = await requireAdmin('reference.manage')
  const [{ t, locale, format }, rounds] = await Promise.all([getI18n(), listRounds(actor)])
  const today = baghdadDay(new Date())
  const columns: Column<Round>[] = [
    {
      key: 'name',
      header: t('admin.rounds.round'),
      cell: (row) => <span className="font-semibold">{inLocale(locale, { en: row.nameEn, ar: row.nameAr })}</span>,
    },
    { key: 'code', header: t('admin.rounds.code'), cell: (row) => <Code>{row.code}</Code> },
    { key: 'opens', header: t('admin.rounds.opens'), cell: (row) => format.shortDate(row.opensOn) },
    { key: 'closes', header: t('admin.rounds.closes'), cell: (row) => format.shortDate(row.closesOn) },
    {
      key: 'state',
      header: t('admin.users.state'),
      cell: (row) =>
        row.opensOn > today ? (
          <Badge tone="info">{t('admin.rounds.future')}</Badge>
        ) : row.closesOn < today ? (
          <Badge icon="ban">{t('admin.rounds.closed')}</Badge>
        ) : (
          <Badge tone="good">{t('admin.rounds.open')}</Badge>
        ),
    },
    {
      key: 'amount',
      header: t('admin.rounds.max'),
      cell: (row) => <Code>{format.money(row.maxAmountMinor, row.currency === 'USD' ? 'USD' : 'IQD')}</Code>,
      align: 'end',
    },
  ]
  const action = <LinkButton href="/admin/rounds/new">{t('admin.rounds.new')}</LinkButton>
  return (
    <>
      <PageHeader
        title={t('admin.rounds.title')}
        back={{ href: '/admin', label: t('admin.start.title') }}
        {...(rounds.length > 0 && { action })}
      />
      {rounds.length === 0 ? (
        <EmptyState icon="calendar-days" title={t('admin.rounds.none')} action={action}>
          {t('admin.rounds.noneText')}
        </EmptyState>
      ) : (
        <DataTable caption={t('admin.rounds.title')} columns={columns} rows={rounds} rowKey={(row) => row.id} />
      )}
    </>
  )
}
