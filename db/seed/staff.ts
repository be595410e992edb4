import { randomBytes } from 'node:crypto'
import type { Actor } from '../../lib/auth/actor'
import { actorOf } from '../../lib/auth/actor-of'
import { hashPassword } from '../../lib/auth/password'
import { newId } from '../../lib/ids'
import { withSystem } from '../client'
import { approvalLimits, fundingRoundQuotas, fundingRounds } from '../schema/grants'
import { teamMembers, teams, userProgrammes, userRoles, users } from '../schema/users'
import { seedBudget } from './budget'
import type { SeedTeam } from './data/places'
import { type SeedStaff, seedStaff, seedTeams } from './data/staff'

export const demoPassword = 'practice-sanad-2026'

export type Member = SeedStaff & { actor: Actor }
export type DemoStaff = {
  /** Staff of the livelihoods programme, who tell its stories. */
  members: Member[]
  health: Member[]
  policing: Member[]
  teamIds: Record<SeedTeam, string>
  lineIds: string[]
  rounds: { id: string; opensOn: string; closesOn: string; screenUntil: string }[]
}

const day = 86_400_000
const on = (today: Date, days: number) => new Date(today.getTime() + days * day).toISOString().slice(0, 10)

/**
 * The funding rounds of the demo's fifteen months. `screenUntil`: an application begun later would not be screened before the
 * round closes.
 */
function roundsAround(today: Date) {
  return [
    {
      code: 'AN-1',
      nameEn: 'Anbar, first round',
      nameAr: 'الأنبار، الجولة الأولى',
      opensOn: on(today, -475),
      closesOn: on(today, -225),
      screenUntil: on(today, -265),
    },
    {
      code: 'AN-2',
      nameEn: 'Anbar, second round',
      nameAr: 'الأنبار، الجولة الثانية',
      opensOn: on(today, -280),
      closesOn: on(today, 200),
      screenUntil: on(today, 200),
    },
    {
      code: 'AN-3',
      nameEn: 'Anbar, third round',
      nameAr: 'الأنبار، الجولة الثالثة',
      opensOn: on(today, 30),
      closesOn: on(today, 300),
      screenUntil: on(today, 300),
    },
  ]
}

/** Who the grants of each round are meant for, in percent. */
const quotas = [
  { dimension: 'sex', value: 'female', percent: 30 },
  { dimension: 'displacement', value: 'returnee', percent: 45 },
  { dimension: 'displacement', value: 'idp_out_of_camp', percent: 25 },
  { dimension: 'displacement', value: 'idp_in_camp', percent: 10 },
  { dimension: 'disability', value: 'yes', percent: 10 },
]

/**
 * Teams, staff, rounds and the approval limits: what an admin sets up before the first working day. Written as the system,
 * since the first admins cannot approve each other.
 */
export async function seedStaffAndRounds(since: Date, today: Date): Promise<DemoStaff> {
  const teamIds: Record<SeedTeam, string> = {
    falluja: newId(since),
    ramadi: newId(since),
    ameriyat: newId(since),
    garma: newId(since),
  }
  const passwordHash = await hashPassword(demoPassword)
  const ids = seedStaff.map(() => newId(since))
  const roundRows = roundsAround(today).map((round) => ({ id: newId(since), ...round }))
  const fromOn = since.toISOString().slice(0, 10)
  await withSystem(
    'practice data',
    async (tx) => {
      await tx.insert(teams).values(seedTeams.map(({ code, ...team }) => ({ id: teamIds[code], ...team })))
      await tx.insert(users).values(
        seedStaff.map((member, index) => ({
          id: ids[index] ?? '',
          email: member.email,
          name: member.locale === 'ar' ? member.nameAr : member.nameEn,
          locale: member.locale,
          passwordHash,
          passwordChangedAt: since,
          draftKey: randomBytes(32).toString('base64'),
        })),
      )
      const each = <T>(row: (member: SeedStaff, userId: string) => T | null) =>
        seedStaff.flatMap((member, index) => row(member, ids[index] ?? '') ?? [])
      await tx.insert(userRoles).values(
        each((member, userId) => ({
          id: newId(since),
          userId,
          role: member.role,
          requestedAt: since,
          approvedAt: since,
        })),
      )
      await tx
        .insert(userProgrammes)
        .values(
          seedStaff.flatMap((member, index) =>
            member.programmes.map((programme) => ({ id: newId(since), userId: ids[index] ?? '', programme })),
          ),
        )
      await tx
        .insert(teamMembers)
        .values(
          each((member, userId) =>
            member.team ? { id: newId(since), userId, teamId: teamIds[member.team], fromOn } : null,
          ),
        )
      await tx.insert(fundingRounds).values(
        roundRows.map(({ screenUntil: _screenUntil, ...round }) => ({
          ...round,
          currency: 'IQD',
          maxAmountMinor: 6_000_000_000,
          targetGrants: 150,
          noticeEn: 'Adults who live in Anbar and want to open, reopen or enlarge a business can apply at our offices.',
          noticeAr:
            'يمكن للبالغين المقيمين في الأنبار ممن يريدون فتح مشروع أو إعادة فتحه أو توسيعه التقديم في مكاتبنا.',
          rulesVersion: '2026-2',
          scoreVersion: '2026-1',
        })),
      )
      await tx
        .insert(fundingRoundQuotas)
        .values(roundRows.flatMap(({ id }) => quotas.map((quota) => ({ fundingRoundId: id, ...quota }))))
      await tx.insert(approvalLimits).values([
        { id: newId(since), programme: 'livelihoods', currency: 'IQD', secondStageFromMinor: 3_000_000_000 },
        { id: newId(since), programme: 'livelihoods', currency: 'USD', secondStageFromMinor: 250_000 },
      ])
    },
    { at: since },
  )
  const all = await Promise.all(
    seedStaff.map(async (member, index) => ({ ...member, actor: await actorOf(ids[index] ?? '', 'practice data') })),
  )
  const members = all.filter((one) => one.programmes.includes('livelihoods'))
  const health = all.filter((one) => one.programmes.includes('health'))
  const policing = all.filter((one) => one.programmes.includes('policing'))
  return { members, health, policing, teamIds, rounds: roundRows, lineIds: await seedBudget(members, since) }
}
