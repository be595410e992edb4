import { admin } from './ckb/admin'
import { auth } from './ckb/auth'
import { cases } from './ckb/cases'
import { common } from './ckb/common'
import { errors } from './ckb/errors'
import { grants } from './ckb/grants'
import { people } from './ckb/people'
import { work } from './ckb/work'

export const ckb = { common, errors, auth, admin, people, cases, grants, work }
