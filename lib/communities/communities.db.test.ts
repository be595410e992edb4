import { beforeAll, describe, expect, it } from 'vitest'
import { withActor } from '../../db/client'
import { ownerSql, sqlAs } from '../../db/testing'
import {
  activate,
  inspection,
  makePlan,
  needForm,
  needRef,
  planForm,
  planRef,
  projectAt,
  projectRef,
} from '../../db/testing-community'
import { makeForum } from '../../db/testing-forum'
import { good } from '../../db/testing-grant'
import { makeWorld, type Part, type World } from '../../db/testing-world'
import { listNotifications } from '../cases/work-query'
import { readChainOfConcern } from '../chain/read'
import { storeDocument } from '../documents/add-document'
import { getDocument } from '../documents/queries'
import { removeDocument } from '../documents/remove-document'
import { pdf, png } from '../documents/testing-files'
import { raiseConcern } from '../forums/concerns/raise-commands'
import { triageConcern } from '../forums/concerns/triage-commands'
import { newId } from '../ids'
import * as needs from './needs/commands'
import { getNeed } from './needs/queries'
import { explainScore, mostScore } from './needs/score'
import * as plans from './plans/commands'
import { getPlan, listPlans } from './plans/queries'
import * as projects from './projects/commands'
import { amountOf } from './projects/domain'
import { payInstalment, setBill, setInstalments } from './projects/money-commands'
import { getProject, listProjects } from './projects/queries'
import { remindOfLiability } from './projects/reminders'
import { addDefect, fixDefect, recordInspection, setServed } from './projects/site-commands'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const statusOf = async (table: 'action_plans' | 'community_needs' | 'projects', id: string) =>
  (await ownerSql()`select status from ${ownerSql()(table)} where id = ${id}`)[0]?.status
const as = (part: Part) => world.actor[part].userId
const refusedBy = (key: string) => ({ reasons: [{ key }] })

describe('an action plan', () => {
  it('goes from a draft to its archive, endorsed by a paper of its own', async () => {
    const { caseworker, nurse } = world.actor
    const { planId, needId } = await makePlan(world)
    expect(
      await plans.endorsePlan.execute(caseworker, {
        ...(await planRef(planId)),
        endorsedBy: 'Mayor',
        endorsedOn: '2026-02-01',
        endorsementId: newId(),
      }),
    ).toMatchObject(refusedBy('cases.refused.not_now'))
    await activate(world, planId)
    // Any programme's staff of the team goes on with it.
    good(await needs.addressNeed.execute(nurse, await needRef(needId)))
    good(
      await plans.reviewPlan.execute(nurse, {
        ...(await planRef(planId)),
        reviewedOn: '2026-11-01',
        review: 'One need of two is met.',
      }),
    )
    good(await plans.archivePlan.execute(caseworker, await planRef(planId)))
    const steps = await ownerSql()`select to_status from community_events where subject_id = ${planId} order by id`
    expect(steps.map((step) => step.to_status)).toEqual([
      'drafting',
      'validated_by_community',
      'endorsed_by_authority',
      'active',
      'reviewed',
      'archived',
    ])
    expect(
      await needs.meetNeed.execute(nurse, { ...(await needRef(needId)), outcome: 'A station was built' }),
    ).toMatchObject(refusedBy('communities.refused.archived'))
  })

  it('is endorsed only with a document of the plan, which stays', async () => {
    const { caseworker } = world.actor
    const one = await makePlan(world)
    const other = await makePlan(world)
    await activate(world, other.planId)
    const [paper] = await ownerSql()`select endorsement_id as id from action_plans where id = ${other.planId}`
    expect(await removeDocument(caseworker, { documentId: paper?.id })).toMatchObject(
      refusedBy('cases.documents.refused.stays'),
    )
    good(
      await plans.validatePlan.execute(caseworker, {
        ...(await planRef(one.planId)),
        validatedOn: '2026-02-01',
        validatedBy: 'The hall',
      }),
    )
    const said = { endorsedBy: 'Mayor', endorsedOn: '2026-02-10' }
    expect(
      await plans.endorsePlan.execute(caseworker, {
        ...(await planRef(one.planId)),
        ...said,
        endorsementId: paper?.id,
      }),
    ).toMatchObject(refusedBy('communities.refused.not_endorsed'))
  })

  it('ranks its needs in the community’s order and keeps that order once it is validated', async () => {
    const { caseworker } = world.actor
    const { planId, needId } = await makePlan(world)
    const second = good(await needs.addNeed.execute(caseworker, { planId, ...needForm, sector: 'water' })).needId
    expect(
      await needs.rankNeeds.execute(caseworker, { ...(await planRef(planId)), ranks: [{ needId, rank: 1 }] }),
    ).toMatchObject({ code: 'conflict' })
    const ranks = [
      { needId, rank: '٢' },
      { needId: second, rank: '1' },
    ]
    good(await needs.rankNeeds.execute(caseworker, { ...(await planRef(planId)), ranks }))
    const page = await getPlan(world.actor.analyst, planId)
    expect(page?.needs.map((need) => need.id)).toEqual([second, needId])
    good(
      await plans.validatePlan.execute(caseworker, {
        ...(await planRef(planId)),
        validatedOn: '2026-02-01',
        validatedBy: 'The hall',
      }),
    )
    const late = [
      { needId, rank: 1 },
      { needId: second, rank: 2 },
    ]
    expect(await needs.rankNeeds.execute(caseworker, { ...(await planRef(planId)), ranks: late })).toMatchObject(
      refusedBy('communities.refused.ranked'),
    )
    expect(await needs.addNeed.execute(caseworker, { planId, ...needForm })).toMatchObject(
      refusedBy('communities.refused.ranked'),
    )
    await expect(
      sqlAs(
        as('caseworker'),
        (sql) => sql`update community_needs set severity = 5, version = version + 1 where id = ${needId}`,
      ),
    ).rejects.toThrow('communities.refused.ranked')
  })

  it('adds up a score as the database does, and is not validated while one is missing', async () => {
    const { caseworker } = world.actor
    const { planId, needId } = await makePlan(world, { ranking: 'scored' })
    const validate = async () =>
      plans.validatePlan.execute(caseworker, {
        ...(await planRef(planId)),
        validatedOn: '2026-02-01',
        validatedBy: 'The hall',
      })
    expect(await validate()).toMatchObject(refusedBy('communities.refused.not_scored'))
    const points = { severity: 5, people: 4, urgency: 3, feasibility: 2 }
    good(
      await needs.editNeed.execute(caseworker, {
        ...(await needRef(needId)),
        ...needForm,
        severity: '5',
        people: '٤',
        urgency: '3',
        feasibility: '2',
      }),
    )
    const better = good(
      await needs.addNeed.execute(caseworker, {
        planId,
        ...needForm,
        severity: '5',
        people: '5',
        urgency: '5',
        feasibility: '5',
      }),
    ).needId
    const page = await getPlan(caseworker, planId)
    expect(page?.needs.map((need) => [need.id, need.score])).toEqual([
      [better, mostScore],
      [needId, explainScore(points)?.total],
    ])
    expect(await needs.addNeed.execute(caseworker, { planId, ...needForm, severity: '6' })).toMatchObject({
      fields: { severity: 'communities.errors.points' },
    })
    good(await validate())
  })

  it('is of a place of its team, and written by that team alone', async () => {
    const { caseworker, caseworker2, manager, analyst, admin, finance } = world.actor
    const form = { ...planForm, teamId: world.team.falluja }
    expect(await plans.draftPlan.execute(caseworker, { ...form, locationPcode: 'IQG01Q03N01' })).toMatchObject({
      fields: { locationPcode: 'errors.choose' },
    })
    expect(await plans.draftPlan.execute(caseworker, { ...form, endsOn: '2025-01-01' })).toMatchObject({
      fields: { endsOn: 'communities.errors.endsBefore' },
    })
    for (const actor of [caseworker2, manager, analyst, admin])
      expect(await plans.draftPlan.execute(actor, form)).toMatchObject({ code: 'forbidden' })
    const { planId } = await makePlan(world)
    for (const actor of [caseworker2, manager, analyst]) {
      expect((await getPlan(actor, planId))?.plan.id).toBe(planId)
      expect(await plans.editPlan.execute(actor, { ...(await planRef(planId)), ...planForm })).not.toMatchObject({
        ok: true,
      })
    }
    for (const actor of [admin, finance]) expect(await getPlan(actor, planId)).toBeNull()
    expect((await listPlans(analyst, { location: planForm.locationPcode })).rows.length).toBeGreaterThan(0)
  })

  it('is not changed twice from one reading', async () => {
    const { planId } = await makePlan(world)
    const old = await planRef(planId)
    good(await plans.editPlan.execute(world.actor.caseworker, { ...old, ...planForm }))
    expect(await plans.editPlan.execute(world.actor.colleague, { ...old, ...planForm })).toMatchObject({
      code: 'conflict',
    })
  })
})

describe('row-level security', () => {
  it('lets all staff read, a team write its own, and nobody else anything', async () => {
    const { planId, needId } = await makePlan(world)
    const projectId = await projectAt(world, needId, 'works')
    const tables = [
      'action_plans',
      'community_needs',
      'projects',
      'project_lines',
      'community_events',
      'project_needs',
    ] as const
    for (const part of ['caseworker', 'officer2', 'nurse', 'supervisor', 'manager', 'analyst'] as const)
      for (const table of tables)
        expect(
          (await sqlAs(as(part), (sql) => sql`select * from ${sql(table)}`)).length,
          `${part} ${table}`,
        ).toBeGreaterThan(0)
    for (const part of ['admin', 'finance', 'focal'] as const)
      for (const table of tables)
        expect(await sqlAs(as(part), (sql) => sql`select * from ${sql(table)}`), `${part} ${table}`).toHaveLength(0)
    for (const part of ['caseworker2', 'analyst', 'admin', 'finance', 'focal'] as const) {
      expect(
        (
          await sqlAs(
            as(part),
            (sql) => sql`update action_plans set partners = 'x', version = version + 1 where id = ${planId}`,
          )
        ).count,
      ).toBe(0)
      expect(
        (
          await sqlAs(
            as(part),
            (sql) => sql`update projects set description = 'x', version = version + 1 where id = ${projectId}`,
          )
        ).count,
      ).toBe(0)
      await expect(
        sqlAs(
          as(part),
          (sql) => sql`insert into project_defects (id, project_id, description, severity, fix_by, created_by)
          values (${newId()}, ${projectId}, 'x', 'minor', '2026-06-01', ${as(part)})`,
        ),
      ).rejects.toThrow('row-level security')
      await expect(
        sqlAs(
          as(part),
          (sql) => sql`insert into community_needs (id, plan_id, team_id, sector, title_ar, rank, status, created_by)
          values (${newId()}, ${planId}, ${world.team.falluja}, 'water', 'x', 9, 'open', ${as(part)})`,
        ),
      ).rejects.toThrow('row-level security')
    }
    // A manager who is of no team approves; nothing else.
    await expect(
      sqlAs(
        as('manager'),
        (sql) => sql`update projects set description = 'x', version = version + 1 where id = ${projectId}`,
      ),
    ).rejects.toThrow('not of the project')
    await expect(
      sqlAs(as('caseworker'), (sql) => sql`update community_events set to_status = 'x' where subject_id = ${planId}`),
    ).rejects.toThrow('permission denied')
  })

  it('gives the files of a plan and a project to all staff, and lets their team keep them', async () => {
    const { caseworker, caseworker2, manager, finance } = world.actor
    const { planId, needId } = await makePlan(world)
    const projectId = await projectAt(world, needId, 'works')
    const put = (part: Part, home: object) =>
      storeDocument(world.actor[part], { kind: 'photo', file: { name: 'site.png', bytes: png() }, ...home })
    const photo = await put('caseworker', { projectId, phase: 'before' })
    if (!photo.ok) throw new Error(JSON.stringify(photo))
    const { documentId } = photo.data
    expect((await getProject(manager, projectId))?.documents[0]).toMatchObject({ phase: 'before' })
    expect(await getDocument(caseworker2, documentId)).not.toBeNull()
    expect(await getDocument(finance, documentId)).toBeNull()
    for (const home of [{ planId }, { projectId }])
      expect(await put('caseworker2', home)).toMatchObject({ code: 'not_found' })
    expect(await put('caseworker', { planId, projectId })).toMatchObject({ code: 'invalid' })
    expect(await put('finance', { planId })).toMatchObject({ code: 'not_found' })
    const row = { id: newId(), fileName: 'x.pdf', key: newId() }
    await expect(
      sqlAs(
        as('caseworker2'),
        (
          sql,
        ) => sql`insert into documents (id, plan_id, kind, file_name, media_type, size_bytes, sha256, storage_key, uploaded_by)
        values (${row.id}, ${planId}, 'other', ${row.fileName}, 'application/pdf', ${pdf.length}, '', ${row.key}, ${as('caseworker2')})`,
      ),
    ).rejects.toThrow('row-level security')
    expect(await removeDocument(caseworker2, { documentId })).toMatchObject({ code: 'not_found' })
    expect(await removeDocument(caseworker, { documentId })).toMatchObject({ ok: true })
  })
})

describe('the chain', () => {
  const said = {
    severity: 'high',
    source: 'open_floor',
    raisedOn: '2026-01-15',
    locationPcode: 'IQG01Q01N03',
    summary: 'The street is flooded after each rain',
  }
  async function raised(forumId: string, category = 'missing_services'): Promise<string> {
    good(await raiseConcern.execute(world.actor.officer, { ...said, forumId, category }))
    const [row] = await ownerSql()`select case_id as id from concerns order by case_id desc limit 1`
    return String(row?.id)
  }
  async function triaged(forumId: string, decision: string, change: object = {}): Promise<string> {
    const caseId = await raised(forumId)
    const [row] = await ownerSql()`select version from cases where id = ${caseId}`
    good(
      await triageConcern.execute(world.actor.policingSupervisor, {
        caseId,
        version: row?.version,
        decision,
        ...change,
      }),
    )
    return caseId
  }

  it('leads from a concern to what came of it and back, for whoever sees the concern', async () => {
    const { officer, caseworker, policingManager } = world.actor
    const { forumId } = await makeForum(world)
    const { needId } = await makePlan(world)
    const projectId = await projectAt(world, needId, 'works')
    const caseId = await triaged(forumId, 'accept')
    expect(await needs.linkNeed.execute(caseworker, { needId, answers: `concern:${caseId}` })).not.toMatchObject({
      ok: true,
    })
    good(await needs.linkNeed.execute(officer, { needId, answers: `concern:${caseId}` }))
    expect(await needs.linkNeed.execute(officer, { needId, answers: `concern:${caseId}` })).toMatchObject({
      fields: { answers: 'communities.errors.linked' },
    })
    const forwards = await withActor(policingManager, (tx) => readChainOfConcern(tx, caseId))
    expect(forwards.needs.map((need) => need.id)).toEqual([needId])
    expect(forwards.projects.map((project) => project.id)).toEqual([projectId])
    expect((await getNeed(policingManager, needId))?.concerns.map((concern) => concern.id)).toEqual([caseId])
    expect((await getProject(policingManager, projectId))?.chain.concerns.map((concern) => concern.id)).toEqual([
      caseId,
    ])
    // Staff of other programmes see the need and the project, and no concern.
    for (const actor of [caseworker, world.actor.nurse, world.actor.manager, world.actor.officer2])
      expect((await getNeed(actor, needId))?.concerns).toEqual([])
  })

  it('never leads to a concern that is untriaged or restricted', async () => {
    const { officer, policingSupervisor } = world.actor
    const { forumId } = await makeForum(world)
    const { needId } = await makePlan(world)
    const original = await triaged(forumId, 'accept')
    const closed = [await raised(forumId), await triaged(forumId, 'duplicate', { originalId: original })]
    for (const caseId of closed)
      expect(await needs.linkNeed.execute(officer, { needId, answers: `concern:${caseId}` })).toMatchObject(
        refusedBy('communities.refused.not_open'),
      )
    const secret = await raised(forumId, 'police_conduct')
    expect(await needs.linkNeed.execute(officer, { needId, answers: `concern:${secret}` })).not.toMatchObject({
      ok: true,
    })
    // Even a link that stands exists for nobody who does not see the concern.
    await ownerSql()`alter table need_links disable trigger user`
    await ownerSql()`insert into need_links (id, need_id, case_id, created_by) values (${newId()}, ${needId}, ${secret}, ${as('officer')})`
    await ownerSql()`alter table need_links enable trigger user`
    for (const part of ['officer', 'policingSupervisor', 'policingManager', 'analyst', 'admin', 'caseworker'] as const)
      expect(
        await sqlAs(as(part), (sql) => sql`select * from need_links where need_id = ${needId}`),
        part,
      ).toHaveLength(0)
    expect((await getNeed(policingSupervisor, needId))?.answerable.some(({ value }) => value.includes(secret))).toBe(
      false,
    )
  })
})

describe('a project', () => {
  it('goes from a need to the end of its liability', async () => {
    const { caseworker } = world.actor
    const { needId } = await makePlan(world)
    const projectId = await projectAt(world, needId, 'liability_period')
    good(
      await projects.closeProject.execute(caseworker, {
        ...(await projectRef(projectId)),
        result: 'No street was flooded this winter.',
      }),
    )
    const page = await getProject(world.actor.analyst, projectId)
    expect(page?.row).toMatchObject({ status: 'closed', progress: 100, operator: 'Sewerage directorate' })
    expect(page?.lines.map((line) => line.amountMinor)).toEqual([30_000_000_000, 4_820_000_000])
    expect(page?.lines.every((line) => line.amountMinor === amountOf(line))).toBe(true)
    expect(page?.chain.needs.map((need) => need.id)).toEqual([needId])
    expect(await setServed.execute(caseworker, { ...(await projectRef(projectId)), counts: {} })).toMatchObject(
      refusedBy('projects.refused.over'),
    )
    expect((await listProjects(world.actor.nurse, { status: 'closed' })).rows.map((row) => row.id)).toContain(projectId)
  })

  it('is approved by a programme manager who did not write it down', async () => {
    const { caseworker, supervisor, manager, policingManager } = world.actor
    const { needId } = await makePlan(world)
    const projectId = await projectAt(world, needId, 'designed')
    const ref = await projectRef(projectId)
    for (const actor of [caseworker, supervisor])
      expect(await projects.approveProject.execute(actor, ref)).toMatchObject(
        refusedBy('projects.refused.manager_only'),
      )
    await expect(
      sqlAs(
        as('supervisor'),
        (sql) =>
          sql`update projects set status = 'approved', approved_by = ${as('supervisor')}, version = version + 1 where id = ${projectId}`,
      ),
    ).rejects.toThrow('projects.refused.manager_only')
    await expect(
      sqlAs(
        as('manager'),
        (sql) =>
          sql`update projects set status = 'approved', approved_by = ${as('policingManager')}, version = version + 1 where id = ${projectId}`,
      ),
    ).rejects.toThrow('signs')
    // As if the manager had written it down.
    await ownerSql()`alter table projects disable trigger user`
    await ownerSql()`update projects set created_by = ${as('manager')} where id = ${projectId}`
    await ownerSql()`alter table projects enable trigger user`
    expect(await projects.approveProject.execute(manager, ref)).toMatchObject(refusedBy('projects.refused.own_project'))
    await expect(
      sqlAs(
        as('manager'),
        (sql) =>
          sql`update projects set status = 'approved', approved_by = ${as('manager')}, version = version + 1 where id = ${projectId}`,
      ),
    ).rejects.toThrow('projects.refused.own_project')
    good(await projects.approveProject.execute(policingManager, ref))
    const lines = [{ item: 'Pump', unit: 'piece', quantity: '9', price: '1' }]
    expect(
      await setBill.execute(caseworker, { ...(await projectRef(projectId)), currency: 'IQD', lines }),
    ).toMatchObject(refusedBy('projects.refused.bill_stands'))
  })

  it('takes no step without what the step needs', async () => {
    const { caseworker } = world.actor
    const { needId } = await makePlan(world)
    const assessed = await projectAt(world, needId, 'assessed')
    await ownerSql()`delete from project_needs where project_id = ${assessed}`
    const priority = 'Nobody knows for which need'
    expect(
      await projects.prioritiseProject.execute(caseworker, { ...(await projectRef(assessed)), priority }),
    ).toMatchObject(refusedBy('projects.refused.no_need'))
    const prioritised = await projectAt(world, needId, 'prioritised')
    expect(
      await projects.designProject.execute(caseworker, {
        ...(await projectRef(prioritised)),
        design: 'Without a bill',
      }),
    ).toMatchObject(refusedBy('projects.refused.no_bill'))
    const works = await projectAt(world, needId, 'works')
    expect(await projects.completeWorks.execute(caseworker, await projectRef(works))).toMatchObject(
      refusedBy('projects.refused.not_complete'),
    )
    expect(
      await projects.cancelProject.execute(caseworker, { ...(await projectRef(works)), reason: 'No money' }),
    ).toMatchObject(refusedBy('cases.refused.not_now'))
    const move = (status: string) =>
      sqlAs(
        as('caseworker'),
        (sql) => sql`update projects set status = ${status}, version = version + 1 where id = ${works}`,
      )
    for (const status of ['closed', 'handed_over', 'cancelled'])
      await expect(move(status)).rejects.toThrow('cases.refused.not_now')
    await expect(
      sqlAs(
        as('caseworker'),
        (sql) => sql`update projects set progress = 100, version = version + 1 where id = ${works}`,
      ),
    ).rejects.toThrow('progress is what was inspected')
    await expect(
      sqlAs(
        as('caseworker'),
        (sql) => sql`update projects set contract_value_minor = 1, version = version + 1 where id = ${works}`,
      ),
    ).rejects.toThrow('projects.refused.contract_stands')
  })

  it('stays within its contract, however many agree on instalments at once', async () => {
    const { caseworker, colleague } = world.actor
    const { needId } = await makePlan(world)
    const projectId = await projectAt(world, needId, 'works')
    const ref = () => projectRef(projectId)
    const set = (actor: typeof caseworker, at: object, ...amounts: string[]) =>
      setInstalments.execute(actor, {
        ...at,
        currency: 'IQD',
        instalments: amounts.map((amount, index) => ({ percent: String((index + 1) * 30), amount })),
      })
    expect(await set(caseworker, await ref(), '20000000', '10000001')).toMatchObject(
      refusedBy('projects.refused.over_contract'),
    )
    good(await set(caseworker, await ref(), '20000000', '10000000'))
    const old = await ref()
    const answers = await Promise.all([set(caseworker, old, '29000000'), set(colleague, old, '28000000')])
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    const add = (number: number) =>
      sqlAs(
        as('caseworker'),
        (sql) => sql`insert into project_instalments (id, project_id, number, percent, amount_minor)
        values (${newId()}, ${projectId}, ${number}, 90, 800000000)`,
      )
    const raw = await Promise.allSettled([7, 8, 9].map(add))
    const [sum] =
      await ownerSql()`select sum(amount_minor)::bigint as sum from project_instalments where project_id = ${projectId}`
    expect(raw.some((one) => one.status === 'rejected')).toBe(true)
    expect(Number(sum?.sum)).toBeLessThanOrEqual(30_000_000_000)
  })

  it('takes a contract above the approved bill from a programme manager alone', async () => {
    const { caseworker, supervisor, manager } = world.actor
    const { needId } = await makePlan(world)
    const projectId = await projectAt(world, needId, 'tendering')
    const sign = async (actor: World['actor'][Part], value: string) =>
      projects.contractProject.execute(actor, {
        ...(await projectRef(projectId)),
        currency: 'IQD',
        contractor: 'Al-Rafidain Co.',
        value,
        contractSignedOn: '2026-03-01',
        worksEndOn: '2026-09-01',
      })
    // The bill comes to 34,820,000.
    for (const actor of [caseworker, supervisor])
      expect(await sign(actor, '34820001')).toMatchObject(refusedBy('projects.refused.over_bill'))
    good(await sign(manager, '34820001'))
    await expect(
      sqlAs(
        as('caseworker'),
        (sql) => sql`update projects set contract_value_minor = contract_value_minor + 1 where id = ${projectId}`,
      ),
    ).rejects.toThrow()
  })

  it('pays no instalment before its progress was inspected, and none twice', async () => {
    const { caseworker, colleague } = world.actor
    const { needId } = await makePlan(world)
    const projectId = await projectAt(world, needId, 'works')
    const instalments = [
      { percent: '40', amount: '10000000' },
      { percent: '100', amount: '20000000' },
    ]
    good(await setInstalments.execute(caseworker, { ...(await projectRef(projectId)), currency: 'IQD', instalments }))
    const [first, second] = (await getProject(caseworker, projectId))?.instalments ?? []
    const pay = async (instalmentId: string | undefined, paidOn: string, actor = colleague) =>
      payInstalment.execute(actor, {
        ...(await projectRef(projectId)),
        instalmentId,
        paidOn,
        paymentReference: 'TRF-1',
      })
    expect(await pay(first?.id, '2026-05-02')).toMatchObject(refusedBy('projects.refused.not_inspected'))
    good(await recordInspection.execute(caseworker, { ...(await projectRef(projectId)), ...inspection(40) }))
    expect(await pay(first?.id, '2026-04-30')).toMatchObject(refusedBy('projects.refused.not_inspected'))
    expect(await pay(first?.id, '2026-05-02', caseworker)).toMatchObject(refusedBy('projects.refused.own_inspection'))
    good(await pay(first?.id, '2026-05-02'))
    expect(await pay(first?.id, '2026-05-03')).toMatchObject(refusedBy('projects.refused.paid_stands'))
    expect(await pay(second?.id, '2026-05-03')).toMatchObject(refusedBy('projects.refused.not_inspected'))
    for (const change of ['amount_minor = 1', "paid_on = '2026-05-01'"])
      await expect(
        sqlAs(as('caseworker'), (sql) =>
          sql.unsafe(`update project_instalments set ${change} where id = '${first?.id}'`),
        ),
      ).rejects.toThrow('projects.refused.paid_stands')
    // Agreeing anew leaves what was paid as it is.
    good(
      await setInstalments.execute(caseworker, {
        ...(await projectRef(projectId)),
        currency: 'IQD',
        instalments: [{ percent: '90', amount: '15000000' }],
      }),
    )
    expect((await getProject(caseworker, projectId))?.instalments.map((one) => [one.percent, one.paidOn])).toEqual([
      [40, '2026-05-02'],
      [90, null],
    ])
  })

  it('pays by what was found last, and by the eyes of another', async () => {
    const { caseworker, colleague } = world.actor
    const { needId } = await makePlan(world)
    const projectId = await projectAt(world, needId, 'works')
    const ref = () => projectRef(projectId)
    const instalments = [{ percent: '60', amount: '10000000' }]
    good(await setInstalments.execute(caseworker, { ...(await ref()), currency: 'IQD', instalments }))
    const instalmentId = (await getProject(caseworker, projectId))?.instalments[0]?.id
    const pay = async (paidOn: string) =>
      payInstalment.execute(caseworker, { ...(await ref()), instalmentId, paidOn, paymentReference: 'TRF-1' })
    const find = async (actor: typeof caseworker, progress: number, inspectedOn: string) =>
      good(await recordInspection.execute(actor, { ...(await ref()), ...inspection(progress, { inspectedOn }) }))
    await find(colleague, 70, '2026-05-01')
    // A second look found less: the first was wrong, or a wall came down.
    await find(colleague, 40, '2026-05-05')
    expect(await pay('2026-05-06')).toMatchObject(refusedBy('projects.refused.not_inspected'))
    await find(caseworker, 65, '2026-05-07')
    expect(await pay('2026-05-08')).toMatchObject(refusedBy('projects.refused.own_inspection'))
    await find(colleague, 60, '2026-05-09')
    good(await pay('2026-05-10'))
  })

  it('stays the works that were approved, in their place', async () => {
    const { caseworker } = world.actor
    const { needId } = await makePlan(world)
    const projectId = await projectAt(world, needId, 'approved')
    const facts = {
      titleEn: 'Drainage',
      titleAr: 'تصريف',
      kind: 'drainage',
      locationPcode: 'IQG01Q01N03',
      description: '',
    }
    const edit = async (change: object) =>
      projects.editProject.execute(caseworker, { ...(await projectRef(projectId)), ...facts, ...change })
    good(await edit({ description: 'Words may be mended.' }))
    expect(await edit({ kind: 'water' })).toMatchObject(refusedBy('projects.refused.approved_stands'))
    await expect(
      sqlAs(
        as('caseworker'),
        (sql) => sql`update projects set design = 'A palace', version = version + 1 where id = ${projectId}`,
      ),
    ).rejects.toThrow('projects.refused.approved_stands')
  })

  it('has a history that its own team and managers tell', async () => {
    const { planId, needId } = await makePlan(world)
    const projectId = await projectAt(world, needId, 'identified')
    for (const [subject, id] of [
      ['plan', planId],
      ['need', needId],
      ['project', projectId],
    ] as const)
      await expect(
        sqlAs(
          as('caseworker2'),
          (sql) => sql`insert into community_events (id, subject, subject_id, to_status, actor_id)
          values (${newId()}, ${subject}, ${id}, 'archived', ${as('caseworker2')})`,
        ),
        subject,
      ).rejects.toThrow('row-level security')
  })

  it('begins with nothing that a later step writes, whoever adds it by SQL', async () => {
    const begins = (column: string, value: string) =>
      sqlAs(as('caseworker'), (sql) =>
        sql.unsafe(
          `insert into projects (id, reference, status, kind, title_en, title_ar, location_pcode, district_pcode, team_id, currency, created_by, ${column})
          values ($1, 'PRJ-' || $2, 'identified', 'drainage', 'a', 'ا', 'IQG01Q01N03', 'IQG01Q01', $3, 'IQD', $4, $5)`,
          [newId(), newId(), world.team.falluja, as('caseworker'), value],
        ),
      )
    for (const [column, value] of [
      ['progress', '100'],
      ['approved_by', as('manager')],
      ['contract_value_minor', '1000'],
    ] as const)
      await expect(begins(column, value)).rejects.toThrow('begins without')
    await begins('description', 'Water stands in the street.')
  })

  it('keeps what an inspection found, as defects to be put right before it is handed over', async () => {
    const { caseworker } = world.actor
    const { needId } = await makePlan(world)
    const projectId = await projectAt(world, needId, 'works')
    const ref = () => projectRef(projectId)
    const items = [
      { item: 'pumps', answer: 'major', remark: 'One pump is loud' },
      { item: 'pipes', answer: 'ok', remark: '' },
    ]
    expect(
      await recordInspection.execute(caseworker, {
        ...(await ref()),
        ...inspection(100, { items: [{ item: 'pumps', answer: 'major', remark: '' }] }),
      }),
    ).toMatchObject({
      fields: { 'items.0.remark': 'projects.errors.sayWhat' },
    })
    expect(
      await recordInspection.execute(caseworker, {
        ...(await ref()),
        ...inspection(100, { inspectedOn: '2026-02-01' }),
      }),
    ).toMatchObject(refusedBy('projects.refused.inspection_day'))
    good(await recordInspection.execute(caseworker, { ...(await ref()), ...inspection(100, { items }) }))
    good(await projects.completeWorks.execute(caseworker, await ref()))
    good(await projects.reportDefects.execute(caseworker, await ref()))
    expect(await projects.clearDefects.execute(caseworker, await ref())).toMatchObject(
      refusedBy('projects.refused.open_defects'),
    )
    const [defect] = (await getProject(caseworker, projectId))?.defects ?? []
    expect(defect).toMatchObject({ description: 'One pump is loud', severity: 'major', fixedOn: null })
    good(
      await fixDefect.execute(caseworker, {
        ...(await ref()),
        defectId: defect?.id,
        fixedOn: '2026-05-20',
        note: 'Bearing changed',
      }),
    )
    expect(
      await fixDefect.execute(caseworker, { ...(await ref()), defectId: defect?.id, fixedOn: '2026-05-21' }),
    ).toMatchObject({ code: 'not_found' })
    good(await projects.clearDefects.execute(caseworker, await ref()))
    expect(await projects.reportDefects.execute(caseworker, await ref())).toMatchObject(
      refusedBy('projects.refused.no_defects'),
    )
    good(
      await addDefect.execute(caseworker, {
        ...(await ref()),
        description: 'A lid is missing',
        severity: 'minor',
        fixBy: '2026-06-01',
      }),
    )
    const handover = { operator: 'Directorate', maintenance: 'They look after it.', handedOverOn: '2026-06-01' }
    expect(await projects.handOverProject.execute(caseworker, { ...(await ref()), ...handover })).toMatchObject(
      refusedBy('projects.refused.open_defects'),
    )
    await expect(
      ownerSql()`update project_inspections set progress = 10 where project_id = ${projectId}`,
    ).rejects.toThrow()
  })

  it('keeps a checklist as who inspected wrote it', async () => {
    const { needId } = await makePlan(world)
    const projectId = await projectAt(world, needId, 'inspected')
    await expect(
      sqlAs(
        as('colleague'),
        (sql) => sql`insert into inspection_items (inspection_id, position, item, finding, remark)
        select id, 90, 'pumps', 'ok', 'As good as new' from project_inspections where project_id = ${projectId}`,
      ),
    ).rejects.toThrow('row-level security')
  })

  it('counts whom it serves, and refuses more with a disability than there are', async () => {
    const { caseworker } = world.actor
    const { needId } = await makePlan(world)
    const projectId = await projectAt(world, needId, 'identified')
    const counts = { female: { 'b18-59': { all: '٢٠', disabled: '3' }, b60: { all: '4' } } }
    good(await setServed.execute(caseworker, { ...(await projectRef(projectId)), counts }))
    const served = (await getProject(caseworker, projectId))?.served ?? []
    expect(served.reduce((sum, { count }) => sum + count, 0)).toBe(24)
    const wrong = { male: { 'b0-4': { all: '1', disabled: '2' } } }
    expect(await setServed.execute(caseworker, { ...(await projectRef(projectId)), counts: wrong })).toMatchObject({
      fields: { 'counts.male.b0-4.disabled': 'projects.errors.moreDisabled' },
    })
  })

  it('reminds its team once before the liability ends, and is not closed before', async () => {
    const { caseworker } = world.actor
    const { needId } = await makePlan(world)
    const projectId = await projectAt(world, needId, 'handed_over')
    const in20 = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
    good(await projects.beginLiability.execute(caseworker, { ...(await projectRef(projectId)), liabilityEndsOn: in20 }))
    expect(
      await projects.closeProject.execute(caseworker, {
        ...(await projectRef(projectId)),
        result: 'Too early for that',
      }),
    ).toMatchObject(refusedBy('projects.refused.liable_still'))
    const told = await Promise.all([remindOfLiability(), remindOfLiability()])
    expect(told.reduce((a, b) => a + b)).toBe(1)
    expect(await remindOfLiability()).toBe(0)
    const rows = await listNotifications(world.actor.supervisor)
    expect(rows.filter((row) => row.kind === 'liability_ending' && row.projectId === projectId)).toHaveLength(1)
  })

  it('moves only in steps of its machine, whoever asks', async () => {
    const { needId } = await makePlan(world)
    const projectId = await projectAt(world, needId, 'identified')
    expect(await statusOf('projects', projectId)).toBe('identified')
    await expect(
      ownerSql()`update projects set status = 'works', version = version + 1 where id = ${projectId}`,
    ).rejects.toThrow('cases.refused.not_now')
    await expect(ownerSql()`update projects set description = 'x' where id = ${projectId}`).rejects.toThrow('version')
  })
})
