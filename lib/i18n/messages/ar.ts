import { admin } from './ar/admin'
import { auth } from './ar/auth'
import { cases } from './ar/cases'
import { common } from './ar/common'
import { errors } from './ar/errors'
import { grants } from './ar/grants'
import { people } from './ar/people'
import { work } from './ar/work'

export const ar = { common, errors, auth, admin, people, cases, grants, work }
