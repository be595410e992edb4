import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { Badge } from '@/components/ui/badge'
import { Bdi, Code } from '@/components/ui/bdi'
import { Section } from '@/components/ui/section'

export type Item = {
  key: string
  href: string
  title: string
  reference: string
  /** What to do next, as the words of the link. */
  deed: string
  due: string | false | null
  isLate: boolean
}

export type WorkSectionName =
  | 'offered'
  | 'overdue'
  | 'today'
  | 'returned'
  | 'toAuthorise'
  | 'toRelease'
  | 'budgetChanges'
  | 'toDecide'
  | 'safety'
  | 'visits'
  | 'toVerify'
  | 'toScreen'
  | 'toScore'
  | 'toConvene'
  | 'toTrain'
  | 'toDo'
  | 'tasks'
  | 'waiting'
  | 'referralsOverdue'
  | 'referrals'
  | 'staleFacilities'
  | 'restricted'
  | 'concernsToTriage'
  | 'concerns'
  | 'actionsOverdue'
  | 'forumSessions'
  | 'minutesToWrite'
  | 'minutesToApprove'
  | 'measuresToReview'
  | 'forumsAsleep'

const most = 8

/** One heap of the day: each row says whose, what to do next, and opens where it is done. */
export async function WorkSection({
  name,
  items,
  more,
}: {
  name: WorkSectionName
  items: readonly Item[]
  more?: string | undefined
}) {
  const { t } = await getI18n()
  return (
    <div className="mb-6 break-inside-avoid">
      <Section title={t(`work.sections.${name}`)}>
        <ul className="-my-2 divide-y divide-line">
          {items.slice(0, most).map((item) => (
            <li key={item.key} className="relative flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3">
              <div className="min-w-0">
                <p className="font-medium">
                  <Bdi>{item.title}</Bdi>
                </p>
                <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-soft">
                  {item.reference && <Code>{item.reference}</Code>}
                  {item.due && (item.isLate ? <Badge tone="danger">{item.due}</Badge> : <span>{item.due}</span>)}
                </p>
              </div>
              <Link
                href={item.href}
                prefetch={false}
                className="touch-target font-semibold text-action underline-offset-4 after:absolute after:inset-0 hover:underline"
              >
                {item.deed}
                <span className="sr-only"> {item.reference}</span>
              </Link>
            </li>
          ))}
        </ul>
        {more && items.length >= most && (
          <p className="mt-3">
            <Link href={more} prefetch={false} className="touch-target inline-flex items-center text-action underline">
              {t('work.more')}
            </Link>
          </p>
        )}
      </Section>
    </div>
  )
}
