import type { Formatter } from '@/lib/format'
import type { Translator } from '@/lib/i18n/translator'

type MemberDaysProps = {
  member: { fromOn: string; toOn: string | null }
  /** ISO day in Baghdad. */
  today: string
  t: Translator
  format: Formatter
}

/** The days of a membership in words, and whether it counts today. */
export function MemberDays({ member: { fromOn, toOn }, today, t, format }: MemberDaysProps) {
  const state = fromOn > today ? 'future' : toOn && toOn < today ? 'past' : 'now'
  const days = toOn
    ? t('admin.members.fromTo', { from: format.date(fromOn), to: format.date(toOn) })
    : t('admin.members.since', { from: format.date(fromOn) })
  return (
    <p className="text-sm text-ink-soft">
      {days}
      {state !== 'now' && ` · ${t(state === 'past' ? 'admin.members.past' : 'admin.members.future')}`}
    </p>
  )
}
