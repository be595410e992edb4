import { sql } from 'drizzle-orm'
import { concerns, concernTexts } from '../../../db/schema/concerns'
import { locations } from '../../../db/schema/places'
import { openCase } from '../../cases/transition'
import { type Context, command } from '../../commands/command'
import { InvalidField } from '../../commands/result'
import { baghdadDay } from '../../format'
import { type LoadedForum, readForum } from '../load'
import { casePriorityOf, restrictedCategory, triageDays } from './domain'
import { canWrite } from './policy'
import { type RaisedConcern, raiseSchema } from './schemas'

/** `pathway`: nothing was written down. `kept`: only the focal point reads it. Neither answers with an id. */
export type Outcome = { outcome: 'pathway' | 'kept' | 'raised'; caseId: string | null; forumId: string }

/** A sub-district or larger within the forum's district. Throws InvalidField otherwise. */
async function insistOnPlace({ tx }: Context, forum: LoadedForum, pcode: string): Promise<void> {
  const rows = await tx
    .select({ level: locations.level })
    .from(locations)
    .where(sql`${locations.pcode} = ${pcode} and ${locations.level} between 2 and 3
      and (${locations.pcode} = ${forum.districtPcode} or ${locations.parentPcode} = ${forum.districtPcode})`)
  if (rows.length === 0) throw new InvalidField({ locationPcode: 'errors.choose' })
}

async function writeDown(context: Context, input: RaisedConcern, forum: LoadedForum): Promise<string> {
  const { tx, now } = context
  await insistOnPlace(context, forum, input.locationPcode)
  const due = new Date(now.getTime() + triageDays[input.severity] * 86_400_000)
  const opened = await openCase(
    context,
    {
      programme: 'policing',
      teamId: forum.teamId,
      districtPcode: forum.districtPcode,
      locationPcode: input.locationPcode,
      priority: casePriorityOf[input.severity],
      dueOn: baghdadDay(due),
    },
    // A number that is missing between two others would tell the day, and its session.
    { isUncounted: input.category === restrictedCategory },
  )
  const { category, severity, source, raisedOn, sessionId } = input
  await tx
    .insert(concerns)
    .values({ caseId: opened.id, forumId: forum.id, sessionId, category, severity, source, raisedOn })
  await tx.insert(concernTexts).values({ caseId: opened.id, summary: input.summary, body: input.body })
  return opened.id
}

/** Takes a concern out of everybody's sight but the focal point's. */
export async function restrict({ tx, commandId }: Context, caseId: string): Promise<void> {
  await tx.execute(sql`select restrict_concern(${caseId}::uuid, ${commandId}::uuid)`)
}

/**
 * Writes down a concern without who raised it. The conduct of police leaves the writer's sight at once; what must never be
 * logged is counted, and nothing of it is kept.
 */
export const raiseConcern = command({
  name: 'concerns.raise',
  input: raiseSchema,
  load: (context, input) => readForum(context.tx, input.forumId),
  allow: canWrite,
  async run(context, input, forum): Promise<Outcome> {
    if (input.what === 'pathway') {
      await context.tx.execute(sql`select count_pathway(${input.kind}, ${forum.districtPcode})`)
      return { outcome: 'pathway', caseId: null, forumId: forum.id }
    }
    if (input.raisedOn > baghdadDay(context.now)) throw new InvalidField({ raisedOn: 'errors.dateFuture' })
    const caseId = await writeDown(context, input, forum)
    if (input.category !== restrictedCategory) return { outcome: 'raised', caseId, forumId: forum.id }
    await restrict(context, caseId)
    return { outcome: 'kept', caseId: null, forumId: forum.id }
  },
})
