import { one } from '@/app/query'
import { type Balances, type EntryKind, entriesOf, entryKinds } from '@/lib/grants/budgets/domain'

export type SearchParams = Promise<Record<string, string | string[] | undefined>>

export const figures = ['allocated', 'committed', 'released', 'spent'] as const
export type Figure = (typeof figures)[number]

export type LedgerFilter = {
  of?: Figure | undefined
  kind?: EntryKind | undefined
  after?: string | undefined
  before?: string | undefined
}

const entryId = (text: string | undefined) => (text && /^\d{1,15}$/.test(text) ? text : undefined)

/** Which entries of the ledger are wanted; what makes no sense is left out. */
export async function readLedgerFilter(searchParams: SearchParams): Promise<LedgerFilter> {
  const params = await searchParams
  const kind = entryKinds.find((known) => known === one(params.kind))
  const of = figures.find((known) => known === one(params.of))
  return { kind, of: kind ? undefined : of, after: entryId(one(params.after)), before: entryId(one(params.before)) }
}

/** The kinds of entries to read; none means all. */
export function kindsOf({ of, kind }: LedgerFilter): readonly EntryKind[] {
  if (kind) return [kind]
  const keys: Record<Figure, keyof Balances> = {
    allocated: 'allocatedMinor',
    committed: 'committedMinor',
    released: 'releasedMinor',
    spent: 'spentMinor',
  }
  return of ? entriesOf[keys[of]] : []
}

/** The address of a line's ledger with this filter. */
export function ledgerHref(lineId: string, filter: LedgerFilter): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value)
  const text = query.toString()
  return `/budgets/lines/${lineId}${text ? `?${text}` : ''}#ledger`
}
