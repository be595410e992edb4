import { desc, eq, type SQL } from 'drizzle-orm'
import { type Tx, withActor } from '../../db/client'
import { documents } from '../../db/schema/cases'
import { readLog } from '../../db/schema/records'
import { users } from '../../db/schema/users'
import type { Actor } from '../auth/actor'

/** One document and where its bytes lie, the opening noted; null when it does not exist for this actor. */
export function getDocument(actor: Actor, documentId: string) {
  return withActor(actor, async (tx) => {
    const rows = await tx
      .select({
        fileName: documents.fileName,
        mediaType: documents.mediaType,
        sizeBytes: documents.sizeBytes,
        storageKey: documents.storageKey,
      })
      .from(documents)
      .where(eq(documents.id, documentId))
    const found = rows[0] ?? null
    if (found) await tx.insert(readLog).values({ actorId: actor.userId, recordType: 'document', recordId: documentId })
    return found
  })
}

/** The documents of a person, a plan or a project, newest first. To be awaited together with the rest, as one round trip. */
function readDocuments(tx: Tx, home: SQL) {
  return tx
    .select({
      id: documents.id,
      fileName: documents.fileName,
      kind: documents.kind,
      mediaType: documents.mediaType,
      sizeBytes: documents.sizeBytes,
      uploadedBy: users.name,
      uploaderId: documents.uploadedBy,
      uploadedAt: documents.uploadedAt,
      phase: documents.phase,
    })
    .from(documents)
    .innerJoin(users, eq(users.id, documents.uploadedBy))
    .where(home)
    .orderBy(desc(documents.id))
}

export const readPersonDocuments = (tx: Tx, personId: string) => readDocuments(tx, eq(documents.personId, personId))
export const readPlanDocuments = (tx: Tx, planId: string) => readDocuments(tx, eq(documents.planId, planId))
export const readProjectDocuments = (tx: Tx, projectId: string) => readDocuments(tx, eq(documents.projectId, projectId))
