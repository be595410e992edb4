'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { type ButtonVariant, buttonClass } from '@/components/ui/button-class'
import { SubmitButton } from '@/components/ui/submit-button'

type FormActionsProps = {
  /** The deed, in words: "Submit application". */
  submit: ReactNode
  variant?: ButtonVariant
  pending?: boolean
  cancel?: { href: string; label: string }
  children?: ReactNode
}

/** The foot of a form: the deed, other deeds, and the way out. */
export function FormActions({ submit, variant = 'primary', pending, cancel, children }: FormActionsProps) {
  return (
    <div className="flex flex-wrap items-center gap-3 pt-2">
      <SubmitButton variant={variant} pending={pending ?? false}>
        {submit}
      </SubmitButton>
      {children}
      {cancel && (
        <Link href={cancel.href} prefetch={false} className={buttonClass('quiet')}>
          {cancel.label}
        </Link>
      )}
    </div>
  )
}
