import type { Metadata } from 'next'
import { getI18n } from '@/app/i18n'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { baghdadDay } from '@/lib/format'
import type { WorkRow } from '@/lib/grants/work-query'
import { casesOf } from '@/lib/programmes'
import { getMyWork } from '@/lib/work'
import { forumSections } from './work-forums'
import { referralSections } from './work-referrals'
import { type Item, WorkSection } from './work-section'
import { sessionSections } from './work-sessions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('work.title') }
}

/** States in which the application of a caseworker lies with someone else. */
const elsewhere = [
  'submitted',
  'screening',
  'verification',
  'committee_review',
  'waitlisted',
  'pending_approval_1',
  'pending_approval_2',
]

/** Rights that bring work into the day. */
const worksHere = ['grants.read', 'payments.read', 'referrals.read', 'forums.read', 'restricted.handle'] as const

export default async function MyWorkPage() {
  const actor = await requireActor()
  const [{ t, locale, format }, work] = await Promise.all([getI18n(), getMyWork(actor)])
  const today = baghdadDay(new Date())
  const item = (row: WorkRow, deed: string): Item => ({
    key: row.id,
    href: `/grants/${row.id}`,
    title: row.name,
    reference: row.reference,
    deed,
    due: row.dueOn && t('work.dueOn', { date: format.relativeDay(row.dueOn) }),
    isLate: row.dueOn !== null && row.dueOn < today,
  })
  const toDo = (row: WorkRow): Item =>
    item(
      row,
      row.status === 'draft' || row.status === 'returned' || row.status === 'business_plan'
        ? t(`work.do.${row.status}`)
        : t('work.do.wait', { status: t(`grants.status.${row.status}`) }),
    )
  const { mine } = work.grants
  const own = mine.filter((row) => !elsewhere.includes(row.status))
  const isLate = (row: WorkRow) => row.dueOn !== null && row.dueOn < today
  const returned = own.filter((row) => row.status === 'returned')
  const rest = own.filter((row) => row.status !== 'returned')
  const sections: { key: Parameters<typeof WorkSection>[0]['name']; items: Item[]; more?: string }[] = [
    {
      key: 'offered',
      items: work.offers.map((offer) => ({
        key: offer.caseId,
        href: `${casesOf(offer.programme).path}/${offer.caseId}`,
        title: offer.by,
        reference: offer.reference,
        deed: t('work.do.offered'),
        due: null,
        isLate: false,
      })),
    },
    {
      key: 'safety',
      items: work.monitoring.safety.map((row) => ({
        key: row.id,
        href: '/safety',
        title: row.name,
        reference: row.reference,
        deed: t('work.do.safety'),
        due: format.relativeDay(row.raised_on),
        isLate: row.raised_on < today,
      })),
      more: '/safety',
    },
    ...referralSections({ t, locale, format }, work.referrals, new Date()),
    ...forumSections({ t, format }, work.forums, new Date()),
    ...sessionSections({ t, locale, format }, work.forums, new Date()),
    { key: 'returned', items: returned.map(toDo), more: '/grants?status=returned&mine=1' },
    { key: 'overdue', items: rest.filter(isLate).map(toDo) },
    {
      key: 'tasks',
      items: work.tasks.map((task) => ({
        key: task.id,
        href: `${casesOf(task.programme).path}/${task.caseId}#tasks`,
        title: task.title,
        reference: task.reference,
        deed: t('work.do.task'),
        due: t('work.dueOn', { date: format.relativeDay(task.dueOn) }),
        isLate: task.dueOn < today,
      })),
    },
    { key: 'today', items: rest.filter((row) => row.dueOn === today).map(toDo) },
    ...(['requested', 'authorised'] as const).map((status) => ({
      key: status === 'requested' ? ('toAuthorise' as const) : ('toRelease' as const),
      items: work.payments.tranches
        .filter((row) => row.status === status)
        .map((row) => ({
          key: row.id,
          href: `/payments/${row.id}`,
          title: row.payeeName,
          reference: row.reference,
          deed: t(status === 'requested' ? 'payments.deed.authorise' : 'payments.deed.release'),
          due: t('work.dueOn', { date: format.relativeDay(row.plannedOn) }),
          isLate: row.plannedOn < today,
        })),
      more: `/payments?status=${status}`,
    })),
    {
      key: 'budgetChanges',
      items: work.payments.changes.map((change) => ({
        key: change.id,
        href: '/budgets#pending',
        title: change.by,
        reference: change.code,
        deed: t('work.do.budget_change'),
        due: null,
        isLate: false,
      })),
      more: '/budgets#pending',
    },
    {
      key: 'toDecide',
      items: work.grants.toDecide.map((row) => item(row, t('work.do.pending_approval_1'))),
      more: may(actor, 'grants.decide_second')
        ? '/grants?status=pending_approval_2'
        : '/grants?status=pending_approval_1',
    },
    {
      key: 'toScore',
      items: work.grants.toScore.map((row) => ({
        ...item(row, t('work.do.score')),
        href: `/grants/${row.id}/committee`,
      })),
      more: '/grants/committee',
    },
    {
      key: 'toConvene',
      items: work.grants.toConvene.map((row) => ({
        ...item(row, t('work.do.convene')),
        href: `/grants/${row.id}/committee`,
      })),
      more: '/grants/committee/new',
    },
    {
      key: 'toTrain',
      items: work.grants.toTrain.map((row) => ({
        ...item(row, t('work.do.train')),
        href: `/grants/${row.id}/training`,
      })),
      more: '/grants/courses',
    },
    {
      key: 'visits',
      items: work.monitoring.visits.map((row) => ({
        key: row.id,
        href: `/grants/${row.case_id}/monitoring/${row.id}`,
        title: row.name,
        reference: row.reference,
        deed: t('work.do.visit', { month: row.month }),
        due: t('work.dueOn', { date: format.relativeDay(row.due_on) }),
        isLate: row.due_on < today,
      })),
      more: '/grants/visits?mine=1',
    },
    {
      key: 'toVerify',
      items: work.grants.toVerify.map((row) => item(row, t('work.do.verification'))),
      more: '/grants?status=verification',
    },
    {
      key: 'toScreen',
      items: work.grants.toScreen.map((row) =>
        item(row, t(row.status === 'screening' ? 'work.do.screening' : 'work.do.submitted')),
      ),
      more: '/grants?status=submitted',
    },
    { key: 'toDo', items: rest.filter((row) => !isLate(row) && row.dueOn !== today).map(toDo), more: '/grants?mine=1' },
    { key: 'waiting', items: mine.filter((row) => elsewhere.includes(row.status)).map(toDo), more: '/grants?mine=1' },
  ]
  const filled = sections.filter((section) => section.items.length > 0)
  const hasWork = worksHere.some((right) => may(actor, right))
  return (
    <>
      <PageHeader title={t('work.title')} lead={t('work.greeting', { name: actor.name })} />
      {filled.length === 0 ? (
        <EmptyState
          icon={hasWork ? 'circle-check' : 'inbox'}
          title={t(hasWork ? 'work.clear' : 'work.noRole')}
          action={
            may(actor, 'people.read') ? (
              <LinkButton href="/people">{t('grants.list.toPeople')}</LinkButton>
            ) : (
              may(actor, 'users.manage') && <LinkButton href="/admin">{t('common.nav.admin')}</LinkButton>
            )
          }
        >
          {t(hasWork ? 'work.clearText' : 'work.noRoleText')}
        </EmptyState>
      ) : (
        <div className="gap-6 lg:columns-2">
          {filled.map((section) => (
            <WorkSection key={section.key} name={section.key} items={section.items} more={section.more} />
          ))}
        </div>
      )}
    </>
  )
}
