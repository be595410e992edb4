import { and, eq, isNull } from 'drizzle-orm'
import { withSystem } from '../client'
import { pathwaySteps } from '../schema/concerns'
import { complaintCategories } from '../schema/consultations'
import { consentTexts } from '../schema/people'
import { locations, sectors } from '../schema/places'
import { seedComplaints } from './data/complaints'
import { seedConsentTexts } from './data/consent-texts'
import { seedLocations } from './data/locations'
import { seedPathway } from './data/pathway'
import { seedPositions } from './data/positions'
import { seedSectors } from './data/sectors'

/**
 * The lists that every deployment needs before anyone can register: places by P-code, sectors, complaint categories, the safe pathway, consent texts. Adds
 * what is missing and leaves what an admin has changed; called at every start.
 */
export async function seedReference(): Promise<void> {
  await withSystem('reference lists', async (tx) => {
    for (const level of [1, 2, 3]) {
      const rows = seedLocations.filter((place) => place.level === level)
      await tx
        .insert(locations)
        .values(rows.map((place) => ({ ...place, aliases: [...place.aliases] })))
        .onConflictDoNothing()
    }
    for (const [pcode, latitude, longitude] of seedPositions) {
      await tx
        .update(locations)
        .set({ latitude, longitude })
        .where(and(eq(locations.pcode, pcode), isNull(locations.latitude)))
    }
    await tx
      .insert(sectors)
      .values([...seedSectors])
      .onConflictDoNothing()
    await tx
      .insert(complaintCategories)
      .values([...seedComplaints])
      .onConflictDoNothing()
    await tx
      .insert(pathwaySteps)
      .values([...seedPathway])
      .onConflictDoNothing()
    await tx
      .insert(consentTexts)
      .values([...seedConsentTexts])
      .onConflictDoNothing()
  })
}
