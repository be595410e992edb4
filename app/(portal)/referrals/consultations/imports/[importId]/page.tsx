import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { isolated } from '@/lib/i18n/isolated'
import { isId } from '@/lib/ids'
import type { RegisterReport } from '@/lib/referrals/consultations/import'
import { getRegisterImport } from '@/lib/referrals/consultations/import-query'
import { ProblemRows } from './problem-rows'
import { RegisterTable } from './register-table'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('consultations.file.title') }
}

type Props = {
  params: Promise<{ importId: string }>
  searchParams: Promise<{ again?: string | string[] }>
}

/** What became of a file of registers: each day of a facility, and the rows to correct. */
export default async function RegisterImportPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const [{ t, format }, { importId }, { again }] = await Promise.all([getI18n(), params, searchParams])
  const found = may(actor, 'consultations.read') && isId(importId) ? await getRegisterImport(actor, importId) : null
  if (!found) notFound()
  const { report } = found
  const of = (kind: RegisterReport['did']) => report.registers.filter((register) => register.did === kind)
  return (
    <>
      <PageHeader
        title={t('consultations.file.title')}
        back={{ href: '/referrals/consultations', label: t('consultations.title') }}
        lead={`${isolated(found.fileName)} · ${t('consultations.file.by', { name: isolated(found.by), date: format.dateTime(found.importedAt) })}`}
      />
      {again !== undefined && (
        <div className="mb-6">
          <Notice tone="info" live>
            {t('consultations.file.again')}
          </Notice>
        </div>
      )}
      <p className="mb-6 font-medium">
        {t('consultations.file.summary', {
          rows: report.rows,
          taken: of('taken').length,
          lines: of('taken').reduce((sum, register) => sum + register.rows, 0),
          same: of('same').length,
          standing: of('standing').length,
          wrong: of('wrong').length,
          withdrawn: of('withdrawn').length,
        })}
      </p>
      <div className="space-y-8">
        {report.registers.length > 0 && <RegisterTable registers={report.registers} />}
        {report.wrongRows > 0 && <ProblemRows problems={report.problems} count={report.wrongRows} />}
      </div>
    </>
  )
}
