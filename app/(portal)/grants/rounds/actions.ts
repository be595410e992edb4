'use server'

import { serve } from '@/lib/commands/serve'
import * as round from '@/lib/grants/rounds/commands'

const toRound = { to: ({ fundingRoundId }: { fundingRoundId: string }) => `/grants/rounds/${fundingRoundId}` }

export const createRound = serve(round.createRound, toRound)
export const editRound = serve(round.editRound, toRound)
export const amendRound = serve(round.amendRound, toRound)
