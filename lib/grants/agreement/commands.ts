import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { cases, documents } from '../../../db/schema/cases'
import { grants } from '../../../db/schema/grants'
import { people } from '../../../db/schema/people'
import { locations, sectors } from '../../../db/schema/places'
import { businessPlanLines, businessPlanMilestones } from '../../../db/schema/plans'
import { agreements } from '../../../db/schema/tranches'
import { transition } from '../../cases/transition'
import { type Context, command } from '../../commands/command'
import { InvalidField, refuse } from '../../commands/result'
import { baghdadDay } from '../../format'
import { newId } from '../../ids'
import { dayAfter, daysFor } from '../application-commands'
import { type LoadedGrant, loadGrant } from '../load'
import { canPrepare } from '../policy'
import { scheduleTranches } from '../tranches/schedule'
import type { AgreementContent } from './content'
import { agreementSchema, signedSchema } from './schemas'

/**
 * Makes the agreement of an approved grant, with its number and its tranches; made again, the earlier one is void. What
 * stands in it is kept as it was, so that the same paper can be printed later.
 */
export const makeAgreement = command({
  name: 'grants.make_agreement',
  input: agreementSchema,
  load: loadGrant,
  allow: canPrepare,
  async run(context, input, grant) {
    const { tx, actor, now } = context
    if (grant.status !== 'approved') refuse('agreement.refused.not_approved')
    if (input.currency !== grant.currency) throw new InvalidField({ currency: 'agreement.errors.currency' })
    const today = baghdadDay(now)
    const late = input.parts.findIndex(
      ({ plannedOn }, index) => plannedOn < (input.parts[index - 1]?.plannedOn ?? today),
    )
    if (late >= 0) throw new InvalidField({ [`parts.${late}.plannedOn`]: 'agreement.errors.order' })
    await scheduleTranches(context, grant, input.parts)
    const content = await contentOf(context, grant, input.parts)
    await tx
      .update(agreements)
      .set({ voidedAt: now })
      .where(and(eq(agreements.caseId, grant.id), isNull(agreements.voidedAt)))
    const year = Number(today.slice(0, 4))
    await tx.insert(agreements).values({
      id: newId(now),
      caseId: grant.id,
      number: sql`next_reference('AGR', ${year}::integer)`,
      amountMinor: grant.amountMinor,
      currency: grant.currency,
      content,
      madeBy: actor.userId,
      madeAt: now,
    })
    return { caseId: grant.id }
  },
})

async function contentOf(
  { tx }: Context,
  grant: LoadedGrant,
  parts: readonly { plannedOn: string; amountMinor: number }[],
): Promise<AgreementContent> {
  const [facts, milestones, items] = await Promise.all([
    tx
      .select({
        given: people.givenName,
        father: people.fatherName,
        grandfather: people.grandfatherName,
        family: people.familyName,
        documentType: people.documentType,
        documentNumber: people.documentNumber,
        placeEn: locations.nameEn,
        placeAr: locations.nameAr,
        sectorEn: sectors.nameEn,
        sectorAr: sectors.nameAr,
        business: grants.businessName,
        form: grants.form,
        purpose: grants.purpose,
      })
      .from(grants)
      .innerJoin(cases, eq(cases.id, grants.caseId))
      .innerJoin(people, eq(people.id, grants.personId))
      .innerJoin(locations, eq(locations.pcode, cases.locationPcode))
      .innerJoin(sectors, eq(sectors.code, grants.sector))
      .where(eq(grants.caseId, grant.id)),
    tx
      .select({
        title: businessPlanMilestones.title,
        evidence: businessPlanMilestones.evidence,
        dueMonth: businessPlanMilestones.dueMonth,
      })
      .from(businessPlanMilestones)
      .where(eq(businessPlanMilestones.caseId, grant.id))
      .orderBy(asc(businessPlanMilestones.position)),
    tx
      .select({ item: businessPlanLines.item, quantity: businessPlanLines.quantity })
      .from(businessPlanLines)
      .where(eq(businessPlanLines.caseId, grant.id))
      .orderBy(asc(businessPlanLines.position)),
  ])
  const fact = facts[0]
  if (!fact) refuse('agreement.refused.not_approved')
  return {
    reference: grant.reference,
    person: [fact.given, fact.father, fact.grandfather, fact.family].filter(Boolean).join(' '),
    identity: fact.documentNumber ? { kind: fact.documentType, number: fact.documentNumber } : null,
    place: { en: fact.placeEn, ar: fact.placeAr },
    business: fact.business,
    sector: { en: fact.sectorEn, ar: fact.sectorAr },
    form: fact.form === 'cash' ? 'cash' : 'in_kind',
    purpose: fact.purpose,
    currency: grant.currency,
    amountMinor: grant.amountMinor,
    parts: parts.map((part, index) => ({ number: index + 1, ...part })),
    milestones,
    items,
  }
}

/** Attaches the signed copy: a document of this case, uploaded after the agreement was made. The grant can then be paid. */
export const signAgreement = command({
  name: 'grants.sign_agreement',
  input: signedSchema,
  load: loadGrant,
  allow: canPrepare,
  async run(context, input, grant) {
    const { tx, now } = context
    const [agreement] = await tx
      .select({ id: agreements.id, madeAt: agreements.madeAt })
      .from(agreements)
      .where(and(eq(agreements.caseId, grant.id), isNull(agreements.voidedAt)))
    if (!agreement) refuse('agreement.refused.none')
    if (input.signedOn > baghdadDay(now)) throw new InvalidField({ signedOn: 'errors.dateFuture' })
    if (input.signedOn < baghdadDay(agreement.madeAt)) throw new InvalidField({ signedOn: 'agreement.errors.before' })
    const [copy] = await tx
      .select({ uploadedAt: documents.uploadedAt })
      .from(documents)
      .where(and(eq(documents.id, input.documentId), eq(documents.caseId, grant.id)))
    if (!copy || copy.uploadedAt < agreement.madeAt) throw new InvalidField({ documentId: 'agreement.errors.copy' })
    await tx
      .update(agreements)
      .set({ signedOn: input.signedOn, signedDocumentId: input.documentId })
      .where(eq(agreements.id, agreement.id))
    await transition(context, grant, 'sign_agreement', 'agreement_signed', {
      dueOn: dayAfter(now, daysFor.approved),
    })
    return { caseId: grant.id }
  },
})
