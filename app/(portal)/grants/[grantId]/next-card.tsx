import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { TextAreaField } from '@/components/form/text-area-field'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import type { NextStep } from '@/lib/grants/next-step'
import type { GrantPage } from '@/lib/grants/queries'
import { translateRefusal } from '@/lib/i18n/translator'
import { completePlan, recordScreening, startScreening, submitGrant } from '../actions'

/** What is next, who must do it, what is missing, and the deed itself when it is the reader's. */
export async function NextCard({ page, step }: { page: GrantPage; step: NextStep }) {
  const { t } = await getI18n()
  const { grant, card, caseworker } = page
  const who =
    step.who === 'caseworker' ? t('grants.next.caseworker', { name: caseworker ?? '–' }) : t(`grants.next.${step.who}`)
  const obstacles = ['draft', 'returned'].includes(grant.status) ? page.obstacles : []
  return (
    <section aria-labelledby="next" className="mb-6 rounded-lg border-2 border-action bg-surface p-4 sm:p-6">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 id="next" className="text-lg font-semibold">
          {t('grants.next.title')}
        </h2>
        <p className="text-sm text-ink-soft">{t('grants.next.who', { who })}</p>
      </div>
      <p className="mt-1">{t(`grants.next.${step.status}`)}</p>
      {obstacles.length > 0 && (
        <div className="mt-4">
          <Notice tone="warning" title={t('grants.next.missing')}>
            <ul className="list-disc ps-5">
              {obstacles.map((obstacle) => (
                <li key={obstacle.key}>{translateRefusal(t, obstacle)}</li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      {step.isMine && (
        <div className="mt-4 flex flex-wrap items-start gap-3">
          <Deed page={page} hasPlan={card.plan !== null} />
        </div>
      )}
      {!step.isMine && <SeeAlso caseId={grant.id} status={grant.status} />}
    </section>
  )
}

async function Deed({ page, hasPlan }: { page: GrantPage; hasPlan: boolean }) {
  const { t } = await getI18n()
  const { grant } = page
  const hidden = { caseId: grant.id, version: grant.version }
  const path = `/grants/${grant.id}`
  switch (grant.status) {
    case 'draft':
    case 'returned':
      return (
        <>
          <PlainForm action={submitGrant} hidden={hidden} submit={t('grants.next.submit')} className="" />
          <span className="pt-2">
            <LinkButton href={`${path}/edit`} variant="secondary">
              {t('grants.next.edit')}
            </LinkButton>
          </span>
        </>
      )
    case 'submitted':
      return <PlainForm action={startScreening} hidden={hidden} submit={t('grants.next.startScreening')} className="" />
    case 'screening':
      return (
        <PlainForm action={recordScreening} hidden={hidden} submit={t('grants.next.recordScreening')}>
          <TextAreaField
            name="remark"
            rows={2}
            optional
            label={t('grants.screening.remark')}
            hint={t('grants.screening.remarkHint')}
          />
        </PlainForm>
      )
    case 'verification':
      return <LinkButton href={`${path}/verification`}>{t('grants.next.recordVerification')}</LinkButton>
    case 'business_plan':
      return (
        <>
          <span className="pt-2">
            <LinkButton href={`${path}/plan`} variant={hasPlan ? 'secondary' : 'primary'}>
              {t('grants.next.writePlan')}
            </LinkButton>
          </span>
          {hasPlan && (
            <PlainForm action={completePlan} hidden={hidden} submit={t('grants.next.completePlan')} className="" />
          )}
        </>
      )
    case 'training':
      return <LinkButton href={`${path}/training`}>{t('grants.next.openTraining')}</LinkButton>
    case 'committee_review':
      return <LinkButton href={`${path}/committee`}>{t('grants.next.openCommittee')}</LinkButton>
    case 'approved':
      return <LinkButton href={`${path}/agreement`}>{t('grants.next.openAgreement')}</LinkButton>
    case 'agreement_signed':
    case 'disbursing':
    case 'suspended':
      return <LinkButton href={`${path}/payments`}>{t('grants.next.openPayments')}</LinkButton>
    case 'monitoring':
      return <LinkButton href={`${path}/monitoring`}>{t('grants.next.openMonitoring')}</LinkButton>
    default: {
      const words = t('grants.next.decide')
      return <LinkButton href={`${path}/decision`}>{words}</LinkButton>
    }
  }
}

/** Where someone else's step can be looked at, or helped along: a waiver, a score, the waiting list. */
async function SeeAlso({ caseId, status }: { caseId: string; status: string }) {
  const { t } = await getI18n()
  const part = status === 'training' ? 'training' : ['committee_review', 'waitlisted'].includes(status) && 'committee'
  return (
    part && (
      <div className="mt-4">
        <LinkButton href={`/grants/${caseId}/${part}`} variant="secondary">
          {t(part === 'training' ? 'grants.next.openTraining' : 'grants.next.openCommittee')}
        </LinkButton>
      </div>
    )
  )
}
