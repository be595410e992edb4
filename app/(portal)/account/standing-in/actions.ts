'use server'

import { serve } from '@/lib/commands/serve'
import * as standing from '@/lib/standing/commands'

export const arrangeStandIn = serve(standing.arrangeStandIn, { to: () => '/account/standing-in' })
export const endStandIn = serve(standing.endStandIn, { to: () => '/account/standing-in' })
