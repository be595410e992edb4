import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { Badge } from '@/components/ui/badge'
import { Bdi } from '@/components/ui/bdi'
import { ChipNav } from '@/components/ui/chip-nav'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Pagination } from '@/components/ui/pagination'
import type { Page } from '@/lib/cases/scope'
import { type Finding, findings, toneOfFinding } from '@/lib/communities/displacement/files/findings'
import type { ImportHead, ImportRow } from '@/lib/communities/displacement/files/queries'
import { inLocale } from '@/lib/i18n/in-locale'
import { base, hrefOf } from '../../filters'
import { numberOr } from '../../round-words'
import { remarksOf } from './words'

type Props = {
  page: Page<ImportRow>
  finding: Finding | undefined
  counts: ReadonlyMap<Finding, number>
  head: ImportHead
}

const link = 'touch-target inline-flex items-center text-action underline'

/** Whether the list writes a location otherwise than the register. */
const isCalledOtherwise = ({ reading, place }: ImportRow) =>
  reading !== null &&
  place !== null &&
  ((reading.nameAr !== '' && reading.nameAr !== place.ar) || (reading.nameEn !== '' && reading.nameEn !== place.en))

/** The rows of a list as they stand in it, with what each comes to; the counts filter. */
export async function ImportRows({ head, counts, page, finding }: Props) {
  const { t, locale, format } = await getI18n()
  const path = `${base}/imports/${head.id}`
  const inList = ({ reading }: ImportRow) =>
    reading
      ? [reading.nameAr, reading.nameEn, reading.placeId].filter(Boolean).slice(0, 2).join(' · ') || reading.district
      : ''
  const columns: Column<ImportRow>[] = [
    {
      key: 'place',
      header: t('displacement.file.place'),
      cell: (row) =>
        row.place ? (
          <>
            <Link href={`${base}/locations/${row.place.id}`} prefetch={false} className={link}>
              <Bdi>{inLocale(locale, row.place)}</Bdi>
            </Link>
            {isCalledOtherwise(row) && (
              <span className="block text-sm text-ink-soft">
                {t('displacement.file.asLocation', { name: inList(row) })}
              </span>
            )}
          </>
        ) : row.finding === 'unknown_place' ? (
          <Link href={`${base}/queue/${head.id}_${row.id}`} prefetch={false} className={link}>
            <Bdi>{inList(row) || '–'}</Bdi>
          </Link>
        ) : (
          <Bdi>{inList(row) || '–'}</Bdi>
        ),
    },
    {
      key: 'finding',
      header: t('displacement.file.found'),
      cell: (row) =>
        row.finding && (
          <>
            <Badge tone={toneOfFinding[row.finding]}>{t(`displacement.file.finding.${row.finding}`)}</Badge>
            {row.reading && remarksOf(t, row.reading).length > 0 && (
              <span className="block text-sm text-ink-soft">{format.list(remarksOf(t, row.reading))}</span>
            )}
          </>
        ),
    },
    {
      key: 'families',
      header: t('displacement.file.families'),
      align: 'end',
      cell: (row) => (
        <>
          {numberOr(format, row.reading?.families)}
          {row.finding === 'changes' && row.familiesBefore !== null && (
            <span className="block text-sm text-ink-soft">
              {t('displacement.file.was', { count: row.familiesBefore })}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'individuals',
      header: t('displacement.file.individuals'),
      align: 'end',
      cell: (row) => numberOr(format, row.reading?.individuals),
    },
    {
      key: 'method',
      header: t('displacement.figure.method'),
      cell: (row) =>
        row.reading?.individuals !== null && row.reading ? t(`displacement.method.${row.reading.method}`) : '–',
      desktopOnly: true,
    },
    { key: 'line', header: t('displacement.file.lineColumn'), align: 'end', cell: (row) => format.number(row.line) },
  ]
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const chip = (key: string, label: string, count: number, value: Finding | undefined) => ({
    key,
    label,
    href: hrefOf(path, { finding: value }),
    isCurrent: finding === value,
    count: format.number(count),
  })
  return (
    <div>
      <h2 className="mb-3 text-lg font-semibold">{t('displacement.file.rows')}</h2>
      <ChipNav
        label={t('displacement.file.found')}
        chips={[
          chip('all', t('displacement.file.all'), total, undefined),
          ...findings
            .filter((known) => (counts.get(known) ?? 0) > 0)
            .map((known) => chip(known, t(`displacement.file.finding.${known}`), counts.get(known) ?? 0, known)),
        ]}
      />
      <DataTable caption={t('displacement.file.rows')} columns={columns} rows={page.rows} rowKey={(row) => row.id} />
      <Pagination
        label={t('displacement.file.pages')}
        previous={
          page.previous
            ? { href: hrefOf(path, { finding, before: page.previous }), label: t('common.list.previous') }
            : undefined
        }
        next={
          page.next ? { href: hrefOf(path, { finding, after: page.next }), label: t('common.list.next') } : undefined
        }
      />
    </div>
  )
}
