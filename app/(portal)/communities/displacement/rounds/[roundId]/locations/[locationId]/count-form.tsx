import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { RadioField } from '@/components/form/radio-field'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import type { getCounts } from '@/lib/communities/displacement/count-queries'
import {
  confidences,
  countMethods,
  mainOf,
  origins,
  type Population,
  periods,
  shelters,
} from '@/lib/communities/displacement/domain'
import { enterCount, removeCount } from '../../../../actions'
import { base } from '../../../../filters'

type Props = { found: NonNullable<Awaited<ReturnType<typeof getCounts>>>; population: Population }

/** Families, individuals and how they were counted, at one location. */
export async function CountForm({ found, population }: Props) {
  const { t } = await getI18n()
  const { round, place } = found
  const count = found.counts.find((one) => one.population === population)
  const before = found.before.find((one) => one.population === population)
  const hidden = { roundId: round.id, locationId: place.id, population, version: count?.version ?? 0 }
  return (
    <div className="space-y-6">
      {before && (
        <Notice>
          {t('displacement.counts.lastTime', {
            number: String(before.number),
            families: before.families,
            individuals: before.individuals,
          })}{' '}
          ({t(`displacement.method.${before.method}`)})
        </Notice>
      )}
      <PlainForm
        action={enterCount}
        hidden={hidden}
        submit={t('displacement.counts.save')}
        cancel={{ href: `${base}/rounds/${round.id}/locations`, label: t('people.form.cancel') }}
      >
        {count && <p className="text-ink-soft">{t('displacement.counts.replaceText')}</p>}
        <TextField
          name="families"
          width="short"
          dir="ltr"
          inputMode="numeric"
          label={t('displacement.figure.families')}
          defaultValue={count?.families}
        />
        <RadioField
          name="method"
          inline
          label={t('displacement.counts.methodField')}
          choices={countMethods.map((value) => ({ value, label: t(`displacement.method.${value}`) }))}
          defaultValue={count?.method ?? (place.isCamp ? 'camp_x5' : 'families_x6')}
        />
        <TextField
          name="individuals"
          optional
          width="short"
          dir="ltr"
          inputMode="numeric"
          label={t('displacement.figure.individuals')}
          hint={t('displacement.counts.individualsHint')}
          defaultValue={count?.method === 'counted' ? count.individuals : null}
        />
        <SelectField
          name="origin"
          optional
          label={t('displacement.counts.originField')}
          choices={origins.map((value) => ({ value, label: t(`displacement.origin.${value}`) }))}
          defaultValue={count && mainOf(count.origins)}
        />
        <SelectField
          name="period"
          optional
          label={t('displacement.counts.periodField')}
          choices={periods.map((value) => ({ value, label: t(`displacement.period.${value}`) }))}
          defaultValue={count && mainOf(count.periods)}
        />
        <SelectField
          name="shelter"
          optional
          label={t('displacement.counts.shelterField')}
          choices={shelters.map((value) => ({ value, label: t(`displacement.shelter.${value}`) }))}
          defaultValue={count && mainOf(count.shelters)}
        />
        <RadioField
          name="confidence"
          optional
          inline
          label={t('displacement.figure.confidence')}
          choices={confidences.map((value) => ({ value, label: t(`displacement.confidence.${value}`) }))}
          defaultValue={count?.confidence}
        />
      </PlainForm>
      {count && (
        <Disclosure label={t('displacement.counts.remove')}>
          <PlainForm action={removeCount} hidden={hidden} submit={t('displacement.counts.remove')} variant="danger">
            <p className="text-ink-soft">{t('displacement.counts.removeText')}</p>
          </PlainForm>
        </Disclosure>
      )}
    </div>
  )
}
