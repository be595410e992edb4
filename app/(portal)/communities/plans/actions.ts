'use server'

import { serve } from '@/lib/commands/serve'
import { rankNeeds as rank } from '@/lib/communities/needs/commands'
import * as plans from '@/lib/communities/plans/commands'

const toPlan = { to: ({ planId }: { planId: string }) => `/communities/plans/${planId}` }

export const draftPlan = serve(plans.draftPlan, toPlan)
export const editPlan = serve(plans.editPlan, toPlan)
export const validatePlan = serve(plans.validatePlan, toPlan)
export const endorsePlan = serve(plans.endorsePlan, toPlan)
export const activatePlan = serve(plans.activatePlan, toPlan)
export const reviewPlan = serve(plans.reviewPlan, toPlan)
export const archivePlan = serve(plans.archivePlan, toPlan)
export const rankNeeds = serve(rank, toPlan)
