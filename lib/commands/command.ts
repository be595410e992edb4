import { createHash } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type * as z from 'zod/mini'
import { type Tx, withActor } from '../../db/client'
import { commandLog } from '../../db/schema/records'
import type { Actor } from '../auth/actor'
import { newId } from '../ids'
import { answerFor, type UniqueMeaning } from './failure'
import type { Refusal, Result } from './result'

/** What a command's parts work with. `now` is the moment that everything written bears. */
export type Context = { tx: Tx; actor: Actor; now: Date; commandId: string }

/** As `Context`, also for what happens by itself: without an actor it was the system. */
export type Hand = Omit<Context, 'actor'> & { actor: Actor | null }

/** `true`, or why not: a plain no means that the actor has no such right at all. */
export type Permission = boolean | Refusal[]

type Spec<S extends z.ZodMiniType, R, D> = {
  name: string
  input: S
  /** Fetches what the deed is about, in scope and locked; null when it does not exist for this actor. */
  load?: (context: Context, input: z.infer<S>) => Promise<R | null>
  allow: (actor: Actor, record: R, input: z.infer<S>) => Permission
  run: (context: Context, input: z.infer<S>, record: R) => Promise<D>
  /** What the system does next, once the deed is kept, in a transaction of its own. Failing is logged; the answer stays. */
  after?: (record: R, data: D, at: Date | undefined) => Promise<void>
  /** What a broken unique index means to the person, by the index's name. */
  unique?: Record<string, UniqueMeaning>
}

/** How a command is called: an id made by the client, and by the seed a moment in the past. */
export type Call = { commandId?: string; at?: Date }

declare const brand: unique symbol
export type Command<D> = {
  readonly [brand]: true
  name: string
  execute(actor: Actor, input: unknown, call?: Call): Promise<Result<D>>
}

/** Field path → message key, from what zod found; the first finding of a field counts. */
export function fieldErrors(issues: readonly z.core.$ZodIssue[]): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const issue of issues) {
    const path = issue.path.join('.')
    // Without a message of its own (a type that is off) the value is simply missing or unreadable.
    fields[path] ??= /^[a-z]\w*(\.\w+)+$/.test(issue.message) ? issue.message : 'errors.required'
  }
  return fields
}

/** The outcome of the same command and input before, so that a retry gets the first answer; waits for a twin under way. */
async function earlierOutcome(context: Context, inputHash: string): Promise<{ data: unknown } | null> {
  const { tx, commandId, actor } = context
  const [, rows] = await Promise.all([
    tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${commandId}, 0))`),
    tx
      .select({ outcome: commandLog.outcome })
      .from(commandLog)
      .where(
        and(
          eq(commandLog.commandId, commandId),
          eq(commandLog.inputHash, inputHash),
          eq(commandLog.actorId, actor.userId),
        ),
      ),
  ])
  const row = rows[0]
  return row ? { data: row.outcome } : null
}

async function follow<S extends z.ZodMiniType, R, D>(
  spec: Spec<S, R, D>,
  { record, data }: { record: R; data: D },
  at: Date | undefined,
): Promise<void> {
  try {
    await spec.after?.(record, data, at)
  } catch (error) {
    console.error(`after ${spec.name}`, error)
  }
}

/**
 * The only road to a write. Fixes the order for everyone:
 * parse → transaction as the actor → load (scoped, locked) → allow → run → outcome kept → commit.
 */
export function command<S extends z.ZodMiniType, D, R = undefined>(spec: Spec<S, R, D>): Command<D> {
  async function execute(actor: Actor, raw: unknown, call: Call = {}): Promise<Result<D>> {
    const parsed = spec.input.safeParse(raw)
    if (!parsed.success) return { ok: false, code: 'invalid', fields: fieldErrors(parsed.error.issues) }
    const input = parsed.data
    const commandId = call.commandId ?? newId(call.at)
    const inputHash = createHash('sha256')
      .update(`${spec.name}\n${JSON.stringify(input)}`)
      .digest('base64url')
    let done: { record: R; data: D } | null = null
    try {
      const answer = await withActor(
        actor,
        async (tx): Promise<Result<D>> => {
          const context: Context = { tx, actor, now: call.at ?? new Date(), commandId }
          const earlier = call.commandId ? await earlierOutcome(context, inputHash) : null
          // What was stored is what this command returned.
          if (earlier) return { ok: true, data: earlier.data as D }
          // Without `load` there is no record, and R is undefined.
          const record = spec.load ? await spec.load(context, input) : (undefined as R)
          if (record === null) return { ok: false, code: 'not_found' }
          const allowed = spec.allow(actor, record, input)
          if (allowed === false) return { ok: false, code: 'forbidden' }
          if (allowed !== true && allowed.length > 0) return { ok: false, code: 'refused', reasons: allowed }
          const data = await spec.run(context, input, record)
          done = { record, data }
          if (call.commandId) {
            await tx
              .insert(commandLog)
              .values({ commandId, inputHash, name: spec.name, actorId: actor.userId, outcome: data ?? null })
          }
          return { ok: true, data }
        },
        call.at ? { at: call.at } : undefined,
      )
      if (done && spec.after) await follow(spec, done, call.at)
      return answer
    } catch (error) {
      const answer = answerFor(error, spec.unique ?? {})
      if (answer) return answer
      throw error
    }
  }
  // The brand has no value; it only keeps anything else from being served.
  return { name: spec.name, execute } as Command<D>
}
