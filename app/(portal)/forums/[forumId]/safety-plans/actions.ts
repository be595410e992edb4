'use server'

import { serve } from '@/lib/commands/serve'
import * as plans from '@/lib/forums/safety-plans/commands'

type Done = { forumId: string; planId: string }
const toPlan = { to: ({ forumId, planId }: Done) => `/forums/${forumId}/safety-plans/${planId}` }

export const writePlan = serve(plans.writePlan, toPlan)
export const editPlan = serve(plans.editPlan, toPlan)
export const addMeasure = serve(plans.addMeasure, toPlan)
export const removeMeasure = serve(plans.removeMeasure, toPlan)
export const adoptPlan = serve(plans.adoptPlan, toPlan)
export const reviewMeasure = serve(plans.reviewMeasure, toPlan)
