import { sql } from 'drizzle-orm'
import * as z from 'zod/mini'
import { withSystem } from '../../db/client'
import { type Actor, asActor } from './actor'
import { permissions, programmes, roles } from './roles'

const rowSchema = z.object({
  name: z.string(),
  email: z.string(),
  locale: z.enum(['en', 'ar', 'ckb']),
  draftKey: z.string(),
  roles: z.array(z.enum(roles)),
  programmes: z.array(z.enum(programmes)),
  teams: z.array(z.string()),
  areas: z.array(z.string()),
  standsIn: z.array(z.enum(permissions)),
})

/** The actor of a user without a session, for the seed, jobs and tests. Throws when there is no such active user. */
export async function actorOf(userId: string, reason: string): Promise<Actor> {
  const rows = await withSystem(reason, (tx) =>
    tx.execute(sql`
      select name, email, locale, draft_key as "draftKey",
        array(select role from user_roles where user_id = u.id and approved_at is not null and ended_at is null) as roles,
        array(select programme from user_programmes where user_id = u.id and ended_at is null) as programmes,
        teams_of(u.id)::text[] as teams, stands_in(u.id) as "standsIn",
        array(select district_pcode from user_areas where user_id = u.id and ended_at is null) as areas
      from users u where u.id = ${userId} and is_active`),
  )
  return asActor({ userId, sessionId: userId, unread: 0, ...rowSchema.parse(rows[0]) })
}
