import type { Metadata } from 'next'
import { getI18n } from '@/app/i18n'
import { Badge } from '@/components/ui/badge'
import { Code } from '@/components/ui/bdi'
import { type Column, DataTable } from '@/components/ui/data-table'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { listWords, type Word } from '@/lib/admin/word-queries'
import { requireAdmin } from '../../require-admin'
import { type ListParams, listOf } from './list-of'

export async function generateMetadata({ params }: { params: ListParams }): Promise<Metadata> {
  const [{ t }, list] = await Promise.all([getI18n(), listOf(params)])
  return { title: t(`admin.lists.title.${list}`) }
}

export default async function WordListPage({ params }: { params: ListParams }) {
  const [actor, list] = await Promise.all([requireAdmin('reference.manage'), listOf(params)])
  const [{ t, locale, format }, words] = await Promise.all([getI18n(), listWords(actor, list)])
  const columns: Column<Word>[] = [
    {
      key: 'name',
      header: t('admin.lists.word'),
      cell: (row) => (locale === 'en' ? row.nameEn : (locale === 'ckb' && row.nameCkb) || row.nameAr),
    },
    {
      key: 'other',
      header: t(locale === 'en' ? 'admin.names.ar' : 'admin.names.en'),
      cell: (row) => <bdi>{locale === 'en' ? row.nameAr : row.nameEn}</bdi>,
    },
    { key: 'code', header: t('admin.lists.code'), cell: (row) => <Code>{row.code}</Code>, desktopOnly: true },
    {
      key: 'state',
      header: t('admin.users.state'),
      cell: (row) =>
        row.isActive ? <Badge tone="good">{t('admin.inUse')}</Badge> : <Badge icon="ban">{t('admin.notInUse')}</Badge>,
    },
    {
      key: 'position',
      header: t('admin.lists.position'),
      cell: (row) => format.number(row.position),
      align: 'end',
      desktopOnly: true,
    },
  ]
  return (
    <>
      <PageHeader
        title={t(`admin.lists.title.${list}`)}
        back={{ href: '/admin', label: t('admin.start.title') }}
        lead={t(`admin.lists.lead.${list}`)}
        action={<LinkButton href={`/admin/lists/${list}/new`}>{t('admin.lists.add')}</LinkButton>}
      />
      <DataTable
        caption={t(`admin.lists.title.${list}`)}
        columns={columns}
        rows={words}
        rowKey={(row) => row.code}
        rowHref={(row) => `/admin/lists/${list}/${row.code}`}
      />
    </>
  )
}
