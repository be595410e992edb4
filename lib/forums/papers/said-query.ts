import { sql } from 'drizzle-orm'
import { withActor } from '../../../db/client'
import type { Actor } from '../../auth/actor'
import type { Named } from '../../i18n/in-locale'
import type { ActionStatus } from '../actions/machine'
import type { ConcernCategory } from '../concerns/domain'
import type { ConcernStatus } from '../concerns/machine'

/** What was agreed about a concern. Who does it stands on paper only when it is an organisation. */
type Agreed = { title: string; owner: string | null; status: ActionStatus; due_on: string }

export type Said = {
  category: ConcernCategory
  status: ConcernStatus
  summary: string
  result: string
  referred_to: string
  raised_on: string
  verified_on: string | null
  agreed: Agreed[]
}

export type SaidSheet = { reference: string; name: Named; place: Named; before: string; rows: Said[] }

type Head = { reference: string; en: string; ar: string; place_en: string; place_ar: string; before: string }

/** The session's day, or tomorrow: what was raised before it is on the sheet. */
const dayOf = (sessionId: string | null) =>
  sessionId
    ? sql`(select coalesce(s.held_on, (s.starts_at at time zone 'Asia/Baghdad')::date) from forum_sessions s
        where s.id = ${sessionId}::uuid and s.forum_id = f.id)`
    : sql`app_today() + 1`

/**
 * What a forum raised before a session, or until today, and what came of it: everything open, and what was raised in the year
 * before. Only what was triaged; never what is restricted, who said it or where; null when the forum does not exist for this actor.
 */
export function getSaidSheet(actor: Actor, forumId: string, sessionId: string | null): Promise<SaidSheet | null> {
  return withActor(actor, async (tx) => {
    const [heads, rows] = await Promise.all([
      tx.execute<Head>(sql`
        select f.reference, f.name_en as en, f.name_ar as ar, l.name_en as place_en, l.name_ar as place_ar, d.before::text
        from forums f join locations l on l.pcode = f.location_pcode cross join lateral (select ${dayOf(sessionId)} as before) d
        where f.id = ${forumId}::uuid and d.before is not null`),
      tx.execute<Said>(sql`
        select n.category, c.status, t.summary, t.result, n.referred_to, n.raised_on::text, v.held_on::text as verified_on,
          coalesce((select jsonb_agg(jsonb_build_object('title', a.title, 'owner', case when a.owner_kind = 'organisation' then a.owner_name end,
              'status', a.status, 'due_on', a.due_on) order by a.due_on, a.id)
            from forum_actions a where a.case_id = n.case_id and a.status <> 'cancelled'), '[]') as agreed
        from forums f cross join lateral (select ${dayOf(sessionId)} as before) d join concerns n on n.forum_id = f.id
        join cases c on c.id = n.case_id join concern_texts t on t.case_id = n.case_id left join forum_sessions v on v.id = n.verified_in
        where f.id = ${forumId}::uuid and n.raised_on < d.before and n.category <> 'police_conduct'
          and c.status not in ('raised', 'triage', 'restricted', 'duplicate')
          and (c.closed_at is null or n.raised_on >= d.before - 365)
        order by n.raised_on desc, n.case_id desc limit 200`),
    ])
    const head = heads[0]
    if (!head) return null
    const { reference, before, en, ar } = head
    return { reference, before, name: { en, ar }, place: { en: head.place_en, ar: head.place_ar }, rows: [...rows] }
  })
}
