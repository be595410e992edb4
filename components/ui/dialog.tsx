import type { ReactNode } from 'react'
import { type ButtonVariant, buttonClass } from './button-class'
import { Icon } from './icon'

type DialogProps = {
  id: string
  title: ReactNode
  /** What the button that opens it says. */
  trigger: ReactNode
  triggerVariant?: ButtonVariant
  closeLabel: string
  children: ReactNode
}

/** A native dialog opened by a native popover button: no script at all. Escape and a press outside close it. */
export function Dialog({ id, title, trigger, triggerVariant = 'secondary', closeLabel, children }: DialogProps) {
  return (
    <>
      <button type="button" popoverTarget={id} className={buttonClass(triggerVariant)}>
        {trigger}
      </button>
      <dialog
        id={id}
        popover="auto"
        aria-labelledby={`${id}-title`}
        className="m-auto w-[min(36rem,calc(100vw-2rem))] rounded-lg border border-line bg-surface p-6 text-ink shadow-raised backdrop:bg-rail/60"
      >
        <div className="mb-4 flex items-start justify-between gap-4">
          <h2 id={`${id}-title`} className="text-lg font-semibold">
            {title}
          </h2>
          <button
            type="button"
            popoverTarget={id}
            popoverTargetAction="hide"
            aria-label={closeLabel}
            className="touch-target -m-1 inline-flex items-center justify-center rounded-md p-1 text-ink-soft hover:bg-sunken"
          >
            <Icon name="x" />
          </button>
        </div>
        {children}
      </dialog>
    </>
  )
}
