import { sql } from 'drizzle-orm'
import { withActor } from '../../../db/client'
import type { Actor } from '../../auth/actor'
import type { apiScopes } from '../../auth/api-key'
import { type Cursor, type Page, pageOf, pageSize } from '../../cases/scope'
import type { Named } from '../../i18n/in-locale'

export type KeyRow = {
  id: string
  name: string
  prefix: string
  recipient: Named
  scopes: (typeof apiScopes)[number][]
  createdBy: string
  createdByName: string
  createdAt: Date
  approvedByName: string | null
  approvedAt: Date | null
  expiresAt: Date
  revokedByName: string | null
  revokedAt: Date | null
  /** When it was last used, read from its log. */
  usedAt: Date | null
}

const moments = ['createdAt', 'approvedAt', 'expiresAt', 'revokedAt', 'usedAt'] as const
type Raw = Omit<KeyRow, (typeof moments)[number]> & Record<(typeof moments)[number], string | Date | null>

const at = (moment: string | Date | null) => (moment === null ? null : new Date(moment))
const rowOf = (row: Raw): KeyRow => ({
  ...row,
  createdAt: new Date(row.createdAt ?? 0),
  expiresAt: new Date(row.expiresAt ?? 0),
  approvedAt: at(row.approvedAt),
  revokedAt: at(row.revokedAt),
  usedAt: at(row.usedAt),
})

const columns = sql`k.id, k.name, k.prefix, jsonb_build_object('en', k.recipient_en, 'ar', k.recipient_ar) as recipient, k.scopes,
  k.created_by as "createdBy", c.name as "createdByName", k.created_at as "createdAt", a.name as "approvedByName",
  k.approved_at as "approvedAt", k.expires_at as "expiresAt", v.name as "revokedByName", k.revoked_at as "revokedAt",
  (select r.at from api_reads r where r.api_key_id = k.id order by r.id desc limit 1) as "usedAt"`
const joined = sql`api_keys k join users c on c.id = k.created_by left join users a on a.id = k.approved_by
  left join users v on v.id = k.revoked_by`

/** One page of keys, newest first. */
export function listKeys(actor: Actor, cursor: Cursor): Promise<Page<KeyRow>> {
  const { after, before } = cursor
  return withActor(actor, async (tx) => {
    const rows = await tx.execute<Raw>(sql`select ${columns} from ${joined}
      where ${before ? sql`k.id > ${before}::uuid` : after ? sql`k.id < ${after}::uuid` : sql`true`}
      order by k.id ${before ? sql`asc` : sql`desc`} limit ${pageSize + 1}`)
    return pageOf([...rows].map(rowOf), cursor)
  })
}

export type ReadRow = {
  id: string
  resource: string
  recordId: string | null
  status: 'ok' | 'not_found' | 'refused'
  at: Date
}

/** A key with the facilities that it reaches and one page of its log; null when there is none for this actor. */
export function getKey(actor: Actor, keyId: string, cursor: Cursor) {
  const { after, before } = cursor
  return withActor(actor, async (tx) => {
    const [keys, places, reads] = await Promise.all([
      tx.execute<Raw>(sql`select ${columns} from ${joined} where k.id = ${keyId}::uuid`),
      tx.execute<Named & { id: string }>(sql`
        select f.id, f.name_en as en, f.name_ar as ar from api_key_facilities k join facilities f on f.id = k.facility_id
        where k.api_key_id = ${keyId}::uuid order by f.name_en`),
      tx.execute<Omit<ReadRow, 'at'> & { at: string | Date }>(sql`
        select id, resource, record_id as "recordId", status, at from api_reads where api_key_id = ${keyId}::uuid
          ${before ? sql`and id > ${before}::uuid` : after ? sql`and id < ${after}::uuid` : sql``}
        order by id ${before ? sql`asc` : sql`desc`} limit ${pageSize + 1}`),
    ])
    const key = keys[0]
    if (!key) return null
    const log = pageOf(
      [...reads].map((row): ReadRow => ({ ...row, at: new Date(row.at) })),
      cursor,
    )
    return { ...rowOf(key), facilities: [...places], log }
  })
}
export type KeyPage = NonNullable<Awaited<ReturnType<typeof getKey>>>

/** The facilities that a key can be asked for: those that are not closed, by district. */
export function listKeyFacilities(actor: Actor) {
  return withActor(actor, async (tx) => {
    const rows = await tx.execute<{ id: string; name: Named; district: Named }>(sql`
      select f.id, jsonb_build_object('en', f.name_en, 'ar', f.name_ar) as name,
        jsonb_build_object('en', d.name_en, 'ar', d.name_ar) as district
      from facilities f join locations d on d.pcode = f.district_pcode where f.closed_on is null
      order by d.name_en, f.name_en limit 500`)
    return [...rows]
  })
}
