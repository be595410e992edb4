import { getI18n } from '@/app/i18n'
import { Code } from '@/components/ui/bdi'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/section'
import { translateRefusal } from '@/lib/i18n/translator'
import { type FileColumn, fileColumns, type RowProblem } from '@/lib/referrals/consultations/file'

/** The rows of a file that could not be read, with what is wrong in which column; `count` is how many there were. */
export async function ProblemRows({ problems, count }: { problems: readonly RowProblem[]; count: number }) {
  const { t, format } = await getI18n()
  const nameOf = (column: FileColumn) =>
    column === 'date'
      ? t('consultations.day')
      : column === 'facility'
        ? t('consultations.facility')
        : t(`consultations.column.${column}`)
  const columns: Column<RowProblem>[] = [
    { key: 'row', header: t('consultations.file.row'), cell: (row) => format.number(row.line) },
    { key: 'facility', header: t('consultations.file.code'), cell: (row) => <Code>{row.facility || '–'}</Code> },
    { key: 'day', header: t('consultations.day'), cell: (row) => <Code>{row.day || '–'}</Code> },
    {
      key: 'problem',
      header: t('consultations.file.problem'),
      cell: (row) =>
        fileColumns.map((column) => {
          const key = row.problems[column]
          return (
            key && (
              <p key={column}>
                {nameOf(column)}: {translateRefusal(t, { key })}
              </p>
            )
          )
        }),
    },
  ]
  return (
    <Section title={t('consultations.file.problems')}>
      <p className="mb-3 text-ink-soft">{t('consultations.file.rowText')}</p>
      <DataTable
        caption={t('consultations.file.problems')}
        columns={columns}
        rows={problems}
        rowKey={(row) => String(row.line)}
      />
      {count > problems.length && (
        <p className="mt-3">{t('consultations.file.more', { count: count - problems.length })}</p>
      )}
    </Section>
  )
}
