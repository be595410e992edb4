import { getI18n } from '@/app/i18n'
import { StepBar } from '@/components/case/step-bar'
import { type GrantStatus, grantMachine } from '@/lib/grants/machine'
import { toneOf } from '@/lib/grants/tones'

type Moves = readonly { to: string | null }[]

/** Where the grant stands on its way, drawn from the machine; a state beside the way keeps what was reached before it. */
export async function GrantSteps({ status, events }: { status: GrantStatus; events: Moves }) {
  const { t } = await getI18n()
  const steps: readonly GrantStatus[] = grantMachine.steps
  const needsSecond = status === 'pending_approval_2' || events.some((event) => event.to === 'pending_approval_2')
  const shown = steps.flatMap((step) =>
    needsSecond && step === 'pending_approval_1' ? [step, 'pending_approval_2' as const] : [step],
  )
  const isAside = !shown.includes(status)
  // Newest first: the last step of the way that was reached.
  const reached = isAside ? events.find((event) => shown.some((step) => step === event.to))?.to : status
  const at = shown.map(String).indexOf(reached ?? '')
  const isDone = status === 'completed'
  const tone = toneOf[status]
  return (
    <div className="mb-6 rounded-lg border border-line bg-surface p-4 sm:p-6">
      <StepBar
        steps={shown.map((step, index) => ({
          key: step,
          label: t(`grants.status.${step}`),
          state: index < at || isDone ? 'done' : index === at ? (isAside ? 'done' : 'current') : 'todo',
        }))}
        exit={
          isAside
            ? { label: t(`grants.status.${status}`), tone: tone === 'warning' || tone === 'danger' ? tone : 'neutral' }
            : undefined
        }
        words={{
          label: t('common.caseView.steps'),
          done: t('common.caseView.stepDone'),
          current: t('common.caseView.stepCurrent'),
          todo: t('common.caseView.stepTodo'),
          position: t('common.caseView.stepOf', { step: at + 1, total: shown.length }),
        }}
      />
    </div>
  )
}
