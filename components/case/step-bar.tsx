import { Icon } from '@/components/ui/icon'

export type Step = { key: string; label: string; state: 'done' | 'current' | 'todo' }

export type StepBarProps = {
  steps: readonly Step[]
  /** A state beside the way (returned, rejected, withdrawn), shown after the steps that were reached. */
  exit?: { label: string; tone: 'warning' | 'danger' | 'neutral' } | undefined
  words: {
    /** Names the list for a screen reader. */
    label: string
    done: string
    current: string
    todo: string
    /** "Step 3 of 7", for the compact form on phones. */
    position: string
  }
}

const dots = {
  done: 'border-action-fill bg-action-fill text-on-action',
  current: 'border-action bg-surface text-action ring-4 ring-action-soft',
  todo: 'border-line-strong bg-surface text-ink-soft',
}

const exits = { warning: 'text-warning', danger: 'text-danger', neutral: 'text-ink-soft' }

/** The way of a case from first to last, drawn from its machine. On a phone: where it stands, and a line of how far. */
export function StepBar({ steps, exit, words }: StepBarProps) {
  const current = steps.find((step) => step.state === 'current')
  return (
    <div className="@container">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-3 @2xl:hidden" aria-hidden="true">
        <span className={`font-semibold ${exit ? exits[exit.tone] : ''}`}>{exit?.label ?? current?.label}</span>
        <span className="text-sm text-ink-soft tabular-nums">{words.position}</span>
      </div>
      <ol aria-label={words.label} className="flex gap-1 @2xl:gap-0">
        {steps.map((step, index) => (
          <li
            key={step.key}
            aria-current={step.state === 'current' ? 'step' : undefined}
            className="relative min-w-0 flex-1 @2xl:text-center"
          >
            <span
              aria-hidden="true"
              className={`block h-1.5 rounded-full @2xl:hidden ${step.state === 'todo' ? 'bg-line' : 'bg-action-fill'}`}
            />
            {index > 0 && (
              <span
                aria-hidden="true"
                className={`absolute end-1/2 top-3.5 hidden h-0.5 w-full -translate-y-1/2 @2xl:block ${step.state === 'todo' ? 'bg-line' : 'bg-action-fill'}`}
              />
            )}
            <span
              aria-hidden="true"
              className={`relative z-1 mx-auto hidden size-7 items-center justify-center rounded-full border-2 text-sm font-semibold tabular-nums @2xl:flex ${dots[step.state]}`}
            >
              {step.state === 'done' ? <Icon name="check" className="size-4" /> : index + 1}
            </span>
            <span
              className={`mt-2 block px-1 text-sm @max-2xl:sr-only ${step.state === 'current' ? 'font-semibold text-ink' : 'text-ink-soft'}`}
            >
              {step.label}
              <span className="sr-only"> ({words[step.state]})</span>
            </span>
          </li>
        ))}
      </ol>
      {exit && (
        <p className={`mt-3 flex items-center gap-2 font-semibold @max-2xl:sr-only ${exits[exit.tone]}`}>
          <Icon name={exit.tone === 'warning' ? 'undo-2' : 'ban'} className="size-4" />
          {exit.label}
        </p>
      )}
    </div>
  )
}
