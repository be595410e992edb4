import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { Badge } from '@/components/ui/badge'
import { Code } from '@/components/ui/bdi'
import { type Column, DataTable } from '@/components/ui/data-table'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { isolated } from '@/lib/i18n/isolated'
import { translateRefusal } from '@/lib/i18n/translator'
import { isId } from '@/lib/ids'
import type { ReportRow } from '@/lib/referrals/facilities/import'
import { getFacilityImport } from '@/lib/referrals/facilities/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('facilities.file.title') }
}

const tones = { added: 'good', changed: 'info', unchanged: 'neutral', twice: 'warning', wrong: 'danger' } as const

export default async function FacilityImportPage({ params }: { params: Promise<{ importId: string }> }) {
  const actor = await requireActor()
  const [{ t, format }, { importId }] = await Promise.all([getI18n(), params])
  const found = may(actor, 'facilities.manage') && isId(importId) ? await getFacilityImport(actor, importId) : null
  if (!found) notFound()
  const count = (...kinds: ReportRow['did'][]) => found.report.filter((row) => kinds.includes(row.did)).length
  const columns: Column<ReportRow>[] = [
    { key: 'line', header: t('facilities.file.line'), cell: (row) => format.number(row.line) },
    { key: 'code', header: t('facilities.file.code'), cell: (row) => <Code>{row.code}</Code> },
    {
      key: 'did',
      header: t('facilities.file.did'),
      cell: (row) => <Badge tone={tones[row.did]}>{t(`facilities.file.did_${row.did}`)}</Badge>,
    },
    {
      key: 'problems',
      header: t('facilities.file.problems'),
      cell: (row) =>
        Object.entries(row.problems ?? {}).map(([head, key]) => (
          <p key={head}>
            <Code>{head}</Code>: {translateRefusal(t, { key })}
          </p>
        )),
    },
  ]
  return (
    <>
      <PageHeader
        title={t('facilities.file.title')}
        back={{ href: '/referrals/facilities', label: t('facilities.title') }}
        lead={`${isolated(found.fileName)} · ${t('facilities.file.by', { name: isolated(found.by), date: format.dateTime(found.importedAt) })}`}
      />
      <p className="mb-4 font-medium">
        {t('facilities.file.summary', {
          added: count('added'),
          changed: count('changed'),
          unchanged: count('unchanged'),
          wrong: count('wrong', 'twice'),
        })}
      </p>
      <DataTable
        caption={t('facilities.file.title')}
        columns={columns}
        rows={found.report}
        rowKey={(row) => String(row.line)}
      />
    </>
  )
}
