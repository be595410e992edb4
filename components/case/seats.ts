import type { ChoiceGroup } from '@/components/form/select-field'
import { inLocale } from '@/lib/i18n/in-locale'
import type { Locale } from '@/lib/i18n/locales'

type Seat = { user_id: string; team_id: string; name: string; team_en: string; team_ar: string }

/** Who can be given the case, under their teams. */
export function seatGroups(seats: readonly Seat[], locale: Locale): ChoiceGroup[] {
  const groups = new Map<string, { label: string; choices: { value: string; label: string }[] }>()
  for (const seat of seats) {
    const group = groups.get(seat.team_id) ?? {
      label: inLocale(locale, { en: seat.team_en, ar: seat.team_ar }),
      choices: [],
    }
    group.choices.push({ value: `${seat.user_id}:${seat.team_id}`, label: seat.name })
    groups.set(seat.team_id, group)
  }
  return [...groups.values()]
}
