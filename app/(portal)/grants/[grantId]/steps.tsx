import { getI18n } from '@/app/i18n'
import { CaseSteps } from '@/components/case/case-steps'
import { type GrantStatus, grantMachine } from '@/lib/grants/machine'
import { toneOf } from '@/lib/grants/tones'

/** Where the grant stands; the second approval is a step only of those that need it. */
export async function GrantSteps({
  status,
  events,
}: {
  status: GrantStatus
  events: readonly { to: string | null }[]
}) {
  const { t } = await getI18n()
  const needsSecond = status === 'pending_approval_2' || events.some((event) => event.to === 'pending_approval_2')
  const steps: readonly GrantStatus[] = grantMachine.steps
  const shown = steps.flatMap((step) =>
    needsSecond && step === 'pending_approval_1' ? [step, 'pending_approval_2' as const] : [step],
  )
  const label = (name: string) => {
    const known = grantMachine.states.find((state) => state === name)
    return known ? t(`grants.status.${known}`) : name
  }
  return <CaseSteps steps={shown} status={status} events={events} label={label} tone={toneOf[status]} />
}
