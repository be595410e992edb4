import type { Actor } from '../auth/actor'
import { tellOfNewEmail } from '../auth/mails'
import type { Result } from '../commands/result'
import { editUserSchema } from './schemas'
import { editUser } from './user-commands'

/** Changes a user's name, e-mail or language, and when it is done tells a former address that it was given up. */
export async function changeUser(
  actor: Actor,
  input: unknown,
  commandId?: string,
): Promise<Result<{ userId: string }>> {
  const changed = await editUser.execute(actor, input, commandId ? { commandId } : {})
  if (!changed.ok) return changed
  const { userId, formerEmail } = changed.data
  const { name, locale } = editUserSchema.parse(input)
  // Not awaited: the change is made whether or not a mail server answers.
  if (formerEmail) void tellOfNewEmail({ email: formerEmail, name, locale })
  return { ok: true, data: { userId } }
}
