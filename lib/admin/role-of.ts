import * as z from 'zod/mini'
import { programmes, roles } from '../auth/roles'

const role = z.enum(roles)
const programme = z.enum(programmes)

/** A role out of the database, whose CHECK allows no other. */
export const roleOf = (text: string) => role.parse(text)

/** A programme out of the database, whose CHECK allows no other. */
export const programmeOf = (text: string) => programme.parse(text)
