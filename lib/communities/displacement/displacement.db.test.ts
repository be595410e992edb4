import { beforeAll, describe, expect, it } from 'vitest'
import { ownerSql, sqlAs } from '../../../db/testing'
import { enter, makeRound, makeSite, publish, roundRef } from '../../../db/testing-displacement'
import { good } from '../../../db/testing-grant'
import { makeWorld, type Part, type World } from '../../../db/testing-world'
import { newId } from '../../ids'
import { removeCount } from './count-commands'
import { getCounts, listCounts } from './count-queries'
import { getOverview } from './overview-query'
import { addPlace, editPlace, togglePlace } from './place-commands'
import { getPlace, listPlaces } from './place-queries'
import * as rounds from './round-commands'
import { getRound, listRounds } from './round-queries'
import { getAreaTrend } from './trend-query'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const everyone: readonly Part[] = [
  'caseworker',
  'nurse',
  'analyst',
  'supervisor',
  'healthSupervisor',
  'manager',
  'healthManager',
  'finance',
  'admin',
]
const enterers: readonly Part[] = ['caseworker', 'nurse', 'analyst']
const validators: readonly Part[] = ['supervisor', 'healthSupervisor', 'manager', 'healthManager']

/** A round with figures of two locations, open. */
async function figures(part: Part = 'analyst', countedOn?: string) {
  const roundId = await makeRound(world.actor[part], countedOn)
  const [one, other] = [await makeSite(), await makeSite({ districtPcode: 'IQG01Q03' })]
  good(await enter(world.actor[part], roundId, one, 100))
  good(
    await enter(world.actor[part], roundId, other, 40, { method: 'counted', individuals: '٢٣١', confidence: 'high' }),
  )
  return { roundId, one, other }
}

describe('a round', () => {
  it('is entered, submitted, validated and published by three people, and locked', async () => {
    const { roundId, one } = await figures()
    const { analyst, caseworker, supervisor, manager, healthManager } = world.actor
    good(await rounds.submitRound.execute(analyst, await roundRef(roundId)))
    expect(await enter(analyst, roundId, await makeSite(), 5)).toMatchObject({
      reasons: [{ key: 'displacement.refused.locked' }],
    })
    expect(await rounds.validateRound.execute(analyst, await roundRef(roundId))).toMatchObject({
      reasons: [{ key: 'displacement.refused.validator_only' }],
    })
    expect(await rounds.publishRound.execute(manager, await roundRef(roundId))).toMatchObject({
      reasons: [{ key: 'displacement.refused.not_now' }],
    })
    good(await rounds.validateRound.execute(manager, await roundRef(roundId)))
    expect(await rounds.publishRound.execute(supervisor, await roundRef(roundId))).toMatchObject({
      reasons: [{ key: 'displacement.refused.publisher_only' }],
    })
    expect(await rounds.publishRound.execute(manager, await roundRef(roundId))).toMatchObject({
      reasons: [{ key: 'displacement.refused.own_validation' }],
    })
    good(await rounds.publishRound.execute(healthManager, await roundRef(roundId)))
    const locked = { roundId, locationId: one, population: 'idp', version: 1 }
    expect(await removeCount.execute(caseworker, locked)).toMatchObject({
      reasons: [{ key: 'displacement.refused.locked' }],
    })
    const page = await getRound(analyst, roundId)
    expect(page?.round).toMatchObject({ status: 'published', publishedName: 'Test healthManager' })
    expect(page?.events.map((event) => event.toStatus)).toEqual(['published', 'validated', 'submitted', 'open'])
  })

  it('keeps families, counted and multiplied individuals apart', async () => {
    const { roundId } = await figures()
    expect((await getRound(world.actor.analyst, roundId))?.sums.idp).toEqual({
      locations: 2,
      families: 140,
      counted: 231,
      multiplied: 600,
    })
    await publish(world, roundId)
    const totals = await ownerSql()`select district_pcode as d, families, counted, multiplied from displacement_totals
      where round_id = ${roundId} order by 1`
    expect(totals).toEqual([
      { d: 'IQG01Q01', families: 100, counted: 0, multiplied: 600 },
      { d: 'IQG01Q03', families: 40, counted: 231, multiplied: 0 },
    ])
  })

  it('without figures, or of a day to come, goes nowhere', async () => {
    const { analyst } = world.actor
    const roundId = await makeRound(analyst)
    expect(await rounds.submitRound.execute(analyst, await roundRef(roundId))).toMatchObject({
      reasons: [{ key: 'displacement.refused.no_figures' }],
    })
    expect(await rounds.openRound.execute(analyst, { number: '77', countedOn: '2099-01-01' })).toMatchObject({
      fields: { countedOn: 'errors.dateFuture' },
    })
    good(await rounds.discardRound.execute(analyst, await roundRef(roundId)))
    expect(await enter(analyst, roundId, await makeSite(), 5)).toMatchObject({ code: 'refused' })
  })

  it('that is sent back opens again, with the reason', async () => {
    const { roundId, one } = await figures()
    const { analyst, supervisor } = world.actor
    good(await rounds.submitRound.execute(analyst, await roundRef(roundId)))
    const why = 'Saqlawiya is missing'
    good(await rounds.sendBackRound.execute(supervisor, { ...(await roundRef(roundId)), why }))
    good(await enter(analyst, roundId, one, 120, { version: 1 }))
    const page = await getRound(analyst, roundId)
    expect(page?.round).toMatchObject({ status: 'open', submittedBy: null })
    expect(page?.events[0]?.data).toEqual({ why })
  })

  it('is corrected by a new edition, which takes its place only when it is published', async () => {
    const { roundId, one } = await figures()
    const { analyst, caseworker, supervisor } = world.actor
    expect(
      await rounds.correctRound.execute(analyst, { ...(await roundRef(roundId)), remark: 'too early' }),
    ).toMatchObject({
      reasons: [{ key: 'displacement.refused.not_current' }],
    })
    await publish(world, roundId)
    const ask = { ...(await roundRef(roundId)), remark: 'A camp was counted twice' }
    const both = await Promise.all([
      rounds.correctRound.execute(analyst, ask),
      rounds.correctRound.execute(caseworker, ask),
    ])
    const made = both.filter((answer) => answer.ok)
    expect(made).toHaveLength(1)
    const edition = good(made[0] ?? both[0]).roundId
    const enterer = both[0].ok ? analyst : caseworker
    good(await enter(enterer, edition, one, 70, { version: 1 }))
    expect((await getRound(supervisor, roundId))?.sums.idp.families).toBe(140)
    expect((await getRound(supervisor, edition))?.sums.idp.families).toBe(110)
    good(await rounds.submitRound.execute(analyst, await roundRef(edition)))
    good(await rounds.validateRound.execute(supervisor, await roundRef(edition)))
    good(await rounds.publishRound.execute(world.actor.manager, await roundRef(edition)))
    expect((await getRound(supervisor, roundId))?.round).toMatchObject({ status: 'superseded', correctedById: edition })
    const { trend } = (await getPlace(supervisor, one)) ?? { trend: [] }
    expect(trend.map((point) => [point.edition, point.sums.idp?.families])).toEqual([[2, 70]])
    expect(
      await rounds.correctRound.execute(analyst, { ...(await roundRef(roundId)), remark: 'once more' }),
    ).toMatchObject({
      reasons: [{ key: 'displacement.refused.not_current' }],
    })
  })

  it('moved by two at once is moved by one', async () => {
    const { roundId } = await figures()
    const ref = await roundRef(roundId)
    const both = await Promise.all([
      rounds.submitRound.execute(world.actor.analyst, ref),
      rounds.submitRound.execute(world.actor.caseworker, ref),
    ])
    expect(both.map((answer) => (answer.ok ? 'ok' : answer.code)).sort()).toEqual(['conflict', 'ok'])
  })

  it('takes no figure that slips in while it is submitted', async () => {
    const { roundId } = await figures()
    const sites = await Promise.all(Array.from({ length: 6 }, () => makeSite()))
    const ref = await roundRef(roundId)
    const [submitted, ...entered] = await Promise.all([
      rounds.submitRound.execute(world.actor.analyst, ref),
      ...sites.map((site) => enter(world.actor.caseworker, roundId, site, 7)),
    ])
    expect(submitted.ok).toBe(true)
    const [sum] = await ownerSql()`select count(*)::int as n from displacement_counts where round_id = ${roundId}`
    expect(sum?.n).toBe(2 + entered.filter((answer) => answer.ok).length)
    for (const answer of entered)
      if (!answer.ok) expect(answer).toMatchObject({ reasons: [{ key: 'displacement.refused.locked' }] })
  })
})

describe('figures', () => {
  it.each([
    [
      'fewer individuals than families',
      { method: 'counted', individuals: '9' },
      { individuals: 'displacement.errors.fewerIndividuals' },
    ],
    [
      'counted individuals that are not there',
      { method: 'counted', individuals: '' },
      { individuals: 'errors.required' },
    ],
    ['a million families and one', { families: '1000001' }, { families: 'errors.whole' }],
    ['a negative number', { families: '-3' }, { families: 'errors.whole' }],
    ['a location that is none', { locationId: newId() }, { locationId: 'errors.choose' }],
  ])('are not entered with %s', async (_, change, fields) => {
    const roundId = await makeRound(world.actor.analyst)
    expect(await enter(world.actor.analyst, roundId, await makeSite(), 10, change)).toMatchObject({ ok: false, fields })
  })

  it('are not entered where nobody is counted any more', async () => {
    const roundId = await makeRound(world.actor.analyst)
    expect(await enter(world.actor.analyst, roundId, await makeSite({ closedOn: '2026-01-01' }), 10)).toMatchObject({
      fields: { locationId: 'displacement.errors.placeClosed' },
    })
  })

  it('changed by two at once are changed by one, and never entered twice', async () => {
    const { roundId, one } = await figures()
    const { analyst, caseworker } = world.actor
    const both = await Promise.all([
      enter(analyst, roundId, one, 101, { version: 1 }),
      enter(caseworker, roundId, one, 102, { version: 1 }),
    ])
    expect(both.map((answer) => (answer.ok ? 'ok' : answer.code)).sort()).toEqual(['conflict', 'ok'])
    expect(await enter(analyst, roundId, one, 5)).toMatchObject({ code: 'conflict' })
  })

  it('are compared with the round before: what is missing, and what moved', async () => {
    const { roundId, one, other } = await figures('analyst', '2024-05-01')
    await publish(world, roundId)
    const next = await makeRound(world.actor.analyst, '2024-06-01')
    good(await enter(world.actor.analyst, next, one, 130))
    const page = await getRound(world.actor.analyst, next)
    expect(page?.round.baseId).toBe(roundId)
    expect(page?.missing).toEqual([{ population: 'idp', missing: 1 }])
    // By its name: of all locations without figures a page shows the first twenty-five.
    const list = async (only: 'moved' | 'missing', id: string) =>
      (
        await listCounts(
          world.actor.analyst,
          { id: next, baseId: roundId },
          { population: 'idp', only, search: `Hay ${id.slice(-10)}` },
        )
      ).rows.map((row) => row.id)
    expect(await list('moved', one)).toEqual([one])
    expect(await list('moved', other)).toEqual([])
    expect(await list('missing', other)).toEqual([other])
  })
})

describe('role × round', () => {
  it.each(everyone)('what is under way is seen by who works on it, what is published by all: %s', async (part) => {
    const { roundId } = await figures()
    const works = enterers.includes(part) || validators.includes(part)
    const actor = world.actor[part]
    expect((await getRound(actor, roundId)) !== null).toBe(works)
    expect((await listRounds(actor, {})).rows.some((row) => row.id === roundId)).toBe(works)
    const counts = () =>
      sqlAs(actor.userId, (sql) => sql`select count(*)::int as n from displacement_counts where round_id = ${roundId}`)
    expect((await counts())[0]?.n).toBe(works ? 2 : 0)
    await publish(world, roundId)
    expect((await getRound(actor, roundId))?.sums.idp.families).toBe(140)
    expect((await counts())[0]?.n).toBe(2)
  })

  it.each(everyone)('is entered by who enters: %s', async (part) => {
    const actor = world.actor[part]
    const opened = await rounds.openRound.execute(actor, {
      number: String(5000 + everyone.indexOf(part)),
      countedOn: '2026-01-31',
    })
    expect(opened.ok).toBe(enterers.includes(part))
    const { roundId, one } = await figures()
    const answer = await enter(actor, roundId, one, 3, { version: 1 })
    expect(answer.ok).toBe(enterers.includes(part))
    const raw = await sqlAs(
      actor.userId,
      (
        sql,
      ) => sql`update displacement_counts set families = 1, individuals = 6, entered_by = ${actor.userId}, version = version + 1
        where round_id = ${roundId} and location_id = ${one} returning 1`,
    ).then(
      (rows) => rows.length,
      () => 0,
    )
    expect(raw).toBe(enterers.includes(part) ? 1 : 0)
  })

  it.each(everyone)('by raw SQL nobody takes a step that is not theirs: %s', async (part) => {
    const actor = world.actor[part]
    const { roundId } = await figures('analyst')
    const move = (to: string) =>
      sqlAs(
        actor.userId,
        (sql) =>
          sql`update displacement_rounds set status = ${to}, version = version + 1 where id = ${roundId} returning 1`,
      ).then(
        (rows) => rows.length,
        () => 0,
      )
    expect(await move('published')).toBe(0)
    expect(await move('validated')).toBe(0)
    expect(await move('superseded')).toBe(0)
    expect(await move('submitted')).toBe(enterers.includes(part) ? 1 : 0)
    if (!enterers.includes(part)) good(await rounds.submitRound.execute(world.actor.analyst, await roundRef(roundId)))
    expect(await move('validated')).toBe(validators.includes(part) ? 1 : 0)
    expect(await move('published')).toBe(0)
  })

  it('by raw SQL nobody validates what they entered, changes what is published, or forges history', async () => {
    const { analyst, caseworker, manager } = world.actor
    const { roundId, one } = await figures('caseworker')
    // Someone who enters and validates at once: the roles may meet in one person, the deeds never.
    await ownerSql()`insert into user_roles (id, user_id, role, approved_at) values (${newId()}, ${caseworker.userId}, 'supervisor', now())`
    good(await rounds.submitRound.execute(analyst, await roundRef(roundId)))
    const as = (userId: string, text: string, ...values: string[]) => sqlAs(userId, (sql) => sql.unsafe(text, values))
    const validate = "update displacement_rounds set status = 'validated', version = version + 1 where id = $1"
    await expect(as(caseworker.userId, validate, roundId)).rejects.toThrow('displacement.refused.own_figures')
    await ownerSql()`delete from user_roles where user_id = ${caseworker.userId} and role = 'supervisor'`
    good(await rounds.validateRound.execute(world.actor.supervisor, await roundRef(roundId)))
    good(await rounds.publishRound.execute(manager, await roundRef(roundId)))
    for (const text of [
      'update displacement_counts set families = 0, individuals = 0, version = version + 1 where round_id = $1',
      'delete from displacement_counts where round_id = $1',
    ])
      await expect(as(analyst.userId, text, roundId)).rejects.toThrow('displacement.refused.locked')
    await expect(
      as(
        analyst.userId,
        `insert into displacement_counts (round_id, location_id, population, families, individuals, method, entered_by) values ($1, $2, 'returnee', 1, 6, 'families_x6', $3)`,
        roundId,
        one,
        analyst.userId,
      ),
    ).rejects.toThrow('displacement.refused.locked')
    for (const text of [
      'update displacement_totals set families = 0 where round_id = $1',
      'delete from displacement_rounds where id = $1',
      'delete from displacement_round_events where round_id = $1',
    ])
      await expect(as(analyst.userId, text, roundId)).rejects.toThrow(/permission denied/)
    await expect(ownerSql()`update displacement_totals set families = 0 where round_id = ${roundId}`).rejects.toThrow(
      'history',
    )
  })

  it('calls nothing multiplied that is not', async () => {
    const { analyst } = world.actor
    const roundId = await makeRound(analyst)
    const site = await makeSite()
    await expect(
      sqlAs(
        analyst.userId,
        (
          sql,
        ) => sql`insert into displacement_counts (round_id, location_id, population, families, individuals, method, entered_by)
          values (${roundId}, ${site}, 'idp', 10, 61, 'families_x6', ${analyst.userId})`,
      ),
    ).rejects.toThrow('displacement_counts_multiplied')
  })
})

const placeForm = (change: object = {}) => ({
  nameEn: 'Al-Julan',
  nameAr: 'حي الجولان',
  aliases: 'Jolan\n الجولان \n\nJolan',
  areaPcode: 'IQG01Q01N03',
  latitude: '٣٣٫٣٦',
  longitude: '43.77',
  ...change,
})

describe('the register of locations', () => {
  it.each(everyone)('is kept by supervisors, managers and analysts: %s', async (part) => {
    const actor = world.actor[part]
    const keeps = validators.includes(part) || part === 'analyst'
    const added = await addPlace.execute(actor, placeForm())
    expect(added.ok).toBe(keeps)
    const locationId = await makeSite()
    expect((await togglePlace.execute(actor, { locationId, version: 1 })).ok).toBe(keeps)
    expect((await listPlaces(actor, {})).rows.length).toBeGreaterThan(0)
    const renamed = await sqlAs(
      actor.userId,
      (sql) => sql`update monitored_locations set name_en = 'x' where id = ${locationId} returning 1`,
    ).then(
      (rows) => rows.length,
      () => 0,
    )
    expect(renamed).toBe(keeps ? 1 : 0)
  })

  it('is found by any name, in either script and as it is habitually written', async () => {
    const { analyst } = world.actor
    const { locationId } = good(await addPlace.execute(analyst, placeForm({ nameAr: 'حيّ الأمل الجديد' })))
    for (const search of ['الامل', 'jolan', 'AL-JULAN'])
      expect((await listPlaces(analyst, { search })).rows.map((row) => row.id)).toContain(locationId)
    expect((await listPlaces(analyst, { search: 'ju%an' })).rows).toEqual([])
    expect((await getPlace(analyst, locationId))?.place).toMatchObject({
      aliases: ['Jolan', 'الجولان'],
      districtPcode: 'IQG01Q01',
      subDistrictPcode: 'IQG01Q01N03',
      latitude: 33.36,
    })
  })

  it.each([
    ['half a position', { longitude: '' }, { latitude: 'displacement.errors.position' }],
    ['a position off the earth', { latitude: '133' }, { latitude: 'displacement.errors.degrees' }],
    ['a governorate as its district', { areaPcode: 'IQG01' }, { areaPcode: 'errors.choose' }],
    [
      'a community that is none',
      { communityPcode: 'IQG01Q01N03' },
      { communityPcode: 'displacement.errors.community' },
    ],
  ])('takes no location with %s', async (_, change, fields) => {
    expect(await addPlace.execute(world.actor.analyst, placeForm(change))).toMatchObject({ ok: false, fields })
  })

  it('gives an id of the lists to one location', async () => {
    const { analyst } = world.actor
    good(await addPlace.execute(analyst, placeForm({ placeId: '23792' })))
    expect(await addPlace.execute(analyst, placeForm({ placeId: '٢٣٧٩٢' }))).toMatchObject({
      fields: { placeId: 'displacement.errors.placeIdTaken' },
    })
  })

  it('shows the trend of a community through its locations', async () => {
    const { analyst, supervisor } = world.actor
    await ownerSql()`insert into locations (pcode, level, parent_pcode, name_en, name_ar)
      values ('IQG01Q01N03C01', 4, 'IQG01Q01N03', 'Julan', 'الجولان')`
    const { locationId } = good(await addPlace.execute(analyst, placeForm({ communityPcode: 'IQG01Q01N03C01' })))
    const roundId = await makeRound(analyst, '2026-02-28')
    good(await enter(analyst, roundId, locationId, 33, { population: 'returnee' }))
    await publish(world, roundId)
    const found = await getAreaTrend(supervisor, 'IQG01Q01N03C01')
    expect(found?.trend.map((point) => point.sums)).toEqual([
      { returnee: { locations: 1, families: 33, counted: 0, multiplied: 198 } },
    ])
    expect(
      (await getAreaTrend(supervisor, 'IQG01Q01'))?.trend.find((point) => point.roundId === roundId)?.sums.returnee
        ?.families,
    ).toBe(33)
    expect(await getAreaTrend(supervisor, 'IQG01Q01N03')).toBeNull()
    expect(
      await editPlace.execute(analyst, {
        ...placeForm({ areaPcode: 'IQG01Q03', communityPcode: 'IQG01Q01N03C01' }),
        locationId,
        version: 1,
      }),
    ).toMatchObject({
      fields: { communityPcode: 'displacement.errors.community' },
    })
  })
})

describe('what all see', () => {
  it('is the last published round on the map, and nothing that is under way', async () => {
    const { roundId, one } = await figures('analyst', '2026-10-31')
    await publish(world, roundId)
    await ownerSql()`update monitored_locations set latitude = 33.36, longitude = 43.77 where id = ${one}`
    const later = await makeRound(world.actor.analyst, '2026-11-20')
    good(await enter(world.actor.analyst, later, one, 999))
    const seen = await getOverview(world.actor.finance, 'idp')
    expect(seen.round?.roundId).toBe(roundId)
    expect(seen.places.map((place) => [place.id, place.families])).toEqual([[one, 100]])
    expect(await getCounts(world.actor.finance, later, one)).toBeNull()
  })
})
