import { withSystem } from '../../../db/client'
import { referralClinicalNotes } from '../../../db/schema/referrals'
import { recordEvent } from '../../cases/events'
import { fieldErrors, type Hand } from '../../commands/command'
import { answerFor } from '../../commands/failure'
import { Conflict, NotFound } from '../../commands/result'
import { baghdadDay } from '../../format'
import { newId } from '../../ids'
import { momentAt } from '../../time-of-day'
import { type Answer, applyAnswer } from '../answers'
import { type LoadedReferral, lockReferral } from '../load'
import { findLink } from './link'
import { noteRead } from './open'
import { isNewest, type OpenPage, ofPage, type PageState, readPage } from './page'
import { type PageAnswer, pageAnswerSchema } from './schemas'

type Wrong = 'meanwhile' | 'order' | 'gone' | 'invalid'

/**
 * What came of an answer: done, or what was wrong and how the page stands now. `meanwhile`: someone answered first; `order`:
 * the state does not take it; `gone`: the page is not the newest any more, or the link is over.
 */
export type PageOutcome = { done: true } | { done: false; wrong: Wrong; fields: Record<string, string>; now: PageState }

function answerOf(given: PageAnswer): Answer {
  switch (given.deed) {
    case 'set_appointment':
      return { deed: given.deed, appointmentAt: momentAt(given.on, given.at) }
    case 'complete':
      return { deed: given.deed, outcome: given.outcome }
    case 'reject':
      return { deed: given.deed, rejectReason: given.rejectReason }
    default:
      return { deed: given.deed }
  }
}

/** What a facility writes beside the outcome is a note of the case, for its health staff alone. */
async function keepRemark(context: Hand, referral: LoadedReferral, body: string): Promise<void> {
  const { tx, now } = context
  await tx.insert(referralClinicalNotes).values({ id: newId(now), caseId: referral.id, body, authorId: null, at: now })
  await recordEvent(context, referral, 'note_added', {})
}

function answer(open: OpenPage, given: PageAnswer, now: Date): Promise<void> {
  return withSystem('facility page', async (tx) => {
    const seen = await findLink(tx, ofPage(open), { lock: false })
    const referral = seen && (await lockReferral(tx, seen.caseId))
    const link = await findLink(tx, ofPage(open), { lock: true })
    if (!referral || !link || !isNewest(link, open) || link.state !== 'open') throw new NotFound()
    if (referral.version !== given.version) throw new Conflict()
    const context: Hand = { tx, actor: null, now, commandId: newId(now) }
    await noteRead(tx, referral.id)
    if (given.deed === 'complete' && given.remark) await keepRemark(context, referral, given.remark)
    await applyAnswer(context, referral, answerOf(given), 'facility_page')
  })
}

const wrongOf = new Map<string, Wrong>([
  ['conflict', 'meanwhile'],
  ['refused', 'order'],
  ['not_found', 'gone'],
])

/**
 * Takes an answer from a facility's page. It counts only from the page that was opened last and for the state that this
 * page showed, so that of two answers at once one wins and the other is told.
 */
export async function answerOnPage(open: OpenPage, raw: unknown, now = new Date()): Promise<PageOutcome> {
  const fail = async (wrong: Wrong, fields: Record<string, string> = {}) =>
    ({ done: false, wrong, fields, now: await readPage(open) }) satisfies PageOutcome
  const parsed = pageAnswerSchema.safeParse(raw)
  if (!parsed.success) return fail('invalid', fieldErrors(parsed.error.issues))
  const given = parsed.data
  if (given.deed === 'set_appointment' && given.on < baghdadDay(now)) return fail('invalid', { on: 'errors.datePast' })
  try {
    await answer(open, given, now)
    return { done: true }
  } catch (error) {
    const failure = answerFor(error, {})
    const wrong = failure?.ok === false ? wrongOf.get(failure.code) : undefined
    if (!wrong) throw error
    return fail(wrong)
  }
}
