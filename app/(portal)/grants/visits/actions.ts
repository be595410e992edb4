'use server'

import { serve } from '@/lib/commands/serve'
import * as monitoring from '@/lib/grants/monitoring/commands'

export const recordVisit = serve(monitoring.recordVisit, {
  to: ({ caseId }) => `/grants/${caseId}/monitoring?done=1#documents`,
})
export const completeGrant = serve(monitoring.completeGrant, { to: ({ caseId }) => `/grants/${caseId}` })
export const handleSafety = serve(monitoring.handleSafety, { to: () => '/safety' })
