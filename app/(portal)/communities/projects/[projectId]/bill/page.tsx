import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { PageHeader } from '@/components/ui/page-header'
import { canKeep } from '@/lib/communities/policy'
import { billStates, mostLines } from '@/lib/communities/projects/domain'
import { minorUnits } from '@/lib/format'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { setBill } from '../../actions'
import { read } from '../read'
import { RowsFields } from '../rows-fields'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('projects.bill.title') }
}

/** Writing the bill of quantities. */
export default async function BillPage({ params }: { params: Promise<{ projectId: string }> }) {
  const [{ t, locale }, { projectId }] = await Promise.all([getI18n(), params])
  const { actor, page } = await read(projectId)
  if (!page || !canKeep(actor, page.project)) notFound()
  const { project, row, lines } = page
  const back = `/communities/projects/${project.id}`
  // The project's own page says why not.
  if (!billStates.some((state) => state === project.status)) redirect(back)
  return (
    <ClientMessages locale={locale} rooms={['projects.errors', 'projects.refused']}>
      <PageHeader title={t('projects.bill.title')} back={{ href: back, label: row.reference }} />
      <PlainForm
        action={setBill}
        hidden={{ projectId: project.id, version: project.version, currency: project.currency }}
        submit={t('projects.bill.save')}
        cancel={{ href: back, label: t('common.form.cancel') }}
        draft={{ key: `bill-${project.id}`, secret: actor.draftKey }}
        className="min-w-0 space-y-6"
      >
        <RowsFields
          name="lines"
          legend={t('projects.bill.lines')}
          hint={t('projects.bill.hint', { currency: project.currency })}
          columns={[
            { key: 'item', label: t('projects.bill.item'), kind: 'text' },
            { key: 'unit', label: t('projects.bill.unit'), kind: 'text' },
            { key: 'quantity', label: t('projects.bill.quantity'), kind: 'number' },
            { key: 'price', label: t('projects.bill.price'), kind: 'number' },
          ]}
          rows={lines.map((line) => ({
            item: line.item,
            unit: line.unit,
            quantity: String(line.quantityThousandths / 1000),
            price: String(line.unitPriceMinor / minorUnits[project.currency]),
          }))}
          most={mostLines}
          addLabel={t('projects.bill.more')}
          className="lg:grid-cols-[3fr_1fr_8rem_12rem]"
        />
      </PlainForm>
    </ClientMessages>
  )
}
