import type { ReactNode } from 'react'

export type Detail = { term: ReactNode; value: ReactNode; key?: string }

/** Facts as term and value. An empty value is shown as a dash, so that nobody wonders whether it was forgotten. */
export function DetailsList({ items, columns = 1 }: { items: readonly Detail[]; columns?: 1 | 2 }) {
  return (
    <dl className={columns === 2 ? 'grid gap-x-8 md:grid-cols-2' : ''}>
      {items.map((item, index) => (
        <div
          key={item.key ?? index}
          className="grid grid-cols-[minmax(7.25rem,36%)_1fr] gap-x-4 border-b border-line py-2.5 last:border-b-0"
        >
          <dt className="text-ink-soft">{item.term}</dt>
          <dd className="min-w-0 wrap-anywhere max-sm:[&_bdi]:whitespace-normal [&>a]:touch-link">
            {item.value === null || item.value === undefined || item.value === '' ? '–' : item.value}
          </dd>
        </div>
      ))}
    </dl>
  )
}
