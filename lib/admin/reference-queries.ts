import { sql } from 'drizzle-orm'
import { withActor } from '../../db/client'
import type { Actor } from '../auth/actor'
import type { Programme } from '../auth/roles'
import type { Named } from '../i18n/in-locale'
import type { Currency } from './domain'
import { namedSql } from './named-sql'

export type Limit = {
  id: string
  programme: Programme
  currency: Currency
  amountMinor: number
  setByName: string | null
  setAt: Date
  endedAt: Date | null
}

/** Approval limits in force and before, newest first. */
export function listLimits(actor: Actor): Promise<Limit[]> {
  type Raw = Omit<Limit, 'amountMinor' | 'setAt' | 'endedAt'> & {
    amount: string
    set_at: string | Date
    ended_at: string | Date | null
  }
  return withActor(actor, async (tx) => {
    const rows = await tx.execute<Raw>(sql`
      select a.id, a.programme, a.currency, a.second_stage_from_minor::text as amount, u.name as "setByName", a.set_at, a.ended_at
      from approval_limits a left join users u on u.id = a.set_by
      order by a.ended_at desc nulls first, a.id desc limit 200`)
    return [...rows].map(({ amount, set_at, ended_at, ...row }) => ({
      ...row,
      amountMinor: Number(amount),
      setAt: new Date(set_at),
      endedAt: ended_at === null ? null : new Date(ended_at),
    }))
  })
}

export type PlaceRow = { pcode: string; name: Named; isActive: boolean; inside: number }
export type PlacePage = {
  place: {
    pcode: string
    level: number
    nameEn: string
    nameAr: string
    nameCkb: string | null
    aliases: string[]
    isActive: boolean
    version: number
  } | null
  /** From the governorate down to the place above this one. */
  above: { pcode: string; name: Named }[]
  inside: PlaceRow[]
}

/** A place with those above and inside it; without a P-code the governorates. Null when there is no such place. */
export function getPlace(actor: Actor, pcode: string | null): Promise<PlacePage | null> {
  return withActor(actor, async (tx) => {
    const [place, above, inside] = await Promise.all([
      tx.execute<NonNullable<PlacePage['place']>>(sql`
        select pcode, level, name_en as "nameEn", name_ar as "nameAr", name_ckb as "nameCkb", aliases,
          is_active as "isActive", version from locations where pcode = ${pcode}`),
      tx.execute<{ pcode: string; name: Named }>(sql`
        with recursive up as (
          select l.*, 0 as step from locations l where l.pcode = ${pcode}
          union all select p.*, up.step + 1 from locations p join up on p.pcode = up.parent_pcode)
        select l.pcode, ${namedSql('l')} as name from up l where l.step > 0 order by l.level`),
      tx.execute<PlaceRow>(sql`
        select l.pcode, ${namedSql('l')} as name, l.is_active as "isActive",
          (select count(*)::integer from locations c where c.parent_pcode = l.pcode) as inside
        from locations l where l.parent_pcode is not distinct from ${pcode}
        order by l.pcode limit 2000`),
    ])
    if (pcode !== null && !place[0]) return null
    return { place: place[0] ?? null, above: [...above], inside: [...inside] }
  })
}
