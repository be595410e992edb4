export type TrendBar = {
  key: string
  value: number
  /** What it is and how much, to a screen reader and on hover. */
  label: string
  href: string
}

type BarTrendProps = {
  title: string
  bars: readonly TrendBar[]
  /** The first and the last bar in words, under the axis. */
  from: string
  to: string
}

const height = 30

/** Values in their order in time as bars that open what they stand for. A table beside it must say the same. */
export function BarTrend({ title, bars, from, to }: BarTrendProps) {
  const most = Math.max(1, ...bars.map((bar) => bar.value))
  // A few bars are not drawn as wide as walls.
  const width = 100 / Math.max(6, bars.length)
  return (
    <figure>
      <svg viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" className="flip-rtl h-36 w-full" aria-label={title}>
        <title>{title}</title>
        {bars.map(({ key, value, label, href }, at) => {
          const tall = (value / most) * (height - 1)
          return (
            <a key={key} href={href} aria-label={label} className="group outline-none">
              <title>{label}</title>
              <rect x={at * width} width={width} height={height} fill="transparent" />
              <rect
                x={at * width + width * 0.12}
                y={height - Math.max(0.3, tall)}
                width={width * 0.76}
                height={Math.max(0.3, tall)}
                className="fill-action group-hover:fill-action-strong group-focus-visible:fill-ink"
              />
            </a>
          )
        })}
        <rect y={height - 0.2} width="100" height="0.2" className="fill-line-strong" />
      </svg>
      <figcaption className="mt-1 flex justify-between gap-4 text-sm text-ink-soft">
        <span>{from}</span>
        {to !== from && <span>{to}</span>}
      </figcaption>
    </figure>
  )
}
