import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/client'
import type { Actor } from '../auth/actor'
import { may } from '../auth/roles'
import type { Named } from '../i18n/in-locale'
import { dormantAfterDays } from './domain'

const most = 8

/** Something of a forum that waits: `id` is the session's, the plan's or the forum's own. */
export type ForumItem = { id: string; forumId: string; reference: string; forum: Named; title: string; at: string }
export type SessionWork = {
  sessions: ForumItem[]
  unwritten: ForumItem[]
  toApprove: ForumItem[]
  reviews: ForumItem[]
  asleep: ForumItem[]
}

type Raw = { id: string; forum_id: string; reference: string; en: string; ar: string; title: string; at: string }
const itemOf = ({ id, forum_id, reference, en, ar, title, at }: Raw): ForumItem => ({
  id,
  forumId: forum_id,
  reference,
  forum: { en, ar },
  title,
  at,
})

async function read(tx: Tx, query: ReturnType<typeof sql>): Promise<ForumItem[]> {
  return [...(await tx.execute<Raw>(query))].map(itemOf)
}

const session = (at: ReturnType<typeof sql>) =>
  sql`select s.id, s.forum_id, f.reference, f.name_en as en, f.name_ar as ar, s.venue as title, ${at}::text as at
    from forum_sessions s join forums f on f.id = s.forum_id where s.team_id = any (app_teams())`

/** Sessions of the team's forums in the next seven days, and those whose day has passed without a word. */
const readSessions = (tx: Tx) =>
  read(
    tx,
    sql`${session(sql`(s.starts_at at time zone 'Asia/Baghdad')::date`)} and s.status = 'scheduled'
      and s.starts_at between app_now() - interval '30 days' and app_now() + interval '7 days' order by s.starts_at limit ${most}`,
  )

const readUnwritten = (tx: Tx) =>
  read(tx, sql`${session(sql`s.held_on`)} and s.status = 'held' order by s.starts_at limit ${most}`)

/** Minutes of the team that someone else wrote. */
const readToApprove = (tx: Tx, actor: Actor) =>
  read(
    tx,
    sql`${session(sql`s.held_on`)} and s.status = 'minutes_draft' and s.minutes_by <> ${actor.userId}::uuid
      order by s.starts_at limit ${most}`,
  )

/** Measures of adopted plans whose day of review has come. */
const readReviews = (tx: Tx) =>
  read(
    tx,
    sql`select p.id, p.forum_id, f.reference, f.name_en as en, f.name_ar as ar, m.measure as title, m.review_on::text as at
      from safety_measures m join safety_plans p on p.id = m.plan_id join forums f on f.id = p.forum_id
      where m.reviewed_on is null and m.review_on <= app_today() and p.adopted_on is not null and f.team_id = any (app_teams())
      order by m.review_on limit ${most}`,
  )

const readAsleep = (tx: Tx) =>
  read(
    tx,
    sql`select f.id, f.id as forum_id, f.reference, f.name_en as en, f.name_ar as ar, '' as title, d.since::text as at
      from forums f cross join lateral (select greatest(f.last_held_on, (f.status_at at time zone 'Asia/Baghdad')::date) as since) d
      where f.team_id = any (app_teams()) and f.status = 'active' and app_today() - d.since > ${dormantAfterDays}
      order by d.since limit ${most}`,
  )

/** What sessions and plans of the team's forums bring into the day; minutes and sleeping forums are the supervisor's. */
export async function readSessionWork(tx: Tx, actor: Actor): Promise<SessionWork> {
  const keeps = may(actor, 'forums.write') && actor.scope === 'team'
  const approves = may(actor, 'forums.approve') && actor.scope === 'team'
  const [sessions, unwritten, toApprove, reviews, asleep] = await Promise.all([
    keeps ? readSessions(tx) : [],
    keeps ? readUnwritten(tx) : [],
    approves ? readToApprove(tx, actor) : [],
    keeps ? readReviews(tx) : [],
    approves ? readAsleep(tx) : [],
  ])
  return { sessions, unwritten, toApprove, reviews, asleep }
}
