import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client'
import { caseEvents, caseTransfers, documents, notes, tasks } from '../../db/schema/cases'
import { users } from '../../db/schema/users'
import type { Programme } from '../auth/roles'
import type { EventData, EventKind } from './events'

export type TimelineEvent = {
  [K in EventKind]: {
    id: string
    kind: K
    at: Date
    actor: string | null
    from: string | null
    to: string | null
    data: EventData[K]
  }
}[EventKind]

export type NoteRow = { id: string; body: string; author: string; at: Date }
export type TaskRow = { id: string; title: string; assignee: string; dueOn: string; doneAt: Date | null }
export type DocumentRow = {
  id: string
  fileName: string
  kind: string
  mediaType: string
  sizeBytes: number
  uploadedBy: string
  uploaderId: string
  uploadedAt: Date
}
export type TransferRow = { toUserId: string; to: string; reason: string; requestedBy: string }

/** What every case page shows besides its programme's own facts. To be awaited together with them, as one round trip. */
export async function readCaseFile(tx: Tx, caseId: string) {
  const [events, noteRows, taskRows, documentRows, transfers] = await Promise.all([
    tx
      .select({
        id: caseEvents.id,
        kind: caseEvents.kind,
        at: caseEvents.at,
        actor: users.name,
        from: caseEvents.fromStatus,
        to: caseEvents.toStatus,
        data: caseEvents.data,
      })
      .from(caseEvents)
      .leftJoin(users, eq(users.id, caseEvents.actorId))
      .where(eq(caseEvents.caseId, caseId))
      .orderBy(desc(caseEvents.id))
      .limit(100),
    tx
      .select({ id: notes.id, body: notes.body, author: users.name, at: notes.at })
      .from(notes)
      .innerJoin(users, eq(users.id, notes.authorId))
      .where(eq(notes.caseId, caseId))
      .orderBy(desc(notes.id))
      .limit(50),
    tx
      .select({ id: tasks.id, title: tasks.title, assignee: users.name, dueOn: tasks.dueOn, doneAt: tasks.doneAt })
      .from(tasks)
      .innerJoin(users, eq(users.id, tasks.assigneeId))
      .where(eq(tasks.caseId, caseId))
      .orderBy(sql`${tasks.doneAt} is not null`, asc(tasks.dueOn))
      .limit(50),
    tx
      .select({
        id: documents.id,
        fileName: documents.fileName,
        kind: documents.kind,
        mediaType: documents.mediaType,
        sizeBytes: documents.sizeBytes,
        uploadedBy: users.name,
        uploaderId: documents.uploadedBy,
        uploadedAt: documents.uploadedAt,
      })
      .from(documents)
      .innerJoin(users, eq(users.id, documents.uploadedBy))
      .where(eq(documents.caseId, caseId))
      .orderBy(desc(documents.id)),
    tx
      .select({
        toUserId: caseTransfers.toUserId,
        to: users.name,
        reason: caseTransfers.reason,
        requestedBy: sql<string>`(select name from users r where r.id = ${caseTransfers.requestedBy})`,
      })
      .from(caseTransfers)
      .innerJoin(users, eq(users.id, caseTransfers.toUserId))
      .where(and(eq(caseTransfers.caseId, caseId), eq(caseTransfers.state, 'pending'))),
  ])
  return {
    // The kind decides what `data` holds: both were written together by recordEvent.
    events: events as TimelineEvent[],
    notes: noteRows satisfies NoteRow[],
    tasks: taskRows satisfies TaskRow[],
    documents: documentRows satisfies DocumentRow[],
    transfer: transfers[0] ?? null,
  }
}

/**
 * People who can be given a case or a task of a programme: its caseworkers and supervisors in these teams, and its
 * supervisors of every other team, who can be asked to take a case over. Not everyone everywhere: a thousand names are no
 * help in a select.
 */
export function readSeats(tx: Tx, programme: Programme, teamIds: readonly string[]) {
  const today = sql`app_today()`
  const inTeams = sql`(m.team_id = any (${`{${teamIds.join(',')}}`}::uuid[]) or r.role = 'supervisor')`
  return tx.execute<{ user_id: string; team_id: string; name: string; team_en: string; team_ar: string }>(sql`
    select distinct u.id as user_id, t.id as team_id, u.name, t.name_en as team_en, t.name_ar as team_ar
    from team_members m join users u on u.id = m.user_id and u.is_active join teams t on t.id = m.team_id and t.is_active
    join user_roles r on r.user_id = u.id and r.ended_at is null and r.approved_at is not null and r.role in ('caseworker', 'supervisor')
    join user_programmes g on g.user_id = u.id and g.programme = ${programme} and g.ended_at is null
    where ${inTeams} and m.from_on <= ${today} and coalesce(m.to_on, ${today}) >= ${today}
    order by t.name_en, u.name`)
}
