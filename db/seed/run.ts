import { seedReference } from './reference'
import { seedStaffAndRounds } from './staff'

/** When the practice office opened: nine months before the day the demo stands at. */
const since = new Date('2026-02-22T06:00:00Z')

/**
 * Fills an empty database with the practice data: the same on every machine, written by the same commands as the screens,
 * each at its moment in the past, so that the demo obeys the rules and has a history.
 */
export async function seedDemo(): Promise<void> {
  await seedReference()
  await seedStaffAndRounds(since)
}
