import { sql } from 'drizzle-orm'
import { withActor } from '../../db/client'
import type { Actor } from '../auth/actor'
import type { Named } from '../i18n/in-locale'
import { namedSql } from './named-sql'

export type TeamRow = { id: string; name: Named; district: Named; isActive: boolean; members: number }
export type Choice = { id: string; name: string; email: string }
export type District = { pcode: string; name: Named; within: Named }

const districts = sql`
  select l.pcode, ${namedSql('l')} as name, ${namedSql('g')} as within
  from locations l join locations g on g.pcode = l.parent_pcode
  where l.level = 2 and l.is_active order by l.pcode limit 500`

/** All teams, those in use first, with how many people are in each today. */
export function listTeams(actor: Actor): Promise<TeamRow[]> {
  return withActor(actor, async (tx) => [
    ...(await tx.execute<TeamRow>(sql`
      select t.id, ${namedSql('t')} as name, ${namedSql('l')} as district, t.is_active as "isActive",
        (select count(distinct m.user_id)::integer from team_members m where m.team_id = t.id and m.from_on <= app_today()
          and (m.to_on is null or m.to_on >= app_today())) as members
      from teams t join locations l on l.pcode = t.district_pcode
      order by t.is_active desc, t.name_en limit 500`)),
  ])
}

/** The districts that a team can work in. */
export function listDistricts(actor: Actor): Promise<District[]> {
  return withActor(actor, async (tx) => [...(await tx.execute<District>(districts))])
}

export type TeamMember = {
  id: string
  userId: string
  name: string
  email: string
  fromOn: string
  toOn: string | null
}

export type TeamPage = {
  id: string
  nameEn: string
  nameAr: string
  nameCkb: string | null
  districtPcode: string
  district: Named
  isActive: boolean
  version: number
  members: TeamMember[]
  staff: Choice[]
  districts: District[]
}

/** A team with everyone who is or was in it, and whom to add. Null when there is no such team. */
export function getTeam(actor: Actor, teamId: string): Promise<TeamPage | null> {
  return withActor(actor, async (tx) => {
    const [found, members, staff, places] = await Promise.all([
      tx.execute<Omit<TeamPage, 'members' | 'staff' | 'districts'>>(sql`
        select t.id, t.name_en as "nameEn", t.name_ar as "nameAr", t.name_ckb as "nameCkb",
          t.district_pcode as "districtPcode", ${namedSql('l')} as district, t.is_active as "isActive", t.version
        from teams t join locations l on l.pcode = t.district_pcode where t.id = ${teamId}`),
      tx.execute<TeamMember>(sql`
        select m.id, m.user_id as "userId", u.name, u.email, m.from_on::text as "fromOn", m.to_on::text as "toOn"
        from team_members m join users u on u.id = m.user_id where m.team_id = ${teamId}
        order by m.to_on desc nulls first, u.name limit 500`),
      tx.execute<Choice>(sql`
        select u.id, u.name, u.email from users u where u.is_active and u.id <> ${actor.userId} and not exists (
          select from team_members m where m.team_id = ${teamId} and m.user_id = u.id and m.to_on is null)
        order by u.name limit 2000`),
      tx.execute<District>(districts),
    ])
    const team = found[0]
    return team ? { ...team, members: [...members], staff: [...staff], districts: [...places] } : null
  })
}
