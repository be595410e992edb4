type Bar = {
  key: string
  /** What the bar says to who points at it or does not see it. */
  said: string
  value: number
  /** Where the bar opens. */
  href?: string | undefined
}

type BarChartProps = {
  title: string
  bars: readonly Bar[]
  /** What stands under the first bar and under the last. */
  ends: readonly [string, string] | null
}

const height = 30

/** Upright bars in a row, drawn on the server; put the table with the same numbers beside it. */
export function BarChart({ title, bars, ends }: BarChartProps) {
  const most = Math.max(1, ...bars.map((bar) => bar.value))
  const width = 100 / Math.max(1, bars.length)
  return (
    <figure>
      <svg viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" className="flip-rtl h-40 w-full">
        <title>{title}</title>
        <rect y={height - 0.2} width="100" height="0.2" className="fill-line-strong" />
        {bars.map(({ key, said, value, href }, at) => {
          const tall = (value / most) * (height - 1)
          const bar = (
            <rect
              key={key}
              x={at * width + width * 0.1}
              y={height - tall}
              width={width * 0.8}
              height={tall}
              className="fill-action hover:fill-action-strong"
            >
              <title>{said}</title>
            </rect>
          )
          return href && tall > 0 ? (
            <a key={key} href={href} aria-label={said}>
              {bar}
            </a>
          ) : (
            bar
          )
        })}
      </svg>
      {ends && (
        <figcaption className="flex justify-between gap-4 text-sm text-ink-soft">
          <span>{ends[0]}</span>
          {ends[1] !== ends[0] && <span>{ends[1]}</span>}
        </figcaption>
      )}
    </figure>
  )
}
