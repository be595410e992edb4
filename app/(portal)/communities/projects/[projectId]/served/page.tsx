import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { RowCell } from '@/components/form/row-cell'
import { PageHeader } from '@/components/ui/page-header'
import { isClosed } from '@/lib/cases/machine'
import { canKeep } from '@/lib/communities/policy'
import { projectMachine } from '@/lib/communities/projects/machine'
import { fieldOf, servedBands } from '@/lib/communities/projects/served'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { setServed } from '../../actions'
import { read } from '../read'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('projects.served.title') }
}

/** Whom the project serves: heads by sex and age, and of these how many live with a disability. */
export default async function ServedPage({ params }: { params: Promise<{ projectId: string }> }) {
  const [{ t, locale }, { projectId }] = await Promise.all([getI18n(), params])
  const { actor, page } = await read(projectId)
  if (!page || !canKeep(actor, page.project) || isClosed(projectMachine, page.project.status)) notFound()
  const { project, row, served } = page
  const back = `/communities/projects/${project.id}`
  const sum = (sex: string, band: string, isDisabled?: boolean) => {
    const found = served.filter(
      (one) =>
        one.sex === sex && one.ageBand === band && (isDisabled === undefined || one.hasDisability === isDisabled),
    )
    return found.reduce((all, one) => all + one.count, 0) || ''
  }
  return (
    <ClientMessages locale={locale} rooms={['projects.errors', 'projects.refused']}>
      <PageHeader
        title={t('projects.served.title')}
        lead={t('projects.served.lead')}
        back={{ href: back, label: row.reference }}
      />
      <PlainForm
        action={setServed}
        hidden={{ projectId: project.id, version: project.version }}
        submit={t('communities.form.save')}
        cancel={{ href: back, label: t('common.form.cancel') }}
        className="max-w-2xl space-y-6"
      >
        {(['female', 'male'] as const).map((sex) => (
          <fieldset key={sex} className="space-y-2">
            <legend className="mb-2 text-lg font-semibold">{t(`people.sex.${sex}`)}</legend>
            {servedBands.map((band, index) => (
              <div key={band} className="grid grid-cols-[4rem_1fr_1fr] items-end gap-3">
                <span className="pb-2.5 font-medium">
                  <bdi dir="ltr">{band}</bdi>
                </span>
                <RowCell
                  isFirst={index === 0}
                  name={`counts.${sex}.${fieldOf(band)}.all`}
                  label={t('projects.served.all')}
                  kind="number"
                  value={sum(sex, band)}
                />
                <RowCell
                  isFirst={index === 0}
                  name={`counts.${sex}.${fieldOf(band)}.disabled`}
                  label={t('projects.served.disabled')}
                  kind="number"
                  value={sum(sex, band, true)}
                />
              </div>
            ))}
          </fieldset>
        ))}
      </PlainForm>
    </ClientMessages>
  )
}
