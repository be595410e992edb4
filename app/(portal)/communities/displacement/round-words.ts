import type { Formatter } from '@/lib/format'
import type { Translator } from '@/lib/i18n/translator'

type Named = { number: number; edition: number }

/** "Round 134", and its edition when it was corrected. */
export function roundName(t: Translator, { number, edition }: Named): string {
  return edition > 1
    ? t('displacement.rounds.numberEdition', { number: String(number), edition: String(edition) })
    : t('displacement.rounds.number', { number: String(number) })
}

/** How a number moved against the one before, in words and with its sign. */
export function changeText(t: Translator, now: number, before: number | null): string {
  if (before === null) return t('displacement.figure.new')
  if (now === before) return t('displacement.figure.unchanged')
  const count = Math.abs(now - before)
  return now > before ? t('displacement.figure.more', { count }) : t('displacement.figure.less', { count })
}

/** A number, or a dash for none. */
export const numberOr = (format: Formatter, value: number | null | undefined) =>
  value === null || value === undefined ? '–' : format.number(value)
