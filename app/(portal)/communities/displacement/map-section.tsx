import { getI18n } from '@/app/i18n'
import { AreaMap, type MapArea } from '@/components/ui/area-map'
import { cellsAround } from '@/components/ui/cells'
import { Section } from '@/components/ui/section'
import type { MapDistrict, Overview } from '@/lib/communities/displacement/overview-query'
import { inLocale } from '@/lib/i18n/in-locale'
import { isolated } from '@/lib/i18n/isolated'
import { base } from './filters'

type Ring = [number, number][]

/** How far around the outermost centres a schematic map goes, in degrees. */
const margin = 0.45

/** Cells around the districts' middles, where no boundary is known. */
function schematic(districts: readonly MapDistrict[]): ReadonlyMap<string, Ring[]> {
  const placed = districts.flatMap(({ pcode, longitude, latitude }) =>
    longitude === null || latitude === null ? [] : [{ pcode, at: [longitude, latitude] as const }],
  )
  const [xs, ys] = [placed.map(({ at }) => at[0]), placed.map(({ at }) => at[1])]
  const [west, east] = [Math.min(...xs) - margin, Math.max(...xs) + margin]
  const [south, north] = [Math.min(...ys) - margin, Math.max(...ys) + margin]
  const cells = cellsAround(
    placed.map(({ at }) => at),
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
    ],
  )
  return new Map(
    placed.map(({ pcode }, index) => [pcode, [(cells[index] ?? []).map(([x, y]): [number, number] => [x, y])]]),
  )
}

const shades = [0, 1, 2, 3, 4] as const
/** By the root, so that one crowded district does not make all others look empty. */
const shadeOf = (families: number, most: number) =>
  shades[families === 0 ? 0 : Math.min(4, 1 + Math.floor(Math.sqrt(families / most) * 4))] ?? 4

/** The figures of the last round on a map: districts shaded, locations as circles. */
export async function MapSection({ overview }: { overview: Overview }) {
  const { t, locale, format } = await getI18n()
  const { districts, places } = overview
  const isKnown = districts.every(({ polygons }) => polygons !== null)
  const drawn = isKnown ? null : schematic(districts)
  const most = Math.max(1, ...districts.map(({ families }) => families))
  const areas = districts.flatMap((district): MapArea[] => {
    const rings = drawn ? drawn.get(district.pcode) : district.polygons?.flat()
    if (!rings) return []
    const name = inLocale(locale, district.name)
    return [
      {
        id: district.pcode,
        name,
        label: t('displacement.overview.districtLabel', { name, count: district.families }),
        value: format.number(district.families),
        href: `${base}/areas/${district.pcode}`,
        shade: shadeOf(district.families, most),
        rings,
      },
    ]
  })
  const largest = Math.max(1, ...places.map(({ families }) => families))
  const points = places.map(({ id, name, latitude, longitude, families }) => ({
    id,
    latitude,
    longitude,
    label: t('displacement.overview.placeLabel', { name: inLocale(locale, name), count: families }),
    href: `${base}/locations/${id}`,
    size: families / largest,
  }))
  if (areas.length === 0) return null
  return (
    <Section title={t('displacement.overview.mapTitle')}>
      <p className="mb-4 max-w-prose text-ink-soft">
        {t('displacement.overview.mapText')} {!isKnown && t('displacement.overview.schematic')}
      </p>
      <AreaMap
        title={t('displacement.overview.mapTitle')}
        areas={areas}
        points={points}
        scale={(count) => isolated(t('facilities.map.kilometres', { count }))}
      />
    </Section>
  )
}
