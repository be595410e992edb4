import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { TextAreaField } from '@/components/form/text-area-field'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import type { Actor } from '@/lib/auth/actor'
import { deedsFrom } from '@/lib/cases/machine'
import type { Action } from '@/lib/commands/result'
import { baghdadDay } from '@/lib/format'
import { dormantAfterDays, seemsDormant } from '@/lib/forums/domain'
import { type ForumDeed, forumMachine } from '@/lib/forums/machine'
import { canMove } from '@/lib/forums/policy'
import type { ForumPage } from '@/lib/forums/queries'
import { translateRefusal } from '@/lib/i18n/translator'
import { activateForum, closeForum, endorseForum, handOverForum, restForum } from '../actions'

const actionOf: Record<ForumDeed, Action<{ forumId: string }>> = {
  endorse: endorseForum,
  activate: activateForum,
  rest: restForum,
  hand_over: handOverForum,
  close: closeForum,
}

/** What is next with a forum, whether it seems to sleep, and to whoever cannot do a step, why not. */
export async function NextCard({ actor, page }: { actor: Actor; page: ForumPage }) {
  const { t } = await getI18n()
  const { forum, row } = page
  const steps = deedsFrom(forumMachine, row.status)
    .map((deed) => ({ deed, answer: canMove(actor, forum, deed) }))
    .filter(({ answer }) => answer !== false)
  if (steps.length === 0) return null
  const isAsleep = seemsDormant({ ...row, activeSince: row.statusOn }, baghdadDay(new Date()))
  return (
    <section aria-labelledby="next" className="mb-6 rounded-lg border-2 border-action bg-surface p-4 sm:p-6">
      <h2 id="next" className="text-lg font-semibold">
        {t('concerns.next.title')}
      </h2>
      {isAsleep ? (
        <div className="mt-3">
          <Notice tone="warning">{t('forums.next.asleep', { days: String(dormantAfterDays) })}</Notice>
        </div>
      ) : (
        <p className="mt-1">{t(`forums.next.${row.status}`)}</p>
      )}
      <div className="mt-4 space-y-3">
        {steps.map(({ deed, answer }) => {
          const label = t(`forums.next.deed.${deed}`)
          const ref = { forumId: forum.id, version: forum.version }
          if (answer !== true && answer !== false) {
            return (
              <p key={deed} className="text-ink-soft">
                {label}: {answer.map((reason) => translateRefusal(t, reason)).join(' ')}
              </p>
            )
          }
          const needsReason = deed === 'close' || deed === 'hand_over'
          const form = (
            <PlainForm
              key={deed}
              action={actionOf[deed]}
              hidden={ref}
              submit={label}
              label={label}
              variant={deed === 'close' ? 'danger' : deed === 'rest' ? 'secondary' : 'primary'}
              className="space-y-5"
            >
              {needsReason && (
                <TextAreaField name="reason" rows={2} maxLength={1000} label={t('concerns.next.reason')} />
              )}
            </PlainForm>
          )
          return needsReason ? (
            <Disclosure key={deed} label={label}>
              {form}
            </Disclosure>
          ) : (
            form
          )
        })}
      </div>
    </section>
  )
}
