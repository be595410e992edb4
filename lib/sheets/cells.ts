import { type Currency, minorUnits } from '@/lib/format'

/** An amount in integer minor units. */
export type Money = { minor: number | bigint; currency: Currency }

type Named = { head: string /** In characters; XLSX only. */; width?: number }

/** A column of a table that is written out: what it is called, what is in it, and where a row has it. One list does for CSV and XLSX. */
export type SheetColumn<Row> = Named &
  (
    | { kind: 'text'; value: (row: Row) => string | null }
    | { kind: 'number'; value: (row: Row) => number | null }
    /** `YYYY-MM-DD`. */
    | { kind: 'date'; value: (row: Row) => string | null }
    | { kind: 'money'; value: (row: Row) => Money | null }
  )

/** Rows in memory or as they come from the database. */
export type Rows<Row> = Iterable<Row> | AsyncIterable<Row>

/** An amount as a plain decimal for machines: `1500000`, `250.5`, `-0.005`. Exact for any size. */
export function plainAmount({ minor, currency }: Money): string {
  const units = BigInt(minorUnits[currency])
  const amount = BigInt(minor)
  const size = amount < 0n ? -amount : amount
  const decimals = String(size % units)
    .padStart(String(units).length - 1, '0')
    .replace(/0+$/, '')
  return `${amount < 0n ? '-' : ''}${size / units}${decimals ? `.${decimals}` : ''}`
}
