import { eq, sql } from 'drizzle-orm'
import { facilities } from '../../../db/schema/facilities'
import { may } from '../../auth/roles'
import { type Context, command } from '../../commands/command'
import { Conflict, InvalidField } from '../../commands/result'
import { baghdadDay } from '../../format'
import { newId } from '../../ids'
import { parsePhone } from '../../people/phone'
import {
  addFacilitySchema,
  editFacilitySchema,
  type FacilityInput,
  facilityRefSchema,
  verifyFacilitySchema,
} from './schemas'

/** The district of a place of any level below it. Throws InvalidField for a place that is none. */
export async function districtOf({ tx }: Pick<Context, 'tx'>, locationPcode: string): Promise<string> {
  const rows = await tx.execute<{ pcode: string }>(sql`
    with recursive up as (select pcode, level, parent_pcode from locations where pcode = ${locationPcode} and is_active
      union all select l.pcode, l.level, l.parent_pcode from locations l join up on l.pcode = up.parent_pcode)
    select pcode from up where level = 2 and exists (select from up where level >= 3)`)
  const pcode = rows[0]?.pcode
  if (!pcode) throw new InvalidField({ locationPcode: 'errors.choose' })
  return pcode
}

/** A phone in E.164, or null for none. Throws InvalidField. */
export function phoneOf(text: string): string | null {
  if (text === '') return null
  const parsed = parsePhone(text)
  if ('error' in parsed) throw new InvalidField({ focalPhone: parsed.error })
  return parsed.e164
}

/** The columns of a facility out of a form's or a file's answers. */
export function columnsOf(input: FacilityInput, district: string) {
  const { code, nameEn, nameAr, type, locationPcode, latitude, longitude, services, days, functional, focalName } =
    input
  const hours = { days, opensAt: input.opensAt, closesAt: input.closesAt, isAlwaysOpen: input.isAlwaysOpen }
  const placed = { locationPcode, districtPcode: district, latitude, longitude }
  return {
    code,
    nameEn,
    nameAr,
    type,
    services,
    functional,
    focalName,
    ...hours,
    ...placed,
    focalPhone: phoneOf(input.focalPhone),
  }
}

async function lockFacility(context: Context, input: { facilityId: string; version: number }) {
  const rows = await context.tx
    .select({ id: facilities.id, version: facilities.version, closedOn: facilities.closedOn })
    .from(facilities)
    .where(eq(facilities.id, input.facilityId))
    .for('update')
  const facility = rows[0] ?? null
  if (facility && facility.version !== input.version) throw new Conflict()
  return facility
}

const counted = { version: sql`${facilities.version} + 1` }
const unique = { facilities_code: { field: 'code', key: 'facilities.errors.codeTaken' } }
const checkedToday = ({ actor, now }: Context) => ({ verifiedOn: baghdadDay(now), verifiedBy: actor.userId })

/** Enters a facility into the directory; whoever enters it has just checked it. */
export const addFacility = command({
  name: 'facilities.add',
  input: addFacilitySchema,
  allow: (actor) => may(actor, 'facilities.manage'),
  unique,
  async run(context, input) {
    const district = await districtOf(context, input.locationPcode)
    const facilityId = newId(context.now)
    await context.tx.insert(facilities).values({
      id: facilityId,
      ...columnsOf(input, district),
      ...checkedToday(context),
      createdBy: context.actor.userId,
      createdAt: context.now,
    })
    return { facilityId }
  },
})

/** Changes what is written of a facility. */
export const editFacility = command({
  name: 'facilities.edit',
  input: editFacilitySchema,
  load: lockFacility,
  allow: (actor) => may(actor, 'facilities.manage'),
  unique,
  async run(context, input, facility) {
    const district = await districtOf(context, input.locationPcode)
    await context.tx
      .update(facilities)
      .set({ ...columnsOf(input, district), ...checkedToday(context), ...counted })
      .where(eq(facilities.id, facility.id))
    return { facilityId: facility.id }
  },
})

/** Says that someone checked today: how much of it works, and who answers there. */
export const verifyFacility = command({
  name: 'facilities.verify',
  input: verifyFacilitySchema,
  load: lockFacility,
  allow: (actor) => may(actor, 'facilities.verify'),
  async run(context, input, facility) {
    const { functional, focalName } = input
    await context.tx
      .update(facilities)
      .set({ functional, focalName, focalPhone: phoneOf(input.focalPhone), ...checkedToday(context), ...counted })
      .where(eq(facilities.id, facility.id))
    return { facilityId: facility.id }
  },
})

/** Closes a facility for new referrals, or opens it again. What was sent there stays. */
export const toggleFacility = command({
  name: 'facilities.toggle',
  input: facilityRefSchema,
  load: lockFacility,
  allow: (actor) => may(actor, 'facilities.manage'),
  async run(context, _input, facility) {
    await context.tx
      .update(facilities)
      .set({ closedOn: facility.closedOn ? null : baghdadDay(context.now), ...counted })
      .where(eq(facilities.id, facility.id))
    return { facilityId: facility.id }
  },
})
