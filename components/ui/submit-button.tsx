'use client'

import type { ComponentProps } from 'react'
import { useFormStatus } from 'react-dom'
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-class'

type SubmitButtonProps = Omit<ComponentProps<'button'>, 'type'> & {
  variant?: ButtonVariant
  size?: ButtonSize
  /** While true the button rests; the state of the form around it counts as well. */
  pending?: boolean
}

/** Sends the form around it. While it is under way it rests and shows that something moves; works without scripts. */
export function SubmitButton({
  variant = 'primary',
  size = 'md',
  pending,
  className = '',
  children,
  ...rest
}: SubmitButtonProps) {
  const status = useFormStatus()
  const busy = pending || status.pending
  return (
    <button
      type="submit"
      disabled={busy}
      aria-busy={busy}
      className={`${buttonClass(variant, size)} ${className}`}
      {...rest}
    >
      {busy && (
        <span
          aria-hidden="true"
          className="size-4 animate-spin rounded-full border-2 border-current border-t-transparent"
        />
      )}
      {children}
    </button>
  )
}
