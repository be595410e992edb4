import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { Badge } from '@/components/ui/badge'
import { Bdi } from '@/components/ui/bdi'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { listMeetings, type MeetingRow } from '@/lib/grants/committee/meeting-queries'
import { inLocale } from '@/lib/i18n/in-locale'
import { isId } from '@/lib/ids'
import { SectionTabs } from '../section-tabs'
import { meetingTone } from './tones'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('committee.meetings.title') }
}

type Props = { searchParams: Promise<{ after?: string | string[]; before?: string | string[] }> }

export default async function MeetingsPage({ searchParams }: Props) {
  const actor = await requireActor()
  if (!may(actor, 'committee.score')) notFound()
  const [{ t, locale, format }, { after, before }] = await Promise.all([getI18n(), searchParams])
  const page = await listMeetings(actor, {
    ...(isId(after) ? { after } : {}),
    ...(isId(before) ? { before } : {}),
  })
  const columns: Column<MeetingRow>[] = [
    {
      key: 'heldOn',
      header: t('committee.meetings.meeting'),
      cell: (row) => t('committee.meeting.title', { date: format.shortDate(row.held_on) }),
    },
    { key: 'venue', header: t('committee.meetings.venue'), cell: (row) => <Bdi>{row.venue}</Bdi> },
    {
      key: 'team',
      header: t('committee.meetings.team'),
      cell: (row) => inLocale(locale, { en: row.team_en, ar: row.team_ar }),
    },
    {
      key: 'state',
      header: t('committee.meetings.state'),
      cell: (row) => <Badge tone={meetingTone[row.state]}>{t(`committee.state.${row.state}`)}</Badge>,
    },
    {
      key: 'mine',
      header: t('committee.meetings.mine'),
      cell: (row) => (row.mine > 0 ? <Badge tone="warning">{format.number(row.mine)}</Badge> : '–'),
    },
    {
      key: 'progress',
      header: t('committee.meetings.progress'),
      cell: (row) => t('committee.meetings.progressOf', { done: row.done, items: row.items }),
      align: 'end',
    },
  ]
  return (
    <>
      <PageHeader
        title={t('committee.meetings.title')}
        lead={t('committee.meetings.lead')}
        action={
          <>
            <LinkButton href="/grants/committee/waiting" variant="secondary">
              {t('committee.meetings.waiting')}
            </LinkButton>
            {may(actor, 'committee.convene') && (
              <LinkButton href="/grants/committee/new">{t('committee.meetings.new')}</LinkButton>
            )}
          </>
        }
      />
      <SectionTabs actor={actor} current="committee" />
      {page.rows.length === 0 ? (
        <EmptyState icon="users" title={t('committee.meetings.empty')}>
          {t('committee.meetings.emptyText')}
        </EmptyState>
      ) : (
        <DataTable
          caption={t('committee.meetings.title')}
          columns={columns}
          rows={page.rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `/grants/committee/${row.id}`}
        />
      )}
      <Pagination
        label={t('common.list.pages')}
        previous={
          page.previous
            ? { href: `/grants/committee?before=${page.previous}`, label: t('common.list.previous') }
            : undefined
        }
        next={page.next ? { href: `/grants/committee?after=${page.next}`, label: t('common.list.next') } : undefined}
      />
    </>
  )
}
