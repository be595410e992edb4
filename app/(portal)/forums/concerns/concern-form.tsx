import { getI18n } from '@/app/i18n'
import { ChoiceRow } from '@/components/form/choice-row'
import { DateField } from '@/components/form/date-field'
import { PlainForm } from '@/components/form/plain-form'
import { RadioField } from '@/components/form/radio-field'
import { SelectField } from '@/components/form/select-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { Notice } from '@/components/ui/notice'
import { concernCategories, concernSources, pathwayKinds, severities } from '@/lib/forums/concerns/domain'
import type { Named } from '@/lib/i18n/in-locale'
import { inLocale } from '@/lib/i18n/in-locale'
import { raiseConcern } from './actions'
import { PathwaySteps } from './pathway-steps'
import { WritingGuard } from './writing-guard'

type Props = {
  forumId: string
  sessionId: string | undefined
  places: readonly { pcode: string; name: Named }[]
  place: string
  pathway: readonly Named[]
  today: string
  draft: { key: string; secret: string }
  cancelHref: string
}

/**
 * A concern in one page. What is never written down is chosen here too: the fields give way to the safe pathway at once, by the style
 * sheet alone, so that it is so before any script has run.
 */
export async function ConcernForm({ forumId, sessionId, places, place, pathway, today, draft, cancelHref }: Props) {
  const { t, locale } = await getI18n()
  return (
    <PlainForm
      action={raiseConcern}
      hidden={{ forumId, sessionId }}
      submit={
        <>
          <span className="group-has-[[data-pathway]:checked]/concern:hidden">{t('concerns.form.save')}</span>
          <span className="hidden group-has-[[data-pathway]:checked]/concern:inline">{t('concerns.form.count')}</span>
        </>
      }
      draft={draft}
      cancel={{ href: cancelHref, label: t('common.form.cancel') }}
      className="group/concern max-w-2xl space-y-6"
    >
      <RadioField
        name="category"
        inline
        label={t('concerns.form.category')}
        hint={t('concerns.form.categoryHint')}
        choices={concernCategories.map((value) => ({ value, label: t(`concerns.category.${value}`) }))}
      />
      <fieldset className="min-w-0 space-y-2">
        <legend className="mb-1.5">{t('concerns.form.pathway')}</legend>
        <div className="flex flex-wrap gap-2">
          {pathwayKinds.map((kind) => (
            <ChoiceRow
              key={kind}
              type="radio"
              name="category"
              value={kind}
              label={t(`concerns.pathwayKind.${kind}`)}
              data-pathway=""
            />
          ))}
        </div>
      </fieldset>
      <div className="hidden group-has-[[data-pathway]:checked]/concern:block">
        <Notice tone="danger" title={t('concerns.pathway.title')}>
          <PathwaySteps steps={pathway} />
        </Notice>
      </div>
      <div className="space-y-6 group-has-[[data-pathway]:checked]/concern:hidden">
        <RadioField
          name="severity"
          inline
          label={t('concerns.form.severity')}
          choices={severities.map((value) => ({ value, label: t(`concerns.severity.${value}`) }))}
        />
        <RadioField
          name="source"
          inline
          label={t('concerns.form.source')}
          choices={concernSources.map((value) => ({ value, label: t(`concerns.source.${value}`) }))}
        />
        <SelectField
          name="locationPcode"
          label={t('concerns.form.place')}
          defaultValue={place}
          choices={places.map(({ pcode, name }) => ({ value: pcode, label: inLocale(locale, name) }))}
        />
        <DateField name="raisedOn" label={t('concerns.form.raisedOn')} defaultValue={today} />
        <WritingGuard>
          <TextField
            name="summary"
            maxLength={160}
            label={t('concerns.form.summary')}
            hint={t('concerns.form.summaryHint')}
          />
          <TextAreaField name="body" optional maxLength={4000} label={t('concerns.form.body')} />
        </WritingGuard>
      </div>
    </PlainForm>
  )
}
