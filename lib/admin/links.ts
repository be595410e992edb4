import type { Actor } from '../auth/actor'
import { makeLink } from '../auth/links'
import { canMail, sendOneTimeLink } from '../auth/mails'
import { notify } from '../cases/notify'
import { command } from '../commands/command'
import { type Result, refuse } from '../commands/result'
import { env } from '../env'
import { loadUser } from './load'
import { allowed, whyNotLink } from './policy'
import { linkSchema } from './schemas'
import { createUser } from './user-commands'

/** What became of a one-time link: it was mailed, or the admin hands it over; then it is here, and nowhere else. */
export type Handover = { userId: string; name: string; email: string; kind: 'invite' | 'reset'; link: string | null }

/** Makes an invitation or a reset link for an active user. Who has a password is told, and gets no link of an invitation's length. */
const makeUserLink = command({
  name: 'admin.make_link',
  input: linkSchema,
  load: loadUser,
  allow: (actor, user) => allowed(actor, 'users.manage', whyNotLink(user, canMail())),
  async run(context, input, user) {
    if (!user.isActive) refuse('admin.refused.not_active')
    const { id, name, email, locale, hasPassword } = user
    const kind = hasPassword ? 'reset' : input.kind
    if (hasPassword) await notify(context, [id], 'password_link', null)
    const path = await makeLink(context.tx, id, kind, context.actor.userId)
    return { owner: { name, email, locale }, kind, path, whyNotByHand: whyNotLink(user, false) }
  },
})

/**
 * Makes a one-time link and mails it. Where no mail can be sent, or the server does not take it, the link comes back to
 * be shown once; never that of an approver, for whom nobody signs in. It is called without a command id on purpose: outcomes are kept with their id, and a link is a secret.
 */
export async function handOver(actor: Actor, input: unknown): Promise<Result<Handover>> {
  const made = await makeUserLink.execute(actor, input)
  if (!made.ok) return made
  const { userId } = linkSchema.parse(input)
  const { owner, kind, path, whyNotByHand } = made.data
  const isSent = (await sendOneTimeLink(owner, kind, path)) === 'sent'
  // Nobody holds this link then: only its hash was stored.
  if (!isSent && whyNotByHand.length > 0) return { ok: false, code: 'refused', reasons: whyNotByHand }
  const link = isSent ? null : `${env().APP_URL.replace(/\/$/, '')}${path}`
  return { ok: true, data: { userId, kind, name: owner.name, email: owner.email, link } }
}

/** Makes an account and its invitation. A retry with the same command id makes no second account, only another link. */
export async function inviteUser(actor: Actor, input: unknown, commandId?: string): Promise<Result<Handover>> {
  const made = await createUser.execute(actor, input, commandId ? { commandId } : {})
  return made.ok ? handOver(actor, { userId: made.data.userId, kind: 'invite' }) : made
}
