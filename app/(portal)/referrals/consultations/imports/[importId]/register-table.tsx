import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { Badge } from '@/components/ui/badge'
import { Code } from '@/components/ui/bdi'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/section'
import type { RegisterReport } from '@/lib/referrals/consultations/import'

const tones = { taken: 'good', same: 'neutral', standing: 'warning', withdrawn: 'warning', wrong: 'danger' } as const
/** What needs a look comes first. */
const order = ['wrong', 'standing', 'withdrawn', 'taken', 'same'] as const
const mostShown = 500

/** The days of facilities that a file held. */
export async function RegisterTable({ registers }: { registers: readonly RegisterReport[] }) {
  const { t, format } = await getI18n()
  const sorted = order.flatMap((kind) => registers.filter((register) => register.did === kind))
  const whyOf = ({ did, why }: RegisterReport) => (did === 'standing' || did === 'withdrawn' ? did : why)
  const columns: Column<RegisterReport>[] = [
    {
      key: 'day',
      header: t('consultations.day'),
      cell: ({ day, registerId }) =>
        registerId ? (
          <Link href={`/referrals/consultations/${registerId}`} prefetch={false} className="text-action underline">
            {format.shortDate(day)}
          </Link>
        ) : (
          format.shortDate(day)
        ),
    },
    { key: 'facility', header: t('consultations.file.code'), cell: (row) => <Code>{row.facility}</Code> },
    { key: 'rows', header: t('consultations.file.rows'), align: 'end', cell: (row) => format.number(row.rows) },
    {
      key: 'did',
      header: t('consultations.file.did'),
      cell: (row) => {
        const why = whyOf(row)
        return (
          <>
            <Badge tone={tones[row.did]}>{t(`consultations.file.did_${row.did}`)}</Badge>
            {why && <p className="mt-1 text-sm">{t(`consultations.file.why_${why}`)}</p>}
          </>
        )
      },
    },
  ]
  return (
    <Section title={t('consultations.file.registers')}>
      <DataTable
        caption={t('consultations.file.registers')}
        columns={columns}
        rows={sorted.slice(0, mostShown)}
        rowKey={(row) => `${row.facility} ${row.day}`}
      />
      {sorted.length > mostShown && (
        <p className="mt-3">{t('consultations.file.moreRegisters', { count: sorted.length - mostShown })}</p>
      )}
    </Section>
  )
}
