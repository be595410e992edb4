import { beforeAll, describe, expect, it } from 'vitest'
import { ownerSql, sqlAs } from '../../../db/testing'
import { details, good, grantAt, versionOf } from '../../../db/testing-grant'
import { makePerson, makeWorld, type World } from '../../../db/testing-world'
import { createGrant, submitGrant } from '../application-commands'
import { recordScreening, startScreening } from '../review-commands'
import { amendRound, createRound, editRound } from './commands'
import { fairnessTables } from './fairness'
import { getRound, listRounds } from './queries'
import { getSelection } from './selection-queries'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

let count = 0
const form = (change: object = {}) => ({
  code: `R-${++count}`,
  nameAr: 'جولة',
  nameEn: 'Round',
  opensOn: '2020-01-01',
  closesOn: '2099-12-31',
  currency: 'IQD',
  amount: '٥٬٠٠٠٬٠٠٠',
  minAge: '18',
  quietDays: '365',
  targetGrants: '',
  trancheSplit: '40/40/20',
  monitoringPercent: '100',
  ...change,
})

async function round(change: object = {}) {
  const { fundingRoundId } = good(await createRound.execute(world.actor.manager, form(change)))
  return fundingRoundId
}

/** What a new application in this round is screened as. */
async function screened(fundingRoundId: string, birthOn?: string) {
  const { caseworker, colleague } = world.actor
  const person = await makePerson(caseworker, 'محمد', birthOn ? { birthOn } : {})
  const { caseId } = good(
    await createGrant.execute(caseworker, { ...details, personId: person.personId, fundingRoundId }),
  )
  const ref = async () => ({ caseId, version: await versionOf(caseworker, caseId) })
  good(await submitGrant.execute(caseworker, await ref()))
  good(await startScreening.execute(colleague, await ref()))
  good(await recordScreening.execute(colleague, await ref()))
  const [row] =
    await ownerSql()`select rules, rules_version, is_eligible from grant_screenings where case_id = ${caseId}`
  const unmet = row?.rules.filter((rule: { isMet: boolean }) => !rule.isMet).map((rule: { key: string }) => rule.key)
  return { caseId, unmet, version: row?.rules_version, isEligible: row?.is_eligible }
}

describe('a funding round', () => {
  it('belongs to the programme manager', async () => {
    const { admin, supervisor, manager } = world.actor
    for (const actor of [admin, supervisor])
      expect(await createRound.execute(actor, form())).toMatchObject({ code: 'forbidden' })
    const id = await round({ districts: 'IQG01Q01', quotas: { sex_female: '٤٠', age_band_60_: '10' } })
    const page = await getRound(manager, id)
    expect(page).toMatchObject({ chosen: ['IQG01Q01'], isUsed: false })
    expect(page?.round).toMatchObject({ maxAmountMinor: 5_000_000_000, rulesVersion: '2026-2' })
    expect(page?.quotas).toContainEqual({ dimension: 'age_band', value: '60+', percent: 10 })
    expect((await listRounds(manager)).some((one) => one.id === id)).toBe(true)
    const raw = sqlAs(
      admin.userId,
      (sql) => sql`update funding_rounds set min_age = 0, version = 2 where id = ${id} returning id`,
    )
    expect(await raw).toHaveLength(0)
  })

  it.each([
    [{ quotas: { sex_female: '60', sex_male: '41' } }, 'quotas.sex_female', 'rounds.errors.quota'],
    [{ quotas: { sex_female: '101' } }, 'quotas.sex_female', 'errors.whole'],
    [{ quotas: { sex_female: '-1' } }, 'quotas.sex_female', 'errors.whole'],
    [{ trancheSplit: '40/40/19' }, 'trancheSplit', 'rounds.errors.split'],
    [{ trancheSplit: '100/0' }, 'trancheSplit', 'rounds.errors.split'],
    [{ trancheSplit: '20/20/20/20/10/5/5' }, 'trancheSplit', 'rounds.errors.split'],
    [{ closesOn: '2019-01-01' }, 'closesOn', 'rounds.errors.endBeforeStart'],
    [{ amount: '0' }, 'amount', 'errors.positive'],
    [{ amount: '1e18' }, 'amount', 'errors.money'],
    [{ districts: 'IQG99Q99' }, 'districts', 'errors.choose'],
    [{ code: 'a b' }, 'code', 'rounds.errors.code'],
  ])('refuses %j', async (change, field, key) => {
    expect(await createRound.execute(world.actor.manager, form(change))).toMatchObject({ fields: { [field]: key } })
  })

  it('screens by its own age, and keeps its rules once someone has applied', async () => {
    const id = await round({ minAge: '30' })
    const { manager } = world.actor
    const young = await screened(id, '2000-05-05')
    expect(young).toMatchObject({ unmet: ['grants.rule.oldEnough'], version: '2026-2', isEligible: false })
    const { code: _code, ...rest } = form({ minAge: '18' })
    const edit = await editRound.execute(manager, { ...rest, fundingRoundId: id, version: 1 })
    expect(edit).toMatchObject({ reasons: [{ key: 'rounds.refused.has_applications' }] })
    good(await amendRound.execute(manager, { ...rest, nameEn: 'Longer', fundingRoundId: id, version: 1 }))
    expect((await getRound(manager, id))?.round).toMatchObject({ nameEn: 'Longer', minAge: 30, version: 2 })
    const stale = await amendRound.execute(manager, { ...rest, fundingRoundId: id, version: 1 })
    expect(stale).toMatchObject({ code: 'conflict' })
  })

  it('screens by its districts, and by its quiet days since the household was last helped', async () => {
    expect(await screened(await round({ districts: 'IQG01Q03' }))).toMatchObject({
      unmet: ['grants.rule.districtOfRound'],
    })
    const helped = await grantAt(world, 'approved')
    const { caseworker, colleague } = world.actor
    for (const [quietDays, unmet] of [
      ['365', 1],
      ['0', 0],
    ] as const) {
      const fundingRoundId = await round({ quietDays })
      const { caseId } = good(
        await createGrant.execute(caseworker, { ...details, personId: helped.personId, fundingRoundId }),
      )
      const ref = async () => ({ caseId, version: await versionOf(caseworker, caseId) })
      good(await submitGrant.execute(caseworker, await ref()))
      good(await startScreening.execute(colleague, await ref()))
      good(await recordScreening.execute(colleague, await ref()))
      const [row] = await ownerSql()`select rules from grant_screenings where case_id = ${caseId}`
      const failed = row?.rules.filter((rule: { isMet: boolean; key: string }) => !rule.isMet)
      expect(failed).toHaveLength(unmet)
      if (unmet) expect(failed[0]).toMatchObject({ key: 'grants.rule.quietDays', params: { days: 365 } })
    }
  })
})

describe('the fairness of a round', () => {
  it('holds the chosen against the quota, and shows what nobody applied for', () => {
    const { tables } = fairnessTables(
      [
        { dimension: 'all', value: 'all', applied: 4, reached: 3, chosen: 2 },
        { dimension: 'sex', value: 'male', applied: 4, reached: 3, chosen: 2 },
      ],
      [{ dimension: 'sex', value: 'female', percent: 40 }],
    )
    expect(tables[0]?.rows).toEqual([
      { value: 'male', applied: 4, reached: 3, chosen: 2, appliedShare: 1, chosenShare: 1, quota: null },
      { value: 'female', applied: 0, reached: 0, chosen: 0, appliedShare: 0, chosenShare: 0, quota: 0.4 },
    ])
  })

  it('counts the same people that its cells open, each team its own', async () => {
    await grantAt(world, 'committee_review')
    await grantAt(world, 'pending_approval_1')
    await grantAt(world, 'submitted')
    const { manager, supervisor, supervisor2 } = world.actor
    const all = await getSelection(manager, world.roundId, {})
    expect(all?.all.applied).toBeGreaterThanOrEqual(4)
    expect(all?.page.rows).toHaveLength(all?.all.reached ?? -1)
    for (const { dimension, rows } of all?.tables ?? [])
      for (const row of rows) {
        const cell = await getSelection(manager, world.roundId, { dimension, value: row.value })
        expect(cell?.page.rows.length).toBe(row.reached)
      }
    expect((await getSelection(supervisor, world.roundId, {}))?.all).toEqual(all?.all)
    const elsewhere = await getSelection(supervisor2, world.roundId, {})
    expect(elsewhere?.all.applied).toBe(0)
    expect(elsewhere?.page.rows).toEqual([])
  })

  it('counts who someone was on the day they applied, and where their case stands now', async () => {
    const { caseId, personId } = await grantAt(world, 'submitted')
    await ownerSql()`update people set birth_on = '1950-01-01' where id = ${personId}`
    const copies = () => ownerSql()`select f.age_band, f.status = c.status and f.team_id = c.team_id
        and f.district_pcode = c.district_pcode and f.funding_round_id = g.funding_round_id as follows
      from grant_profiles f join cases c on c.id = f.case_id join grants g on g.case_id = f.case_id
      where f.case_id = ${caseId}`
    expect(await copies()).toEqual([{ age_band: '18-59', follows: true }])
    const other = await round()
    await ownerSql().begin(async (sql) => {
      await sql`update cases set version = version + 1, team_id = ${world.team.ramadi}, district_pcode = 'IQG01Q03' where id = ${caseId}`
      await sql`alter table grants disable trigger stays`
      await sql`update grants set funding_round_id = ${other} where case_id = ${caseId}`
      await sql`alter table grants enable trigger stays`
    })
    expect(await copies()).toEqual([{ age_band: '18-59', follows: true }])
    expect((await getSelection(world.actor.supervisor2, other, {}))?.all.applied).toBe(1)
  })

  it('keeps its profiles from everyone, and lists nothing for a kind that does not exist', async () => {
    const { supervisor, manager } = world.actor
    for (const deed of ['update grant_profiles set sex = $$male$$', 'delete from grant_profiles'])
      await expect(sqlAs(supervisor.userId, (sql) => sql.unsafe(deed))).rejects.toThrow('permission denied')
    for (const value of ["' or true --", 'maybe', '']) {
      for (const dimension of ['sex', 'disability', 'district'] as const) {
        const rows = await sqlAs(
          manager.userId,
          (sql) =>
            sql`select * from round_listed(${world.roundId}, '{committee_review}', ${dimension}, ${value}, null, null, 9)`,
        )
        expect(rows).toHaveLength(0)
      }
    }
  })

  it('tells nothing to who reads no cases', async () => {
    const { finance, admin } = world.actor
    for (const one of [finance, admin]) {
      const rows = await sqlAs(
        one.userId,
        (sql) => sql`select value from round_fairness(${world.roundId}) where applied > 0
          union all select id::text from round_listed(${world.roundId}, '{submitted,committee_review}', null, null, null, null, 9) id`,
      )
      expect(rows).toHaveLength(0)
    }
  })
})
