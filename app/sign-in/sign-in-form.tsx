'use client'

import { ActionForm } from '@/components/form/action-form'
import { FormActions } from '@/components/form/form-actions'
import { PasswordField } from '@/components/form/password-field'
import { TextField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import { signInSchema } from '@/lib/auth/schemas'
import { useTranslations } from '@/lib/i18n/client'
import { signInAction } from './actions'

export function SignInForm({ next }: { next: string }) {
  const t = useTranslations()
  const form = useActionForm(signInSchema, signInAction)
  return (
    <ActionForm form={form} hidden={{ next }} label={t('auth.signIn.title')}>
      <TextField name="email" type="email" label={t('auth.signIn.email')} autoComplete="username" />
      <PasswordField name="password" label={t('auth.signIn.password')} autoComplete="current-password" />
      <FormActions submit={t('auth.signIn.submit')} pending={form.pending} />
    </ActionForm>
  )
}
