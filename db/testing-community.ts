import * as needs from '../lib/communities/needs/commands'
import * as plans from '../lib/communities/plans/commands'
import * as projects from '../lib/communities/projects/commands'
import { checklistOf } from '../lib/communities/projects/domain'
import type { ProjectStatus } from '../lib/communities/projects/machine'
import { setBill } from '../lib/communities/projects/money-commands'
import { recordInspection } from '../lib/communities/projects/site-commands'
import { storeDocument } from '../lib/documents/add-document'
import { pdf } from '../lib/documents/testing-files'
import { ownerSql } from './testing'
import { good } from './testing-grant'
import type { World } from './testing-world'

const versionIn = async (table: 'action_plans' | 'community_needs' | 'projects', id: string): Promise<number> =>
  (await ownerSql()<{ version: number }[]>`select version from ${ownerSql()(table)} where id = ${id}`)[0]?.version ?? 0

export const planRef = async (planId: string) => ({ planId, version: await versionIn('action_plans', planId) })
export const needRef = async (needId: string) => ({ needId, version: await versionIn('community_needs', needId) })
export const projectRef = async (projectId: string) => ({ projectId, version: await versionIn('projects', projectId) })

export const planForm = {
  titleEn: 'Falluja Centre plan',
  titleAr: 'خطة مركز الفلوجة',
  locationPcode: 'IQG01Q01N03',
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  partners: 'Municipality',
  ranking: 'simple',
}

export const needForm = { sector: 'sanitation', titleAr: 'تصريف مياه الأمطار', peopleAffected: '٤٠٠٠' }

/** A plan in drafting with one need, made by the caseworker of Falluja. */
export async function makePlan(world: World, change: object = {}): Promise<{ planId: string; needId: string }> {
  const { caseworker } = world.actor
  const form = { ...planForm, teamId: world.team.falluja, ...change }
  const { planId } = good(await plans.draftPlan.execute(caseworker, form))
  const { needId } = good(await needs.addNeed.execute(caseworker, { planId, ...needForm }))
  return { planId, needId }
}

/** Brings a plan from drafting to active; its endorsement is a paper of the plan. */
export async function activate(world: World, planId: string): Promise<void> {
  const { caseworker } = world.actor
  const said = { validatedOn: '2026-02-01', validatedBy: 'Forty people in the hall' }
  good(await plans.validatePlan.execute(caseworker, { ...(await planRef(planId)), ...said }))
  const paper = good(
    await storeDocument(caseworker, { planId, kind: 'agreement', file: { name: 'letter.pdf', bytes: pdf } }).then(
      (answer) => (answer.ok || answer.code !== 'file' ? answer : Promise.reject(new Error(answer.problem))),
    ),
  )
  const endorsed = { endorsedBy: 'Mayor', endorsedOn: '2026-02-10', endorsementId: paper.documentId }
  good(await plans.endorsePlan.execute(caseworker, { ...(await planRef(planId)), ...endorsed }))
  good(await plans.activatePlan.execute(caseworker, await planRef(planId)))
}

/** What an inspection of a drainage station says when nothing is wrong. */
export const inspection = (progress: number, change: object = {}) => ({
  inspectedOn: '2026-05-01',
  progress: String(progress),
  fixBy: '2026-06-01',
  items: checklistOf('drainage').map((item) => ({ item, answer: 'ok', remark: '' })),
  ...change,
})

const lines = [
  { item: 'Pump', unit: 'piece', quantity: '2', price: '15,000,000' },
  { item: 'Pipe', unit: 'm', quantity: '120.5', price: '40000' },
]

/** A drainage station of the plan's need as it stands in a status of the main road, each step by whoever takes it. */
export async function projectAt(world: World, needId: string, status: ProjectStatus): Promise<string> {
  const { caseworker, manager } = world.actor
  const form = {
    titleEn: 'Drainage station',
    titleAr: 'محطة تصريف',
    kind: 'drainage',
    locationPcode: 'IQG01Q01N03',
    teamId: world.team.falluja,
    currency: 'IQD',
    needId,
  }
  const { projectId } = good(await projects.identifyProject.execute(caseworker, form))
  const ref = () => projectRef(projectId)
  const contract = {
    currency: 'IQD',
    contractor: 'Al-Rafidain Co.',
    value: '30000000',
    contractSignedOn: '2026-03-01',
    worksEndOn: '2026-09-01',
  }
  const handover = {
    operator: 'Sewerage directorate',
    maintenance: 'They clean the pumps monthly.',
    handedOverOn: '2026-06-10',
  }
  const road: [ProjectStatus, () => Promise<unknown>][] = [
    [
      'assessed',
      async () =>
        projects.assessProject.execute(caseworker, { ...(await ref()), assessment: 'Streets are under water.' }),
    ],
    [
      'prioritised',
      async () => projects.prioritiseProject.execute(caseworker, { ...(await ref()), priority: 'First of the plan.' }),
    ],
    [
      'designed',
      async () => {
        good(await setBill.execute(caseworker, { ...(await ref()), currency: 'IQD', lines }))
        return projects.designProject.execute(caseworker, { ...(await ref()), design: 'Two pumps in a chamber.' })
      },
    ],
    ['approved', async () => projects.approveProject.execute(manager, await ref())],
    ['tendering', async () => projects.tenderProject.execute(caseworker, await ref())],
    ['contracted', async () => projects.contractProject.execute(caseworker, { ...(await ref()), ...contract })],
    ['works', async () => projects.startWorks.execute(caseworker, await ref())],
    [
      'inspected',
      async () => {
        good(await recordInspection.execute(caseworker, { ...(await ref()), ...inspection(100) }))
        return projects.completeWorks.execute(caseworker, await ref())
      },
    ],
    ['handed_over', async () => projects.handOverProject.execute(caseworker, { ...(await ref()), ...handover })],
    [
      'liability_period',
      async () => projects.beginLiability.execute(caseworker, { ...(await ref()), liabilityEndsOn: '2026-07-01' }),
    ],
  ]
  for (const [reached, take] of road.slice(0, road.findIndex(([name]) => name === status) + 1)) {
    const answer = await take()
    if (!(typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok))
      throw new Error(`${reached}: ${JSON.stringify(answer)}`)
  }
  return projectId
}
