import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/client'
import { isAnswerable } from './domain'

type Row = {
  id: string
  case_id: string
  status: string
  code_hash: string
  page_hash: string | null
  failed_codes: number
  is_used: boolean
  is_over: boolean
  opened_at: string | null
}

/**
 * How a link stands: open; used, when the last answer was given; over, when it was stopped, has run out, or the consent
 * that it stands on does not hold any more.
 */
export type LinkState = 'open' | 'used' | 'over'

export type FacilityLink = {
  id: string
  caseId: string
  status: string
  codeHash: string
  pageHash: string | null
  failedCodes: number
  state: LinkState
  openedAt: Date | null
}

const locked = sql`for update of l`

/**
 * The newest link that `which` finds; null when there is none. With `lock` it waits its turn, so that pages are opened and
 * codes tried one after another; who also needs the case locks that first, as staff's commands do.
 */
export async function findLink(tx: Tx, which: SQL, { lock }: { lock: boolean }): Promise<FacilityLink | null> {
  const rows = await tx.execute<Row>(sql`
    select l.id, l.case_id, c.status, l.code_hash, l.page_hash, l.failed_codes, l.used_at is not null as is_used,
      l.revoked_at is not null or l.expires_at <= app_now()
        or (r.consent_id is not null and (s.withdrawn_on is not null or s.expires_on < app_today())) as is_over,
      l.last_opened_at as opened_at
    from referral_links l join cases c on c.id = l.case_id join referrals r on r.case_id = l.case_id
      left join consents s on s.id = r.consent_id
    where ${which} order by l.id desc limit 1 ${lock ? locked : sql.empty()}`)
  const [row] = rows
  if (!row) return null
  const isOver = row.is_over || (!row.is_used && !isAnswerable(row.status))
  return {
    id: row.id,
    caseId: row.case_id,
    status: row.status,
    codeHash: row.code_hash,
    pageHash: row.page_hash,
    failedCodes: row.failed_codes,
    // A withdrawn consent outweighs a link that was used: not even that it was answered is said then.
    state: isOver ? 'over' : row.is_used ? 'used' : 'open',
    openedAt: row.opened_at ? new Date(row.opened_at) : null,
  }
}
