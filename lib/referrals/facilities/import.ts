import { createHash } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import * as z from 'zod/mini'
import { facilities, facilityImports } from '../../../db/schema/facilities'
import { may } from '../../auth/roles'
import { type Context, command, fieldErrors } from '../../commands/command'
import { InvalidField, Refused } from '../../commands/result'
import { baghdadDay } from '../../format'
import { newId } from '../../ids'
import { SheetError } from '../../sheets/problem'
import { readTable, type Table } from '../../sheets/read-table'
import { columnsOf, districtOf } from './commands'
import { addFacilitySchema } from './schemas'
import { readHeads } from './sheet'

/** What became of one row of a file. `line` counts as the file does, its head being line 1. */
export type ReportRow = {
  line: number
  code: string
  did: 'added' | 'changed' | 'unchanged' | 'twice' | 'wrong'
  /** Column → message key, for a row that was not taken. */
  problems?: Record<string, string>
}

/** A directory has hundreds of facilities; more is another file. */
const mostRows = 5000

const fieldOf: Record<string, string> = {
  name_en: 'nameEn',
  name_ar: 'nameAr',
  location_pcode: 'locationPcode',
  opens_at: 'opensAt',
  closes_at: 'closesAt',
  focal_name: 'focalName',
  focal_phone: 'focalPhone',
}
const headOf = Object.fromEntries(Object.entries(fieldOf).map(([head, field]) => [field, head]))
const words = (text: string) => text.split(/[\s,;،؛]+/).filter(Boolean)

/** A row of the file as the form would send it. */
function answersOf(table: Table, row: readonly string[]): Record<string, unknown> {
  const answers: Record<string, unknown> = {}
  for (const head of readHeads) {
    const text = row[table.header.indexOf(head)] ?? ''
    if (head === 'services' || head === 'days') answers[head] = words(text)
    else if (head === 'always_open') answers.isAlwaysOpen = /^(yes|1|true|نعم)$/i.test(text) ? 'on' : undefined
    else answers[fieldOf[head] ?? head] = text
  }
  return answers
}

type Known = typeof facilities.$inferSelect

const isSame = (known: Known, next: ReturnType<typeof columnsOf>) =>
  Object.entries(next).every(([key, value]) => JSON.stringify(known[key as keyof Known]) === JSON.stringify(value))

async function takeRow(
  context: Context,
  known: Map<string, Known>,
  answers: Record<string, unknown>,
): Promise<Omit<ReportRow, 'line' | 'code'>> {
  const parsed = addFacilitySchema.safeParse(answers)
  if (!parsed.success) return { did: 'wrong', problems: fieldErrors(parsed.error.issues) }
  try {
    const next = columnsOf(parsed.data, await districtOf(context, parsed.data.locationPcode))
    const before = known.get(next.code)
    if (before && isSame(before, next)) return { did: 'unchanged' }
    const checked = { verifiedOn: baghdadDay(context.now), verifiedBy: context.actor.userId }
    if (before) {
      await context.tx
        .update(facilities)
        .set({ ...next, ...checked, version: sql`${facilities.version} + 1` })
        .where(eq(facilities.id, before.id))
      return { did: 'changed' }
    }
    await context.tx
      .insert(facilities)
      .values({ id: newId(context.now), ...next, ...checked, createdBy: context.actor.userId, createdAt: context.now })
    return { did: 'added' }
  } catch (error) {
    if (error instanceof InvalidField) return { did: 'wrong', problems: error.fields }
    throw error
  }
}

async function tableOf(bytes: Uint8Array): Promise<Table> {
  try {
    const table = await readTable(bytes, { rows: mostRows })
    const missing = readHeads.filter((head) => !table.header.includes(head))
    if (missing.length > 0)
      throw new Refused([{ key: 'facilities.refused.heads', params: { heads: missing.join(', ') } }])
    return table
  } catch (error) {
    if (error instanceof SheetError) throw new Refused([{ key: error.key, params: error.params }])
    throw error
  }
}

const fileSchema = z.object({ name: z.string().check(z.maxLength(200)), bytes: z.instanceof(Uint8Array) })

/**
 * Reads a file of facilities, XLSX or CSV with the heads of the export: a new code is added, a known one changed where it
 * differs. Rows that are wrong are left out and reported; the others are taken together. The same file again changes nothing.
 */
export const importFacilities = command({
  name: 'facilities.import',
  input: fileSchema,
  allow: (actor) => may(actor, 'facilities.manage'),
  async run(context, { name, bytes }) {
    const table = await tableOf(bytes)
    // Two files at the same moment take turns: each sees what the other did.
    await context.tx.execute(sql`select pg_advisory_xact_lock(hashtext('sanad.facilities'))`)
    const rows = await context.tx.select().from(facilities)
    const known = new Map(rows.map((row) => [row.code, row]))
    const seen = new Set<string>()
    const report: ReportRow[] = []
    for (const [index, row] of table.rows.entries()) {
      const answers = answersOf(table, row)
      const code = String(answers.code ?? '').trim()
      const at = { line: table.lines[index] ?? index + 2, code: code.slice(0, 60) }
      if (code && seen.has(code)) report.push({ ...at, did: 'twice' })
      else {
        const taken = await takeRow(context, known, answers)
        const problems = Object.entries(taken.problems ?? {}).map(([field, key]) => [headOf[field] ?? field, key])
        report.push({ ...at, ...taken, ...(taken.problems ? { problems: Object.fromEntries(problems) } : {}) })
      }
      seen.add(code)
    }
    const importId = newId(context.now)
    await context.tx.insert(facilityImports).values({
      id: importId,
      fileName: name.slice(0, 200),
      fileSha256: createHash('sha256').update(bytes).digest('hex'),
      report,
      importedBy: context.actor.userId,
      importedAt: context.now,
    })
    return { importId }
  },
})
