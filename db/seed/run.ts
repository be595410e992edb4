import { lt } from 'drizzle-orm'
import { withSystem } from '../client'
import { notifications } from '../schema/records'
import { castOf } from './cast'
import { seedCommunities } from './communities'
import { seedConsultations } from './consultations'
import { seedDisplacement } from './displacement'
import { seedPolicing } from './forums'
import { seedGrants } from './grants'
import { seedHealth } from './health'
import { seedPeople } from './people'
import { createRandom } from './random'
import { seedReference } from './reference'
import { seedStaffAndRounds } from './staff'
import { seedSupplies } from './supplies'

/** The practice office opened this many days before the day the demo is made. */
const openedDaysAgo = 470

/**
 * Fills an empty database with the practice data: the same on every machine, written by the same commands as the screens,
 * each at its moment in the past fifteen months, so that the demo obeys the rules and has a history.
 */
export async function seedDemo(): Promise<void> {
  const today = new Date()
  const since = new Date(today.getTime() - openedDaysAgo * 86_400_000)
  const random = createRandom(2026)
  await seedReference()
  const staff = await seedStaffAndRounds(since, today)
  const cast = castOf(random.fork('cast'))
  const people = await seedPeople(staff, cast, today, random.fork('people'))
  await seedGrants(staff, cast, people, today)
  await seedHealth(staff, since, today, random.fork('health'))
  await seedConsultations(staff, today, random.fork('consultations'))
  await seedSupplies(staff, today, random.fork('supplies'))
  await seedDisplacement(staff, since, today, random.fork('displacement'))
  await seedPolicing(staff, today, random.fork('policing'))
  await seedCommunities(staff, today)
  // What happened last week has been read; the bell rings for the last days only.
  await withSystem('practice data', (tx) =>
    tx
      .update(notifications)
      .set({ readAt: today })
      .where(lt(notifications.at, new Date(today.getTime() - 3 * 86_400_000))),
  )
}
