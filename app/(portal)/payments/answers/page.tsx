import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { one } from '@/app/query'
import { Bdi } from '@/components/ui/bdi'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { inputClass } from '@/components/ui/input-class'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Section } from '@/components/ui/section'
import { SubmitButton } from '@/components/ui/submit-button'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { type ImportHead, listImports } from '@/lib/grants/tranches/answers/queries'
import { translateRefusal } from '@/lib/i18n/translator'
import { isId, newId } from '@/lib/ids'
import type { SearchParams } from '../filters'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('payments.answers.title') }
}

export default async function AnswersPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireActor()
  if (!may(actor, 'payments.release')) notFound()
  const [{ t, format }, params] = await Promise.all([getI18n(), searchParams])
  const [after, before, problem] = [one(params.after), one(params.before), one(params.problem)]
  const page = await listImports(actor, { ...(isId(after) && { after }), ...(isId(before) && { before }) })
  const columns: Column<ImportHead>[] = [
    { key: 'file', header: t('payments.answers.fileName'), cell: (row) => <Bdi>{row.fileName}</Bdi> },
    { key: 'state', header: t('payments.field.status'), cell: (row) => t(`payments.answers.state.${row.state}`) },
    { key: 'by', header: t('payments.answers.by'), cell: (row) => <Bdi>{row.importedBy}</Bdi> },
    { key: 'at', header: t('payments.answers.at'), cell: (row) => format.dateTime(row.importedAt) },
    { key: 'rows', header: t('payments.answers.rows'), align: 'end', cell: (row) => format.number(row.rowCount) },
  ]
  return (
    <>
      <PageHeader
        title={t('payments.answers.title')}
        back={{ href: '/payments', label: t('payments.title') }}
        lead={t('payments.answers.lead')}
      />
      <div className="space-y-6">
        {problem && (
          <Notice tone="danger" live>
            {translateRefusal(t, { key: problem, params: { most: Number(one(params.most)) || 0 } })}
          </Notice>
        )}
        <Section title={t('payments.answers.upload')}>
          <form action="/payments/answers/upload" method="post" encType="multipart/form-data" className="space-y-4">
            <input type="hidden" name="commandId" value={newId()} />
            <div>
              <label htmlFor="answers-file" className="mb-1 block font-semibold">
                {t('payments.answers.file')}
              </label>
              <p id="answers-hint" className="mb-1 text-sm text-ink-soft">
                {t('payments.answers.fileHint')}
              </p>
              <input
                id="answers-file"
                type="file"
                name="file"
                accept=".xlsx,.csv,text/csv"
                required
                aria-describedby="answers-hint"
                className={`${inputClass} file:me-3 file:rounded file:border-0 file:bg-sunken file:px-3 file:py-1 file:font-medium file:text-ink`}
              />
            </div>
            <SubmitButton>{t('payments.answers.upload')}</SubmitButton>
          </form>
        </Section>
        {page.rows.length === 0 ? (
          <EmptyState icon="upload" title={t('payments.answers.none')}>
            {t('payments.answers.noneText')}
          </EmptyState>
        ) : (
          <DataTable
            caption={t('payments.answers.title')}
            columns={columns}
            rows={page.rows}
            rowKey={(row) => row.id}
            rowHref={(row) => `/payments/answers/${row.id}`}
          />
        )}
        <Pagination
          label={t('common.list.pages')}
          previous={
            page.previous
              ? { href: `/payments/answers?before=${page.previous}`, label: t('common.list.previous') }
              : undefined
          }
          next={page.next ? { href: `/payments/answers?after=${page.next}`, label: t('common.list.next') } : undefined}
        />
      </div>
    </>
  )
}
