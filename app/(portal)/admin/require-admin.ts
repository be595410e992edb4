import { notFound } from 'next/navigation'
import type { Actor } from '@/lib/auth/actor'
import { may, type Permission } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'

/** The actor, when the permission is theirs; for everyone else these pages do not exist. */
export async function requireAdmin(permission: Permission): Promise<Actor> {
  const actor = await requireActor()
  if (!may(actor, permission)) notFound()
  return actor
}
