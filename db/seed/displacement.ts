import { sql } from 'drizzle-orm'
import type { Actor } from '../../lib/auth/actor'
import { enterCount } from '../../lib/communities/displacement/count-commands'
import type { Population } from '../../lib/communities/displacement/domain'
import { driveApply, startImport } from '../../lib/communities/displacement/files/apply-file'
import { driveCheck, saveMapping } from '../../lib/communities/displacement/files/check-file'
import { guessMapping } from '../../lib/communities/displacement/files/heads'
import { takeFile } from '../../lib/communities/displacement/files/take-file'
import { searchTextOf } from '../../lib/communities/displacement/place-names'
import * as rounds from '../../lib/communities/displacement/round-commands'
import { newId } from '../../lib/ids'
import { withSystem } from '../client'
import { monitoredLocations } from '../schema/displacement-places'
import { dayOf, workMoment } from './clock'
import { type SeedSite, seedSites } from './data/sites'
import { done } from './people'
import type { Random } from './random'
import type { DemoStaff, Member } from './staff'

const isCamp = (nameEn: string) => /camp/i.test(nameEn)

/** The register, as the office found it. Written as the system: it is older than the staff. */
async function seedRegister(since: Date): Promise<void> {
  await withSystem('practice data', (tx) =>
    tx.insert(monitoredLocations).values(
      seedSites.map(([placeId, dtmLocationId, pcode, nameEn, nameAr, district, sub, position, latitude, longitude]) => {
        const names = { nameEn, nameAr, dtmNameEn: '', dtmNameAr: '', aliases: [] }
        return {
          id: newId(since),
          ...names,
          searchText: searchTextOf(names),
          placeId,
          dtmLocationId,
          pcode,
          districtPcode: district,
          subDistrictPcode: sub,
          positionDistrictPcode: position,
          latitude,
          longitude,
          isCamp: isCamp(nameEn),
          createdAt: since,
        }
      }),
    ),
  )
}

const origins = ['Anbar', 'Babylon', 'Salah al-Din', 'Ninewa'] as const
const shelters = ['Own property', 'Rented habitable', 'Host families', 'Unfinished/abandoned building', 'Camp'] as const
const head = (population: Population) => [
  'Place ID',
  'Location ID',
  'Governorate',
  'District',
  'Location Name',
  'Arabic Name',
  'Latitude',
  'Longitude',
  population === 'idp' ? 'IDPs Families' : 'Returnee Families',
  population === 'idp' ? 'IDPs Individuals' : 'Returnee Individuals',
  ...origins,
  ...shelters,
]

/** A whole number in parts that add up to it. */
function parts(total: number, count: number, random: Random): number[] {
  let left = total
  return Array.from({ length: count }, (_, at) => {
    const part = at === count - 1 ? left : random.int(0, Math.min(left, Math.ceil((total * 2) / count)))
    left -= part
    return part
  })
}

/** Families of a place in a round: the displaced go home slowly, the returned grow in number. */
function familiesOf(site: SeedSite, population: Population, at: number, random: Random): number {
  const base = population === 'idp' ? site[10] : site[11]
  const drift = population === 'idp' ? 1 - 0.07 * at : 1 + 0.018 * at
  return Math.max(0, Math.round(base * drift * (0.97 + random.next() * 0.06)))
}

const quoted = (cells: readonly (string | number)[]) =>
  cells.map((cell) => (/[",]/.test(String(cell)) ? `"${cell}"` : String(cell))).join(',')

const districtNames = new Map([
  ['IQG01Q01', 'Falluja'],
  ['IQG01Q02', "Al-Ka'im"],
  ['IQG01Q03', 'Ramadi'],
  ['IQG01Q04', 'Al-Rutba'],
  ['IQG01Q05', 'Ana'],
  ['IQG01Q06', 'Haditha'],
  ['IQG01Q07', 'Heet'],
])

/** The district where individuals are counted, not multiplied. */
const counted = 'IQG01Q04'

/** A list as the tracking matrix publishes it: individuals are families times six, or five in a camp; a line of totals closes it. */
function listOf(population: Population, at: number, extra: readonly string[], random: Random): Uint8Array {
  let total = 0
  const rows = seedSites.flatMap((site) => {
    const families = familiesOf(site, population, at, random)
    if (families === 0) return []
    total += families
    const [placeId, locationId, , nameEn, nameAr, district, , , latitude, longitude] = site
    const individuals = isCamp(nameEn) ? families * 5 : district === counted ? Math.round(families * 5.4) : families * 6
    const place = [placeId, locationId, 'Anbar', districtNames.get(district) ?? '', nameEn, nameAr, latitude, longitude]
    const from = population === 'idp' ? parts(families, origins.length, random) : [families, 0, 0, 0]
    const housed = isCamp(nameEn) ? [0, 0, 0, 0, families] : [...parts(families, shelters.length - 1, random), 0]
    return [quoted([...place, families, individuals, ...from, ...housed])]
  })
  const lines = [quoted(head(population)), ...rows, ...extra]
  return new TextEncoder().encode([...lines, quoted(['', '', '', 'Total', '', '', '', '', total, ''])].join('\r\n'))
}

/** Rows of a newer list: places that the register does not know, under names that it nearly knows. */
const unknown = [
  quoted(['91001', '', 'Anbar', 'Falluja', 'Hay Al Julan North', 'حي الجولان الشمالي', 33.3649, 43.7712, 41, 246]),
  quoted([
    '91002',
    '',
    'Anbar',
    'Falluja',
    'Saqlawiya new houses',
    'الصقلاوية - البيوت الجديدة',
    33.4021,
    43.6851,
    23,
    138,
  ]),
  quoted(['91003', '', 'Anbar', 'Ramadi', 'Zankurah village', 'قرية زنكوره', 33.4803, 43.1556, 18, 108]),
  quoted(['91004', '', 'Anbar', 'Heet', 'Kubaysa outskirts', 'أطراف كبيسة', 33.5801, 42.6203, 12, 72]),
]

type Cast = { enters: Actor; validates: Actor; publishes: Actor }

async function readList(
  actor: Actor,
  roundId: string,
  population: Population,
  bytes: Uint8Array,
  at: Date,
): Promise<void> {
  const name = population === 'idp' ? 'IDP master list.csv' : 'Returnee master list.csv'
  const file = { roundId, population, sheet: '', name, bytes }
  const { importId } = done('take list', await takeFile(actor, file, { at }))
  const columns = guessMapping(head(population), population).mapping.map((field) => field ?? '')
  // From the second round on the columns are remembered.
  await saveMapping.execute(actor, { importId, columns }, { at })
  await driveCheck(actor, importId, { at })
  done('start list', await startImport.execute(actor, { importId }, { at }))
  await driveApply(actor, importId, { at })
}

const versionOf = async (roundId: string) => {
  const rows = await withSystem('practice data', (tx) =>
    tx.execute<{ version: number }>(sql`select version from displacement_rounds where id = ${roundId}::uuid`),
  )
  return { roundId, version: rows[0]?.version ?? 0 }
}

async function publish(
  { enters, validates, publishes }: Cast,
  roundId: string,
  moments: readonly Date[],
): Promise<void> {
  const [first, second, third] = moments
  const at = (moment: Date | undefined) => (moment ? { at: moment } : {})
  done('submit', await rounds.submitRound.execute(enters, await versionOf(roundId), at(first)))
  done('validate', await rounds.validateRound.execute(validates, await versionOf(roundId), at(second)))
  done('publish', await rounds.publishRound.execute(publishes, await versionOf(roundId), at(third)))
}

const actorOf = (members: readonly Member[], account: string): Actor => {
  const found = members.find((member) => member.email.startsWith(`${account}@`))
  if (!found) throw new Error(`no ${account}`)
  return found.actor
}

/**
 * The register of 130 locations and six published rounds, a quarter apart, one of them corrected; a seventh is open, with
 * places in its list that wait for someone to say which they are.
 */
export async function seedDisplacement(staff: DemoStaff, since: Date, today: Date, random: Random): Promise<void> {
  await seedRegister(since)
  const all = [...staff.members, ...staff.health]
  const cast: Cast = {
    enters: actorOf(all, 'analyst'),
    validates: actorOf(all, 'supervisor'),
    publishes: actorOf(all, 'manager'),
  }
  const opened: string[] = []
  for (const [at, daysAgo] of [450, 370, 290, 210, 130, 50, 4].entries()) {
    const moment = (later: number) => workMoment(today, Math.max(0, daysAgo - later), random)
    const moments = [0, 1, 2, 3, 4].map(moment).sort((a, b) => a.getTime() - b.getTime())
    const [first = today, second = today] = moments
    const isLast = daysAgo === 4
    const countedOn = dayOf(new Date(first.getTime() - 5 * 86_400_000))
    const form = { number: String(129 + at), countedOn, remark: '' }
    const { roundId } = done('open round', await rounds.openRound.execute(cast.enters, form, { at: first }))
    opened.push(roundId)
    for (const population of ['idp', 'returnee'] as const)
      await readList(
        cast.enters,
        roundId,
        population,
        listOf(population, at, isLast && population === 'idp' ? unknown : [], random.fork(`${population} ${at}`)),
        second,
      )
    if (!isLast) await publish(cast, roundId, moments.slice(2))
  }
  await correct(cast, opened[3] ?? '', today, random)
}

/** A round that was found wrong after it was published. */
async function correct(cast: Cast, roundId: string, today: Date, random: Random): Promise<void> {
  const moments = [190, 189, 188, 187]
    .map((daysAgo) => workMoment(today, daysAgo, random))
    .sort((a, b) => a.getTime() - b.getTime())
  const [first = today, ...rest] = moments
  const ask = { ...(await versionOf(roundId)), remark: 'تُرك حي بعد أن عاد أهله إليه: صُحح عدد عائلاته.' }
  const edition = done('correct', await rounds.correctRound.execute(cast.enters, ask, { at: first })).roundId
  const rows = await withSystem('practice data', (tx) =>
    tx.execute<{ id: string; families: number }>(sql`select location_id as id, families from displacement_counts
      where round_id = ${edition}::uuid and population = 'idp' order by families desc limit 1`),
  )
  const [largest] = rows
  if (!largest) return
  const figures = { locationId: largest.id, population: 'idp', version: 1, method: 'families_x6' }
  const families = String(Math.round(largest.families * 0.8))
  done('mend', await enterCount.execute(cast.enters, { roundId: edition, ...figures, families }, { at: first }))
  await publish(cast, edition, rest)
}
