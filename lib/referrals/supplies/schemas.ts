import * as z from 'zod/mini'
import { dateField, parseDate } from '../../dates'
import { choice, line, optionalLine, optionalProse, prose, whole } from '../../fields'
import { mostItems } from './domain'
import { supplyKinds } from './machine'

/** A day written in one field, or null for none. Issue: errors.date. */
const optionalDay = z.pipe(
  z.optional(z.nullable(z.string().check(z.maxLength(40, 'errors.date')))),
  z.pipe(
    z.transform((text: string | null | undefined, context) => {
      if (!text?.trim()) return null
      const day = parseDate(text)
      if (day === null) context.issues.push({ code: 'custom', message: 'errors.date', input: text })
      return day
    }),
    z.nullable(z.string()),
  ),
)

const itemShape = z.object({
  kind: choice(supplyKinds),
  name: line(120),
  strengthOrModel: optionalLine(80),
  batchOrSerial: line(60),
  expiresOn: optionalDay,
  unit: line(30),
  sent: whole(1, 10_000_000),
})
type Item = z.infer<typeof itemShape>

/** Rows that nobody touched are left out: only the kind is chosen beforehand. */
const isTouched = (row: unknown) =>
  typeof row === 'object' &&
  row !== null &&
  Object.entries(row).some(([name, value]) => name !== 'kind' && typeof value === 'string' && value.trim() !== '')

const itemRows = z.pipe(
  z.optional(z.array(z.unknown())),
  z.pipe(
    z.transform((rows: unknown[] | undefined) => (rows ?? []).map((row) => (isTouched(row) ? row : null))),
    z.array(z.nullable(itemShape)),
  ),
)

const shape = z.object({
  facilityId: z.uuid('errors.choose'),
  plannedOn: dateField(),
  remark: optionalProse(500),
  items: itemRows,
})
type Shape = z.infer<typeof shape>

/** What no single answer can tell. The rows that were left empty are gone afterwards. */
const complete = <T extends Shape>() =>
  z.transform(({ items, ...rest }: T, context) => {
    const wrong = (path: (string | number)[], message: string) =>
      context.issues.push({ code: 'custom', message, path, input: null })
    const kept: Item[] = []
    items.forEach((item, at) => {
      if (!item) return
      kept.push(item)
      if (item.kind === 'medicine' && !item.expiresOn) wrong(['items', at, 'expiresOn'], 'supplies.errors.expiry')
      if (item.expiresOn && item.expiresOn <= rest.plannedOn)
        wrong(['items', at, 'expiresOn'], 'supplies.errors.expired')
    })
    if (kept.length === 0) wrong(['items'], 'supplies.errors.none')
    if (kept.length > mostItems) wrong(['items'], 'supplies.errors.tooMany')
    return { ...rest, items: kept }
  })

export const planDeliverySchema = z.pipe(shape, complete<Shape>())

const ref = { deliveryId: z.uuid('errors.notFound'), version: z.coerce.number().check(z.int()) }
export const deliveryRefSchema = z.object(ref)

const editShape = z.object({ ...ref, ...shape.shape })
export const editDeliverySchema = z.pipe(editShape, complete<z.infer<typeof editShape>>())

export const dispatchSchema = z.object({ ...ref, carrier: line(120) })

const receivedItem = z.pipe(
  z.object({
    itemId: z.uuid('errors.notFound'),
    received: whole(0, 10_000_000),
    damaged: whole(0, 10_000_000),
    remark: optionalLine(200),
  }),
  z.transform((item: { itemId: string; received: number; damaged: number; remark: string }, context) => {
    if (item.damaged > item.received)
      context.issues.push({ code: 'custom', message: 'supplies.errors.damaged', path: ['damaged'], input: null })
    return item
  }),
)
export const receiveSchema = z.object({
  ...ref,
  receivedOn: dateField(),
  receivedBy: line(120),
  receiptRemark: optionalProse(500),
  items: z.array(receivedItem).check(z.maxLength(mostItems)),
})

export const discrepancySchema = z.object({ ...ref, why: prose(500, 5) })
export const closeSchema = z.object({ ...ref, settled: optionalProse(500) })
export const cancelSchema = z.object({ ...ref, why: prose(300, 5) })
