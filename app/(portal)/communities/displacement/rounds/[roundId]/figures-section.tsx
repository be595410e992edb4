import { getI18n } from '@/app/i18n'
import { ChipNav } from '@/components/ui/chip-nav'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Section } from '@/components/ui/section'
import { type Population, populations } from '@/lib/communities/displacement/domain'
import type { DistrictSum, RoundPage } from '@/lib/communities/displacement/round-queries'
import { inLocale } from '@/lib/i18n/in-locale'
import { base, hrefOf } from '../../filters'
import { changeText } from '../../round-words'
import { SumTiles } from '../../sum-tiles'

type Props = { page: RoundPage; population: Population }

/** What a round adds up to, district by district, beside the round before; and what is missing against it. */
export async function FiguresSection({ page, population }: Props) {
  const { t, locale, format } = await getI18n()
  const { round, sums, missing } = page
  const path = `${base}/rounds/${round.id}`
  const rows = page.districts.filter((row) => row.population === population)
  const columns: Column<DistrictSum>[] = [
    { key: 'district', header: t('displacement.figure.district'), cell: (row) => inLocale(locale, row.name) },
    ...(['locations', 'families'] as const).map((what) => ({
      key: what,
      header: t(`displacement.figure.${what}`),
      align: 'end' as const,
      cell: (row: DistrictSum) => format.number(row[what]),
    })),
    {
      key: 'change',
      header: t('displacement.figure.change'),
      align: 'end',
      cell: (row) => <bdi dir="ltr">{changeText(t, row.families, row.familiesBefore)}</bdi>,
    },
    ...(['counted', 'multiplied'] as const).map((what) => ({
      key: what,
      header: t(`displacement.figure.${what}`),
      align: 'end' as const,
      desktopOnly: true,
      cell: (row: DistrictSum) => format.number(row[what]),
    })),
  ]
  return (
    <Section
      title={t('displacement.round.districts')}
      action={
        <LinkButton href={hrefOf(`${path}/locations`, { population })} variant="secondary">
          {t('displacement.round.locations')}
        </LinkButton>
      }
    >
      <ChipNav
        label={t('displacement.population.label')}
        chips={populations.map((value) => ({
          key: value,
          label: t(`displacement.population.${value}`),
          href: hrefOf(path, { population: value }),
          isCurrent: value === population,
          count: format.number(sums[value].families),
        }))}
      />
      {rows.length === 0 ? (
        <EmptyState icon="chart-column" title={t('displacement.round.noFigures')}>
          {round.status === 'open' && t('displacement.round.noFiguresText')}
        </EmptyState>
      ) : (
        <div className="space-y-4">
          <SumTiles sum={sums[population]} />
          <DataTable
            caption={t('displacement.round.districts')}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.pcode}
            rowHref={(row) => hrefOf(`${path}/locations`, { population, district: row.pcode })}
          />
        </div>
      )}
      {round.baseId && (
        <p className="mt-4 flex flex-wrap gap-x-6 gap-y-2">
          <a
            className="touch-link text-action underline"
            href={hrefOf(`${path}/locations`, { population, only: 'moved' })}
          >
            {t('displacement.round.moved')}
          </a>
          {missing
            .filter((one) => one.population === population)
            .map((one) => (
              <a
                key={one.population}
                className="touch-link text-action underline"
                href={hrefOf(`${path}/locations`, { population, only: 'missing' })}
              >
                {t('displacement.round.missing', {
                  population: t(`displacement.population.${one.population}`),
                  count: one.missing,
                })}
              </a>
            ))}
        </p>
      )}
    </Section>
  )
}
