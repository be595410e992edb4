import { createHash } from 'node:crypto'
import { and, desc, eq, sql } from 'drizzle-orm'
import * as z from 'zod/mini'
import type { Tx } from '../../../db/client'
import { consultationImports } from '../../../db/schema/consultations'
import type { Actor } from '../../auth/actor'
import { may } from '../../auth/roles'
import { type Context, command } from '../../commands/command'
import { Refused } from '../../commands/result'
import { baghdadDay } from '../../format'
import { newId } from '../../ids'
import { SheetError } from '../../sheets/problem'
import { readTable, type Table } from '../../sheets/read-table'
import {
  codeKey,
  columnsOfFile,
  type FileRegister,
  isSameLines,
  type RowProblem,
  registersOf,
  type WhyWrong,
} from './file'
import { insertLines, placesOf, readCategories } from './load'
import { insertRegisters, readStanding, readWithdrawn } from './standing'

/**
 * What became of one facility's day: `taken` entered, `same` was entered just so before, `standing` otherwise, `withdrawn` was
 * entered from this very file and taken back since, `wrong` left out.
 */
export type RegisterReport = {
  facility: string
  day: string
  rows: number
  did: 'taken' | 'same' | 'standing' | 'withdrawn' | 'wrong'
  why?: WhyWrong
  registerId?: string
}

/** `problems` holds the first of them; `wrongRows` says how many there are. */
export type ImportReport = { rows: number; registers: RegisterReport[]; problems: RowProblem[]; wrongRows: number }

/** A year of a district fits; more is to be cut. */
const mostRows = 20_000
/** So many rows are told one by one: nobody corrects more from a screen. */
const mostTold = 500

/** What was read is known by its sum; the bytes themselves are not part of what a retry is compared by. */
const fileSchema = z.pipe(
  z.object({ name: z.string().check(z.maxLength(400)), bytes: z.instanceof(Uint8Array) }),
  z.transform(({ name, bytes }) => ({
    name: name.slice(0, 200),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: () => bytes,
  })),
)

async function tableOf(bytes: Uint8Array): Promise<Table> {
  try {
    const table = await readTable(bytes, { rows: mostRows })
    const { missing } = columnsOfFile(table.header)
    if (missing.length > 0)
      throw new Refused([{ key: 'consultations.refused.heads', params: { heads: missing.join(', ') } }])
    return table
  } catch (error) {
    if (error instanceof SheetError) throw new Refused([{ key: error.key, params: error.params }])
    throw error
  }
}

/** The report of the same file, when the actor read it before and it was entered whole; else what is left is tried again. */
async function readBefore({ tx, actor }: Context, sha256: string): Promise<string | null> {
  const { importedBy, fileSha256, report, id } = consultationImports
  const rows = await tx
    .select({ id })
    .from(consultationImports)
    .where(
      and(
        eq(importedBy, actor.userId),
        eq(fileSha256, sha256),
        sql`(${report} ->> 'wrongRows')::integer = 0 and ${report} @> '{"registers": [{}]}' and not exists (
          select from jsonb_array_elements(${report} -> 'registers') r where r ->> 'did' not in ('taken', 'same', 'withdrawn'))`,
      ),
    )
    .orderBy(desc(id))
    .limit(1)
  return rows[0]?.id ?? null
}

/** Registers that are not to be entered, with what to say of them: their day stands, or was taken back after this file. */
async function standingOf(
  tx: Tx,
  registers: readonly FileRegister[],
  sha256: string,
): Promise<Map<FileRegister, RegisterReport['did']>> {
  const [standing, withdrawn] = await Promise.all([readStanding(tx, registers), readWithdrawn(tx, registers, sha256)])
  const found = new Map<FileRegister, RegisterReport['did']>()
  for (const register of registers) {
    const day = `${register.place.id} ${register.heldOn}`
    const lines = standing.get(day)
    if (lines) found.set(register, isSameLines(lines, register.lines) ? 'same' : 'standing')
    else if (withdrawn.has(day)) found.set(register, 'withdrawn')
  }
  return found
}

/** Enters what can be entered, all lines in one statement, and says of each register what became of it. */
async function take(context: Context, registers: readonly FileRegister[], sha256: string): Promise<RegisterReport[]> {
  const { tx } = context
  const whole = registers.filter((register) => register.wrong === null)
  const known = await standingOf(tx, whole, sha256)
  const fresh = whole.flatMap((register) => (known.has(register) ? [] : [{ ...register, id: newId(context.now) }]))
  const taken = await insertRegisters(context, fresh, sha256)
  const entered = fresh.filter((register) => taken.has(register.id))
  if (entered.length > 0)
    await insertLines(
      tx,
      entered.flatMap(({ id, lines }) => lines.map((line, at) => ({ ...line, registerId: id, position: at + 1 }))),
    )
  const idOf = new Map(entered.map((register) => [`${register.place.id} ${register.heldOn}`, register.id]))
  return registers.map((register) => {
    const at = { facility: register.place.code, day: register.heldOn, rows: register.rows }
    if (register.wrong) return { ...at, did: 'wrong', why: register.wrong }
    const registerId = idOf.get(`${register.place.id} ${register.heldOn}`)
    // Neither known nor taken: another team, whose registers this actor does not see, has entered the day.
    return registerId ? { ...at, did: 'taken', registerId } : { ...at, did: known.get(register) ?? 'standing' }
  })
}

/** Whose registers a file was read for; of one without any, the actor's own teams. */
function teamsOf(actor: Actor, registers: readonly FileRegister[]): string[] {
  const teams = [...new Set(registers.map(({ place }) => place.teamId))]
  return teams.length > 0 ? teams : [...actor.teams]
}

/**
 * Reads a file of registers, XLSX or CSV, a row for each consultation with its day and facility. A facility's day is taken
 * whole or left out whole; what stands already is never overwritten. The same file again tries what was left out, and nothing else.
 */
export const importRegisters = command({
  name: 'consultations.import',
  input: fileSchema,
  allow: (actor) => may(actor, 'consultations.write'),
  async run(context, { name, sha256, bytes }) {
    const { tx, actor, now } = context
    const table = await tableOf(bytes())
    // Two files at the same moment take turns: each sees what the other did.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('sanad.consultations.import'))`)
    const before = await readBefore(context, sha256)
    if (before) return { importId: before, isAgain: true }
    const [places, categories] = await Promise.all([placesOf(tx, actor), readCategories(tx)])
    const known = {
      places: new Map(places.map((place) => [codeKey(place.code), place])),
      categories,
      today: baghdadDay(now),
    }
    const { registers, problems } = registersOf(table, known)
    const report: ImportReport = {
      rows: table.rows.length,
      registers: await take(context, registers, sha256),
      problems: problems.slice(0, mostTold),
      wrongRows: problems.length,
    }
    const importId = newId(now)
    await tx.insert(consultationImports).values({
      id: importId,
      fileName: name,
      fileSha256: sha256,
      report,
      teamIds: teamsOf(actor, registers),
      importedBy: actor.userId,
      importedAt: now,
    })
    return { importId, isAgain: false }
  },
})
