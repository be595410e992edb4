import type { Actor } from '../../lib/auth/actor'
import type { Result } from '../../lib/commands/result'
import { giveConsent } from '../../lib/people/consent-commands'
import { recordDisplacement } from '../../lib/people/displacement-commands'
import { registerPerson } from '../../lib/people/register-commands'
import { recordWashington } from '../../lib/people/washington-commands'
import type { Part } from './cast'
import { dayOf, workMoment } from './clock'
import { familyNames, femaleNames, maleNames, type SeedName } from './data/names'
import { type SeedTeam, seedPlaces, teamShares } from './data/places'
import { inLanes } from './lanes'
import type { Random } from './random'
import type { DemoStaff } from './staff'

/** A registered person as the grants of the demo need them. */
export type DemoPerson = {
  personId: string
  householdId: string
  /** As a payee is named. */
  name: string
  isFemale: boolean
  team: SeedTeam
  owner: Actor
}

/** The data of an answer that must be good: a seed that breaks a rule is a bug in the seed. */
export function done<T>(what: string, result: Result<T>): T {
  if (!result.ok) throw new Error(`${what}: ${JSON.stringify(result)}`)
  return result.data
}

type Plan = {
  daysAgo: number
  team: SeedTeam
  isHead: boolean
  /** Whether an application of theirs is told later. */
  isApplicant: boolean
  isFemale: boolean
  names: { given: string; father: string; grandfather: string; family: string }
}

/** Most are written in Arabic, some as their papers spell them in Latin letters. */
const written = (name: SeedName, isLatin: boolean, random: Random) => (isLatin ? random.pick(name.latin) : name.ar)

function planPerson(random: Random, isHead: boolean, daysAgo: number, team: SeedTeam): Omit<Plan, 'isApplicant'> {
  const isFemale = isHead ? random.chance(0.24) : random.chance(0.62)
  const isLatin = random.chance(0.12)
  const name = (list: readonly SeedName[]) => written(random.pick(list), isLatin, random)
  return {
    daysAgo,
    team,
    isHead,
    isFemale,
    names: {
      given: name(isFemale ? femaleNames : maleNames),
      father: name(maleNames),
      grandfather: random.chance(0.94) ? name(maleNames) : '',
      family: random.chance(0.96) ? name(familyNames) : '',
    },
  }
}

const statuses = [
  ['returnee', 46],
  ['idp_out_of_camp', 24],
  ['host_community', 20],
  ['idp_in_camp', 10],
] as const
const shelters = {
  returnee: 'own_home',
  host_community: 'own_home',
  idp_out_of_camp: 'rented',
  idp_in_camp: 'camp',
} as const
const documents = [
  ['national_card', 55],
  ['civil_id', 30],
  ['none', 15],
] as const

const digits = (random: Random, count: number) => Array.from({ length: count }, () => random.int(0, 9)).join('')

function registration(plan: Plan, random: Random, teamId: string, household: DemoPerson | null) {
  const status = random.weighted(statuses)
  const year = plan.isHead ? random.int(1958, 2003) : random.int(1950, 2019)
  const documentType = year > 2012 ? 'none' : random.weighted(documents)
  const place = random.pick(seedPlaces.filter((one) => one.team === plan.team))
  const isExact = random.chance(0.8)
  return {
    ...plan.names,
    sex: plan.isFemale ? 'female' : 'male',
    birth: isExact
      ? { day: String(random.int(1, 28)), month: String(random.int(1, 12)), year: String(year) }
      : { day: '', month: '', year: String(year) },
    phone: plan.isHead && random.chance(0.85) ? `077${digits(random, 8)}` : '',
    documentType,
    documentNumber:
      documentType === 'none'
        ? ''
        : documentType === 'national_card'
          ? `1${digits(random, 11)}`
          : `00${digits(random, 6)}`,
    locationPcode: place.subDistrict,
    address: place.nameAr,
    teamId,
    ...(household
      ? {
          household: 'existing',
          householdId: household.householdId,
          relationship: plan.isFemale
            ? random.pick(['spouse', 'daughter', 'parent'])
            : random.pick(['son', 'sibling', 'parent']),
        }
      : { household: 'new' }),
    status,
    since:
      status === 'host_community' || year > 2013
        ? `${year + 1}-06-15`
        : `20${random.int(14, 19)}-0${random.int(1, 9)}-1${random.int(0, 9)}`,
    originPcode: status.startsWith('idp') ? random.pick(['IQG01', 'IQG01', 'IQG13', 'IQG18']) : '',
    shelter: shelters[status],
  }
}

async function register(owner: Actor, input: object, at: Date) {
  const first = await registerPerson.execute(owner, input, { at })
  if (first.ok || first.code !== 'refused') return done('register', first)
  // Two made-up people can look alike; the caseworker has asked, and they are two.
  const someoneElse = String(first.reasons[0]?.params?.handles ?? '')
  return done('register again', await registerPerson.execute(owner, { ...input, someoneElse }, { at }))
}

/** The household that a member of a team's office joins: any that was there before. */
const familyOf = (heads: readonly (DemoPerson | undefined)[], plans: readonly Plan[], plan: Plan, random: Random) => {
  const known = heads.flatMap((one, index) =>
    one?.team === plan.team && (plans[index]?.daysAgo ?? 0) > plan.daysAgo ? [one] : [],
  )
  return known.length > 0 ? random.pick(known) : null
}

/** Households whose head applies for nothing, and people in a household of somebody else's. */
const alone = 110
const others = 40

/**
 * 570 people in some 530 households, registered over fifteen months by the caseworkers of their teams. Answers with the heads
 * of those who will apply, in the order of the cast.
 */
export async function seedPeople(
  staff: DemoStaff,
  cast: readonly Part[],
  today: Date,
  random: Random,
): Promise<DemoPerson[]> {
  const heads: (DemoPerson | undefined)[] = []
  const papers: { input: ReturnType<typeof registration>; owner: Actor; at: Date }[] = []
  const plans = (count: number, isHead: boolean, longest: number) =>
    Array.from({ length: count }, () => {
      const plan = planPerson(random, isHead, random.int(8, longest), random.weighted(teamShares))
      return { ...plan, isApplicant: false }
    })
  const applicants = cast.map((part) => {
    // Known for some days before they apply.
    const plan = planPerson(random, true, part.beganDaysAgo + random.int(4, 14), part.team)
    return { ...plan, isApplicant: true }
  })
  const headPlans = [...applicants, ...plans(alone, true, 455)]
  const otherPlans = plans(others, false, 440)

  async function enter(plan: Plan, own: Random, family: DemoPerson | null): Promise<DemoPerson> {
    const workers = staff.members.filter((one) => one.team === plan.team && one.role === 'caseworker')
    const owner = family?.owner ?? own.pick(workers).actor
    const at = workMoment(today, plan.daysAgo, own)
    const input = registration(plan, own, staff.teamIds[plan.team], family)
    const person = await register(owner, input, at)
    if (input.documentType === 'national_card' && !plan.isApplicant) papers.push({ input, owner, at })
    const name = [input.given, input.father, input.family].filter(Boolean).join(' ')
    const demo = { ...person, name, isFemale: plan.isFemale, team: plan.team, owner }
    await history(demo, own, at, Number(input.birth.year) > at.getFullYear() - 19)
    return demo
  }

  const inOrder = <T extends { daysAgo: number }>(plans: readonly T[]) =>
    plans.map((plan, index) => ({ plan, index })).sort((a, b) => b.plan.daysAgo - a.plan.daysAgo)
  await inLanes(inOrder(headPlans), async ({ plan, index }) => {
    heads[index] = await enter(plan, random.fork(`head ${index}`), null)
  })
  await inLanes(inOrder(otherPlans), async ({ plan, index }) => {
    const own = random.fork(`other ${index}`)
    const family = familyOf(heads, headPlans, plan, own)
    await enter({ ...plan, isHead: !family }, own, family)
  })
  // Three who came back with another spelling of the same papers: the supervisor has to look.
  for (const { input, owner } of papers.sort((a, b) => a.at.getTime() - b.at.getTime()).slice(-3)) {
    await register(owner, { ...input, grandfather: '', phone: '' }, workMoment(today, random.int(2, 6), random))
  }
  return cast.flatMap((_part, index) => heads[index] ?? [])
}

const answers = [
  ['no_difficulty', 82],
  ['some_difficulty', 13],
  ['a_lot_of_difficulty', 4],
  ['cannot_do_at_all', 1],
] as const

/** Consent for everyone, disability questions for most, a change of displacement for a few. */
async function history(person: DemoPerson, random: Random, at: Date, isChild: boolean): Promise<void> {
  const { personId, owner } = person
  const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000)
  const consent = {
    personId,
    language: 'ar',
    method: random.weighted([
      ['signed', 60],
      ['thumbprint', 40],
    ] as const),
    givenOn: dayOf(at),
    months: '24',
    guardianName: isChild ? 'ولي الأمر' : '',
  }
  done('consent', await giveConsent.execute(owner, { ...consent, purpose: 'registration' }, { at: later(4) }))
  done('consent', await giveConsent.execute(owner, { ...consent, purpose: 'livelihood_grant' }, { at: later(6) }))
  if (random.chance(0.7)) {
    const answer = () => random.weighted(answers)
    const washington = {
      seeing: answer(),
      hearing: answer(),
      walking: answer(),
      remembering: answer(),
      self_care: answer(),
      communicating: answer(),
    }
    done(
      'washington',
      await recordWashington.execute(owner, { personId, answeredOn: dayOf(at), ...washington }, { at: later(9) }),
    )
  }
  if (random.chance(0.05)) {
    const change = { personId, status: 'returnee', since: dayOf(at), originPcode: '', shelter: 'own_home' }
    await recordDisplacement.execute(owner, change, { at: later(12) })
  }
}
