import { and, eq } from 'drizzle-orm'
import * as z from 'zod/mini'
import { savedViews } from '../../db/schema/records'
import { command } from '../commands/command'
import { cleanText } from '../digits'
import { newId } from '../ids'

const screens = ['grants', 'people'] as const

/** Keeps a list's filters under a name of the actor's own. */
export const saveView = command({
  name: 'views.save',
  input: z.object({
    screen: z.enum(screens),
    query: z.string().check(z.maxLength(500), z.regex(/^[\w=&%.:+-]*$/)),
    name: z.pipe(
      z.pipe(z.string('errors.required'), z.transform(cleanText)),
      z.string().check(z.minLength(1, 'errors.required'), z.maxLength(60, 'errors.tooLong')),
    ),
  }),
  allow: () => true,
  async run({ tx, actor, now }, input) {
    await tx.insert(savedViews).values({ id: newId(now), userId: actor.userId, createdAt: now, ...input })
    return input
  },
})

/** Removes one of the actor's own views. */
export const removeView = command({
  name: 'views.remove',
  input: z.object({ viewId: z.uuid('errors.notFound') }),
  allow: () => true,
  async run({ tx, actor }, { viewId }) {
    await tx.delete(savedViews).where(and(eq(savedViews.id, viewId), eq(savedViews.userId, actor.userId)))
    return null
  },
})
