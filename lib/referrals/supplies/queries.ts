import { type SQL, sql } from 'drizzle-orm'
import { withActor } from '../../../db/client'
import type { Actor } from '../../auth/actor'
import { arrayOf, type Cursor, type Page, pageOf, pageSize } from '../../cases/scope'
import type { Named } from '../../i18n/in-locale'
import { watchDays } from './domain'
import type { SupplyKind, SupplyStatus } from './machine'

export type DeliveryFilter = Cursor & { status?: SupplyStatus | undefined; facility?: string | undefined }

export type DeliveryRow = {
  id: string
  reference: string
  status: SupplyStatus
  plannedOn: string
  facility: Named
  items: number
  plannedBy: string | null
}

type RawRow = {
  id: string
  reference: string
  status: SupplyStatus
  planned_on: string
  facility_en: string
  facility_ar: string
  items: number
  planned_by: string | null
}

/** The ids of one page: each team walks its own index from the cursor on and stops after a page. */
function pageOfIds(actor: Actor, { status, facility, after, before }: DeliveryFilter): SQL {
  const order = before ? sql`asc` : sql`desc`
  const edge = before ? sql`and d.id > ${before}::uuid` : after ? sql`and d.id < ${after}::uuid` : sql``
  const walk = (condition: SQL) => sql`select d.id from supply_deliveries d where ${condition}
    ${status ? sql`and d.status = ${status}` : sql``} ${facility ? sql`and d.facility_id = ${facility}::uuid` : sql``} ${edge}
    order by d.id ${order} limit ${pageSize + 1}`
  if (actor.scope === 'all') return walk(sql`true`)
  return sql`select k.id from unnest(${arrayOf(actor.teams)}::uuid[]) t(team_id) cross join lateral (${walk(sql`d.team_id = t.team_id`)}) k
    order by k.id ${order} limit ${pageSize + 1}`
}

/** One page of deliveries, the newest first. */
export function listDeliveries(actor: Actor, filter: DeliveryFilter): Promise<Page<DeliveryRow>> {
  return withActor(actor, async (tx) => {
    const found = await tx.execute<RawRow>(sql`
      select d.id, d.reference, d.status, d.planned_on::text, f.name_en as facility_en, f.name_ar as facility_ar, u.name as planned_by,
        (select count(*)::integer from supply_items i where i.delivery_id = d.id) as items
      from (${pageOfIds(actor, filter)}) k join supply_deliveries d on d.id = k.id join facilities f on f.id = d.facility_id
        left join users u on u.id = d.created_by
      order by d.id ${filter.before ? sql`asc` : sql`desc`}`)
    const rows = [...found].map(
      (row): DeliveryRow => ({
        id: row.id,
        reference: row.reference,
        status: row.status,
        plannedOn: row.planned_on,
        facility: { en: row.facility_en, ar: row.facility_ar },
        items: row.items,
        plannedBy: row.planned_by,
      }),
    )
    return pageOf(rows, filter)
  })
}

export type DeliveryItem = {
  id: string
  position: number
  kind: SupplyKind
  name: string
  strength: string
  batch: string
  expires_on: string | null
  unit: string
  sent: number
  received: number | null
  damaged: number | null
  remark: string
}

type Head = {
  id: string
  reference: string
  status: SupplyStatus
  version: number
  team_id: string
  district_pcode: string
  facility_id: string
  facility_en: string
  facility_ar: string
  place_en: string
  place_ar: string
  team_en: string
  team_ar: string
  planned_on: string
  remark: string
  created_by: string
  planned_by: string | null
  approved_by: string | null
  dispatched_at: string | null
  carrier: string
  received_on: string | null
  received_by: string
  receipt_remark: string
}

export type DeliveryEvent = {
  id: string
  from_status: SupplyStatus | null
  to_status: SupplyStatus
  actor: string | null
  at: string
  data: { why?: string }
}

/** A delivery with its lines and what happened to it; null when it does not exist for this actor. */
export function getDelivery(actor: Actor, deliveryId: string) {
  return withActor(actor, async (tx) => {
    const [heads, items, events] = await Promise.all([
      tx.execute<Head>(sql`
        select d.id, d.reference, d.status, d.version, d.team_id, d.district_pcode, d.facility_id, f.name_en as facility_en, f.name_ar as facility_ar,
          l.name_en as place_en, l.name_ar as place_ar, t.name_en as team_en, t.name_ar as team_ar, d.planned_on::text, d.remark, d.created_by,
          c.name as planned_by, a.name as approved_by, d.dispatched_at, d.carrier, d.received_on::text, d.received_by, d.receipt_remark
        from supply_deliveries d join facilities f on f.id = d.facility_id join locations l on l.pcode = f.location_pcode
          join teams t on t.id = d.team_id left join users c on c.id = d.created_by left join users a on a.id = d.approved_by
        where d.id = ${deliveryId}::uuid`),
      tx.execute<DeliveryItem>(sql`
        select id, position, kind, name, strength_or_model as strength, batch_or_serial as batch, expires_on::text, unit, sent, received, damaged, remark
        from supply_items where delivery_id = ${deliveryId}::uuid order by position`),
      tx.execute<DeliveryEvent>(sql`
        select e.id, e.from_status, e.to_status, u.name as actor, e.at, e.data from supply_events e left join users u on u.id = e.actor_id
        where e.delivery_id = ${deliveryId}::uuid order by e.id desc limit 100`),
    ])
    const head = heads[0]
    if (!head) return null
    const placed = {
      teamId: head.team_id,
      districtPcode: head.district_pcode,
      caseworkerId: null,
      createdBy: head.created_by,
    }
    const delivery = { ...placed, programme: 'health' as const, status: head.status, items: [...items] }
    return { head, delivery, items: [...items], events: [...events] }
  })
}
export type DeliveryPage = NonNullable<Awaited<ReturnType<typeof getDelivery>>>

export type WatchRow = {
  id: string
  deliveryId: string
  reference: string
  facility: Named
  name: string
  strength: string
  batch: string
  expiresOn: string
  receivedOn: string | null
  left: number
  unit: string
}

/**
 * What facilities received and is out of date or soon will be, the soonest first. `after` and `before` are
 * `2026-12-31_<id>`, a day and the id of a line.
 */
export function listExpiring(actor: Actor, { after, before }: Cursor): Promise<Page<WatchRow>> {
  const order = before ? sql`desc` : sql`asc`
  const at = before ?? after
  const edge = at
    ? sql`and (i.expires_on, i.id) ${before ? sql`<` : sql`>`} (${at.slice(0, 10)}::date, ${at.slice(11)}::uuid)`
    : sql``
  return withActor(actor, async (tx) => {
    const found = await tx.execute<{
      id: string
      delivery_id: string
      reference: string
      facility_en: string
      facility_ar: string
      name: string
      strength: string
      batch: string
      expires_on: string
      received_on: string | null
      left: number
      unit: string
    }>(sql`
      select i.id, d.id as delivery_id, d.reference, f.name_en as facility_en, f.name_ar as facility_ar, i.name, i.strength_or_model as strength,
        i.batch_or_serial as batch, i.expires_on::text, d.received_on::text, i.received - i.damaged as left, i.unit
      from supply_items i join supply_deliveries d on d.id = i.delivery_id join facilities f on f.id = d.facility_id
      where i.expires_on <= app_today() + ${watchDays}::integer and i.received > i.damaged
        and d.status in ('received', 'accepted', 'discrepancy', 'closed') ${edge}
      order by i.expires_on ${order}, i.id ${order} limit ${pageSize + 1}`)
    const rows = [...found].map((row) => ({
      id: `${row.expires_on}_${row.id}`,
      deliveryId: row.delivery_id,
      reference: row.reference,
      facility: { en: row.facility_en, ar: row.facility_ar },
      name: row.name,
      strength: row.strength,
      batch: row.batch,
      expiresOn: row.expires_on,
      receivedOn: row.received_on,
      left: row.left,
      unit: row.unit,
    }))
    return pageOf(rows, { after, before })
  })
}
