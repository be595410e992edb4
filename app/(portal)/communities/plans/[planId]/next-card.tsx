import { getI18n } from '@/app/i18n'
import { DateField } from '@/components/form/date-field'
import { PlainForm } from '@/components/form/plain-form'
import { SelectField } from '@/components/form/select-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { deedsFrom } from '@/lib/cases/machine'
import type { Action } from '@/lib/commands/result'
import { type PlanDeed, planMachine } from '@/lib/communities/plans/machine'
import type { PlanPage } from '@/lib/communities/plans/queries'
import { baghdadDay } from '@/lib/format'
import { activatePlan, archivePlan, endorsePlan, reviewPlan, validatePlan } from '../actions'

const actionOf: Record<PlanDeed, Action<{ planId: string }>> = {
  validate: validatePlan,
  endorse: endorsePlan,
  activate: activatePlan,
  review: reviewPlan,
  archive: archivePlan,
}

/** What each step of a plan has to say. */
async function Fields({ deed, page }: { deed: PlanDeed; page: PlanPage }) {
  const { t, format } = await getI18n()
  const today = baghdadDay(new Date())
  switch (deed) {
    case 'validate':
      return (
        <>
          <DateField name="validatedOn" label={t('communities.plans.validatedOn')} defaultValue={today} />
          <TextAreaField
            name="validatedBy"
            rows={2}
            maxLength={500}
            label={t('communities.plans.validatedBy')}
            hint={t('communities.plans.validatedByHint')}
          />
        </>
      )
    case 'endorse':
      return (
        <>
          <TextField name="endorsedBy" maxLength={160} width="half" label={t('communities.plans.endorsedBy')} />
          <DateField name="endorsedOn" label={t('communities.plans.endorsedOn')} defaultValue={today} />
          <SelectField
            name="endorsementId"
            label={t('communities.plans.endorsement')}
            defaultValue={page.documents[0]?.id}
            choices={page.documents.map((document) => ({
              value: document.id,
              label: `${document.fileName} · ${format.shortDate(document.uploadedAt)}`,
            }))}
          />
        </>
      )
    case 'review':
      return (
        <>
          <DateField name="reviewedOn" label={t('communities.plans.reviewedOn')} defaultValue={today} />
          <TextAreaField name="review" maxLength={4000} label={t('communities.plans.review')} />
        </>
      )
    default:
      return null
  }
}

/** The one step that is next with a plan, for its team. */
export async function NextCard({ page, canKeep }: { page: PlanPage; canKeep: boolean }) {
  const { t } = await getI18n()
  const { plan } = page
  const [deed] = deedsFrom(planMachine, plan.status)
  if (!deed) return null
  const lacks =
    deed === 'validate' && page.needs.length === 0
      ? 'needs'
      : deed === 'endorse' && page.documents.length === 0
        ? 'paper'
        : null
  const label = t(`communities.plans.deed.${deed}`)
  const form = (
    <PlainForm
      action={actionOf[deed]}
      hidden={{ planId: plan.id, version: plan.version }}
      submit={label}
      label={label}
      className="space-y-5"
    >
      <Fields deed={deed} page={page} />
    </PlainForm>
  )
  return (
    <section aria-labelledby="next" className="mb-6 rounded-lg border-2 border-action bg-surface p-4 sm:p-6">
      <h2 id="next" className="text-lg font-semibold">
        {t('communities.next')}
      </h2>
      <p className="mt-1">{t(`communities.plans.next.${plan.status}`)}</p>
      {canKeep && (
        <div className="mt-4">
          {lacks ? (
            <Notice>{t(`communities.plans.lacks.${lacks}`)}</Notice>
          ) : deed === 'review' ? (
            // Not before the period ends, mostly: it waits folded.
            <Disclosure label={label}>{form}</Disclosure>
          ) : (
            form
          )}
        </div>
      )}
    </section>
  )
}
