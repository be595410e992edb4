import { getI18n } from '@/app/i18n'
import { DateField } from '@/components/form/date-field'
import { TextField } from '@/components/form/text-field'

type When = { on?: string; at?: string; venue?: string | undefined; minutesLong?: number | undefined }

/** When and where a session takes place. */
export async function WhenFields({ on, at, venue, minutesLong = 120 }: When) {
  const { t } = await getI18n()
  return (
    <>
      <DateField name="on" label={t('forums.sessions.on')} defaultValue={on} />
      <TextField name="at" width="short" dir="ltr" label={t('forums.sessions.at')} defaultValue={at ?? '10:00'} />
      <TextField
        name="minutesLong"
        width="short"
        dir="ltr"
        inputMode="numeric"
        label={t('forums.sessions.minutesLong')}
        defaultValue={minutesLong}
      />
      <TextField name="venue" maxLength={160} label={t('forums.sessions.venue')} defaultValue={venue} />
    </>
  )
}
