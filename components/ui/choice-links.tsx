import Link from 'next/link'

type ChoiceLinksProps = {
  label: string
  hint?: string
  choices: readonly { value: string; label: string; href: string; isChosen: boolean }[]
}

/** One of a few as links, for a choice that the rest of the page follows: it needs no script. */
export function ChoiceLinks({ label, hint, choices }: ChoiceLinksProps) {
  return (
    <nav aria-label={label}>
      <p className="mb-1.5 font-semibold">{label}</p>
      {hint && <p className="mb-2 text-sm text-ink-soft">{hint}</p>}
      <ul className="flex flex-wrap gap-2">
        {choices.map((choice) => (
          <li key={choice.value}>
            <Link
              href={choice.href}
              replace
              scroll={false}
              prefetch={false}
              aria-current={choice.isChosen ? 'true' : undefined}
              className="touch-target inline-flex min-h-10 items-center rounded-full border border-line-strong bg-surface px-4 aria-[current]:border-action aria-[current]:bg-action-soft aria-[current]:font-semibold aria-[current]:text-action"
            >
              {choice.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
