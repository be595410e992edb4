'use server'

import { getActor } from '@/lib/auth/session'
import { serve, serveForm } from '@/lib/commands/serve'
import * as consent from '@/lib/people/consent-commands'
import * as disclosure from '@/lib/people/disclosure-commands'
import * as displacement from '@/lib/people/displacement-commands'
import * as duplicate from '@/lib/people/duplicate-commands'
import * as household from '@/lib/people/household-commands'
import * as kin from '@/lib/people/kin-commands'
import * as person from '@/lib/people/person-commands'
import { registerNoted } from '@/lib/people/register-noted'
import * as washington from '@/lib/people/washington-commands'

const toFile = (done: string) => ({ to: ({ personId }: { personId: string }) => `/people/${personId}?done=${done}` })

const toColleagues = { to: ({ personId }: { personId: string }) => `/people/${personId}/colleagues` }

export const registerPerson = serveForm(async (input, commandId) => {
  const actor = await getActor()
  return actor ? registerNoted(actor, input, commandId) : { ok: false, code: 'unauthenticated' }
}, toFile('registered'))
export const editPerson = serve(person.editPerson, toFile('saved'))
export const recordDisplacement = serve(displacement.recordDisplacement, toFile('displacement'))
export const giveConsent = serve(consent.giveConsent, toFile('consent'))
export const withdrawConsent = serve(consent.withdrawConsent, toFile('withdrawn'))
export const tellRecipient = serve(disclosure.tellRecipient, toFile('told'))
export const recordWashington = serve(washington.recordWashington, toFile('washington'))
export const moveHousehold = serve(household.moveHousehold, toFile('household'))
export const changeHead = serve(household.changeHead, toFile('household'))
export const decideDuplicate = serve(duplicate.decideDuplicate, toFile('duplicate'))
export const recordKin = serve(kin.recordKin, toColleagues)
export const endKin = serve(kin.endKin, toColleagues)
