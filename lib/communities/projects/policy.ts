import { type Actor, reaches } from '../../auth/actor'
import { deedsFrom } from '../../cases/machine'
import type { Permission } from '../../commands/command'
import type { LoadedProject } from './load'
import { type ProjectDeed, projectMachine } from './machine'

type Project = Pick<LoadedProject, 'teamId' | 'districtPcode' | 'caseworkerId' | 'createdBy' | 'status'>

/** Whether this actor takes a step with a project, or why not. The database asks the same. */
export function canMove(actor: Actor, project: Project, deed: ProjectDeed): Permission {
  const keeps = reaches(actor, 'communities.write', project)
  const approves = reaches(actor, 'communities.approve', project)
  if (!keeps && !approves) return false
  if (!deedsFrom(projectMachine, project.status).includes(deed)) return [{ key: 'cases.refused.not_now' }]
  if (deed === 'approve') {
    if (!approves) return [{ key: 'projects.refused.manager_only' }]
    return project.createdBy === actor.userId ? [{ key: 'projects.refused.own_project' }] : true
  }
  // A manager records the contract that comes out above the approved bill.
  if (deed === 'contract') return true
  return keeps ? true : [{ key: 'projects.refused.team_only' }]
}
