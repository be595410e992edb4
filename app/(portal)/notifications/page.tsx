import type { Metadata } from 'next'
import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { listNotifications } from '@/lib/cases/work-query'
import { translateRefusal } from '@/lib/i18n/translator'
import { casesOf } from '@/lib/programmes'
import { readAllAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('work.notifications.title') }
}

export default async function NotificationsPage() {
  const actor = await requireActor()
  const [{ t, format }, rows] = await Promise.all([getI18n(), listNotifications(actor)])
  const mayPay = may(actor, 'payments.read')
  const hasUnread = rows.some((row) => !row.readAt)
  return (
    <>
      <PageHeader
        title={t('work.notifications.title')}
        action={
          hasUnread && (
            <form action={readAllAction}>
              <SubmitButton variant="secondary">{t('work.notifications.markAll')}</SubmitButton>
            </form>
          )
        }
      />
      {rows.length === 0 ? (
        <EmptyState icon="bell" title={t('work.notifications.empty')}>
          {t('work.notifications.emptyText')}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {rows.map((row) => {
            const sentence = translateRefusal(t, {
              key: `work.notifications.kind.${row.kind}`,
              params: { reference: row.reference ?? '–' },
            })
            const href =
              row.trancheId && mayPay
                ? `/payments/${row.trancheId}`
                : row.kind === 'budget_to_decide'
                  ? '/budgets#pending'
                  : row.kind === 'safety_raised' && row.caseId
                    ? '/safety'
                    : row.kind === 'restricted_raised' && row.caseId
                      ? `/forums/restricted/${row.caseId}`
                      : row.actionId
                        ? `/forums/actions/${row.actionId}`
                        : row.projectId
                          ? `/communities/projects/${row.projectId}`
                          : row.caseId && row.programme && `${casesOf(row.programme).path}/${row.caseId}`
            return (
              <li
                key={row.id}
                className="relative flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-3"
              >
                <p className={row.readAt ? '' : 'font-semibold'}>
                  {href ? (
                    <Link href={href} prefetch={false} className="after:absolute after:inset-0 hover:underline">
                      {sentence}
                    </Link>
                  ) : (
                    sentence
                  )}{' '}
                  {!row.readAt && <Badge tone="info">{t('work.notifications.unread')}</Badge>}
                </p>
                <time dateTime={row.at.toISOString()} className="text-sm text-ink-soft">
                  {format.dateTime(row.at)}
                </time>
              </li>
            )
          })}
        </ul>
      )}
    </>
  )
}
