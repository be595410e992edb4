'use client'

import { useState } from 'react'
import { buttonClass } from '@/components/ui/button-class'
import { inputClass } from '@/components/ui/input-class'
import { useTranslations } from '@/lib/i18n/client'
import { FieldFrame, type FieldProps } from './field-frame'
import { useField } from './form-context'

type PasswordFieldProps = FieldProps & { autoComplete: 'current-password' | 'new-password' }

/** A password: may be pasted and looked at; is never kept in a draft nor sent back. */
export function PasswordField({ name, label, hint, autoComplete }: PasswordFieldProps) {
  const t = useTranslations()
  const field = useField(name, Boolean(hint))
  const [shown, setShown] = useState(false)
  return (
    <FieldFrame field={field} label={label} hint={hint}>
      <div className="flex max-w-md gap-2">
        <input
          id={field.id}
          name={name}
          type={shown ? 'text' : 'password'}
          dir="ltr"
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          aria-invalid={field.error ? true : undefined}
          aria-describedby={field.describedBy}
          aria-required
          className={`${inputClass} follow-page`}
        />
        {/* Without scripts it could not do anything, so it is only drawn where they run. */}
        <button
          type="button"
          aria-pressed={shown}
          aria-controls={field.id}
          onClick={() => setShown(!shown)}
          className={`${buttonClass('secondary')} needs-script`}
        >
          {t(shown ? 'common.form.hidePassword' : 'common.form.showPassword')}
        </button>
      </div>
    </FieldFrame>
  )
}
