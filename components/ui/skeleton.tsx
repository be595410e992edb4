/** Grey lines where text will stand. Hidden from screen readers: the page says "loading" once, in words. */
export function Skeleton({ lines = 3, className = '' }: { lines?: number; className?: string }) {
  const widths = ['w-full', 'w-5/6', 'w-11/12', 'w-2/3']
  return (
    <div aria-hidden="true" className={`animate-pulse space-y-3 ${className}`}>
      {Array.from({ length: lines }, (_, line) => (
        // The lines are all the same and never move.
        // biome-ignore lint/suspicious/noArrayIndexKey: as said above
        <div key={line} className={`h-4 rounded-sm bg-sunken ${widths[line % widths.length]}`} />
      ))}
    </div>
  )
}
