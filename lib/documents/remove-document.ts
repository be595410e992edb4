import { eq } from 'drizzle-orm'
import * as z from 'zod/mini'
import { documents } from '../../db/schema/cases'
import type { Actor } from '../auth/actor'
import { recordEvent } from '../cases/events'
import { type Call, command } from '../commands/command'
import { NotFound, type Result, refuse } from '../commands/result'
import { canAddTo, lockHome, removalFrom } from './home'
import { type Storage, storage } from './storage'

/** Takes a document's row away; whoever calls it removes the file after. Use `removeDocument`. */
const removeRow = command({
  name: 'documents.remove',
  input: z.object({ documentId: z.uuid('errors.notFound') }),
  async load(context, input) {
    const rows = await context.tx
      .select({
        id: documents.id,
        caseId: documents.caseId,
        personId: documents.personId,
        planId: documents.planId,
        projectId: documents.projectId,
        fileName: documents.fileName,
        storageKey: documents.storageKey,
        uploaderId: documents.uploadedBy,
      })
      .from(documents)
      .where(eq(documents.id, input.documentId))
    const document = rows[0]
    const home = document ? await lockHome(context, document) : null
    return document && home ? { document, home } : null
  },
  allow: (actor, { home }) => canAddTo(actor, home),
  async run(context, _input, { document, home }) {
    const removal = await removalFrom(context, home)
    if (removal === 'none') refuse('cases.documents.refused.stays')
    if (removal === 'own' && document.uploaderId !== context.actor.userId) refuse('cases.documents.refused.notYours')
    const gone = await context.tx.delete(documents).where(eq(documents.id, document.id)).returning({ id: documents.id })
    if (!gone[0]) throw new NotFound()
    if (home.of === 'case') await recordEvent(context, home.record, 'document_removed', { fileName: document.fileName })
    return { storageKey: document.storageKey }
  },
})

/** Removes a document: the row, then the file. A file that could not be removed has no row and is found by the sweep. */
export async function removeDocument(
  actor: Actor,
  input: unknown,
  call: Call = {},
  store: Storage = storage(),
): Promise<Result<null>> {
  const result = await removeRow.execute(actor, input, call)
  if (!result.ok) return result
  await store.remove(result.data.storageKey).catch((error) => console.error('document file not removed:', error))
  return { ok: true, data: null }
}
