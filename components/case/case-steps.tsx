import { getI18n } from '@/app/i18n'
import { StepBar } from './step-bar'

type CaseStepsProps = {
  /** The main road, in order. */
  steps: readonly string[]
  status: string
  /** What happened, newest first. */
  events: readonly { to: string | null }[]
  /** The name of a status in this programme. */
  label: (status: string) => string
  tone: string
}

/** Where a case stands on its way, drawn from its machine; a state beside the way keeps what was reached before it. */
export async function CaseSteps({ steps, status, events, label, tone }: CaseStepsProps) {
  const { t } = await getI18n()
  const isAside = !steps.includes(status)
  // Newest first: the last step of the way that was reached.
  const reached = isAside ? events.find((event) => event.to !== null && steps.includes(event.to))?.to : status
  const at = steps.indexOf(reached ?? '')
  const isDone = status === steps.at(-1)
  return (
    <div className="mb-6 rounded-lg border border-line bg-surface p-4 sm:p-6">
      <StepBar
        steps={steps.map((step, index) => ({
          key: step,
          label: label(step),
          state: index < at || isDone ? 'done' : index === at ? (isAside ? 'done' : 'current') : 'todo',
        }))}
        exit={
          isAside
            ? { label: label(status), tone: tone === 'warning' || tone === 'danger' ? tone : 'neutral' }
            : undefined
        }
        words={{
          label: t('common.caseView.steps'),
          done: t('common.caseView.stepDone'),
          current: t('common.caseView.stepCurrent'),
          todo: t('common.caseView.stepTodo'),
          position: t('common.caseView.stepOf', { step: at + 1, total: steps.length }),
        }}
      />
    </div>
  )
}
