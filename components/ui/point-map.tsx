import { projected } from './projection'

export type MapPoint = {
  id: string
  latitude: number
  longitude: number
  /** Says what it is, to a screen reader and on hover. */
  label: string
  href: string
  tone: 'good' | 'warning' | 'danger' | 'neutral'
}
export type MapName = { latitude: number; longitude: number; label: string }

type PointMapProps = {
  title: string
  points: readonly MapPoint[]
  /** Names of places, drawn under the points. */
  names: readonly MapName[]
  /** "50 km", for a bar of so many kilometres. */
  scale: (kilometres: number) => string
}

const fills = { good: 'fill-good', warning: 'fill-warning', danger: 'fill-danger', neutral: 'fill-ink-soft' }
const width = 900
const height = 520

const isInside = ({ x, y }: { x: number; y: number }) => 0 < Math.min(x, width - x, y, height - y)

/** Shapes besides colours: a circle works, a triangle works in part, a square does not. */
const outlines: Record<MapPoint['tone'], string> = {
  good: 'a8 8 0 1 0 16 0a8 8 0 1 0 -16 0',
  neutral: 'a8 8 0 1 0 16 0a8 8 0 1 0 -16 0',
  warning: 'm8 -9l9 16h-18z',
  danger: 'm1 -7h14v14h-14z',
}

/** Points to scale, north up, drawn on the server: no tiles, no scripts. A table beside it must say the same. */
export function PointMap({ title, points, names, scale }: PointMapProps) {
  const { place, kilometresPerUnit } = projected(points, width, height)
  const bar = [5, 10, 20, 50, 100, 200].find((length) => 80 < length / kilometresPerUnit) ?? 500
  const barWidth = bar / kilometresPerUnit
  const shown = names.map((name) => ({ ...name, ...place(name) })).filter(isInside)
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      aria-label={title}
      direction="ltr"
      className="w-full rounded-lg border border-line bg-surface"
    >
      <title>{title}</title>
      {shown.map((name) => (
        <text key={name.label} x={name.x} y={name.y + 26} textAnchor="middle" fontSize="17" className="fill-ink-soft">
          {name.label}
        </text>
      ))}
      {points.map((point) => {
        const { x, y } = place(point)
        return (
          <a key={point.id} href={point.href} aria-label={point.label} className="group outline-none">
            <title>{point.label}</title>
            <circle cx={x} cy={y} r="18" fill="transparent" />
            <path
              d={`M${x - 8} ${y}${outlines[point.tone]}`}
              strokeWidth="2"
              className={`${fills[point.tone]} stroke-surface group-hover:stroke-ink group-focus-visible:stroke-ink`}
            />
          </a>
        )
      })}
      <g className="stroke-ink-soft" strokeWidth="2">
        <path d={`M20 ${height - 24}v8h${barWidth}v-8`} fill="none" />
      </g>
      <text x={20 + barWidth / 2} y={height - 28} textAnchor="middle" fontSize="15" className="fill-ink-soft">
        {scale(bar)}
      </text>
    </svg>
  )
}
