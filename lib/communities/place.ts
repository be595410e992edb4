import { and, eq, or, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client'
import { locations } from '../../db/schema/places'
import { teams } from '../../db/schema/users'
import type { Context } from '../commands/command'
import { InvalidField, NotFound } from '../commands/result'
import type { Named } from '../i18n/in-locale'

/** The district of a team, once it is sure that the place lies in it: a sub-district, or a community of one. */
export async function insistOnPlace({ tx }: Context, teamId: string, pcode: string): Promise<string> {
  const [team] = await tx.select({ districtPcode: teams.districtPcode }).from(teams).where(eq(teams.id, teamId))
  if (!team) throw new NotFound()
  const up = sql`(select parent_pcode from locations up where up.pcode = ${locations.parentPcode})`
  const rows = await tx
    .select({ pcode: locations.pcode })
    .from(locations)
    .where(
      and(
        eq(locations.pcode, pcode),
        or(
          and(eq(locations.level, 3), eq(locations.parentPcode, team.districtPcode)),
          and(eq(locations.level, 4), sql`${up} = ${team.districtPcode}`),
        ),
      ),
    )
  if (rows.length === 0) throw new InvalidField({ locationPcode: 'errors.choose' })
  return team.districtPcode
}

export type PlaceChoice = { pcode: string; name: Named; level: number; teamId: string; team: Named }

/** The sub-districts and communities of the actor's teams: what the form of a new plan or project offers. */
export async function readPlaceChoices(tx: Tx): Promise<PlaceChoice[]> {
  const rows = await tx.execute<{
    pcode: string
    en: string
    ar: string
    level: number
    team_id: string
    team_en: string
    team_ar: string
  }>(sql`
    select l.pcode, l.name_en as en, l.name_ar as ar, l.level, t.id as team_id, t.name_en as team_en, t.name_ar as team_ar
    from teams t join locations s on s.parent_pcode = t.district_pcode and s.level = 3 and s.is_active
    join locations l on (l.pcode = s.pcode or (l.parent_pcode = s.pcode and l.level = 4)) and l.is_active
    where t.id = any (app_teams()) and t.is_active order by t.name_en, s.name_en, l.level, l.name_en limit 2000`)
  return [...rows].map(({ pcode, en, ar, level, team_id, team_en, team_ar }) => ({
    pcode,
    name: { en, ar },
    level,
    teamId: team_id,
    team: { en: team_en, ar: team_ar },
  }))
}
