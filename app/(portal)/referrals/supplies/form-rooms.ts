import type { Rooms } from '@/lib/i18n/client-messages'

/** The words that the form of a delivery needs in the browser. */
export const formRooms: Rooms[] = [
  'supplies.form',
  'supplies.field',
  'supplies.kind',
  'supplies.items',
  'supplies.errors',
  'supplies.refused',
  'referrals.refused',
  'consultations.errors.facilityClosed',
]
