import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { Bdi, Code } from '@/components/ui/bdi'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { openTables } from '@/lib/forums/figures/measures'
import { isDeidentified, listForumRecords, type RecordRow } from '@/lib/forums/figures/queries'
import { inLocale } from '@/lib/i18n/in-locale'
import { translateRefusal } from '@/lib/i18n/translator'
import { periodHref, type Query, readPeriod } from '../../period'
import { measureName } from '../words'

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value.slice(0, 40) : '')

const rooms = {
  sessions: { kind: 'forums.type', status: 'forums.sessions.status' },
  concerns: { kind: 'concerns.category', status: 'concerns.status' },
  actions: { kind: 'concerns.actions.level', status: 'concerns.actions.status' },
} as const

const names = {
  sessions: 'concerns.list.forum',
  concerns: 'concerns.list.reference',
  actions: 'concerns.actions.list.action',
} as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('healthFigures.records') }
}

/** The sessions, concerns or actions behind a number of the figures. */
export default async function ForumRecordsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor()
  if (!may(actor, 'figures.read') || !actor.programmes.includes('policing')) notFound()
  const [{ t, locale, format }, query] = await Promise.all([getI18n(), searchParams])
  const period = readPeriod(query)
  const table = openTables.find((name) => name === one(query.table)) ?? 'concerns'
  const measure = one(query.measure)
  const page = await listForumRecords(actor, {
    ...period,
    table,
    measure,
    dimension: one(query.by) || 'all',
    value: one(query.value),
  })
  const isHidden = isDeidentified(actor)
  const columns: Column<RecordRow>[] = [
    {
      key: 'label',
      header: t(names[table]),
      cell: (row) => {
        const label = inLocale(locale, row.label)
        return isHidden || table === 'concerns' ? <Code>{label}</Code> : <Bdi>{label}</Bdi>
      },
    },
    ...(table === 'actions' && !isHidden
      ? [
          {
            key: 'forum',
            header: t('concerns.list.forum'),
            cell: (row: RecordRow) => row.forum && <Bdi>{inLocale(locale, row.forum)}</Bdi>,
          },
        ]
      : []),
    {
      key: 'kind',
      header: t(table === 'actions' ? 'concerns.actions.list.level' : 'concerns.list.category'),
      cell: (row) => translateRefusal(t, { key: `${rooms[table].kind}.${row.kind}` }),
    },
    {
      key: 'status',
      header: t('concerns.list.status'),
      cell: (row) => translateRefusal(t, { key: `${rooms[table].status}.${row.status}` }),
    },
    {
      key: 'on',
      header: t('forumFigures.day'),
      cell: (row) => (isHidden ? format.month(row.on) : format.shortDate(row.on)),
    },
  ]
  return (
    <>
      <PageHeader
        title={t(`forumFigures.table.${table}`)}
        lead={measureName(t, table, measure)}
        back={{ href: periodHref('/reports/policing', period), label: t('forumFigures.title') }}
      />
      {page.isTooFew && <Notice tone="info">{t('healthFigures.tooFew')}</Notice>}
      {!page.isTooFew && page.rows.length === 0 && <EmptyState title={t('healthFigures.none')} />}
      {page.rows.length > 0 && (
        <DataTable
          caption={t('healthFigures.records')}
          columns={columns}
          rows={page.rows}
          rowKey={(row) => row.id ?? row.label.en}
          {...(!isHidden && { rowHref: (row: RecordRow) => row.href ?? '' })}
        />
      )}
      {page.isMore && <p className="mt-4 text-ink-soft">{t('forumFigures.more')}</p>}
    </>
  )
}
