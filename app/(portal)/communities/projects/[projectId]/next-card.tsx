import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { Disclosure } from '@/components/ui/disclosure'
import { LinkButton } from '@/components/ui/link-button'
import type { Actor } from '@/lib/auth/actor'
import { deedsFrom } from '@/lib/cases/machine'
import type { Action } from '@/lib/commands/result'
import { inspectionStates } from '@/lib/communities/projects/domain'
import { type ProjectDeed, projectMachine } from '@/lib/communities/projects/machine'
import { canMove } from '@/lib/communities/projects/policy'
import type { ProjectPage } from '@/lib/communities/projects/queries'
import { translateRefusal } from '@/lib/i18n/translator'
import * as actions from '../actions'
import { DeedFields, speaks } from './deed-fields'

const actionOf: Record<ProjectDeed, Action<{ projectId: string }>> = {
  assess: actions.assessProject,
  prioritise: actions.prioritiseProject,
  design: actions.designProject,
  approve: actions.approveProject,
  tender: actions.tenderProject,
  contract: actions.contractProject,
  start: actions.startWorks,
  suspend: actions.suspendWorks,
  resume: actions.resumeWorks,
  complete: actions.completeWorks,
  report_defects: actions.reportDefects,
  clear_defects: actions.clearDefects,
  hand_over: actions.handOverProject,
  begin_liability: actions.beginLiability,
  close: actions.closeProject,
  cancel: actions.cancelProject,
}

/** What the rules would refuse now, said before it is tried. */
function lackOf(deed: ProjectDeed, page: ProjectPage): 'need' | 'bill' | 'progress' | 'defects' | 'noDefects' | null {
  const open = page.defects.some((defect) => !defect.fixedOn)
  if (deed === 'prioritise' && page.chain.needs.length === 0) return 'need'
  if (deed === 'design' && page.lines.length === 0) return 'bill'
  if (deed === 'complete' && page.row.progress < 100) return 'progress'
  if (['clear_defects', 'hand_over', 'close'].includes(deed) && open) return 'defects'
  return deed === 'report_defects' && !open ? 'noDefects' : null
}

/** What is next with a project, and to whoever cannot do a step, why not. */
export async function NextCard({ actor, page, keeps }: { actor: Actor; page: ProjectPage; keeps: boolean }) {
  const { t } = await getI18n()
  const { project, row } = page
  const steps = deedsFrom(projectMachine, project.status)
    .map((deed) => ({ deed, answer: canMove(actor, project, deed), lack: lackOf(deed, page) }))
    .filter(({ answer, deed }) => answer !== false && (answer === true || deed === 'approve'))
  const mayInspect = keeps && inspectionStates.some((state) => state === project.status)
  return (
    <section aria-labelledby="next" className="mb-6 rounded-lg border-2 border-action bg-surface p-4 sm:p-6">
      <h2 id="next" className="text-lg font-semibold">
        {t('communities.next')}
      </h2>
      <p className="mt-1">{t(`projects.next.${project.status}`)}</p>
      {project.status === 'suspended' && (
        <p dir="auto" className="mt-2 text-ink-soft">
          {row.suspendedBecause}
        </p>
      )}
      <div className="mt-4 space-y-3 empty:hidden">
        {mayInspect && (
          <LinkButton href={`/communities/projects/${project.id}/inspect`}>{t('projects.inspection.new')}</LinkButton>
        )}
        {steps.map(({ deed, answer, lack }, index) => {
          const label = t(`projects.deed.${deed}`)
          if (answer !== true && answer !== false) {
            return (
              <p key={deed} className="text-ink-soft">
                {label}: {answer.map((reason) => translateRefusal(t, reason)).join(' ')}
              </p>
            )
          }
          if (lack) {
            return (
              <p key={deed} className="text-ink-soft">
                {label}: {t(`projects.lacks.${lack}`)}
              </p>
            )
          }
          const form = (
            <PlainForm
              key={deed}
              action={actionOf[deed]}
              hidden={{ projectId: project.id, version: project.version }}
              submit={label}
              label={label}
              variant={deed === 'cancel' ? 'danger' : index === 0 && !mayInspect ? 'primary' : 'secondary'}
              className="space-y-5"
            >
              <DeedFields deed={deed} page={page} />
            </PlainForm>
          )
          return speaks.includes(deed) ? (
            <Disclosure key={deed} label={label} open={index === 0 && deed !== 'cancel' && deed !== 'suspend'}>
              {form}
            </Disclosure>
          ) : (
            form
          )
        })}
      </div>
    </section>
  )
}
