import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { Badge } from '@/components/ui/badge'
import { Code } from '@/components/ui/bdi'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterBar } from '@/components/ui/filter-bar'
import { FilterSelect } from '@/components/ui/filter-field'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { type CourseRow, courseStates, listCourses } from '@/lib/grants/training/course-queries'
import { inLocale } from '@/lib/i18n/in-locale'
import { SectionTabs } from '../section-tabs'
import { courseHref, readCourseFilters, type SearchParams } from './filters'
import { courseTone } from './tones'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('training.courses.title') }
}

export default async function CoursesPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireActor()
  if (!may(actor, 'training.run') && !may(actor, 'rounds.manage')) notFound()
  const [{ t, locale, format }, filter] = await Promise.all([getI18n(), readCourseFilters(searchParams)])
  const page = await listCourses(actor, filter)
  const { teamId, state } = filter
  const columns: Column<CourseRow>[] = [
    { key: 'course', header: t('training.courses.course'), cell: (row) => inLocale(locale, titleOf(row)) },
    { key: 'code', header: t('training.courses.code'), cell: (row) => <Code>{row.code}</Code> },
    {
      key: 'team',
      header: t('training.courses.team'),
      cell: (row) => inLocale(locale, { en: row.team_en, ar: row.team_ar }),
    },
    {
      key: 'days',
      header: t('training.courses.days'),
      cell: (row) =>
        t('training.courses.from', { from: format.shortDate(row.starts_on), to: format.shortDate(row.ends_on) }),
    },
    {
      key: 'state',
      header: t('training.courses.state'),
      cell: (row) => <Badge tone={courseTone[row.state]}>{t(`training.state.${row.state}`)}</Badge>,
    },
    {
      key: 'people',
      header: t('training.courses.people'),
      cell: (row) => t('training.courses.seatsOf', { taken: row.enrolled, seats: row.seats }),
      align: 'end',
    },
  ]
  const team = page.teams.find((one) => one.id === teamId)
  const active = [
    ...(team ? [{ label: inLocale(locale, team), href: courseHref({ state }) }] : []),
    ...(state ? [{ label: t(`training.state.${state}`), href: courseHref({ teamId }) }] : []),
  ].map((chip) => ({ ...chip, removeLabel: t('common.list.remove', { label: chip.label }) }))
  const plan = may(actor, 'training.run') && (
    <LinkButton href="/grants/courses/new">{t('training.courses.new')}</LinkButton>
  )
  return (
    <>
      <PageHeader title={t('training.courses.title')} lead={t('training.courses.lead')} action={plan} />
      <SectionTabs actor={actor} current="courses" />
      <FilterBar
        action="/grants/courses"
        label={t('common.list.filters')}
        applyLabel={t('common.list.apply')}
        activeLabel={t('common.list.active')}
        active={active}
        clear={active.length > 0 ? { href: '/grants/courses', label: t('common.list.clear') } : undefined}
      >
        <FilterSelect
          name="team"
          label={t('training.courses.team')}
          anyLabel={t('training.courses.anyTeam')}
          options={page.teams.map((one) => ({ value: one.id, label: inLocale(locale, one) }))}
          value={teamId}
        />
        <FilterSelect
          name="state"
          label={t('training.courses.state')}
          anyLabel={t('training.courses.anyState')}
          options={courseStates.map((one) => ({ value: one, label: t(`training.state.${one}`) }))}
          value={state}
        />
      </FilterBar>
      {page.rows.length === 0 ? (
        <EmptyState icon="calendar-days" title={t('training.courses.empty')}>
          {t('training.courses.emptyText')}
        </EmptyState>
      ) : (
        <DataTable
          caption={t('training.courses.title')}
          columns={columns}
          rows={page.rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `/grants/courses/${row.id}`}
        />
      )}
      <Pagination
        label={t('common.list.pages')}
        previous={
          page.previous
            ? { href: courseHref({ teamId, state, before: page.previous }), label: t('common.list.previous') }
            : undefined
        }
        next={
          page.next
            ? { href: courseHref({ teamId, state, after: page.next }), label: t('common.list.next') }
            : undefined
        }
      />
    </>
  )
}

const titleOf = (row: CourseRow) => ({ en: row.title_en, ar: row.title_ar })
