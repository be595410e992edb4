import { sql } from 'drizzle-orm'
import { withActor, withSystem } from '../../../db/client'
import { documents } from '../../../db/schema/cases'
import { agreements } from '../../../db/schema/tranches'
import { ownerSql } from '../../../db/testing'
import { good, grantAt, versionOf } from '../../../db/testing-grant'
import type { World } from '../../../db/testing-world'
import type { Actor } from '../../auth/actor'
import { transition } from '../../cases/transition'
import { newId } from '../../ids'
import { scheduleTranches } from './schedule'
import { splitAmount } from './split'
import { authoriseTranche, confirmPaid, confirmReceipt, releaseTranche, requestTranche } from './step-commands'

export type TestTranche = { trancheId: string; reference: string }

/** A grant whose agreement is signed, with its tranches; the agreement is written past its command. */
export async function payingGrant(
  world: World,
  change: { amount?: string; lineId?: string; percents?: number[]; withMilestones?: boolean } = {},
): Promise<{ caseId: string; tranches: TestTranche[] }> {
  const { caseworker } = world.actor
  const { caseId } = await grantAt(world, 'approved', change)
  const [grant] =
    await ownerSql()`select g.amount_minor, c.reference from grants g join cases c on c.id = g.case_id where c.id = ${caseId}`
  const parts = splitAmount(Number(grant?.amount_minor), change.percents ?? [40, 40, 20], 1000)
  const version = await versionOf(caseworker, caseId)
  await withActor(caseworker, async (tx) => {
    const context = { tx, actor: caseworker, now: new Date(), commandId: newId() }
    const milestone = change.withMilestones ? {} : { milestoneId: null }
    const rows = parts.map((amountMinor) => ({ amountMinor, plannedOn: '2026-03-01', ...milestone }))
    await scheduleTranches(context, { id: caseId, reference: String(grant?.reference) }, rows)
    await tx.insert(agreements).values({
      id: newId(),
      caseId,
      number: sql`next_reference('AGR', 2026)`,
      amountMinor: Number(grant?.amount_minor),
      currency: 'IQD',
      content: {},
      madeBy: caseworker.userId,
      signedOn: '2026-02-20',
    })
    const asRead = { id: caseId, programme: 'livelihoods', status: 'approved', version }
    await transition(context, asRead, 'sign_agreement', 'agreement_signed')
  })
  const rows = await ownerSql()`select id, reference from tranches where case_id = ${caseId} order by number`
  return { caseId, tranches: rows.map((row) => ({ trancheId: String(row.id), reference: String(row.reference) })) }
}

/** The form's hidden fields of a tranche, as it is now. */
export async function refOf(trancheId: string): Promise<{ trancheId: string; version: number }> {
  const [row] = await ownerSql()`select version from tranches where id = ${trancheId}`
  return { trancheId, version: Number(row?.version) }
}

export async function statusOfTranche(trancheId: string): Promise<string> {
  const [row] = await ownerSql()`select status from tranches where id = ${trancheId}`
  return String(row?.status)
}

export const payee = { channel: 'bank_transfer', payeeName: 'محمد علي', payeeAccount: '00112233' }

/** A receipt of a tranche, written past the upload. */
export async function attachReceipt(actor: Actor, caseId: string, trancheId: string): Promise<void> {
  await withSystem('test receipt', (tx) =>
    tx.insert(documents).values({
      id: newId(),
      caseId,
      trancheId,
      kind: 'receipt',
      fileName: 'receipt.jpg',
      mediaType: 'image/jpeg',
      sizeBytes: 3,
      sha256: 'x',
      storageKey: newId(),
      uploadedBy: actor.userId,
    }),
  )
}

const steps = ['requested', 'authorised', 'released', 'paid', 'receipt_confirmed'] as const

/** Brings a scheduled tranche on: requested by the caseworker, authorised by the manager, released by finance. */
export async function bring(
  world: World,
  { caseId, trancheId }: { caseId: string; trancheId: string },
  to: (typeof steps)[number],
  channel: Partial<typeof payee> = {},
): Promise<void> {
  const { caseworker, managerB, finance } = world.actor
  const deeds = [
    async () => good(await requestTranche.execute(caseworker, { ...(await refOf(trancheId)), ...payee, ...channel })),
    async () => good(await authoriseTranche.execute(managerB, await refOf(trancheId))),
    async () => good(await releaseTranche.execute(finance, await refOf(trancheId))),
    async () =>
      good(
        await confirmPaid.execute(finance, {
          ...(await refOf(trancheId)),
          paymentReference: `B-${trancheId.slice(-6)}`,
          paidOn: '2026-03-02',
        }),
      ),
    async () => {
      await attachReceipt(caseworker, caseId, trancheId)
      good(await confirmReceipt.execute(caseworker, { ...(await refOf(trancheId)), receivedOn: '2026-03-03' }))
    },
  ]
  for (const deed of deeds.slice(0, steps.indexOf(to) + 1)) await deed()
}

/** The balances of a line, and whether its entries add up to them. */
export async function balancesOf(lineId: string) {
  const [row] = await ownerSql()`select l.allocated_minor::float8 as allocated, l.committed_minor::float8 as committed,
    l.released_minor::float8 as released, l.spent_minor::float8 as spent, p.agrees
    from budget_lines l join ledger_proof(${lineId}) p on p.line_id = l.id where l.id = ${lineId}`
  return row as unknown as { allocated: number; committed: number; released: number; spent: number; agrees: boolean }
}
