import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { Fieldset } from '@/components/form/fieldset'
import { SelectField } from '@/components/form/select-field'
import { relationships } from '@/lib/people/domain'
import type { HouseholdChoice } from '@/lib/people/form-queries'

/** Which household the person enters: a new one, or the one that was found before. */
export async function HouseholdFields({ household }: { household: HouseholdChoice | null }) {
  const { t } = await getI18n()
  const members = relationships.filter((value) => value !== 'head')
  return (
    <Fieldset legend={t('people.form.household')}>
      <div className="space-y-1 rounded-md border border-line bg-sunken p-4">
        <p className="font-medium">
          {household ? t('people.form.householdOf', { name: household.headName }) : t('people.form.householdNew')}
        </p>
        {!household && <p className="text-sm text-ink-soft">{t('people.form.householdNewHint')}</p>}
        <p>
          <Link
            href={household ? '/people/new' : '/people/new/household'}
            prefetch={false}
            className="touch-target inline-flex items-center text-action underline"
          >
            {household ? t('people.form.householdNew') : t('people.form.householdFind')}
          </Link>
        </p>
      </div>
      {household && (
        <SelectField
          name="relationship"
          label={t('people.form.relationship')}
          choices={members.map((value) => ({ value, label: t(`people.relationship.${value}`) }))}
        />
      )}
    </Fieldset>
  )
}
