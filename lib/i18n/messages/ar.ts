import { admin } from './ar/admin'
import { agreement } from './ar/agreement'
import { apiKeys } from './ar/apiKeys'
import { auth } from './ar/auth'
import { budgets } from './ar/budgets'
import { cases } from './ar/cases'
import { committee } from './ar/committee'
import { common } from './ar/common'
import { communities } from './ar/communities'
import { community } from './ar/community'
import { communityFigures } from './ar/communityFigures'
import { concerns } from './ar/concerns'
import { consultations } from './ar/consultations'
import { disclosures } from './ar/disclosures'
import { displacement } from './ar/displacement'
import { errors } from './ar/errors'
import { facilities } from './ar/facilities'
import { figures } from './ar/figures'
import { forumFigures } from './ar/forumFigures'
import { forums } from './ar/forums'
import { grants } from './ar/grants'
import { healthFigures } from './ar/healthFigures'
import { loop } from './ar/loop'
import { monitoring } from './ar/monitoring'
import { paper } from './ar/paper'
import { payments } from './ar/payments'
import { people } from './ar/people'
import { plan } from './ar/plan'
import { projects } from './ar/projects'
import { referrals } from './ar/referrals'
import { rounds } from './ar/rounds'
import { safetyPlans } from './ar/safetyPlans'
import { sheets } from './ar/sheets'
import { standing } from './ar/standing'
import { supplies } from './ar/supplies'
import { training } from './ar/training'
import { work } from './ar/work'

export const ar = {
  common,
  errors,
  auth,
  admin,
  people,
  cases,
  forumFigures,
  forums,
  grants,
  paper,
  safetyPlans,
  sheets,
  work,
  rounds,
  training,
  committee,
  budgets,
  payments,
  agreement,
  plan,
  monitoring,
  figures,
  standing,
  projects,
  referrals,
  loop,
  disclosures,
  facilities,
  healthFigures,
  apiKeys,
  communities,
  community,
  communityFigures,
  concerns,
  consultations,
  supplies,
  displacement,
}
