import type { Programme } from './auth/roles'
import type { Machine } from './cases/machine'
import { concernMachine } from './forums/concerns/machine'
import { grantMachine } from './grants/machine'
import { referralMachine } from './referrals/machine'

/** What the shared case machinery must know of each programme: its workflow and the prefix of its references. */
export type ProgrammeCases = { programme: Programme; prefix: string; machine: Machine; path: string }

/** The only file that names all programmes. A programme enters with its screens. */
export const programmeCases: readonly ProgrammeCases[] = [
  { programme: 'livelihoods', prefix: 'GRT', machine: grantMachine, path: '/grants' },
  { programme: 'health', prefix: 'REF', machine: referralMachine, path: '/referrals' },
  { programme: 'policing', prefix: 'CON', machine: concernMachine, path: '/forums/concerns' },
]

/** The case settings of a programme. Throws for a programme that has no cases yet. */
export function casesOf(programme: string): ProgrammeCases {
  const found = programmeCases.find((entry) => entry.programme === programme)
  if (!found) throw new Error(`no cases in programme ${programme}`)
  return found
}
