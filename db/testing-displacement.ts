import type { Actor } from '../lib/auth/actor'
import { enterCount } from '../lib/communities/displacement/count-commands'
import type { Population } from '../lib/communities/displacement/domain'
import { driveApply, startImport } from '../lib/communities/displacement/files/apply-file'
import { driveCheck, saveMapping } from '../lib/communities/displacement/files/check-file'
import { guessMapping } from '../lib/communities/displacement/files/heads'
import { takeFile } from '../lib/communities/displacement/files/take-file'
import { searchTextOf } from '../lib/communities/displacement/place-names'
import * as rounds from '../lib/communities/displacement/round-commands'
import { newId } from '../lib/ids'
import { withSystem } from './client'
import { monitoredLocations } from './schema/displacement-places'
import { ownerSql } from './testing'
import { good } from './testing-grant'
import type { World } from './testing-world'

/** A monitored location in Falluja, of names that no other test knows unless they are given. */
export async function makeSite(change: Partial<typeof monitoredLocations.$inferInsert> = {}): Promise<string> {
  const id = newId()
  const { nameEn = `Hay ${id.slice(-10)}`, nameAr = `حي ${id.slice(-10)}`, aliases = [] } = change
  const names = { nameEn, nameAr, dtmNameEn: '', dtmNameAr: '', aliases }
  const row = { id, ...names, searchText: searchTextOf(names), districtPcode: 'IQG01Q01', ...change }
  await withSystem('test site', (tx) => tx.insert(monitoredLocations).values(row))
  return id
}

let lastNumber = 1000

/** An open round of a number that no other test of the file has. */
export async function makeRound(actor: Actor, countedOn = '2026-03-31'): Promise<string> {
  lastNumber += 1
  return good(await rounds.openRound.execute(actor, { number: String(lastNumber), countedOn, remark: '' })).roundId
}

/** What a step of a round is sent with: its version as it stands. */
export async function roundRef(roundId: string): Promise<{ roundId: string; version: number }> {
  const [row] = await ownerSql()`select version from displacement_rounds where id = ${roundId}`
  return { roundId, version: Number(row?.version) }
}

/** Enters plain figures of one location. */
export async function enter(
  actor: Actor,
  roundId: string,
  locationId: string,
  families: number,
  change: { population?: Population; version?: number } & Record<string, unknown> = {},
) {
  const form = { roundId, locationId, population: 'idp', version: 0, families: String(families), method: 'families_x6' }
  return enterCount.execute(actor, { ...form, ...change })
}

/** Brings an open round with figures to where it is published: three people, three steps. */
export async function publish(world: World, roundId: string): Promise<void> {
  good(await rounds.submitRound.execute(world.actor.analyst, await roundRef(roundId)))
  good(await rounds.validateRound.execute(world.actor.supervisor, await roundRef(roundId)))
  good(await rounds.publishRound.execute(world.actor.manager, await roundRef(roundId)))
}

/** Reads a list into a round as far as its preview; the columns are taken as they are guessed. */
export async function checked(actor: Actor, roundId: string, bytes: Uint8Array, population: Population = 'idp') {
  const file = { roundId, population, sheet: '', name: 'list.csv', bytes }
  const { importId, isAgain } = good(await takeFile(actor, file))
  if (isAgain) return importId
  const [row] = await ownerSql()`select header, state from displacement_imports where id = ${importId}`
  if (row?.state === 'mapping') {
    const { mapping } = guessMapping(row.header, population)
    good(await saveMapping.execute(actor, { importId, columns: mapping.map((field) => field ?? '') }))
  }
  if ((await driveCheck(actor, importId)) !== 'checked') throw new Error('not checked')
  return importId
}

/** Takes what the preview offers. */
export async function applied(actor: Actor, importId: string): Promise<string> {
  good(await startImport.execute(actor, { importId }))
  return driveApply(actor, importId)
}
