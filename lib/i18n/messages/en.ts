import { admin } from './en/admin'
import { auth } from './en/auth'
import { cases } from './en/cases'
import { common } from './en/common'
import { errors } from './en/errors'
import { grants } from './en/grants'
import { people } from './en/people'
import { work } from './en/work'

export const en = { common, errors, auth, admin, people, cases, grants, work }
