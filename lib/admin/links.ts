import type { Actor } from '../auth/actor'
import { makeLink } from '../auth/links'
import { sendOneTimeLink } from '../auth/mails'
import { command } from '../commands/command'
import { type Result, refuse } from '../commands/result'
import { env } from '../env'
import { loadUser } from './load'
import { allowed } from './policy'
import { linkSchema } from './schemas'
import { createUser } from './user-commands'

/** What became of a one-time link: it was mailed, or the admin hands it over; then it is here, and nowhere else. */
export type Handover = { userId: string; name: string; email: string; kind: 'invite' | 'reset'; link: string | null }

/** Makes an invitation or a reset link for an active user. */
const makeUserLink = command({
  name: 'admin.make_link',
  input: linkSchema,
  load: loadUser,
  allow: (actor) => allowed(actor, 'users.manage'),
  async run({ tx, actor }, { userId, kind }, user) {
    if (!user.isActive) refuse('admin.refused.not_active')
    const { name, email, locale } = user
    return { owner: { name, email, locale }, path: await makeLink(tx, userId, kind, actor.userId) }
  },
})

/**
 * Makes a one-time link and mails it. Where no mail can be sent, or the server does not take it, the link comes back to
 * be shown once. It is called without a command id on purpose: outcomes are kept with their id, and a link is a secret.
 */
export async function handOver(actor: Actor, input: unknown): Promise<Result<Handover>> {
  const made = await makeUserLink.execute(actor, input)
  if (!made.ok) return made
  const { userId, kind } = linkSchema.parse(input)
  const { owner, path } = made.data
  const isSent = (await sendOneTimeLink(owner, kind, path)) === 'sent'
  const link = isSent ? null : `${env().APP_URL.replace(/\/$/, '')}${path}`
  return { ok: true, data: { userId, kind, name: owner.name, email: owner.email, link } }
}

/** Makes an account and its invitation. A retry with the same command id makes no second account, only another link. */
export async function inviteUser(actor: Actor, input: unknown, commandId?: string): Promise<Result<Handover>> {
  const made = await createUser.execute(actor, input, commandId ? { commandId } : {})
  return made.ok ? handOver(actor, { userId: made.data.userId, kind: 'invite' }) : made
}
