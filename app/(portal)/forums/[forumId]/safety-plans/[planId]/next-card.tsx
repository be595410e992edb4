import { getI18n } from '@/app/i18n'
import { DateField } from '@/components/form/date-field'
import { PlainForm } from '@/components/form/plain-form'
import { Disclosure } from '@/components/ui/disclosure'
import type { Actor } from '@/lib/auth/actor'
import { baghdadDay } from '@/lib/format'
import { canAdopt } from '@/lib/forums/safety-plans/load'
import type { PlanPage } from '@/lib/forums/safety-plans/queries'
import { translateRefusal } from '@/lib/i18n/translator'
import { adoptPlan } from '../actions'

/** What is next with a plan, and to whoever cannot do it, why not. */
export async function NextCard({ actor, page }: { actor: Actor; page: PlanPage }) {
  const { t } = await getI18n()
  const { forum, plan, measures } = page
  const answer = canAdopt(actor, { ...forum, createdBy: plan.createdBy })
  const isReady = !plan.adoptedOn && measures.length > 0
  return (
    <section aria-labelledby="next" className="mb-6 rounded-lg border-2 border-action bg-surface p-4 sm:p-6">
      <h2 id="next" className="text-lg font-semibold">
        {t('safetyPlans.next.title')}
      </h2>
      <p className="mt-1 max-w-prose">{t(plan.adoptedOn ? 'safetyPlans.next.adopted' : 'safetyPlans.next.draft')}</p>
      {isReady && answer === true && (
        <div className="mt-4">
          <Disclosure label={t('safetyPlans.next.adopt')}>
            <PlainForm
              action={adoptPlan}
              hidden={{ planId: plan.id, version: plan.version }}
              submit={t('safetyPlans.next.adopt')}
            >
              <DateField name="adoptedOn" label={t('safetyPlans.adoptedOn')} defaultValue={baghdadDay(new Date())} />
            </PlainForm>
          </Disclosure>
        </div>
      )}
      {!plan.adoptedOn && !isReady && answer === true && (
        <p className="mt-3 text-ink-soft">{t('safetyPlans.refused.empty')}</p>
      )}
      {isReady && Array.isArray(answer) && (
        <p className="mt-3 text-ink-soft">{answer.map((reason) => translateRefusal(t, reason)).join(' ')}</p>
      )}
    </section>
  )
}
