import { holdersOf, notify } from '../../cases/notify'
import { transition } from '../../cases/transition'
import { type Context, command } from '../../commands/command'
import { InvalidField, NotFound } from '../../commands/result'
import { baghdadDay } from '../../format'
import { type LoadedTranche, loadTranche, loadWithCase } from './load'
import { moveTranche } from './move'
import { canTake } from './policy'
import {
  milestoneSchema,
  paidSchema,
  reasonSchema,
  receiptSchema,
  recoverSchema,
  requestSchema,
  trancheRef,
} from './schemas'

const told = (tranche: LoadedTranche) => ({ reference: tranche.reference, trancheId: tranche.id })

async function tellPayers(
  context: Context,
  tranche: LoadedTranche,
  kind: 'tranche_to_authorise' | 'tranche_to_release',
) {
  const finance = await holdersOf(context, 'finance_officer', { programme: 'livelihoods' })
  const managers =
    kind === 'tranche_to_authorise' ? await holdersOf(context, 'programme_manager', { programme: 'livelihoods' }) : []
  await notify(context, [...finance, ...managers], kind, tranche.caseId, told(tranche))
}

/** Asks for the money of a tranche: to whom and how. The first request of a grant begins its payments. */
export const requestTranche = command({
  name: 'payments.request',
  input: requestSchema,
  load: loadWithCase,
  allow: canTake('request'),
  async run(context, { channel, payeeName, payeeAccount }, tranche) {
    if (tranche.caseVersion === null) throw new NotFound()
    const payee = { channel, payeeName, payeeAccount: channel === 'cash' ? '' : payeeAccount }
    const moved = await moveTranche(context, tranche, 'request', 'requested', {
      ...payee,
      requestedBy: context.actor.userId,
    })
    if (tranche.caseStatus === 'agreement_signed') {
      const asRead = {
        id: tranche.caseId,
        programme: 'livelihoods',
        status: tranche.caseStatus,
        version: tranche.caseVersion,
      }
      await transition(context, asRead, 'start_disbursing', 'disbursing')
    }
    await tellPayers(context, tranche, 'tranche_to_authorise')
    return moved
  },
})

/** A second person agrees that it is paid. */
export const authoriseTranche = command({
  name: 'payments.authorise',
  input: trancheRef,
  load: loadTranche,
  allow: canTake('authorise'),
  async run(context, _input, tranche) {
    const moved = await moveTranche(context, tranche, 'authorise', 'authorised', { authorisedBy: context.actor.userId })
    await tellPayers(context, tranche, 'tranche_to_release')
    return moved
  },
})

/** Back to be planned anew, with the reason; the list that it stood on loses it. */
export const sendBackTranche = command({
  name: 'payments.send_back',
  input: reasonSchema,
  load: loadTranche,
  allow: canTake('send_back'),
  async run(context, { reason }, tranche) {
    const moved = await moveTranche(context, tranche, 'send_back', 'scheduled', { statusReason: reason })
    await notify(
      context,
      [tranche.requestedBy, tranche.caseworkerId],
      'tranche_returned',
      tranche.caseId,
      told(tranche),
    )
    return moved
  },
})

/** A third hand lets the money go. */
export const releaseTranche = command({
  name: 'payments.release',
  input: trancheRef,
  load: loadTranche,
  allow: canTake('release'),
  run: (context, _input, tranche) =>
    moveTranche(context, tranche, 'release', 'released', { releasedBy: context.actor.userId }),
})

/** The bank or the agent says that it was paid. */
export const confirmPaid = command({
  name: 'payments.confirm_paid',
  input: paidSchema,
  load: loadTranche,
  allow: canTake('confirm_paid'),
  async run(context, { paymentReference, paidOn }, tranche) {
    if (paidOn > baghdadDay(context.now)) throw new InvalidField({ paidOn: 'errors.dateFuture' })
    const moved = await moveTranche(context, tranche, 'confirm_paid', 'paid', { paymentReference, paidOn })
    await notify(context, [tranche.requestedBy], 'tranche_paid', tranche.caseId, told(tranche))
    return moved
  },
})

/** It did not arrive: the money is back on the line, still promised, and can be requested again. */
export const reportFailed = command({
  name: 'payments.report_failed',
  input: reasonSchema,
  load: loadTranche,
  allow: canTake('report_failed'),
  async run(context, { reason }, tranche) {
    const moved = await moveTranche(context, tranche, 'report_failed', 'failed', { statusReason: reason })
    await notify(context, [tranche.requestedBy], 'tranche_returned', tranche.caseId, told(tranche))
    return moved
  },
})

/** The payee has it, and a receipt, signature or thumbprint shows it. */
export const confirmReceipt = command({
  name: 'payments.confirm_receipt',
  input: receiptSchema,
  load: loadTranche,
  allow: canTake('confirm_receipt'),
  async run(context, { receivedOn }, tranche) {
    if (receivedOn > baghdadDay(context.now)) throw new InvalidField({ receivedOn: 'errors.dateFuture' })
    const change = { confirmedBy: context.actor.userId, receiptConfirmedOn: receivedOn }
    return moveTranche(context, tranche, 'confirm_receipt', 'receipt_confirmed', change)
  },
})

/** Someone who did not prepare the grant has seen what the money was for. */
export const verifyMilestone = command({
  name: 'payments.verify_milestone',
  input: milestoneSchema,
  load: loadTranche,
  allow: canTake('verify_milestone'),
  run: (context, { finding }, tranche) =>
    moveTranche(context, tranche, 'verify_milestone', 'milestone_verified', {
      milestoneVerifiedBy: context.actor.userId,
      milestoneFinding: finding,
    }),
})

/** Money that came back to the line. */
export const recoverTranche = command({
  name: 'payments.recover',
  input: recoverSchema,
  load: loadTranche,
  allow: canTake('recover'),
  async run(context, { amountMinor, currency, reason }, tranche) {
    if (currency !== tranche.currency || amountMinor > tranche.amountMinor)
      throw new InvalidField({ amount: 'payments.errors.tooMuch' })
    const change = { recoveredMinor: amountMinor, statusReason: reason }
    return moveTranche(context, tranche, 'recover', 'recovered', change)
  },
})

/** Money that is lost, said so by the manager. */
export const writeOffTranche = command({
  name: 'payments.write_off',
  input: reasonSchema,
  load: loadTranche,
  allow: canTake('write_off'),
  run: (context, { reason }, tranche) =>
    moveTranche(context, tranche, 'write_off', 'written_off', { statusReason: reason }),
})

/** A part that is not paid after all: its money is free on the line again. */
export const cancelTranche = command({
  name: 'payments.cancel',
  input: reasonSchema,
  load: loadTranche,
  allow: canTake('cancel'),
  run: (context, { reason }, tranche) => moveTranche(context, tranche, 'cancel', 'cancelled', { statusReason: reason }),
})
