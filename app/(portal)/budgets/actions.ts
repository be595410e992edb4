'use server'

import { serve } from '@/lib/commands/serve'
import * as budgets from '@/lib/grants/budgets/commands'

export const proposeSource = serve(budgets.proposeSource, { to: () => '/budgets' })
export const proposeLine = serve(budgets.proposeLine, { to: () => '/budgets' })
export const proposeAmount = serve(budgets.proposeAmount)
export const proposeClosing = serve(budgets.proposeClosing)
export const decideChange = serve(budgets.decideChange)
export const setRate = serve(budgets.setRate)
