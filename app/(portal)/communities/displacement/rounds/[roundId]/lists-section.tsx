import { getI18n } from '@/app/i18n'
import { one } from '@/app/query'
import { Bdi } from '@/components/ui/bdi'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Disclosure } from '@/components/ui/disclosure'
import { FileInput } from '@/components/ui/file-input'
import { inputClass } from '@/components/ui/input-class'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Actor } from '@/lib/auth/actor'
import { populations } from '@/lib/communities/displacement/domain'
import { isImportState } from '@/lib/communities/displacement/files/findings'
import { canEnter, seesUnderWay } from '@/lib/communities/displacement/policy'
import type { RoundImport, RoundPage } from '@/lib/communities/displacement/round-queries'
import { translateRefusal } from '@/lib/i18n/translator'
import { newId } from '@/lib/ids'
import { base, type Query } from '../../filters'

type Props = { actor: Actor; page: RoundPage; query: Query }

/** The lists that were read into a round, and the way in for another. */
export async function ListsSection({ actor, page, query }: Props) {
  const { t, format } = await getI18n()
  if (!seesUnderWay(actor)) return null
  const { round, imports } = page
  const problem = one(query.problem)
  const columns: Column<RoundImport>[] = [
    { key: 'file', header: t('displacement.round.fileName'), cell: (row) => <Bdi>{row.fileName}</Bdi> },
    {
      key: 'population',
      header: t('displacement.population.label'),
      cell: (row) => t(`displacement.population.${row.population}`),
    },
    {
      key: 'state',
      header: t('displacement.round.fileState'),
      cell: (row) => (isImportState(row.state) ? t(`displacement.file.state.${row.state}`) : row.state),
    },
    {
      key: 'unknown',
      header: t('displacement.round.unknown'),
      align: 'end',
      cell: (row) => format.number(row.unknown),
    },
    {
      key: 'waiting',
      header: t('displacement.round.waiting'),
      align: 'end',
      cell: (row) => format.number(row.waiting),
    },
    {
      key: 'by',
      header: t('displacement.round.fileBy'),
      cell: (row) => <Bdi>{row.importedBy}</Bdi>,
      desktopOnly: true,
    },
  ]
  return (
    <Section title={t('displacement.round.files')} id="lists">
      <div className="space-y-4">
        {problem && (
          <Notice tone="danger" live>
            {translateRefusal(t, {
              key: problem,
              params: { most: Number(one(query.most)) || 0, sheets: (one(query.sheets) ?? '').slice(0, 300) },
            })}
          </Notice>
        )}
        {imports.length === 0 ? (
          <p className="text-ink-soft">{t('displacement.round.noFiles')}</p>
        ) : (
          <DataTable
            caption={t('displacement.round.files')}
            columns={columns}
            rows={imports}
            rowKey={(row) => row.id}
            rowHref={(row) => `${base}/imports/${row.id}`}
          />
        )}
        {canEnter(actor, round) === true && (
          <Disclosure label={t('displacement.round.read')} open={Boolean(problem) || imports.length === 0}>
            <ReadForm roundId={round.id} chosen={one(query.population)} />
          </Disclosure>
        )}
      </div>
    </Section>
  )
}

async function ReadForm({ roundId, chosen }: { roundId: string; chosen: string | undefined }) {
  const { t } = await getI18n()
  return (
    <form
      action={`${base}/rounds/${roundId}/import`}
      method="post"
      encType="multipart/form-data"
      className="max-w-2xl space-y-5"
    >
      <input type="hidden" name="commandId" value={newId()} />
      <FileInput
        id="read-hint"
        hint={t('displacement.round.readText')}
        label={t('displacement.round.readFile')}
        accept=".xlsx,.csv,text/csv"
      />
      <fieldset>
        <legend className="mb-1.5 font-semibold">{t('displacement.population.label')}</legend>
        <div className="flex flex-wrap gap-2">
          {populations.map((value) => (
            <label
              key={value}
              className="flex min-h-11 items-center gap-3 rounded-md border border-line bg-surface px-3 py-2 has-checked:border-action has-checked:bg-action-soft"
            >
              <input
                type="radio"
                name="population"
                value={value}
                defaultChecked={value === (chosen === 'returnee' ? 'returnee' : 'idp')}
                className="size-5"
              />
              {t(`displacement.population.${value}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <label className="block">
        <span className="block font-semibold">
          {t('displacement.round.readSheet')}{' '}
          <span className="font-normal text-ink-soft">{t('common.form.optional')}</span>
        </span>
        <span className="mb-1 block text-sm text-ink-soft">{t('displacement.round.readSheetHint')}</span>
        <input type="text" name="sheet" maxLength={60} dir="auto" className={`${inputClass} max-w-sm`} />
      </label>
      <SubmitButton variant="secondary">{t('displacement.round.readSubmit')}</SubmitButton>
    </form>
  )
}
