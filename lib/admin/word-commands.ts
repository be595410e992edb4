import { and, eq, ne } from 'drizzle-orm'
import { pathwaySteps } from '../../db/schema/concerns'
import { command } from '../commands/command'
import { Conflict, InvalidField } from '../commands/result'
import { allowed } from './policy'
import { addWordSchema, editWordSchema } from './schemas'
import { wordTables } from './word-queries'

/** Changes the words, the order or the use of an entry of a list; the code stays. */
export const editWord = command({
  name: 'admin.edit_word',
  input: editWordSchema,
  load: async ({ tx }, { list, code }) => {
    const table = wordTables[list]
    return (await tx.select({ code: table.code }).from(table).where(eq(table.code, code)).for('update'))[0] ?? null
  },
  allow: (actor) => allowed(actor, 'reference.manage'),
  async run({ tx }, { list, code, version, nameCkb, position, ...rest }) {
    if (list === 'pathway' && !rest.isActive) {
      const used = and(ne(pathwaySteps.code, code), pathwaySteps.isActive)
      const others = await tx.select({ code: pathwaySteps.code }).from(pathwaySteps).where(used).for('update')
      if (others.length === 0) throw new InvalidField({ isActive: 'admin.errors.lastStep' })
    }
    const table = wordTables[list]
    const changed = await tx
      .update(table)
      .set({ ...rest, position: position ?? 0, nameCkb: nameCkb || null, version: version + 1 })
      .where(and(eq(table.code, code), eq(table.version, version)))
      .returning({ code: table.code })
    if (!changed[0]) throw new Conflict()
    return { list, code }
  },
})

const taken = { field: 'code', key: 'admin.errors.codeTaken' }

/** Adds an entry to a list, under a code that is kept for good. */
export const addWord = command({
  name: 'admin.add_word',
  input: addWordSchema,
  allow: (actor) => allowed(actor, 'reference.manage'),
  unique: { sectors_pkey: taken, complaint_categories_pkey: taken, pathway_steps_pkey: taken },
  async run({ tx }, { list, nameCkb, position, ...rest }) {
    await tx.insert(wordTables[list]).values({ ...rest, position: position ?? 0, nameCkb: nameCkb || null })
    return { list, code: rest.code }
  },
})
