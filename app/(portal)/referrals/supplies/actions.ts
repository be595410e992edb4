'use server'

import { serve } from '@/lib/commands/serve'
import * as commands from '@/lib/referrals/supplies/commands'

const toDelivery = ({ deliveryId }: { deliveryId: string }) => `/referrals/supplies/${deliveryId}`

export const planDelivery = serve(commands.planDelivery, { to: toDelivery })
export const editDelivery = serve(commands.editDelivery, { to: toDelivery })
export const approveDelivery = serve(commands.approveDelivery)
export const dispatchDelivery = serve(commands.dispatchDelivery)
export const receiveDelivery = serve(commands.receiveDelivery)
export const acceptDelivery = serve(commands.acceptDelivery)
export const reportDiscrepancy = serve(commands.reportDiscrepancy)
export const closeDelivery = serve(commands.closeDelivery)
export const cancelDelivery = serve(commands.cancelDelivery)
