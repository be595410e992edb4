import { eq, sql } from 'drizzle-orm'
import { withActor } from '../../../db/client'
import { consultationImports } from '../../../db/schema/consultations'
import { users } from '../../../db/schema/users'
import type { Actor } from '../../auth/actor'
import type { ImportReport } from './import'

/** What became of a file of registers; null when it does not exist for this actor. */
export function getRegisterImport(actor: Actor, importId: string) {
  return withActor(actor, async (tx) => {
    const rows = await tx
      .select({
        fileName: consultationImports.fileName,
        importedAt: consultationImports.importedAt,
        by: users.name,
        // Written by importRegisters.
        report: sql<ImportReport>`${consultationImports.report}`,
      })
      .from(consultationImports)
      .innerJoin(users, eq(users.id, consultationImports.importedBy))
      .where(eq(consultationImports.id, importId))
    return rows[0] ?? null
  })
}
