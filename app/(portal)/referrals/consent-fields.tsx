import { getI18n } from '@/app/i18n'
import { ReadAloud } from '@/components/case/read-aloud'
import { CheckboxGroupField } from '@/components/form/checkbox-field'
import { Fieldset } from '@/components/form/fieldset'
import { RadioField } from '@/components/form/radio-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { type ConsentLanguage, consentMethods, releasableFields } from '@/lib/people/domain'
import type { ReferralForm } from '@/lib/referrals/form-queries'

// Only what was chosen is shown where the browser can tell; where it cannot, all of it stays to be filled in.
const only = {
  new: 'supports-[selector(:has(*))]:hidden group-has-[input[value=new]:checked]/consent:block!',
  emergency: 'supports-[selector(:has(*))]:hidden group-has-[input[value=emergency]:checked]/consent:block!',
}
/** What a facility needs in any case; the rest is asked for one by one. */
const usual = ['name', 'sex', 'birth_date', 'phone', 'reason']

type Props = { form: ReferralForm; language: ConsentLanguage; chosen: string | null; emergencyReason: string }

/** By which consent it goes: one that is there, one given now that names its fields, or none in an emergency. */
export async function ConsentFields({ form, language, chosen, emergencyReason }: Props) {
  const { t, format } = await getI18n()
  const latest = form.consents[0]
  return (
    <div className="group/consent">
      <Fieldset legend={t('referrals.form.consent')}>
        <RadioField
          name="consent"
          label={t('referrals.form.consentHow')}
          defaultValue={chosen ?? (latest ? 'existing' : 'new')}
          choices={[
            ...(latest
              ? [
                  {
                    value: 'existing',
                    label: t('referrals.form.consentExisting', {
                      date: format.shortDate(latest.givenOn),
                      until: format.shortDate(latest.expiresOn),
                    }),
                    hint: t('referrals.form.consentReleases', {
                      fields: format.list(latest.releasedFields.map((field) => t(`referrals.field.${field}`))),
                    }),
                  },
                ]
              : []),
            { value: 'new', label: t('referrals.form.consentNew') },
            {
              value: 'emergency',
              label: t('referrals.form.consentEmergency'),
              hint: t('referrals.form.consentEmergencyHint'),
            },
          ]}
        />
        {latest && <input type="hidden" name="consentId" value={latest.id} />}
        <div className={`space-y-5 ${only.new}`}>
          {form.text && <ReadAloud language={language} text={form.text} />}
          <CheckboxGroupField
            name="releasedFields"
            label={t('referrals.form.fields')}
            hint={t('referrals.form.fieldsHint')}
            defaultValue={usual}
            choices={releasableFields.map((value) => ({ value, label: t(`referrals.field.${value}`) }))}
          />
          <RadioField
            name="method"
            inline
            label={t('people.consent.method')}
            choices={consentMethods.map((value) => ({ value, label: t(`people.method.${value}`) }))}
          />
          <TextField
            name="guardianName"
            optional={!form.person.isMinor}
            width="half"
            label={t('referrals.form.guardian')}
            {...(form.person.isMinor && { hint: t('referrals.form.guardianHint') })}
            maxLength={120}
          />
          <TextField
            name="witnessName"
            optional
            width="half"
            label={t('people.consent.witness')}
            hint={t('people.consent.witnessHint')}
            maxLength={120}
          />
        </div>
        <div className={only.emergency}>
          <TextAreaField
            name="emergencyReason"
            rows={2}
            label={t('referrals.form.emergencyReason')}
            defaultValue={emergencyReason}
          />
        </div>
      </Fieldset>
    </div>
  )
}
