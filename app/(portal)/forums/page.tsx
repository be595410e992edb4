import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { StatusBadge } from '@/components/case/status-badge'
import { Badge } from '@/components/ui/badge'
import { Bdi, Code } from '@/components/ui/bdi'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { baghdadDay } from '@/lib/format'
import { seemsDormant } from '@/lib/forums/domain'
import { type ForumRow, listForums } from '@/lib/forums/queries'
import { toneOf } from '@/lib/forums/tones'
import { inLocale } from '@/lib/i18n/in-locale'
import { isId } from '@/lib/ids'
import { SectionTabs } from './section-tabs'

type Props = { searchParams: Promise<{ after?: string | string[]; before?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('forums.title') }
}

/** The register of forums: which there are, who meets when, and which seem to sleep. */
export default async function ForumsPage({ searchParams }: Props) {
  const actor = await requireActor()
  if (!may(actor, 'forums.read')) notFound()
  const [{ t, locale, format }, { after, before }] = await Promise.all([getI18n(), searchParams])
  const page = await listForums(actor, {
    ...(isId(after) ? { after } : {}),
    ...(isId(before) ? { before } : {}),
  })
  const today = baghdadDay(new Date())
  const isAsleep = (row: ForumRow) => seemsDormant({ ...row, activeSince: row.statusOn }, today)
  const columns: Column<ForumRow>[] = [
    {
      key: 'name',
      header: t('forums.list.name'),
      cell: (row) => <Bdi>{inLocale(locale, { en: row.nameEn, ar: row.nameAr })}</Bdi>,
    },
    { key: 'reference', header: t('forums.list.reference'), cell: (row) => <Code>{row.reference}</Code> },
    {
      key: 'status',
      header: t('forums.list.status'),
      cell: (row) => (
        <>
          <StatusBadge status={{ label: t(`forums.status.${row.status}`), tone: toneOf[row.status] }} />{' '}
          {isAsleep(row) && <Badge tone="warning">{t('forums.list.asleep')}</Badge>}
        </>
      ),
    },
    { key: 'type', header: t('forums.list.type'), cell: (row) => t(`forums.type.${row.type}`) },
    {
      key: 'place',
      header: t('forums.list.place'),
      cell: (row) => inLocale(locale, { en: row.placeEn, ar: row.placeAr }),
    },
    {
      key: 'last',
      header: t('forums.list.last'),
      cell: (row) =>
        row.lastHeldOn ? <span className="lg:whitespace-nowrap">{format.shortDate(row.lastHeldOn)}</span> : '–',
    },
    {
      key: 'next',
      header: t('forums.list.next'),
      cell: (row) =>
        row.nextAt ? <span className="lg:whitespace-nowrap">{format.shortDate(new Date(row.nextAt))}</span> : '–',
    },
  ]
  const newForum = may(actor, 'forums.write') && <LinkButton href="/forums/new">{t('forums.list.new')}</LinkButton>
  return (
    <>
      <PageHeader title={t('forums.title')} lead={t('forums.lead')} action={newForum} />
      <SectionTabs actor={actor} current="forums" />
      {page.rows.length === 0 ? (
        <EmptyState title={t('forums.list.empty')} action={newForum}>
          {t('forums.list.emptyText')}
        </EmptyState>
      ) : (
        <DataTable
          caption={t('forums.title')}
          columns={columns}
          rows={page.rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `/forums/${row.id}`}
        />
      )}
      <Pagination
        label={t('forums.list.pages')}
        previous={
          page.previous ? { href: `/forums?before=${page.previous}`, label: t('common.list.previous') } : undefined
        }
        next={page.next ? { href: `/forums?after=${page.next}`, label: t('common.list.next') } : undefined}
      />
    </>
  )
}
