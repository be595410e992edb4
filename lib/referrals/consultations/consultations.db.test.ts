import { beforeAll, describe, expect, it } from 'vitest'
import { ownerSql, sqlAs } from '../../../db/testing'
import { good } from '../../../db/testing-grant'
import { makeFacility } from '../../../db/testing-referral'
import { makeWorld, type Part, type World } from '../../../db/testing-world'
import { enterRegister, withdrawRegister } from './commands'
import { getRegister, listRegisters } from './queries'
import { getTotals, mayCount } from './totals-query'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const line = 'f\t34\tr\tn\t3\tn'
const day = '2026-03-04'
const form = (facilityId: string, change: object = {}) => ({
  facilityId,
  heldOn: day,
  table: `${line}\nm\t٥\tc\tn\t1\tf\n`,
  ...change,
})

/** What the totals of a facility must be: counted from the lines of the registers that stand. */
async function expectTotalsOfLines(): Promise<void> {
  const sql = ownerSql()
  const [counted] =
    await sql`select count(*)::integer as lines from consultations c join consultation_registers r on r.id = c.register_id where r.withdrawn_at is null`
  const wrong = await sql`
    with standing as (
      select date_trunc('month', r.held_on)::date as month, r.facility_id, r.team_id, c.sex, age_band_of(c.age_years) as age_band, c.displacement,
        c.disability, c.category_code, c.is_new, count(*)::integer as count
      from consultations c join consultation_registers r on r.id = c.register_id where r.withdrawn_at is null group by 1, 2, 3, 4, 5, 6, 7, 8, 9)
    select * from standing s full join (select * from consultation_totals where count > 0) t
      using (month, facility_id, team_id, sex, age_band, displacement, disability, category_code, is_new, count)
    where s.month is null or t.month is null`
  expect(wrong).toEqual([])
  const sums = await sql`select dimension, sum(count)::integer as count from consultation_sums group by 1`
  expect(new Set(sums.map((row) => row.count))).toEqual(new Set([counted?.lines]))
  expect(sums).toHaveLength(8)
  const odd = await sql`
    select month, team_id, dimension, value, count from consultation_sums s where count <> coalesce((
      select sum(t.count) from consultation_totals t where t.month = s.month and t.team_id = s.team_id and case s.dimension when 'all' then true
        when 'facility' then t.facility_id::text = s.value when 'sex' then t.sex = s.value when 'age_band' then t.age_band = s.value
        when 'displacement' then t.displacement = s.value when 'disability' then t.disability = s.value
        when 'category' then t.category_code = s.value else (case when t.is_new then 'new' else 'follow_up' end) = s.value end), 0)`
  expect(odd).toEqual([])
}

describe('a register', () => {
  it('is entered in letters and any digits, and counted by the database', async () => {
    const { nurse } = world.actor
    const { registerId } = good(await enterRegister.execute(nurse, form(await makeFacility())))
    const page = await getRegister(nurse, registerId)
    expect(page?.lines.map(({ position: _, ...one }) => one)).toEqual([
      { sex: 'female', age: 34, displacement: 'returnee', disability: 'no', category: 'skin', visit: 'new' },
      {
        sex: 'male',
        age: 5,
        displacement: 'idp_in_camp',
        disability: 'no',
        category: 'respiratory',
        visit: 'follow_up',
      },
    ])
    expect(page?.head).toMatchObject({ held_on: day, row_count: 2, team_id: world.team.falluja })
    await expectTotalsOfLines()
  })

  it('comes from a form without scripts as well, its empty rows left out', async () => {
    const rows = [
      { sex: 'f', age: '2', displacement: 'h', disability: 'u', category: '12', visit: 'n' },
      { sex: '' },
      undefined,
    ]
    const input = { facilityId: await makeFacility(), heldOn: { day: '٤', month: '٣', year: '٢٠٢٦' }, rows }
    const { registerId } = good(await enterRegister.execute(world.actor.nurse, input))
    expect((await getRegister(world.actor.nurse, registerId))?.lines).toHaveLength(1)
  })

  it.each([
    ['a day to come', { heldOn: '2099-01-01' }, { heldOn: 'errors.dateFuture' }],
    ['a day before the programme', { heldOn: '2015-08-31' }, { heldOn: 'consultations.errors.tooEarly' }],
    ['a day that is none', { heldOn: '2026-02-30' }, { heldOn: 'errors.date' }],
    ['no line', { table: '\t\t\n \n' }, { table: 'consultations.errors.none' }],
    ['too many lines', { table: `${line}\n`.repeat(1001) }, { table: 'consultations.errors.tooMany' }],
    [
      'a line that is short',
      { table: `${line}\nf\t34` },
      {
        'rows.1.displacement': 'consultations.errors.missing',
        'rows.1.disability': 'consultations.errors.missing',
        'rows.1.category': 'consultations.errors.missing',
        'rows.1.visit': 'consultations.errors.missing',
      },
    ],
    [
      'a complaint out of use or unknown',
      { table: 'f\t3\tr\tn\t77\tn' },
      { 'rows.0.category': 'consultations.errors.category' },
    ],
    [
      'a facility that does not exist',
      { facilityId: '01900000-0000-7000-8000-000000000000' },
      { facilityId: 'errors.choose' },
    ],
  ])('is not taken with %s, and nothing is written', async (_, change, fields) => {
    const facilityId = await makeFacility()
    expect(await enterRegister.execute(world.actor.nurse, form(facilityId, change))).toEqual({
      ok: false,
      code: 'invalid',
      fields,
    })
    expect(await ownerSql()`select from consultation_registers where facility_id = ${facilityId}`).toHaveLength(0)
  })

  it('holds a thousand lines', async () => {
    const { registerId } = good(
      await enterRegister.execute(world.actor.nurse, form(await makeFacility(), { table: `${line}\n`.repeat(1000) })),
    )
    expect((await getRegister(world.actor.nurse, registerId))?.lines).toHaveLength(1000)
    await expectTotalsOfLines()
  })

  it('of one day counts once: a second is refused, a correction takes its place, a withdrawal takes it off', async () => {
    const { nurse, nurseB } = world.actor
    const facilityId = await makeFacility()
    const { registerId } = good(await enterRegister.execute(nurse, form(facilityId)))
    expect(await enterRegister.execute(nurseB, form(facilityId))).toMatchObject({
      fields: { heldOn: 'consultations.errors.dayTaken' },
    })
    const corrected = good(await enterRegister.execute(nurseB, form(facilityId, { table: line, replaces: registerId })))
    await expectTotalsOfLines()
    expect(await enterRegister.execute(nurse, form(facilityId, { replaces: registerId }))).toMatchObject({
      reasons: [{ key: 'consultations.refused.withdrawn' }],
    })
    expect(
      await enterRegister.execute(nurse, form(facilityId, { replaces: corrected.registerId, heldOn: '2026-03-05' })),
    ).toMatchObject({
      fields: { heldOn: 'consultations.errors.sameDay' },
    })
    const page = await getRegister(nurse, corrected.registerId)
    expect(page?.versions.map((one) => one.withdrawn_at === null)).toEqual([true, false])
    good(await withdrawRegister.execute(nurse, { registerId: corrected.registerId }))
    await expectTotalsOfLines()
    expect((await listRegisters(nurse, { facility: facilityId })).rows).toEqual([])
  })

  it('keeps its totals right when many are entered, corrected and withdrawn at once', async () => {
    const { nurse, nurseB, healthSupervisor } = world.actor
    const places = await Promise.all(Array.from({ length: 4 }, () => makeFacility()))
    const old = await Promise.all(
      places.map(async (facilityId) =>
        good(await enterRegister.execute(nurse, form(facilityId, { heldOn: '2026-03-10' }))),
      ),
    )
    const answers = await Promise.all([
      ...places.map((facilityId, at) =>
        enterRegister.execute(
          nurseB,
          form(facilityId, { heldOn: '2026-03-10', replaces: old[at]?.registerId, table: line }),
        ),
      ),
      ...places.map((facilityId) => enterRegister.execute(nurse, form(facilityId, { heldOn: '2026-03-11' }))),
      ...places.map((facilityId) => enterRegister.execute(nurseB, form(facilityId, { heldOn: '2026-03-11' }))),
      ...old.map(({ registerId }) => withdrawRegister.execute(healthSupervisor, { registerId })),
    ])
    // Of the two that enter one day one wins; of correction and withdrawal at least one does.
    expect(answers.slice(4, 12).filter((answer) => answer.ok)).toHaveLength(4)
    expect(answers.filter((answer) => !answer.ok && !['invalid', 'refused', 'conflict'].includes(answer.code))).toEqual(
      [],
    )
    await expectTotalsOfLines()
  })

  it('is listed by the day, page by page, and by what its lines are', async () => {
    const { nurse2 } = world.actor
    const facilityId = await makeFacility({ districtPcode: 'IQG01Q03', locationPcode: 'IQG01Q03N03' })
    for (let at = 1; at <= 28; at++)
      good(await enterRegister.execute(nurse2, form(facilityId, { heldOn: `2026-02-${String(at).padStart(2, '0')}` })))
    const first = await listRegisters(nurse2, { facility: facilityId })
    expect(first.rows.map((row) => row.heldOn).slice(0, 2)).toEqual(['2026-02-28', '2026-02-27'])
    const second = await listRegisters(nurse2, { facility: facilityId, after: first.next ?? '' })
    expect(second.rows.map((row) => row.heldOn)).toEqual(['2026-02-03', '2026-02-02', '2026-02-01'])
    const back = await listRegisters(nurse2, { facility: facilityId, before: second.previous ?? '' })
    expect(back.rows.map((row) => row.id)).toEqual(first.rows.map((row) => row.id))
    const children = await listRegisters(nurse2, { from: '2026-02-01', to: '2026-02-01', ageBand: '5-11', sex: 'male' })
    expect(children.rows.map((row) => row.matching)).toEqual(Array(25).fill(1))
    expect((await listRegisters(nurse2, { category: 'maternal' })).rows).toEqual([])
  })
})

const everyone = [
  'nurse',
  'nurseB',
  'nurse2',
  'healthSupervisor',
  'healthManager',
  'healthAnalyst',
  'caseworker',
  'supervisor',
  'manager',
  'finance',
  'analyst',
  'admin',
] as const satisfies Part[]
const reads: readonly Part[] = ['nurse', 'nurseB', 'healthSupervisor', 'healthManager']
const writes: readonly Part[] = ['nurse', 'nurseB', 'healthSupervisor']

describe('role × register', () => {
  it.each(everyone)('reads, corrects and counts within reach: %s', async (part) => {
    const actor = world.actor[part]
    const facilityId = await makeFacility()
    const { registerId } = good(await enterRegister.execute(world.actor.nurse, form(facilityId)))
    expect((await getRegister(actor, registerId)) !== null).toBe(reads.includes(part))
    const withdrawn = await withdrawRegister.execute(actor, { registerId })
    const expected = writes.includes(part) ? 'ok' : part === 'healthManager' ? 'forbidden|not_found' : 'not_found'
    expect(expected.split('|')).toContain(withdrawn.ok ? 'ok' : withdrawn.code)
    const rows = await sqlAs(actor.userId, (sql) => sql`select id from consultation_registers where id = ${registerId}`)
    const lines = await sqlAs(
      actor.userId,
      (sql) => sql`select position from consultations where register_id = ${registerId}`,
    )
    expect([rows.length, lines.length]).toEqual(reads.includes(part) ? [1, 2] : [0, 0])
    const totals = await sqlAs(
      actor.userId,
      (sql) => sql`select (select count(*)::integer from consultation_totals where facility_id = ${facilityId}) as full,
      (select count(*)::integer from consultation_sums where team_id = ${world.team.falluja}) as sums`,
    )
    const counts = reads.includes(part) || part === 'healthAnalyst'
    expect([totals[0]?.full > 0, totals[0]?.sums > 0]).toEqual([counts, counts])
    expect(mayCount(actor)).toBe(counts || part === 'nurse2')
  })

  it.each(everyone)('cannot write past the commands: %s', async (part) => {
    const { userId } = world.actor[part]
    const { registerId } = good(
      await enterRegister.execute(
        world.actor.nurse2,
        form(await makeFacility({ districtPcode: 'IQG01Q03', locationPcode: 'IQG01Q03N03' })),
      ),
    )
    const tries = [
      `insert into consultations values ('${registerId}', 3, 'male', 3, 'other', 'no', 'other', true)`,
      `update consultations set age_years = 1 where register_id = '${registerId}'`,
      `delete from consultations where register_id = '${registerId}'`,
      `update consultation_totals set count = 0`,
      `insert into consultation_sums values ('2026-01-01', '${world.team.falluja}', 'all', '', 5)`,
      `delete from consultation_registers where id = '${registerId}'`,
    ]
    if (part !== 'nurse2')
      for (const query of tries)
        await expect(
          sqlAs(userId, (sql) => sql.unsafe(query)),
          query,
        ).rejects.toThrow()
    else
      for (const query of tries.slice(1))
        await expect(
          sqlAs(userId, (sql) => sql.unsafe(query)),
          query,
        ).rejects.toThrow()
    const moved = sqlAs(
      userId,
      (sql) => sql`update consultation_registers set row_count = 9 where id = ${registerId} returning id`,
    )
    await (part === 'nurse2' ? expect(moved).rejects.toThrow() : expect(moved).resolves.toHaveLength(0))
  })
})

describe('totals', () => {
  it('are of the months asked for, of all or of a facility, and small groups are withheld from analysts', async () => {
    const facilityId = await makeFacility()
    const table = `${line}\n`.repeat(7) + 'm\t70\th\ty\t4\tf\n'.repeat(2)
    good(await enterRegister.execute(world.actor.nurse, form(facilityId, { heldOn: '2025-05-05', table })))
    const filter = { from: '2025-05-01', to: '2025-05-01', facility: null }
    const mine = (await getTotals(world.actor.nurse, filter)).totals
    expect(mine.all).toEqual({ count: 9, isWithheld: false })
    expect(mine.rows.filter((row) => row.dimension === 'sex')).toEqual([
      { dimension: 'sex', value: 'female', count: 7, isWithheld: false },
      { dimension: 'sex', value: 'male', count: 2, isWithheld: false },
    ])
    const ofFacility = (await getTotals(world.actor.nurse, { ...filter, facility: facilityId })).totals
    expect(ofFacility).toEqual(mine)
    const shown = (await getTotals(world.actor.healthAnalyst, filter)).totals
    // The one small group, and the other, which the total would give away.
    expect(shown.rows.filter((row) => row.dimension === 'sex').map((row) => row.isWithheld)).toEqual([true, true])
    expect((await getTotals(world.actor.nurse2, filter)).totals.all.count).toBe(0)
    expect(
      (await getTotals(world.actor.nurse, { ...filter, from: '2025-06-01', to: '2025-07-01' })).totals.all.count,
    ).toBe(0)
  })
})
