/** Why a table is not read; each has its words in `sheets`. */
export type SheetProblem =
  | 'sheets.empty'
  | 'sheets.tooBig'
  | 'sheets.tooManyRows'
  | 'sheets.tooManyColumns'
  | 'sheets.locked'
  | 'sheets.macros'
  | 'sheets.broken'
  | 'sheets.notTable'

/** A table that is not taken, with the key of the sentence that says why and what to do. */
export class SheetError extends Error {
  constructor(
    readonly key: SheetProblem,
    readonly params: Record<string, number> = {},
  ) {
    super(key)
    this.name = 'SheetError'
  }
}

/** How much is read at most. */
export type SheetLimits = { bytes: number; rows: number; columns: number; unpacked: number }

/** Enough for a round's bank file, and far below what would trouble the server. */
export const sheetLimits: SheetLimits = {
  bytes: 10 * 1024 * 1024,
  rows: 50_000,
  columns: 200,
  unpacked: 80 * 1024 * 1024,
}
