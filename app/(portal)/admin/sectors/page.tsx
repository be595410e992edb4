import type { Metadata } from 'next'
import { getI18n } from '@/app/i18n'
import { Badge } from '@/components/ui/badge'
import { Code } from '@/components/ui/bdi'
import { type Column, DataTable } from '@/components/ui/data-table'
import { PageHeader } from '@/components/ui/page-header'
import { listSectors, type Sector } from '@/lib/admin/reference-queries'
import { requireAdmin } from '../require-admin'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('admin.sectors.title') }
}

export default async function SectorsPage() {
  const actor = await requireAdmin('reference.manage')
  const [{ t, locale, format }, sectors] = await Promise.all([getI18n(), listSectors(actor)])
  const columns: Column<Sector>[] = [
    {
      key: 'name',
      header: t('admin.sectors.sector'),
      cell: (row) => (locale === 'en' ? row.nameEn : (locale === 'ckb' && row.nameCkb) || row.nameAr),
    },
    {
      key: 'other',
      header: t(locale === 'en' ? 'admin.names.ar' : 'admin.names.en'),
      cell: (row) => <bdi>{locale === 'en' ? row.nameAr : row.nameEn}</bdi>,
    },
    { key: 'code', header: t('admin.sectors.code'), cell: (row) => <Code>{row.code}</Code>, desktopOnly: true },
    {
      key: 'state',
      header: t('admin.users.state'),
      cell: (row) =>
        row.isActive ? <Badge tone="good">{t('admin.inUse')}</Badge> : <Badge icon="ban">{t('admin.notInUse')}</Badge>,
    },
    {
      key: 'position',
      header: t('admin.sectors.position'),
      cell: (row) => format.number(row.position),
      align: 'end',
      desktopOnly: true,
    },
  ]
  return (
    <>
      <PageHeader
        title={t('admin.sectors.title')}
        back={{ href: '/admin', label: t('admin.start.title') }}
        lead={t('admin.sectors.lead')}
      />
      <DataTable
        caption={t('admin.sectors.title')}
        columns={columns}
        rows={sectors}
        rowKey={(row) => row.code}
        rowHref={(row) => `/admin/sectors/${row.code}`}
      />
    </>
  )
}
