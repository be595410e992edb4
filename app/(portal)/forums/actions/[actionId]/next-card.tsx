import { getI18n } from '@/app/i18n'
import { Notice } from '@/components/ui/notice'
import type { Actor } from '@/lib/auth/actor'
import { reaches } from '@/lib/auth/actor'
import { deedsFrom } from '@/lib/cases/machine'
import { baghdadDay } from '@/lib/format'
import { levelAbove } from '@/lib/forums/actions/domain'
import { actionMachine } from '@/lib/forums/actions/machine'
import type { ActionPage } from '@/lib/forums/actions/queries'
import { DeedForm, type OfferedDeed } from './deed-form'

/** What is next on an action, whether a level above owes an answer, and the deeds that are the reader's. */
export async function NextCard({ actor, page }: { actor: Actor; page: ActionPage }) {
  const { t, format } = await getI18n()
  const { action } = page
  const { status, level } = action
  if (status === 'verified' || status === 'cancelled') return null
  const mayWork = reaches(actor, 'forums.write', { ...action, caseworkerId: null, programme: 'policing' })
  const isOwed = level !== 'forum' && action.answer === '' && action.answerDueOn !== null
  const isLate = isOwed && (action.answerDueOn ?? '') < baghdadDay(new Date())
  const asks: OfferedDeed[] = [
    ...(isOwed ? (['answer'] as const) : []),
    ...(levelAbove(level) && status !== 'done' ? (['escalate'] as const) : []),
  ]
  const moves = deedsFrom(actionMachine, status)
  const deeds: OfferedDeed[] = [
    ...moves.filter((deed) => deed !== 'cancel'),
    ...asks,
    ...moves.filter((deed) => deed === 'cancel'),
  ]
  const levelWord = t(`concerns.actions.level.${level}`)
  return (
    <section aria-labelledby="next" className="mb-6 rounded-lg border-2 border-action bg-surface p-4 sm:p-6">
      <h2 id="next" className="text-lg font-semibold">
        {t('concerns.actions.next.title')}
      </h2>
      <p className="mt-1">{t(`concerns.actions.next.${status}`)}</p>
      {isOwed && action.answerDueOn && (
        <div className="mt-4">
          <Notice tone={isLate ? 'danger' : 'info'}>
            {t(isLate ? 'concerns.actions.next.late' : 'concerns.actions.next.waits', {
              level: levelWord,
              when: format.date(action.answerDueOn),
            })}
          </Notice>
        </div>
      )}
      {mayWork && (
        <div className="mt-4 space-y-3">
          {deeds.map((deed, index) => (
            <DeedForm key={deed} deed={deed} page={page} isFirst={index === 0} />
          ))}
        </div>
      )}
    </section>
  )
}
