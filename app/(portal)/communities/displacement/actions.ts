'use server'

import { serve } from '@/lib/commands/serve'
import * as counts from '@/lib/communities/displacement/count-commands'
import * as apply from '@/lib/communities/displacement/files/apply-file'
import * as check from '@/lib/communities/displacement/files/check-file'
import * as places from '@/lib/communities/displacement/place-commands'
import * as rounds from '@/lib/communities/displacement/round-commands'
import * as settle from '@/lib/communities/displacement/settle'

const base = '/communities/displacement'
const toRound = { to: ({ roundId }: { roundId: string }) => `${base}/rounds/${roundId}` }
const toCounts = { to: ({ roundId }: { roundId: string }) => `${base}/rounds/${roundId}/locations` }
const toImport = { to: ({ importId }: { importId: string }) => `${base}/imports/${importId}` }
const toPlace = { to: ({ locationId }: { locationId: string }) => `${base}/locations/${locationId}` }
const toQueue = { to: () => `${base}/queue` }

export const openRound = serve(rounds.openRound, toRound)
export const correctRound = serve(rounds.correctRound, toRound)
export const submitRound = serve(rounds.submitRound, toRound)
export const validateRound = serve(rounds.validateRound, toRound)
export const publishRound = serve(rounds.publishRound, toRound)
export const sendBackRound = serve(rounds.sendBackRound, toRound)
export const discardRound = serve(rounds.discardRound, toRound)

export const enterCount = serve(counts.enterCount, toCounts)
export const removeCount = serve(counts.removeCount, toCounts)

export const saveMapping = serve(check.saveMapping, toImport)
export const remapImport = serve(check.remapImport, toImport)
export const startImport = serve(apply.startImport, toImport)
export const cancelImport = serve(apply.cancelImport, toImport)

export const addPlace = serve(places.addPlace, {
  to: ({ locationId, importId }) => (importId ? `${base}/queue` : `${base}/locations/${locationId}`),
})
export const editPlace = serve(places.editPlace, toPlace)
export const togglePlace = serve(places.togglePlace, toPlace)

export const matchPlace = serve(settle.matchPlace, toQueue)
export const dismissRow = serve(settle.dismissRow, toQueue)
