import { getI18n } from '@/app/i18n'
import { SelectField } from '@/components/form/select-field'
import type { PlaceChoice } from '@/lib/communities/place'
import { inLocale } from '@/lib/i18n/in-locale'

/** Where it is: the sub-districts and communities of the actor's teams, under each team where there are several. */
export async function PlaceField({ places, value }: { places: readonly PlaceChoice[]; value?: string }) {
  const { t, locale } = await getI18n()
  const teams = [...new Map(places.map((place) => [place.teamId, place.team])).entries()]
  const choices = teams.map(([teamId, team]) => ({
    label: inLocale(locale, team),
    choices: places
      .filter((place) => place.teamId === teamId)
      .map((place) => ({ value: place.pcode, label: inLocale(locale, place.name) })),
  }))
  return (
    <SelectField
      name="locationPcode"
      label={t('communities.form.place')}
      choices={choices.length === 1 ? (choices[0]?.choices ?? []) : choices}
      defaultValue={value}
    />
  )
}

/** Which team it is of, asked only of whoever is in several. */
export async function TeamField({ places }: { places: readonly PlaceChoice[] }) {
  const { t, locale } = await getI18n()
  const teams = [...new Map(places.map((place) => [place.teamId, place.team])).entries()]
  if (teams.length < 2) return null
  return (
    <SelectField
      name="teamId"
      label={t('communities.form.team')}
      choices={teams.map(([value, team]) => ({ value, label: inLocale(locale, team) }))}
    />
  )
}

/** The only team of the actor, so that it need not be asked. */
export function onlyTeam(places: readonly PlaceChoice[]): { teamId: string } | Record<string, never> {
  const [first, ...others] = new Set(places.map((place) => place.teamId))
  return first && others.length === 0 ? { teamId: first } : {}
}
