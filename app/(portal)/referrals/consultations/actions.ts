'use server'

import { serve } from '@/lib/commands/serve'
import * as commands from '@/lib/referrals/consultations/commands'

const toRegister = ({ registerId }: { registerId: string }) => `/referrals/consultations/${registerId}`

export const enterRegister = serve(commands.enterRegister, { to: toRegister })
export const withdrawRegister = serve(commands.withdrawRegister, { to: toRegister })
