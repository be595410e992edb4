import { projected } from './projection'

type Position = [longitude: number, latitude: number]

export type MapArea = {
  id: string
  name: string
  /** What it is and how much, to a screen reader and on hover. */
  label: string
  /** The amount alone, under the name. */
  value: string
  href: string
  /** From 0, nothing, to 4, the most. */
  shade: 0 | 1 | 2 | 3 | 4
  /** Closed lines; the first is the outline. */
  rings: readonly (readonly Position[])[]
}
export type SizedPoint = {
  id: string
  latitude: number
  longitude: number
  label: string
  href: string
  /** Its share of the largest, from 0 to 1: the circle's area. */
  size: number
}

type AreaMapProps = {
  title: string
  areas: readonly MapArea[]
  points: readonly SizedPoint[]
  /** "50 km", for a bar of so many kilometres. */
  scale: (kilometres: number) => string
}

const width = 900
const height = 540
const shades = ['fill-sunken', 'fill-action/10', 'fill-action/20', 'fill-action/30', 'fill-action/45']
const largest = 22

/** Where a name stands: the centre of gravity of an outline, or the middle of its frame when it encloses nothing. */
function middleOf(ring: readonly Position[]) {
  let [area, x, y] = [0, 0, 0]
  for (const [at, [x1, y1]] of ring.entries()) {
    const [x2, y2] = ring[(at + 1) % ring.length] ?? [x1, y1]
    const cross = x1 * y2 - x2 * y1
    area += cross
    x += (x1 + x2) * cross
    y += (y1 + y2) * cross
  }
  if (area !== 0) return { longitude: x / (3 * area), latitude: y / (3 * area) }
  const [xs, ys] = [ring.map(([value]) => value), ring.map(([, value]) => value)]
  const between = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2
  return { longitude: between(xs), latitude: between(ys) }
}

/**
 * Areas shaded by an amount and points as large as theirs, to scale, north up, drawn on the server: no tiles, no scripts. A
 * table beside it must say the same.
 */
export function AreaMap({ title, areas, points, scale }: AreaMapProps) {
  const corners = areas.flatMap(({ rings }) => rings.flat().map(([longitude, latitude]) => ({ longitude, latitude })))
  const { place, kilometresPerUnit } = projected([...corners, ...points], width, height)
  const at = ([longitude, latitude]: Position) => {
    const { x, y } = place({ longitude, latitude })
    return `${x} ${y}`
  }
  const bar = [5, 10, 20, 50, 100, 200].find((length) => 80 < length / kilometresPerUnit) ?? 500
  const barWidth = bar / kilometresPerUnit
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      aria-label={title}
      direction="ltr"
      className="w-full rounded-lg border border-line bg-surface"
    >
      <title>{title}</title>
      {areas.map((area) => (
        <a key={area.id} href={area.href} aria-label={area.label} className="group outline-none">
          <title>{area.label}</title>
          <path
            d={area.rings.map((ring) => `M${ring.map(at).join('L')}Z`).join('')}
            fillRule="evenodd"
            strokeWidth="1.5"
            strokeLinejoin="round"
            className={`${shades[area.shade]} stroke-line-strong group-hover:stroke-ink group-focus-visible:stroke-ink group-focus-visible:stroke-3`}
          />
        </a>
      ))}
      {points.map((point) => {
        const { x, y } = place(point)
        return (
          <a key={point.id} href={point.href} aria-label={point.label} className="group outline-none">
            <title>{point.label}</title>
            <circle
              cx={x}
              cy={y}
              r={Math.max(3, Math.round(Math.sqrt(point.size) * largest))}
              strokeWidth="1"
              className="fill-action/50 stroke-action-strong group-hover:stroke-ink group-hover:stroke-2 group-focus-visible:stroke-ink group-focus-visible:stroke-3"
            />
          </a>
        )
      })}
      {areas.map(({ id, name, value, rings: [outline = []] }) => {
        const { x, y } = place(middleOf(outline))
        return (
          <text
            key={id}
            x={x}
            y={y}
            textAnchor="middle"
            strokeWidth="4"
            paintOrder="stroke"
            strokeLinejoin="round"
            className="pointer-events-none fill-ink stroke-surface text-[17px] font-semibold max-sm:text-[27px]"
          >
            {name}
            <tspan x={x} dy="1.15em" className="font-normal max-sm:hidden">
              {value}
            </tspan>
          </text>
        )
      })}
      <path d={`M20 ${height - 24}v8h${barWidth}v-8`} fill="none" strokeWidth="2" className="stroke-ink-soft" />
      <text
        x={20 + barWidth / 2}
        y={height - 28}
        textAnchor="middle"
        className="fill-ink-soft text-[15px] max-sm:text-[24px]"
      >
        {scale(bar)}
      </text>
    </svg>
  )
}
