import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { withActor, withSystem } from '../../../db/client'
import { cases, documents } from '../../../db/schema/cases'
import { fundingRounds, grants } from '../../../db/schema/grants'
import { businessPlanMilestones } from '../../../db/schema/plans'
import { agreements, tranches } from '../../../db/schema/tranches'
import type { Actor } from '../../auth/actor'
import { readGrant } from '../load'
import { isAgreementCode } from './code'
import type { AgreementContent } from './content'

/** The agreement's page: the grant, its agreement if there is one, its tranches, and the files one could be the signed copy of. */
export function getAgreement(actor: Actor, caseId: string) {
  return withActor(actor, async (tx) => {
    const [grant, current, parts, files, terms, milestones] = await Promise.all([
      readGrant(tx, caseId),
      tx
        .select({
          number: agreements.number,
          amountMinor: agreements.amountMinor,
          currency: sql<'IQD' | 'USD'>`${agreements.currency}`,
          // Written by makeAgreement.
          content: sql<AgreementContent>`${agreements.content}`,
          madeAt: agreements.madeAt,
          signedOn: agreements.signedOn,
          signedDocumentId: agreements.signedDocumentId,
        })
        .from(agreements)
        .where(and(eq(agreements.caseId, caseId), isNull(agreements.voidedAt))),
      tx
        .select({ number: tranches.number, amountMinor: tranches.amountMinor, plannedOn: tranches.plannedOn })
        .from(tranches)
        .where(eq(tranches.caseId, caseId))
        .orderBy(asc(tranches.number)),
      tx
        .select({
          id: documents.id,
          fileName: documents.fileName,
          kind: documents.kind,
          mediaType: documents.mediaType,
          sizeBytes: documents.sizeBytes,
          uploadedAt: documents.uploadedAt,
        })
        .from(documents)
        .where(eq(documents.caseId, caseId))
        .orderBy(desc(documents.id))
        .limit(30),
      tx
        .select({ split: fundingRounds.trancheSplit })
        .from(grants)
        .innerJoin(fundingRounds, eq(fundingRounds.id, grants.fundingRoundId))
        .where(eq(grants.caseId, caseId)),
      tx
        .select({ id: businessPlanMilestones.id, dueMonth: businessPlanMilestones.dueMonth })
        .from(businessPlanMilestones)
        .where(eq(businessPlanMilestones.caseId, caseId))
        .orderBy(asc(businessPlanMilestones.position)),
    ])
    return grant
      ? { grant, agreement: current[0] ?? null, parts, files, split: terms[0]?.split ?? [100], milestones }
      : null
  })
}

/** What the code on a paper may say to anyone who holds it: that it is genuine, and whether it stands. Nothing about a person. */
export async function checkAgreement(number: string, code: string) {
  if (!/^AGR-\d{4}-\d{5,9}$/.test(number) || !isAgreementCode(number, code)) return null
  const rows = await withSystem('check of an agreement', (tx) =>
    tx
      .select({
        number: agreements.number,
        madeAt: agreements.madeAt,
        signedOn: agreements.signedOn,
        voidedAt: agreements.voidedAt,
        status: cases.status,
      })
      .from(agreements)
      .innerJoin(cases, eq(cases.id, agreements.caseId))
      .where(eq(agreements.number, number)),
  )
  return rows[0] ?? null
}
