import { createHash } from 'node:crypto'
import { and, desc, eq, ne, sql } from 'drizzle-orm'
import * as z from 'zod/mini'
import { displacementImports, displacementMappings } from '../../../../db/schema/displacement'
import type { Actor } from '../../../auth/actor'
import { type Call, type Context, command } from '../../../commands/command'
import type { Refusal, Result } from '../../../commands/result'
import { cleanText } from '../../../digits'
import { choice } from '../../../fields'
import { newId } from '../../../ids'
import { plainHead } from '../../../sheets/heads'
import { SheetError } from '../../../sheets/problem'
import { readBook } from '../../../sheets/read-table'
import { type Population, populations } from '../domain'
import { lockRound } from '../load-round'
import { canEnter, mayEnter } from '../policy'
import { guessMapping, type Mapping } from './heads'
import { type FoundTable, findTable } from './table'

/** The whole country's list has some 4,000 rows; above the head stand a title and notes. */
const mostRows = 20_000
const mostAround = 30
/** So many rows are written in one statement. */
const CHUNK = 2000

/** What was read is known by the sum of its bytes; the table is not part of what a retry is compared by. */
const inputSchema = z.pipe(
  z.object({
    roundId: z.uuid('errors.notFound'),
    population: choice(populations),
    fileName: z.string(),
    sha256: z.string(),
    table: z.custom<FoundTable>((value) => typeof value === 'object'),
  }),
  z.transform(({ table, ...rest }) => ({ ...rest, table: () => table })),
)

/** Heads and population as one key, by which a mapping is remembered. */
export function signatureOf(header: readonly string[], population: string): string {
  return createHash('sha256')
    .update([population, ...header.map(plainHead)].join('\n'))
    .digest('hex')
}

/** The same list of the same file, when it was read into this round before and not given up. */
async function readBefore(
  { tx }: Context,
  one: { roundId: string; sha256: string; population: string; sheetName: string },
) {
  const rows = await tx
    .select({ id: displacementImports.id })
    .from(displacementImports)
    .where(
      and(
        eq(displacementImports.sha256, one.sha256),
        eq(displacementImports.roundId, one.roundId),
        eq(displacementImports.population, one.population),
        eq(displacementImports.sheetName, one.sheetName),
        ne(displacementImports.state, 'cancelled'),
      ),
    )
    .orderBy(desc(displacementImports.id))
    .limit(1)
  return rows[0]?.id ?? null
}

async function rememberedMapping({ tx }: Context, signature: string): Promise<Mapping | null> {
  const rows = await tx
    // Written by saveMapping.
    .select({ mapping: sql<Mapping>`${displacementMappings.mapping}` })
    .from(displacementMappings)
    .where(eq(displacementMappings.signature, signature))
  return rows[0]?.mapping ?? null
}

const keepFile = command({
  name: 'displacement.take_file',
  input: inputSchema,
  load: (context, { roundId }) => lockRound(context, roundId),
  allow: canEnter,
  async run(context, { table: tableOf, ...input }) {
    const { tx, actor, now } = context
    const table = tableOf()
    const before = await readBefore(context, { ...input, sheetName: table.sheetName })
    if (before) return { importId: before, isAgain: true }
    const remembered = await rememberedMapping(context, signatureOf(table.header, input.population))
    const importId = newId(now)
    await tx.insert(displacementImports).values({
      id: importId,
      ...input,
      sheetName: table.sheetName,
      otherSheets: table.otherSheets,
      header: table.header,
      headerLine: table.headerLine,
      mapping: remembered ?? guessMapping(table.header, input.population).mapping,
      isRemembered: remembered !== null,
      state: remembered ? 'checking' : 'mapping',
      rowCount: table.rows.length,
      importedBy: actor.userId,
      importedAt: now,
    })
    for (let at = 0; at < table.rows.length; at += CHUNK) {
      const rows = table.rows
        .slice(at, at + CHUNK)
        .map(({ line, cells }, index) => ({ position: at + index + 1, line, cells }))
      await tx.execute(sql`insert into displacement_import_rows (import_id, position, line, cells)
        select ${importId}::uuid, r.position, r.line, r.cells
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(position integer, line integer, cells jsonb)`)
    }
    return { importId, isAgain: false }
  },
})

type Asked = { roundId: string; population: Population; sheet: string; name: string; bytes: Uint8Array }

/**
 * Reads a list of figures, XLSX or CSV, and keeps its rows to be looked at; nothing of the round is touched. The same list
 * again leads to where it was read before. Refused with what is wrong with the file as a whole.
 */
export async function takeFile(
  actor: Actor,
  { bytes, name, sheet, ...asked }: Asked,
  call: Call = {},
): Promise<Result<{ importId: string; isAgain: boolean }>> {
  // Before a workbook is unpacked: that is work which nobody makes the server do who may not enter.
  if (!mayEnter(actor)) return { ok: false, code: 'forbidden' }
  const refusal = (reason: Refusal): Result<never> => ({ ok: false, code: 'refused', reasons: [reason] })
  try {
    const sheets = await readBook(bytes, { rows: mostRows + mostAround })
    const table = findTable(sheets, asked.population, cleanText(sheet))
    const names = sheets.map((one) => one.name).filter(Boolean)
    if (!table)
      return refusal(
        names.length > 0
          ? { key: 'displacement.refused.no_list', params: { sheets: names.join(', ').slice(0, 300) } }
          : { key: 'displacement.refused.no_heads' },
      )
    if (table.rows.length > mostRows) return refusal({ key: 'sheets.tooManyRows', params: { most: mostRows } })
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return await keepFile.execute(actor, { ...asked, fileName: cleanText(name).slice(0, 120), sha256, table }, call)
  } catch (error) {
    if (error instanceof SheetError) return refusal({ key: error.key, params: error.params })
    throw error
  }
}
