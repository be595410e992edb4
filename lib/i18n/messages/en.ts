import { admin } from './en/admin'
import { agreement } from './en/agreement'
import { apiKeys } from './en/apiKeys'
import { auth } from './en/auth'
import { budgets } from './en/budgets'
import { cases } from './en/cases'
import { committee } from './en/committee'
import { common } from './en/common'
import { communities } from './en/communities'
import { community } from './en/community'
import { communityFigures } from './en/communityFigures'
import { concerns } from './en/concerns'
import { consultations } from './en/consultations'
import { disclosures } from './en/disclosures'
import { displacement } from './en/displacement'
import { errors } from './en/errors'
import { facilities } from './en/facilities'
import { figures } from './en/figures'
import { forumFigures } from './en/forumFigures'
import { forums } from './en/forums'
import { grants } from './en/grants'
import { healthFigures } from './en/healthFigures'
import { loop } from './en/loop'
import { monitoring } from './en/monitoring'
import { paper } from './en/paper'
import { payments } from './en/payments'
import { people } from './en/people'
import { plan } from './en/plan'
import { projects } from './en/projects'
import { referrals } from './en/referrals'
import { rounds } from './en/rounds'
import { safetyPlans } from './en/safetyPlans'
import { sheets } from './en/sheets'
import { standing } from './en/standing'
import { supplies } from './en/supplies'
import { training } from './en/training'
import { work } from './en/work'

export const en = {
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
