import { newId } from '../lib/ids'
import { withSystem } from './client'
import { forumMembers, forumSessions, forums, sessionAttendance } from './schema/forums'
import { ownerSql } from './testing'
import type { World } from './testing-world'

/** An active forum of Falluja's team; written past the commands and their triggers, for tests of other rooms. */
export async function makeForum(
  world: World,
  change: Partial<typeof forums.$inferInsert> = {},
): Promise<{ forumId: string; memberId: string }> {
  const forumId = newId()
  const memberId = newId()
  const row = {
    id: forumId,
    reference: `CPF-${forumId.slice(-8)}`,
    nameEn: 'Falluja Centre forum',
    nameAr: 'منتدى مركز الفلوجة',
    type: 'community',
    teamId: world.team.falluja,
    districtPcode: 'IQG01Q01',
    locationPcode: 'IQG01Q01N03',
    policeStation: 'Falluja Centre',
    termsAdoptedOn: '2020-01-01',
    createdBy: world.actor.officer.userId,
    ...change,
    status: 'proposed',
  }
  await withSystem('test forum', async (tx) => {
    await tx.insert(forums).values(row)
    await tx.insert(forumMembers).values({
      id: memberId,
      forumId,
      name: 'Hassan the baker',
      constituency: 'community',
      sex: 'male',
      part: 'chair',
      fromOn: '2020-01-01',
      addedBy: world.actor.officer.userId,
    })
  })
  const status = change.status ?? 'active'
  await ownerSql()`alter table forums disable trigger user`
  await ownerSql()`update forums set status = ${status} where id = ${forumId}`
  await ownerSql()`alter table forums enable trigger user`
  return { forumId, memberId }
}

/** A session of the forum that was held on this day by twelve women and ten men. */
export async function makeHeldSession(world: World, forumId: string, heldOn: string): Promise<string> {
  const id = newId()
  await withSystem('test session', async (tx) => {
    await tx.insert(forumSessions).values({
      id,
      forumId,
      teamId: world.team.falluja,
      status: 'scheduled',
      startsAt: new Date(`${heldOn}T07:00:00Z`),
      venue: 'Municipality hall',
      createdBy: world.actor.officer.userId,
    })
    await tx.insert(sessionAttendance).values([
      { sessionId: id, sex: 'female', ageBand: '18-59', displacement: 'returnee', hasDisability: false, count: 12 },
      { sessionId: id, sex: 'male', ageBand: '18-59', displacement: 'host_community', hasDisability: true, count: 10 },
    ])
  })
  await ownerSql()`update forum_sessions set status = 'held', held_on = ${heldOn}, attended = 22, version = 2 where id = ${id}`
  return id
}
