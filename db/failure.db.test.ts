import { inspect } from 'node:util'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../lib/ids'
import { withActor } from './client'
import { households, people } from './schema/people'
import { makePerson, makeWorld, type World } from './testing-world'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

/** All that a log could say of what `work` throws. */
async function said(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => 'nothing was thrown',
    (thrown: unknown) => thrown,
  )
  return inspect(error, { depth: 6, showHidden: true }) + String(error)
}

describe('what the database refuses', () => {
  it('is thrown without what was written', async () => {
    const { caseworker } = world.actor
    await makePerson(caseworker)
    const broken = withActor(caseworker, (tx) =>
      tx.update(people).set({ sex: 'secret-value', address: 'Street of Nur' }),
    )
    const text = await said(broken)
    expect(text).toContain('23514')
    expect(text).toContain('people_sex')
    expect(text).not.toMatch(/secret-value|Street of Nur|العيساوي/)
  })

  it('is thrown without the value that did not fit', async () => {
    const text = await said(withActor(world.actor.caseworker, (tx) => tx.execute(sql`select ${'Nur al-Huda'}::uuid`)))
    expect(text).toContain('22P02')
    expect(text).not.toContain('Nur al-Huda')
  })

  it('still says which constraint, without the row', async () => {
    const { caseworker } = world.actor
    const { personId } = await makePerson(caseworker)
    const id = newId()
    const row = { id, headPersonId: personId, teamId: world.team.falluja, createdBy: caseworker.userId }
    const twice = withActor(caseworker, async (tx) => {
      await tx.insert(households).values(row)
      await tx.insert(households).values(row)
    })
    await expect(twice).rejects.toMatchObject({ code: '23505', constraint_name: 'households_pkey' })
    expect(await said(twice)).not.toContain(id)
  })
})
