import { eq, sql } from 'drizzle-orm'
import * as z from 'zod/mini'
import { displacementImports, displacementMappings } from '../../../../db/schema/displacement'
import type { Actor } from '../../../auth/actor'
import { type Call, type Context, command } from '../../../commands/command'
import { drive } from '../../../commands/drive'
import { InvalidField } from '../../../commands/result'
import { canEnter } from '../policy'
import type { Finding } from './findings'
import { claimedTwice, type Field, fieldOf, type Mapping, missingFields, singleFields } from './heads'
import { judgeRows } from './judge'
import {
  allowIn,
  importRef,
  type LoadedImport,
  lockForDriver,
  lockImport,
  nothingRun,
  type Running,
  readKnown,
  type TotalLine,
} from './load'
import { Register } from './places'
import { type Reading, readRow } from './reading'
import { signatureOf } from './take-file'

/** So many rows are looked at in one transaction. */
const CHUNK = 1000

const mappingSchema = z.object({
  ...importRef.shape,
  columns: z.array(z.string().check(z.maxLength(60, 'errors.choose'))).check(z.maxLength(200, 'errors.tooLong')),
})

/** A column is a single field, or the breakdown that its head names; anything else was not offered. */
function fieldFrom(text: string, head: string, found: LoadedImport): Field | null {
  const single = singleFields.find((field) => field === text)
  const own = fieldOf(head, found.population === 'returnee' ? 'returnee' : 'idp')
  return single ?? (own === text ? own : null)
}

/** Says which column is what, remembers it for lists with the same heads, and begins to look at the rows. */
export const saveMapping = command({
  name: 'displacement.save_mapping',
  input: mappingSchema,
  load: lockImport,
  allow: (actor, found) => allowIn(actor, found, found.state === 'mapping', { key: 'displacement.refused.mapped' }),
  async run(context, { importId, columns }, found) {
    const { tx, actor, now } = context
    const mapping: Mapping = found.header.map((head, at) => fieldFrom(columns[at] ?? '', head, found))
    const [missing] = missingFields(mapping)
    if (missing) throw new InvalidField({ columns: `displacement.errors.missing_${missing}` })
    if (claimedTwice(mapping)) throw new InvalidField({ columns: 'displacement.errors.claimedTwice' })
    await tx.execute(sql`update displacement_import_rows set reading = null, location_id = null, finding = null, families_before = null
      where import_id = ${importId}::uuid and reading is not null`)
    await tx
      .update(displacementImports)
      .set({ mapping, isRemembered: false, state: 'checking', doneCount: 0, totals: [], running: {} })
      .where(eq(displacementImports.id, importId))
    const saved = { mapping, savedBy: actor.userId, savedAt: now }
    await tx
      .insert(displacementMappings)
      .values({ signature: signatureOf(found.header, found.population), ...saved })
      .onConflictDoUpdate({ target: displacementMappings.signature, set: saved })
    return { importId }
  },
})

/** Goes back to the columns, before anything was taken. */
export const remapImport = command({
  name: 'displacement.remap_import',
  input: importRef,
  load: lockImport,
  allow: (actor, found) => allowIn(actor, found, found.state === 'checked', { key: 'displacement.refused.begun' }),
  async run({ tx }, { importId }) {
    await tx.update(displacementImports).set({ state: 'mapping' }).where(eq(displacementImports.id, importId))
    return { importId }
  },
})

type Seen = { position: number; reading: Reading; locationId: string | null; finding: Finding | null }
type Waiting = { position: number; line: number; cells: string[] }

/** Looks at some rows in their order; `running` and `totals` go on from where the rows before ended. */
function look(
  rows: readonly Waiting[],
  mapping: Mapping,
  before: Running,
  known: Awaited<ReturnType<typeof readKnown>>,
) {
  const register = new Register(known.places)
  let { carry, block, all } = before
  const totals: TotalLine[] = []
  const seen = rows.map(({ position, line, cells }): Seen => {
    const read = readRow(cells, mapping, carry)
    carry = read.carry
    const { reading } = read
    const found = (finding: Finding | null, locationId: string | null = null) => ({
      position,
      reading,
      locationId,
      finding,
    })
    if (read.kind === 'total') {
      if (reading.families !== null) totals.push({ line, says: reading.families, block, all })
      block = 0
      return found('total')
    }
    if (read.kind === 'empty') return found('empty')
    block += reading.families ?? 0
    all += reading.families ?? 0
    if (reading.problems.length > 0) return found('unreadable')
    if (known.areas.isElsewhere(reading)) return found('elsewhere')
    const locationId = register.find(reading, known.areas.district(reading.district))
    return locationId ? found(null, locationId) : found('unknown_place')
  })
  return { seen, totals, running: { carry, block, all } }
}

/** Writes down what was seen. Positions follow one another, so each row finds its part of the list by its number. */
async function keepSeen({ tx }: Context, importId: string, seen: readonly Seen[]): Promise<void> {
  const [first, last] = [seen[0]?.position ?? 0, seen.at(-1)?.position ?? 0]
  await tx.execute(sql`
    update displacement_import_rows r set (reading, location_id, finding) = (
      select e -> 'reading', (e ->> 'locationId')::uuid, e ->> 'finding'
      from (select ${JSON.stringify(seen)}::jsonb -> (r.position - ${first}::integer)) s(e))
    where r.import_id = ${importId}::uuid and r.position between ${first}::integer and ${last}::integer`)
  await judgeRows(tx, importId)
}

const checkChunk = command({
  name: 'displacement.check_file',
  input: importRef,
  load: lockForDriver,
  allow: (actor, found) => found === 'busy' || canEnter(actor, found),
  async run(context, { importId }, found): Promise<{ state: string }> {
    if (found === 'busy') return { state: 'busy' }
    if (found.state !== 'checking' || !found.mapping) return { state: found.state }
    const { tx } = context
    const [rows, known] = await Promise.all([
      tx.execute<Waiting>(sql`select position, line, cells from displacement_import_rows where import_id = ${importId}::uuid
        and position > ${found.doneCount} order by position limit ${CHUNK}`),
      readKnown(tx),
    ])
    const { seen, totals, running } = look([...rows], found.mapping, { ...nothingRun, ...found.running }, known)
    if (seen.length > 0) await keepSeen(context, importId, seen)
    const doneCount = found.doneCount + seen.length
    const state = doneCount >= found.rowCount || seen.length === 0 ? 'checked' : 'checking'
    await tx
      .update(displacementImports)
      .set({ doneCount, running, totals: [...found.totals, ...totals].slice(0, 500), state })
      .where(eq(displacementImports.id, importId))
    return { state }
  },
})

/** Looks at the rows of an import chunk by chunk until all were seen, or someone else is at it. Answers with how it ended. */
export function driveCheck(actor: Actor, importId: string, call: Call = {}): Promise<string> {
  return drive('a list of displacement figures', 'checking', () => checkChunk.execute(actor, { importId }, call))
}
