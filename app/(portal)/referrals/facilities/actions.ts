'use server'

import { serve } from '@/lib/commands/serve'
import * as commands from '@/lib/referrals/facilities/commands'

const toFacility = { to: ({ facilityId }: { facilityId: string }) => `/referrals/facilities/${facilityId}` }

export const addFacility = serve(commands.addFacility, toFacility)
export const editFacility = serve(commands.editFacility, toFacility)
export const verifyFacility = serve(commands.verifyFacility, toFacility)
export const toggleFacility = serve(commands.toggleFacility, toFacility)
