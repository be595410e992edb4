import { eq } from 'drizzle-orm'
import { consultationRegisters } from '../../../db/schema/consultations'
import { may } from '../../auth/roles'
import { type Context, command } from '../../commands/command'
import { InvalidField, NotFound, refuse } from '../../commands/result'
import { baghdadDay } from '../../format'
import { newId } from '../../ids'
import { type Category, type Cells, firstDay } from './domain'
import { isEmpty, type Line, readLine } from './lines'
import { canCorrect, insertLines, lockRegister, placeOf, readCategories } from './load'
import { registerRefSchema, registerSchema, wrongCells } from './schemas'

/** Takes a register back: its lines stay readable and count no more. The database takes them off the totals. */
async function withdraw({ tx, actor, now }: Context, registerId: string): Promise<void> {
  await tx
    .update(consultationRegisters)
    .set({ withdrawnAt: now, withdrawnBy: actor.userId })
    .where(eq(consultationRegisters.id, registerId))
}

/** The lines that count. Throws InvalidField naming the first cells that cannot be read. */
function linesOf(cells: readonly Cells[], categories: readonly Category[]): Line[] {
  const wrong = wrongCells(cells, categories)
  if (Object.keys(wrong).length > 0) throw new InvalidField(wrong)
  return cells.flatMap((one) => {
    const read = isEmpty(one) ? null : readLine(one, categories)
    return read && 'line' in read ? [read.line] : []
  })
}

/** The register that is corrected; only of the same facility and day, and only once. */
async function insistOnPrevious(
  context: Context,
  input: { replaces: string | null; facilityId: string; heldOn: string },
) {
  if (!input.replaces) return null
  const previous = await lockRegister(context.tx, input.replaces)
  if (!previous || canCorrect(context.actor, previous) === false) throw new NotFound()
  if (previous.withdrawnAt) refuse('consultations.refused.withdrawn')
  if (previous.facilityId !== input.facilityId || previous.heldOn !== input.heldOn)
    throw new InvalidField({ heldOn: 'consultations.errors.sameDay' })
  return previous
}

/** Enters a day's register of a facility; a correction takes the place of the one before. */
export const enterRegister = command({
  name: 'consultations.enter',
  input: registerSchema,
  allow: (actor) => may(actor, 'consultations.write'),
  unique: { consultation_registers_day: { field: 'heldOn', key: 'consultations.errors.dayTaken' } },
  async run(context, input) {
    const { tx, actor, now } = context
    if (input.heldOn > baghdadDay(now)) throw new InvalidField({ heldOn: 'errors.dateFuture' })
    if (input.heldOn < firstDay) throw new InvalidField({ heldOn: 'consultations.errors.tooEarly' })
    const previous = await insistOnPrevious(context, input)
    const place = await placeOf(tx, actor, input.facilityId, input.heldOn)
    const lines = linesOf(input.lines, await readCategories(tx, previous !== null))
    if (previous) await withdraw(context, previous.id)
    const registerId = newId(now)
    await tx.insert(consultationRegisters).values({
      id: registerId,
      facilityId: input.facilityId,
      heldOn: input.heldOn,
      teamId: previous?.teamId ?? place.teamId,
      districtPcode: place.districtPcode,
      source: 'grid',
      rowCount: lines.length,
      enteredBy: actor.userId,
      enteredAt: now,
    })
    await insertLines(
      tx,
      lines.map((line, at) => ({ ...line, registerId, position: at + 1 })),
    )
    return { registerId }
  },
})

/** Takes a register back that should not be there at all. */
export const withdrawRegister = command({
  name: 'consultations.withdraw',
  input: registerRefSchema,
  load: ({ tx }, { registerId }) => lockRegister(tx, registerId),
  allow: canCorrect,
  async run(context, _input, register) {
    await withdraw(context, register.id)
    return { registerId: register.id }
  },
})
