import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Actor } from '../lib/auth/actor'
import { actorOf } from '../lib/auth/actor-of'
import type { Programme, Role } from '../lib/auth/roles'
import { newId } from '../lib/ids'
import { matchKeys } from '../lib/people/match-keys'
import { withSystem } from './client'
import { budgetChanges, budgetLines, fundingSources } from './schema/budgets'
import { approvalLimits, fundingRounds } from './schema/grants'
import { consents, displacements, householdMembers, households, people } from './schema/people'
import { teamMembers, teams, userProgrammes, userRoles, users } from './schema/users'
import { seedReference } from './seed/reference'

/** A small world for database tests: two teams, one person of each part, one open round, a second stage from 3 million dinars. */
export type World = Awaited<ReturnType<typeof makeWorld>>

const staff = {
  caseworker: ['caseworker', 'falluja'],
  colleague: ['caseworker', 'falluja'],
  supervisor: ['supervisor', 'falluja'],
  supervisorB: ['supervisor', 'falluja'],
  caseworker2: ['caseworker', 'ramadi'],
  supervisor2: ['supervisor', 'ramadi'],
  manager: ['programme_manager', null],
  managerB: ['programme_manager', null],
  finance: ['finance_officer', null],
  financeB: ['finance_officer', null],
  analyst: ['analyst', null],
  admin: ['admin', null],
  admin2: ['admin', null],
  nurse: ['caseworker', 'falluja', 'health'],
  nurseB: ['caseworker', 'falluja', 'health'],
  nurse2: ['caseworker', 'ramadi', 'health'],
  healthSupervisor: ['supervisor', 'falluja', 'health'],
  healthManager: ['programme_manager', null, 'health'],
  healthAnalyst: ['analyst', null, 'health'],
  officer: ['caseworker', 'falluja', 'policing'],
  officerB: ['caseworker', 'falluja', 'policing'],
  officer2: ['caseworker', 'ramadi', 'policing'],
  policingSupervisor: ['supervisor', 'falluja', 'policing'],
  policingSupervisor2: ['supervisor', 'ramadi', 'policing'],
  policingManager: ['programme_manager', null, 'policing'],
  policingAnalyst: ['analyst', null, 'policing'],
  focal: ['focal_point', null, 'policing'],
} as const satisfies Record<string, readonly [Role, 'falluja' | 'ramadi' | null, Programme?]>

export type Part = keyof typeof staff

export async function makeWorld() {
  await seedReference()
  const team = { falluja: newId(), ramadi: newId() }
  const roundId = newId()
  const lineId = newId()
  const ids = Object.fromEntries(Object.keys(staff).map((part) => [part, newId()]))
  await withSystem('test world', async (tx) => {
    await tx.insert(teams).values([
      { id: team.falluja, nameEn: 'Falluja', nameAr: 'الفلوجة', districtPcode: 'IQG01Q01' },
      { id: team.ramadi, nameEn: 'Ramadi', nameAr: 'الرمادي', districtPcode: 'IQG01Q03' },
    ])
    for (const [part, [role, place, programme]] of Object.entries(staff)) {
      const userId = ids[part] ?? ''
      await tx.insert(users).values({
        id: userId,
        email: `${part.toLowerCase()}@test.sanad`,
        name: `Test ${part}`,
        draftKey: randomBytes(32).toString('base64'),
      })
      await tx.insert(userRoles).values({ id: newId(), userId, role, approvedAt: new Date() })
      await tx.insert(userProgrammes).values({ id: newId(), userId, programme: programme ?? 'livelihoods' })
      if (place) await tx.insert(teamMembers).values({ id: newId(), userId, teamId: team[place], fromOn: '2020-01-01' })
    }
    await tx.insert(fundingRounds).values({
      id: roundId,
      code: 'T-1',
      nameEn: 'Test round',
      nameAr: 'جولة تجريبية',
      opensOn: '2020-01-01',
      closesOn: '2099-12-31',
      currency: 'IQD',
      maxAmountMinor: 10_000_000_000,
      rulesVersion: '2026-1',
      scoreVersion: '2026-1',
    })
    await tx.insert(approvalLimits).values({
      id: newId(),
      programme: 'livelihoods',
      currency: 'IQD',
      secondStageFromMinor: 3_000_000_000,
    })
  })
  const actor = {} as Record<Part, Actor> // filled for every part right below
  for (const [part, id] of Object.entries(ids)) actor[part as Part] = await actorOf(id, 'test')
  await openLine(actor.finance, actor.manager, lineId, 900_000_000_000)
  return { team, roundId, lineId, actor }
}

/** A budget line in dinars with this much room, activated by a second person, of a source of its own. */
export async function openLine(
  proposer: Actor,
  second: Actor,
  lineId: string,
  allocatedMinor: number,
  currency: 'IQD' | 'USD' = 'IQD',
): Promise<void> {
  const sourceId = newId()
  await withSystem('test budget', async (tx) => {
    await tx.insert(fundingSources).values({
      id: sourceId,
      code: `SRC-${sourceId.slice(-6)}`,
      donorEn: 'Test donor',
      donorAr: 'مانح تجريبي',
      amountMinor: allocatedMinor,
      currency,
      startsOn: '2020-01-01',
      endsOn: '2099-12-31',
      proposedBy: proposer.userId,
    })
    await tx.insert(budgetLines).values({
      id: lineId,
      sourceId,
      code: `LIN-${lineId.slice(-6)}`,
      nameEn: 'Grants',
      nameAr: 'منح',
      currency,
      proposedMinor: allocatedMinor,
      proposedBy: proposer.userId,
    })
    for (const change of [
      { kind: 'activate_source', lineId: null },
      { kind: 'activate_line', lineId },
    ]) {
      const id = newId()
      await tx.insert(budgetChanges).values({ id, sourceId, ...change, reason: 'Opened', proposedBy: proposer.userId })
      await tx
        .update(budgetChanges)
        .set({ outcome: 'approved', decidedBy: second.userId, decidedAt: new Date() })
        .where(eq(budgetChanges.id, id))
    }
  })
}

export type TestPerson = { personId: string; householdId: string }

/** A registered head of household in the actor's team, with consent for a grant; written past the commands, for tests of other rooms. */
export async function makePerson(
  actor: Actor,
  name = 'محمد',
  change: { withConsent?: boolean; birthOn?: string } = {},
): Promise<TestPerson> {
  const personId = newId()
  const householdId = newId()
  const teamId = actor.teams[0] ?? ''
  await withSystem('test person', async (tx) => {
    const district =
      (await tx.select({ pcode: teams.districtPcode }).from(teams).where(eq(teams.id, teamId)))[0]?.pcode ?? ''
    const names = { given: name, father: 'علي', grandfather: 'حسين', family: 'العيساوي' }
    const birthOn = change.birthOn ?? '1985-03-02'
    await tx.insert(people).values({
      id: personId,
      givenName: names.given,
      fatherName: names.father,
      grandfatherName: names.grandfather,
      familyName: names.family,
      sex: 'male',
      birthOn,
      birthPrecision: 'day',
      matchKeys: matchKeys({ ...names, birth: { date: birthOn } }),
      locationPcode: `${district}N03`,
      districtPcode: district,
      teamId,
      caseworkerId: actor.userId,
      createdBy: actor.userId,
    })
    await tx.insert(households).values({ id: householdId, headPersonId: personId, teamId, createdBy: actor.userId })
    await tx
      .insert(householdMembers)
      .values({ id: newId(), householdId, personId, relationship: 'head', fromOn: '2020-01-01' })
    await tx
      .insert(displacements)
      .values({ id: newId(), personId, status: 'returnee', fromOn: '2017-05-01', recordedBy: actor.userId })
    if (change.withConsent !== false) {
      await tx.insert(consents).values({
        id: newId(),
        personId,
        purpose: 'livelihood_grant',
        textVersion: '2026-1',
        language: 'ar',
        method: 'signed',
        givenOn: '2026-01-01',
        expiresOn: '2099-01-01',
        recordedBy: actor.userId,
      })
    }
  })
  return { personId, householdId }
}
