import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { DateField } from '@/components/form/date-field'
import { PlainForm } from '@/components/form/plain-form'
import { RowCell } from '@/components/form/row-cell'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { PageHeader } from '@/components/ui/page-header'
import { canKeep } from '@/lib/communities/policy'
import { checklistOf, inspectionStates } from '@/lib/communities/projects/domain'
import { itemAnswers } from '@/lib/communities/projects/site-schemas'
import { baghdadDay } from '@/lib/format'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { recordInspection } from '../../actions'
import { read } from '../read'

/** Days that a contractor is given, unless the inspector says otherwise. */
const fixDays = 14

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('projects.inspection.new') }
}

/** A visit to the site, made to be filled in on a phone: everything stands on "in order" until something is not. */
export default async function InspectPage({ params }: { params: Promise<{ projectId: string }> }) {
  const [{ t, locale }, { projectId }] = await Promise.all([getI18n(), params])
  const { actor, page } = await read(projectId)
  if (!page || !canKeep(actor, page.project)) notFound()
  const { project, row } = page
  const back = `/communities/projects/${project.id}`
  if (!inspectionStates.some((state) => state === project.status)) redirect(back)
  const now = new Date()
  const options = itemAnswers.map((value) => ({ value, label: t(`projects.inspection.answer.${value}`) }))
  return (
    <ClientMessages locale={locale} rooms={['projects.errors', 'projects.refused']}>
      <PageHeader title={t('projects.inspection.new')} back={{ href: back, label: row.reference }} />
      <PlainForm
        action={recordInspection}
        hidden={{ projectId: project.id, version: project.version }}
        submit={t('projects.inspection.save')}
        cancel={{ href: back, label: t('common.form.cancel') }}
        draft={{ key: `inspect-${project.id}`, secret: actor.draftKey }}
      >
        <DateField name="inspectedOn" label={t('projects.inspection.on')} defaultValue={baghdadDay(now)} />
        <TextField
          name="progress"
          inputMode="numeric"
          dir="ltr"
          width="year"
          label={t('projects.inspection.progress')}
          hint={t('projects.inspection.progressHint', { before: String(project.progress) })}
        />
        <fieldset className="min-w-0 space-y-3">
          <legend className="mb-2 text-lg font-semibold">{t('projects.inspection.checklist')}</legend>
          {checklistOf(project.kind).map((item, index) => (
            <div
              key={item}
              className="grid items-start gap-2 border-t border-line pt-3 sm:grid-cols-[1fr_12rem] lg:grid-cols-[1fr_12rem_1.4fr]"
            >
              <input type="hidden" name={`items.${index}.item`} value={item} />
              <p className="font-medium sm:pt-7">{t(`projects.inspection.item.${item}`)}</p>
              <RowCell
                isFirst
                name={`items.${index}.answer`}
                label={t('projects.inspection.finding')}
                value="ok"
                options={options}
              />
              <div className="sm:max-lg:col-span-2">
                <RowCell isFirst name={`items.${index}.remark`} label={t('projects.inspection.remark')} value="" />
              </div>
            </div>
          ))}
        </fieldset>
        <DateField
          name="fixBy"
          label={t('projects.inspection.fixBy')}
          hint={t('projects.inspection.fixByHint')}
          defaultValue={baghdadDay(new Date(now.getTime() + fixDays * 86_400_000))}
        />
        <TextAreaField name="remark" optional rows={3} maxLength={2000} label={t('projects.inspection.summary')} />
      </PlainForm>
    </ClientMessages>
  )
}
