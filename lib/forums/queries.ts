import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { type Tx, withActor } from '../../db/client'
import { forumMembers, forumSessions, forums } from '../../db/schema/forums'
import { locations } from '../../db/schema/places'
import { teams } from '../../db/schema/users'
import type { Actor } from '../auth/actor'
import { type Cursor, type Page, pageOf, pageSize } from '../cases/scope'
import { readPlaces } from '../people/read-places'
import type { Constituency, ForumType, MemberPart } from './domain'
import { readEvents } from './event-query'
import { readForum } from './load'
import type { ForumStatus } from './machine'
import { readPlansOf } from './safety-plans/queries'
import type { SessionStatus } from './sessions/machine'

const columns = {
  id: forums.id,
  reference: forums.reference,
  nameEn: forums.nameEn,
  nameAr: forums.nameAr,
  // The database's own CHECKs keep these lists.
  type: sql<ForumType>`${forums.type}`,
  status: sql<ForumStatus>`${forums.status}`,
  policeStation: forums.policeStation,
  lastHeldOn: forums.lastHeldOn,
  statusOn: sql<string>`(${forums.statusAt} at time zone 'Asia/Baghdad')::date::text`,
  placeEn: locations.nameEn,
  placeAr: locations.nameAr,
  nextAt: sql<string | null>`(select min(s.starts_at) from forum_sessions s
    where s.forum_id = ${forums.id} and s.status = 'scheduled' and s.starts_at >= app_now())`,
}

const selectForums = (tx: Tx) =>
  tx.select(columns).from(forums).innerJoin(locations, eq(locations.pcode, forums.locationPcode))
export type ForumRow = Awaited<ReturnType<typeof selectForums>>[number]

export type ForumFilter = Cursor & { status?: ForumStatus | undefined }

/** One page of forums in scope, newest first. */
export function listForums(actor: Actor, { status, after, before }: ForumFilter): Promise<Page<ForumRow>> {
  return withActor(actor, async (tx) => {
    const rows = await selectForums(tx)
      .where(
        and(
          status ? eq(forums.status, status) : undefined,
          before ? sql`${forums.id} > ${before}::uuid` : after ? sql`${forums.id} < ${after}::uuid` : undefined,
        ),
      )
      .orderBy(before ? asc(forums.id) : desc(forums.id))
      .limit(pageSize + 1)
    return pageOf(rows, { after, before })
  })
}

const readMembers = (tx: Tx, forumId: string) =>
  tx
    .select({
      id: forumMembers.id,
      name: forumMembers.name,
      constituency: sql<Constituency>`${forumMembers.constituency}`,
      part: sql<MemberPart>`${forumMembers.part}`,
      sex: sql<'female' | 'male'>`${forumMembers.sex}`,
      fromOn: forumMembers.fromOn,
      toOn: forumMembers.toOn,
    })
    .from(forumMembers)
    .where(eq(forumMembers.forumId, forumId))
    .orderBy(sql`${forumMembers.toOn} is not null`, sql`${forumMembers.part} <> 'chair'`, asc(forumMembers.name))
    .limit(200)

const readSessions = (tx: Tx, forumId: string) =>
  tx
    .select({
      id: forumSessions.id,
      status: sql<SessionStatus>`${forumSessions.status}`,
      startsAt: forumSessions.startsAt,
      heldOn: forumSessions.heldOn,
      venue: forumSessions.venue,
      attended: forumSessions.attended,
    })
    .from(forumSessions)
    .where(eq(forumSessions.forumId, forumId))
    .orderBy(desc(forumSessions.startsAt))
    .limit(40)

type Counts = { concerns: number; open_concerns: number; open_actions: number; overdue_actions: number }

/** How much of it is open, of what the actor sees; restricted concerns never. */
async function readCounts(tx: Tx, forumId: string): Promise<Counts> {
  const rows = await tx.execute<Counts>(sql`
    select concerns, open_concerns, open_actions, overdue_actions from count_forum(${forumId}::uuid)`)
  return rows[0] ?? { concerns: 0, open_concerns: 0, open_actions: 0, overdue_actions: 0 }
}

/** Everything that a forum's page shows; null when it does not exist for this actor. Members only for its own team. */
export function getForum(actor: Actor, forumId: string) {
  return withActor(actor, async (tx) => {
    const [forum, [row], members, sessions, plans, counts, events] = await Promise.all([
      readForum(tx, forumId),
      tx
        .select({ ...columns, terms: forums.terms, teamEn: teams.nameEn, teamAr: teams.nameAr })
        .from(forums)
        .innerJoin(locations, eq(locations.pcode, forums.locationPcode))
        .innerJoin(teams, eq(teams.id, forums.teamId))
        .where(eq(forums.id, forumId)),
      readMembers(tx, forumId),
      readSessions(tx, forumId),
      readPlansOf(tx, forumId),
      readCounts(tx, forumId),
      readEvents<ForumStatus>(tx, forumId),
    ])
    return forum && row ? { forum, row, members, sessions, plans, counts, events } : null
  })
}
export type ForumPage = NonNullable<Awaited<ReturnType<typeof getForum>>>

/** The teams that the actor proposes forums for, and the sub-districts of each: what the form of a new forum offers. */
export function getForumForm(actor: Actor) {
  return withActor(actor, async (tx) => {
    const [rows, places] = await Promise.all([
      tx
        .select({ id: teams.id, nameEn: teams.nameEn, nameAr: teams.nameAr, districtPcode: teams.districtPcode })
        .from(teams)
        .where(sql`${teams.id} = any (app_teams()) and ${teams.isActive}`)
        .orderBy(asc(teams.nameEn)),
      readPlaces(tx, 3),
    ])
    return { teams: rows, places }
  })
}
