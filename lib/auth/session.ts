import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import * as z from 'zod/mini'
import { readSession } from '../../db/client'
import { env } from '../env'
import { type Actor, asActor } from './actor'
import { permissions, programmes, roles } from './roles'
import type { Device } from './sign-in'
import { hashToken } from './token'

/** `__Host-` binds the cookie to this host and to https; without https a browser would refuse that name. */
export function sessionCookie(): { name: string; secure: boolean } {
  const secure = env().APP_URL.startsWith('https:')
  return { name: secure ? '__Host-sanad-session' : 'sanad-session', secure }
}

const rowSchema = z.object({
  roles: z.array(z.enum(roles)),
  programmes: z.array(z.enum(programmes)),
  locale: z.enum(['en', 'ar', 'ckb']),
  stands_in: z.array(z.enum(permissions)),
})

/** Who is acting in this request, read from the session's row once; null when nobody is signed in. */
export const getActor = cache(async (): Promise<Actor | null> => {
  const token = (await cookies()).get(sessionCookie().name)?.value
  if (!token) return null
  const row = await readSession(hashToken(token))
  if (!row) return null
  const { stands_in: standsIn, ...proven } = rowSchema.parse(row)
  return asActor({
    userId: row.user_id,
    sessionId: row.session_id,
    name: row.name,
    email: row.email,
    draftKey: row.draft_key,
    teams: row.teams,
    areas: row.areas,
    unread: row.unread,
    ...proven,
    standsIn,
  })
})

/** The actor, or a redirect to the sign-in page that leads back here. */
export async function requireActor(): Promise<Actor> {
  const actor = await getActor()
  if (actor) return actor
  const path = (await headers()).get('x-sanad-path') ?? '/'
  redirect(path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`)
}

/** The client's address as the nearest trusted proxy saw it, and its browser. */
export async function getDevice(): Promise<Device> {
  const list = await headers()
  const hops = (list.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim())
  const trusted = env().TRUSTED_PROXIES
  // Without a trusted proxy the header is the client's own word; Next fills in the socket's address itself.
  const address = hops.at(-Math.max(1, trusted)) || 'unknown'
  return { address: address.slice(0, 60), userAgent: list.get('user-agent') ?? '' }
}
