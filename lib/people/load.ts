import { and, eq } from 'drizzle-orm'
import { people } from '../../db/schema/people'
import { locations } from '../../db/schema/places'
import type { Placed } from '../auth/actor'
import type { Context } from '../commands/command'
import { InvalidField } from '../commands/result'

/** A person as a command works on it. */
export type LoadedPerson = Placed & { id: string; version: number; birthOn: string }

/** `load` of every command on an existing person: in scope, and locked, so that dated rows are written one after another. */
export async function loadPerson(context: Context, input: { personId: string }): Promise<LoadedPerson | null> {
  const rows = await context.tx
    .select({
      id: people.id,
      version: people.version,
      birthOn: people.birthOn,
      teamId: people.teamId,
      districtPcode: people.districtPcode,
      caseworkerId: people.caseworkerId,
      createdBy: people.createdBy,
    })
    .from(people)
    .where(eq(people.id, input.personId))
    .for('no key update') // leaves room for references to the person, which registering someone alike writes
  return rows[0] ?? null
}

/** The district of a sub-district. Throws InvalidField for a place that is none, or is no longer used. */
export async function districtOf(context: Context, subDistrict: string): Promise<string> {
  const rows = await context.tx
    .select({ district: locations.parentPcode })
    .from(locations)
    .where(and(eq(locations.pcode, subDistrict), eq(locations.level, 3), eq(locations.isActive, true)))
  const district = rows[0]?.district
  if (!district) throw new InvalidField({ locationPcode: 'errors.choose' })
  return district
}

/** Throws InvalidField when an origin is not a governorate. */
export async function checkOrigin(context: Context, originPcode: string | null): Promise<void> {
  if (!originPcode) return
  const rows = await context.tx
    .select({ level: locations.level })
    .from(locations)
    .where(and(eq(locations.pcode, originPcode), eq(locations.level, 1)))
  if (!rows[0]) throw new InvalidField({ originPcode: 'errors.choose' })
}

/** Throws InvalidField when a day lies after today in Baghdad. */
export function checkPast(field: string, day: string, today: string): void {
  if (day > today) throw new InvalidField({ [field]: 'errors.dateFuture' })
}

/** Throws InvalidField when something is dated before the person was born. */
export function checkBorn(field: string, day: string, birthOn: string): void {
  if (day < birthOn) throw new InvalidField({ [field]: 'people.errors.beforeBirth' })
}
