import { grantScreenings, grantVerifications } from '../../db/schema/grants'
import { holdersOf, notify } from '../cases/notify'
import { transition } from '../cases/transition'
import { command } from '../commands/command'
import { InvalidField } from '../commands/result'
import { baghdadDay } from '../format'
import { newId } from '../ids'
import { dayAfter, daysFor } from './application-commands'
import { checkEligibility } from './eligibility'
import { loadGrant } from './load'
import { canVerify, mayOn } from './policy'
import { caseRefSchema, screeningSchema, verificationSchema } from './schemas'
import { vulnerabilityScore } from './score'
import { screeningFacts } from './screening-facts'

/** Takes a submitted application into screening. */
export const startScreening = command({
  name: 'grants.start_screening',
  input: caseRefSchema,
  load: loadGrant,
  allow: (actor, grant) => mayOn(actor, 'grants.screen', grant),
  async run(context, _input, grant) {
    await transition(context, grant, 'start_screening', 'screening', {
      dueOn: dayAfter(context.now, daysFor.screening),
    })
    return { caseId: grant.id }
  },
})

/** Applies the published rules and the score, keeps both with their lines, and moves on or ends as not eligible. */
export const recordScreening = command({
  name: 'grants.record_screening',
  input: screeningSchema,
  load: loadGrant,
  allow: (actor, grant) => mayOn(actor, 'grants.screen', grant),
  async run(context, input, grant) {
    const facts = await screeningFacts(context, grant)
    const eligibility = checkEligibility(facts.eligibility)
    const score = vulnerabilityScore(facts.score)
    const to = eligibility.isEligible ? 'verification' : 'ineligible'
    const dueOn = eligibility.isEligible ? dayAfter(context.now, daysFor.verification) : null
    await transition(context, grant, 'record_screening', to, { outcome: to, dueOn })
    await context.tx.insert(grantScreenings).values({
      id: newId(context.now),
      caseId: grant.id,
      round: grant.round,
      rulesVersion: eligibility.version,
      rules: eligibility.rules,
      isEligible: eligibility.isEligible,
      scoreVersion: score.version,
      score: score.score,
      scoreLines: score.lines,
      remark: input.remark,
      screenedBy: context.actor.userId,
      screenedAt: context.now,
    })
    if (eligibility.isEligible)
      await notify(
        context,
        await holdersOf(context, 'supervisor', { programme: 'livelihoods', teamId: grant.teamId }),
        'grant_to_verify',
        grant.id,
      )
    else await notify(context, [grant.caseworkerId], 'grant_decided', grant.id, { outcome: 'ineligible' })
    return { caseId: grant.id, score: score.score, isEligible: eligibility.isEligible }
  },
})

/** The visit by someone other than the owner: confirmed goes on to the plan, not confirmed goes back. */
export const recordVerification = command({
  name: 'grants.record_verification',
  input: verificationSchema,
  load: loadGrant,
  allow: canVerify,
  async run(context, input, grant) {
    if (input.visitedOn > baghdadDay(context.now)) throw new InvalidField({ visitedOn: 'errors.dateFuture' })
    const isConfirmed = input.isConfirmed === 'yes'
    const to = isConfirmed ? 'training' : 'returned'
    const dueOn = dayAfter(context.now, daysFor[to])
    await transition(context, grant, 'record_verification', to, {
      outcome: isConfirmed ? 'confirmed' : 'not_confirmed',
      dueOn,
    })
    await context.tx.insert(grantVerifications).values({
      id: newId(context.now),
      caseId: grant.id,
      round: grant.round,
      visitedOn: input.visitedOn,
      place: input.place,
      findings: input.findings,
      isConfirmed,
      verifiedBy: context.actor.userId,
      verifiedAt: context.now,
    })
    await notify(context, [grant.caseworkerId], isConfirmed ? 'assigned' : 'grant_returned', grant.id)
    return { caseId: grant.id }
  },
})
