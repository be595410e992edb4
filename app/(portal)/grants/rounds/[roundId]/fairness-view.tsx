import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { Badge } from '@/components/ui/badge'
import type { FairnessDimension, FairnessRow } from '@/lib/grants/rounds/fairness'
import type { SelectionPage } from '@/lib/grants/rounds/selection-queries'
import { valueLabel } from '../value-label'
import { selectionHref } from './filters'
import { ShareBar } from './share-bar'

const head = 'px-3 py-2 text-sm font-semibold text-ink-soft'
const figure = 'text-sm tabular-nums md:px-3 md:py-2 md:text-end'
const named = 'max-md:before:text-ink-soft max-md:before:content-[attr(data-label)_"_"]'

/**
 * The whole list held against its targets in one table, so that every figure stands under its like: a heading a dimension, a row a kind
 * of people. Figures of the committee open the list of these. On a phone a row is two lines.
 */
export async function FairnessView({ selection }: { selection: SelectionPage }) {
  const { t } = await getI18n()
  const { all, tables } = selection
  const ends = [t('rounds.selection.applied'), t('rounds.selection.reached'), t('rounds.selection.chosen')]
  return (
    <>
      <p>{t('rounds.selection.fairnessLead', { applied: all.applied, reached: all.reached, chosen: all.chosen })}</p>
      <p className="mt-1 mb-4 text-sm text-ink-soft">{t('rounds.selection.legend')}</p>
      {/* biome-ignore-start lint/a11y/noRedundantRoles: laid out as blocks on a phone, a table is none to a screen reader any more. */}
      <table role="table" className="w-full text-start max-md:block md:table-fixed">
        <caption className="sr-only">{t('rounds.selection.fairness')}</caption>
        <thead role="rowgroup" className="max-md:sr-only">
          <tr role="row" className="border-b border-line">
            <th role="columnheader" scope="col" className={`${head} w-[24%] ps-0 text-start`}>
              {t('rounds.selection.group')}
            </th>
            {ends.map((one) => (
              <th key={one} role="columnheader" scope="col" className={`${head} w-[12%] text-end`}>
                {one}
              </th>
            ))}
            <th role="columnheader" scope="col" className={`${head} text-start`}>
              {t('rounds.selection.ofChosen')}
            </th>
            <th role="columnheader" scope="col" className={`${head} w-[19%] pe-0 text-start`}>
              {t('rounds.selection.quota')}
            </th>
          </tr>
        </thead>
        {tables.map(({ dimension, rows }) => (
          <tbody key={dimension} role="rowgroup" className="max-md:block">
            <tr role="row" className="max-md:block">
              <th scope="rowgroup" colSpan={6} className="pt-6 pb-1 text-start font-semibold max-md:block">
                {t(`rounds.dimension.${dimension}`)}
              </th>
            </tr>
            {rows.map((row) => (
              <FairnessLine key={row.value} selection={selection} dimension={dimension} row={row} />
            ))}
          </tbody>
        ))}
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: see above */}
    </>
  )
}

type LineProps = { selection: SelectionPage; dimension: FairnessDimension; row: FairnessRow }

async function FairnessLine({ selection: { round, all, districts }, dimension, row }: LineProps) {
  const { t, locale, format } = await getI18n()
  const label = valueLabel({ t, locale, districts }, dimension, row.value)
  // Half a percent of grace: a third of seven is no finding.
  const isBelow = row.quota !== null && row.chosenShare + 0.005 < row.quota
  const percent = format.percent(row.chosenShare)
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: as above.
    <tr
      role="row"
      className="border-t border-line max-md:flex max-md:flex-wrap max-md:gap-x-4 max-md:gap-y-1 max-md:py-3"
    >
      <th role="rowheader" scope="row" className="text-start font-normal max-md:w-full md:py-2">
        {label}
      </th>
      <td role="cell" data-label={t('rounds.selection.applied')} className={`${figure} ${named}`}>
        {format.number(row.applied)}
      </td>
      <td role="cell" data-label={t('rounds.selection.reached')} className={`${figure} ${named}`}>
        {row.reached === 0 ? (
          format.number(0)
        ) : (
          <Link
            href={selectionHref(round.id, { dimension, value: row.value })}
            prefetch={false}
            className="touch-target text-action underline"
          >
            {format.number(row.reached)}
            <span className="sr-only"> {t('rounds.selection.seeList', { group: label })}</span>
          </Link>
        )}
      </td>
      <td role="cell" data-label={t('rounds.selection.chosen')} className={`${figure} ${named}`}>
        {format.number(row.chosen)}
      </td>
      <td role="cell" className="max-md:w-full md:px-3 md:py-2">
        <ShareBar
          row={row}
          percent={percent}
          words={t('rounds.selection.share', { chosen: percent, applied: format.percent(row.appliedShare) })}
        />
      </td>
      <td
        role="cell"
        data-label={t('rounds.selection.quota')}
        className={`text-sm md:py-2 md:ps-3 ${row.quota === null ? 'max-md:hidden' : named}`}
      >
        {row.quota === null ? (
          <span className="text-ink-soft">–</span>
        ) : (
          <span className="inline-flex flex-wrap items-center gap-2 tabular-nums">
            {format.percent(row.quota)}
            {all.chosen > 0 && (
              <Badge tone={isBelow ? 'warning' : 'good'}>
                {t(isBelow ? 'rounds.selection.below' : 'rounds.selection.met')}
              </Badge>
            )}
          </span>
        )}
      </td>
    </tr>
    // biome-ignore-end lint/a11y/noRedundantRoles: as above.
  )
}
