import type { Actor } from '../../auth/actor'
import type { Result } from '../../commands/result'
import { issueLink } from './commands'
import { slipAddress, slipPaper } from './paper'
import { spacedCode } from './secrets'

/** A link as it is shown once, to be sent to the facility. */
export type HandedLink = { address: string; code: string }

/** Makes a new link to be copied. Without a command id on purpose: outcomes are kept with their id, and this is a secret. */
export async function handOverLink(actor: Actor, input: unknown): Promise<Result<HandedLink>> {
  const made = await issueLink.execute(actor, input)
  if (!made.ok) return made
  return { ok: true, data: { address: slipAddress(made.data.token), code: spacedCode(made.data.code) } }
}

/** Makes a new link and the slip that carries it, since what is on a slip is kept nowhere else. */
export async function handOverSlip(
  actor: Actor,
  caseId: string,
): Promise<Result<{ paper: Buffer; reference: string }>> {
  const made = await issueLink.execute(actor, { caseId })
  if (!made.ok) return made
  return { ok: true, data: { paper: await slipPaper(made.data), reference: made.data.reference } }
}
