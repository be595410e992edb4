'use server'

import { serve } from '@/lib/commands/serve'
import * as needs from '@/lib/communities/needs/commands'

const toNeed = { to: ({ needId }: { needId: string }) => `/communities/needs/${needId}` }

/** Back to its plan, where the next one can be added. */
export const addNeed = serve(needs.addNeed, { to: ({ planId }) => `/communities/plans/${planId}` })
export const editNeed = serve(needs.editNeed, toNeed)
export const addressNeed = serve(needs.addressNeed, toNeed)
export const meetNeed = serve(needs.meetNeed, toNeed)
export const dropNeed = serve(needs.dropNeed, toNeed)
export const reopenNeed = serve(needs.reopenNeed, toNeed)
export const linkNeed = serve(needs.linkNeed, toNeed)
export const unlinkNeed = serve(needs.unlinkNeed, toNeed)
