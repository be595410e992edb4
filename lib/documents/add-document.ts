import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import * as z from 'zod/mini'
import { documents } from '../../db/schema/cases'
import { tranches } from '../../db/schema/tranches'
import type { Actor } from '../auth/actor'
import { recordEvent } from '../cases/events'
import { type Call, type Command, type Context, command } from '../commands/command'
import { NotFound, type Result } from '../commands/result'
import { newId } from '../ids'
import { documentKinds, type FileProblem, photoPhases } from './domain'
import { cleanFileName } from './file-name'
import { canAddTo, type Home, homeColumns, lockHome } from './home'
import { inspect } from './inspect'
import { newKey, type Storage, storage } from './storage'

const schema = z
  .object({
    caseId: z.optional(z.uuid('errors.notFound')),
    personId: z.optional(z.uuid('errors.notFound')),
    planId: z.optional(z.uuid('errors.notFound')),
    projectId: z.optional(z.uuid('errors.notFound')),
    /** When a photo of a project was taken. */
    phase: z.optional(z.enum(photoPhases, 'errors.choose')),
    /** A tranche of the case that the file is evidence of. */
    trancheId: z.optional(z.uuid('errors.notFound')),
    kind: z.enum(documentKinds, 'errors.choose'),
    fileName: z.string().check(z.minLength(1), z.maxLength(120)),
    mediaType: z.string(),
    sizeBytes: z.int(),
    sha256: z.string(),
  })
  .check(
    z.refine(({ caseId, personId, planId, projectId }) => {
      const homes = [caseId, personId, planId, projectId].filter((id) => id !== undefined)
      return homes.length === 1
    }, 'errors.notFound'),
  )

type Added = { documentId: string }

async function isOfCase({ tx }: Context, trancheId: string, home: Home): Promise<boolean> {
  const rows = await tx
    .select({ id: tranches.id })
    .from(tranches)
    .where(and(eq(tranches.id, trancheId), eq(tranches.caseId, home.record.id)))
  return rows.length > 0
}

/** The command for a file that already lies in the store. Where it lies is no part of the input: a retry would differ. */
function addDocument(documentId: string, storageKey: string): Command<Added> {
  return command({
    name: 'documents.add',
    input: schema,
    load: lockHome,
    allow: canAddTo,
    async run(context, input, home) {
      const { fileName, kind, trancheId, phase } = input
      if (trancheId && !(await isOfCase(context, trancheId, home))) throw new NotFound()
      await context.tx.insert(documents).values({
        id: documentId,
        ...homeColumns(home),
        ...(home.of === 'project' && phase && { phase }),
        ...(trancheId && { trancheId }),
        kind,
        fileName,
        mediaType: input.mediaType,
        sizeBytes: input.sizeBytes,
        sha256: input.sha256,
        storageKey,
        uploadedBy: context.actor.userId,
        uploadedAt: context.now,
      })
      if (home.of === 'case') await recordEvent(context, home.record, 'document_added', { fileName, kind })
      return { documentId }
    },
  })
}

export type NewDocument = {
  caseId?: string | undefined
  personId?: string | undefined
  planId?: string | undefined
  projectId?: string | undefined
  trancheId?: string | undefined
  phase?: string | undefined
  kind: string
  file: { name: string; bytes: Uint8Array }
}

/**
 * Looks at a file, keeps it and writes its row; the same `commandId` again makes no second one. The file is whole in the
 * store before the row is written, and goes again when the row is not: a row never lacks its file, and what a crash
 * leaves between the two is found by the sweep.
 */
export async function storeDocument(
  actor: Actor,
  { file, ...input }: NewDocument,
  call: Call = {},
  store: Storage = storage(),
): Promise<Result<Added> | { ok: false; code: 'file'; problem: FileProblem }> {
  const found = await inspect(file.bytes)
  if (typeof found === 'string') return { ok: false, code: 'file', problem: found }
  const documentId = newId(call.at)
  const key = newKey(documentId)
  await store.put(key, found.bytes)
  const row = {
    ...input,
    fileName: cleanFileName(file.name, found.extension),
    mediaType: found.mediaType,
    sizeBytes: found.bytes.length,
    sha256: createHash('sha256').update(found.bytes).digest('hex'),
  }
  let result: Result<Added>
  try {
    result = await addDocument(documentId, key).execute(actor, row, call)
  } catch (error) {
    await store.remove(key)
    throw error
  }
  // When the database went away in the middle nobody knows whether the row came in: the file waits for the sweep.
  const isKept = result.ok ? result.data.documentId === documentId : result.code === 'unavailable'
  if (!isKept) await store.remove(key)
  return result
}
