import { RadioField } from '@/components/form/radio-field'
import { TextField } from '@/components/form/text-field'
import { Code } from '@/components/ui/bdi'
import { locales } from '@/lib/i18n/locales'
import type { Translator } from '@/lib/i18n/translator'

type IdentityFieldsProps = {
  t: Translator
  user?: { name: string; email: string; locale: string }
  /** Why the e-mail stays as it is; then it is shown with the reason, and not to be typed in. */
  emailStays?: string | undefined
}

/** Who a user is: name, e-mail, language. */
export function IdentityFields({ t, user, emailStays }: IdentityFieldsProps) {
  return (
    <>
      <TextField name="name" label={t('admin.users.fullName')} autoComplete="off" defaultValue={user?.name} />
      {emailStays === undefined ? (
        <TextField
          name="email"
          type="email"
          label={t('admin.users.email')}
          hint={t('admin.users.emailHint')}
          autoComplete="off"
          defaultValue={user?.email}
        />
      ) : (
        <div className="space-y-1">
          <p className="font-semibold">{t('admin.users.email')}</p>
          <p>
            <Code>{user?.email}</Code>
          </p>
          <p className="text-sm text-ink-soft">{emailStays}</p>
          <input type="hidden" name="email" value={user?.email} />
        </div>
      )}
      <RadioField
        name="locale"
        label={t('admin.users.locale')}
        hint={t('admin.users.localeHint')}
        inline
        choices={locales.map((value) => ({ value, label: t(`common.languages.${value}`) }))}
        defaultValue={user?.locale ?? 'ar'}
      />
    </>
  )
}
