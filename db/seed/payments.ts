import { crc32, deflateSync } from 'node:zlib'
import { sql } from 'drizzle-orm'
import type { Actor } from '../../lib/auth/actor'
import { storeDocument } from '../../lib/documents/add-document'
import { makeAgreement, signAgreement } from '../../lib/grants/agreement/commands'
import { withdrawGrant } from '../../lib/grants/application-commands'
import { resumeGrant, startMonitoring, suspendGrant } from '../../lib/grants/tranches/schedule-commands'
import { splitAmount } from '../../lib/grants/tranches/split'
import {
  authoriseTranche,
  confirmPaid,
  confirmReceipt,
  recoverTranche,
  releaseTranche,
  reportFailed,
  requestTranche,
  verifyMilestone,
  writeOffTranche,
} from '../../lib/grants/tranches/step-commands'
import { withSystem } from '../client'
import { dayOf } from './clock'
import { done } from './people'
import type { Random } from './random'

/** How far a demo grant's money has come; the number of tranches that are settled, and where the next one stands. */
export type PaymentTarget = {
  settled: number
  next: NextTranche
  ends: 'open' | 'suspended' | 'left' | 'monitoring' | 'completed'
}
type NextTranche =
  | 'scheduled'
  | 'requested'
  | 'authorised'
  | 'released'
  | 'failed'
  | 'paid'
  | 'receipt_confirmed'
  | 'recovered'
  | 'written_off'

/** What a story of payments needs: whose grant it is, who else works there, and the moment of each step. */
export type PaymentRun = {
  caseId: string
  amountIqd: number
  payee: string
  owner: Actor
  colleague: Actor
  supervisor: Actor
  finance: readonly [Actor, Actor]
  manager: Actor
  random: Random
  ref: () => Promise<{ caseId: string; version: number }>
  at: () => { at: Date }
}

/** A small grey picture: what a receipt is photographed as, where nobody is real. */
function picture(shade: number): Uint8Array {
  const chunk = (kind: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(kind), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const [width, height] = [96, 64]
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const rows = Buffer.concat(
    Array.from({ length: height }, (_, y) =>
      Buffer.concat([Buffer.from([0]), Buffer.alloc(width, y % 16 === 0 ? shade - 60 : shade)]),
    ),
  )
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
const signedCopy = picture(230)
const receipt = picture(200)

type Tranche = { id: string; number: number; version: number }

/** A tranche as a form of its next step holds it: each step is one version further. */
async function trancheOf(run: PaymentRun, number: number) {
  const rows = await withSystem('practice data', (tx) =>
    tx.execute<Tranche>(sql`select id, version from tranches where case_id = ${run.caseId} and number = ${number}`),
  )
  const tranche = rows[0]
  if (!tranche) throw new Error(`no tranche ${number}`)
  let steps = 0
  return { id: tranche.id, next: () => ({ trancheId: tranche.id, version: tranche.version + steps++ }) }
}

/** The smaller grants are paid in two tranches, in percent. */
export const tranchesOf = (amountIqd: number) => (amountIqd < 3_000_000 ? [60, 40] : [40, 40, 20])

/** The agreement with its tranches, signed two days later when asked. */
export async function seedAgreement(run: PaymentRun, isSigned: boolean): Promise<void> {
  const made = run.at()
  const parts = splitAmount(run.amountIqd * 1000, tranchesOf(run.amountIqd), 1000).map((minor, index) => ({
    amount: String(minor / 1000),
    plannedOn: dayOf(new Date(made.at.getTime() + (3 + index * 30) * 86_400_000)),
  }))
  done(
    'agree',
    await makeAgreement.execute(run.owner, { ...(await run.ref()), currency: 'IQD', parts: parts.map(fields) }, made),
  )
  if (!isSigned) return
  const call = run.at()
  const file = { name: 'agreement-signed.png', bytes: signedCopy }
  const copy = await storeDocument(run.owner, { caseId: run.caseId, kind: 'agreement', file }, call)
  if (!copy.ok) throw new Error(`signed copy: ${JSON.stringify(copy)}`)
  const signed = { documentId: copy.data.documentId, signedOn: dayFields(dayOf(call.at)) }
  done('sign', await signAgreement.execute(run.owner, { ...(await run.ref()), ...signed }, call))
}

const dayFields = (iso: string) => {
  const [year, month, day] = iso.split('-')
  return { day, month, year }
}
const fields = ({ amount, plannedOn }: { amount: string; plannedOn: string }) => ({
  amount,
  plannedOn: dayFields(plannedOn),
})

/** Brings one tranche up to a step, each by the hand whose it is. */
async function pay(run: PaymentRun, number: number, upTo: NextTranche | 'milestone_verified'): Promise<void> {
  const { owner, colleague, finance, manager, random } = run
  const channel = random.weighted([
    ['cash', 45],
    ['bank_transfer', 20],
    ['mobile_wallet', 25],
    ['vendor', 10],
  ] as const)
  const payee = {
    channel,
    payeeName: run.payee,
    payeeAccount: channel === 'cash' ? '' : `07${random.int(700_000_000, 899_999_999)}`,
  }
  if (upTo === 'scheduled') return
  const tranche = await trancheOf(run, number)
  done('request', await requestTranche.execute(owner, { ...tranche.next(), ...payee }, run.at()))
  if (upTo === 'requested') return
  done('authorise', await authoriseTranche.execute(finance[0], tranche.next(), run.at()))
  if (upTo === 'authorised') return
  done('release', await releaseTranche.execute(finance[1], tranche.next(), run.at()))
  if (upTo === 'released') return
  if (upTo === 'failed') {
    const reason = 'رقم المحفظة غير مفعّل.'
    done('fail', await reportFailed.execute(finance[1], { ...tranche.next(), reason }, run.at()))
    return
  }
  const paid = run.at()
  const answer = { paymentReference: `TRX-${random.int(100_000, 999_999)}`, paidOn: dayFields(dayOf(paid.at)) }
  done('paid', await confirmPaid.execute(finance[1], { ...tranche.next(), ...answer }, paid))
  if (upTo === 'paid') return
  if (upTo === 'written_off') {
    const reason = 'أُغلق المشروع وغادر صاحبه المدينة؛ لا سبيل إلى استرداد المبلغ.'
    done('write off', await writeOffTranche.execute(manager, { ...tranche.next(), reason }, run.at()))
    return
  }
  const received = run.at()
  const file = { name: `receipt-${number}.png`, bytes: receipt }
  const kept = await storeDocument(
    owner,
    { caseId: run.caseId, trancheId: tranche.id, kind: 'receipt', file },
    received,
  )
  if (!kept.ok) throw new Error(`receipt: ${JSON.stringify(kept)}`)
  const on = { receivedOn: dayFields(dayOf(received.at)) }
  done('receipt', await confirmReceipt.execute(owner, { ...tranche.next(), ...on }, received))
  if (upTo === 'receipt_confirmed') return
  if (upTo === 'recovered') {
    const back = { currency: 'IQD', amount: '200000', reason: 'أعاد المبلغ الزائد بعد شراء المعدات.' }
    done('recover', await recoverTranche.execute(finance[0], { ...tranche.next(), ...back }, run.at()))
    return
  }
  const finding = 'شُوهدت المعدات في المحل وهي تعمل، والوصولات مطابقة.'
  done('milestone', await verifyMilestone.execute(colleague, { ...tranche.next(), finding }, run.at()))
}

/** Tells the payments of one grant as far as its target. */
export async function seedPayments(run: PaymentRun, { settled, next, ends }: PaymentTarget): Promise<void> {
  const last = tranchesOf(run.amountIqd).length
  // The plans have two milestones: nothing hangs on a third tranche.
  for (let number = 1; number <= settled; number++)
    await pay(run, number, number > 2 ? 'receipt_confirmed' : 'milestone_verified')
  // Who decided the second stage does not write the money off.
  const step = next === 'written_off' && run.amountIqd >= 3_000_000 ? 'recovered' : next
  if (settled < last) await pay(run, settled + 1, step)
  const reason = 'توقف الصرف إلى أن تتضح ملكية المحل.'
  if (ends === 'suspended')
    done('suspend', await suspendGrant.execute(run.supervisor, { ...(await run.ref()), reason }, run.at()))
  if (ends === 'left') {
    const gone = 'انتقلت الأسرة إلى محافظة أخرى وأُغلق المشروع.'
    done('leave', await withdrawGrant.execute(run.supervisor, { ...(await run.ref()), reason: gone }, run.at()))
  }
  if (ends === 'monitoring' || ends === 'completed') {
    if (run.random.chance(0.03)) {
      const again = 'قدّم سند الملكية.'
      done('suspend', await suspendGrant.execute(run.supervisor, { ...(await run.ref()), reason }, run.at()))
      done('resume', await resumeGrant.execute(run.supervisor, { ...(await run.ref()), reason: again }, run.at()))
    }
    done('monitor', await startMonitoring.execute(run.owner, await run.ref(), run.at()))
  }
}
