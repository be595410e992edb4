import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { PageHeader } from '@/components/ui/page-header'
import { canKeep } from '@/lib/communities/policy'
import { instalmentStates, mostInstalments } from '@/lib/communities/projects/domain'
import { minorUnits } from '@/lib/format'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { setInstalments } from '../../actions'
import { read } from '../read'
import { RowsFields } from '../rows-fields'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('projects.instalments.title') }
}

/** Agreeing on what is paid when the works have come how far. What was paid stays. */
export default async function InstalmentsPage({ params }: { params: Promise<{ projectId: string }> }) {
  const [{ t, locale, format }, { projectId }] = await Promise.all([getI18n(), params])
  const { actor, page } = await read(projectId)
  if (!page || !canKeep(actor, page.project)) notFound()
  const { project, row, instalments } = page
  const back = `/communities/projects/${project.id}`
  if (!instalmentStates.some((state) => state === project.status)) redirect(back)
  const paid = instalments.filter((one) => one.paidOn).reduce((sum, one) => sum + one.amountMinor, 0)
  const left = (project.contractValueMinor ?? 0) - paid
  return (
    <ClientMessages locale={locale} rooms={['projects.errors', 'projects.refused']}>
      <PageHeader
        title={t('projects.instalments.title')}
        lead={t('projects.instalments.left', { amount: format.money(left, project.currency) })}
        back={{ href: back, label: row.reference }}
      />
      <PlainForm
        action={setInstalments}
        hidden={{ projectId: project.id, version: project.version, currency: project.currency }}
        submit={t('projects.instalments.save')}
        cancel={{ href: back, label: t('common.form.cancel') }}
        className="max-w-2xl space-y-6"
      >
        <RowsFields
          name="instalments"
          legend={t('projects.instalments.open')}
          hint={t('projects.instalments.hint', { currency: project.currency })}
          columns={[
            { key: 'percent', label: t('projects.instalments.percent'), kind: 'number' },
            { key: 'amount', label: t('projects.instalments.amount'), kind: 'number' },
          ]}
          rows={instalments
            .filter((one) => !one.paidOn)
            .map((one) => ({
              percent: String(one.percent),
              amount: String(one.amountMinor / minorUnits[project.currency]),
            }))}
          most={mostInstalments}
          addLabel={t('projects.bill.more')}
          className="lg:grid-cols-2"
        />
      </PlainForm>
    </ClientMessages>
  )
}
