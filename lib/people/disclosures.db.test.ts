import { beforeAll, describe, expect, it } from 'vitest'
import { ownerSql, sqlAs } from '../../db/testing'
import { good } from '../../db/testing-grant'
import { referralAt, referralOf } from '../../db/testing-referral'
import { makeWorld, type Part, type World } from '../../db/testing-world'
// The register is the people's; what enters it comes from the programmes.
import { issueLink, recordTold } from '../referrals/loop/commands'
import { openByToken } from '../referrals/loop/open'
import { withdrawConsent } from './consent-commands'
import { tellRecipient } from './disclosure-commands'
import { getDisclosures } from './disclosure-queries'
import { getPersonFile } from './file-queries'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const fileOf = async (part: Part, personId: string) => {
  const file = await getPersonFile(world.actor[part], personId)
  if (!file) throw new Error('no such person for this actor')
  return file
}

const toTellOf = async (personId: string) =>
  (await fileOf('nurse', personId)).holders.filter((holder) => holder.isToTell)

async function shared() {
  const { nurse } = world.actor
  const referral = await referralAt(world, 'requested')
  const { token } = good(await issueLink.execute(nurse, { caseId: referral.caseId }))
  const { consentId } = await referralOf(nurse, referral.caseId)
  return { ...referral, token, consentId }
}

describe('who holds a person’s data', () => {
  it('names recipient, fields, why, when, until and whether it was read', async () => {
    const { personId, token, reference } = await shared()
    expect((await fileOf('nurseB', personId)).disclosures.rows).toMatchObject([
      {
        reference,
        recipientEn: 'Falluja Teaching Hospital',
        fields: ['name', 'sex', 'birth_date', 'reason'],
        channel: 'facility_page',
        basis: 'consent',
        madeBy: 'Test nurse',
        untilOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        firstReadAt: null,
        endedAt: null,
      },
    ])
    await openByToken(token, '192.0.2.1')
    expect((await fileOf('nurse', personId)).disclosures.rows[0]).toMatchObject({ firstReadAt: expect.any(Date) })
  })

  it('shows a health disclosure to nobody outside the case, also by raw SQL', async () => {
    const { personId } = await shared()
    // Falluja's livelihoods caseworker sees the person, not the referral.
    expect((await fileOf('caseworker', personId)).disclosures.rows).toEqual([])
    for (const part of ['caseworker', 'nurse2', 'finance', 'admin'] as const) {
      const rows = await sqlAs(
        world.actor[part].userId,
        (sql) => sql`select id from disclosures where person_id = ${personId}`,
      )
      expect(rows, part).toHaveLength(0)
    }
  })

  it('after a withdrawal lists each who has the data, once, until they were told', async () => {
    const { nurse } = world.actor
    const { personId, caseId, token, consentId } = await shared()
    await openByToken(token, '192.0.2.1')
    good(await recordTold.execute(nurse, { caseId, channel: 'phone', fields: ['name'] }))
    expect(await toTellOf(personId)).toEqual([])
    good(await withdrawConsent.execute(nurse, { personId, consentId }))
    const file = await fileOf('nurse', personId)
    expect(file.disclosures.rows.map(({ endedBecause }) => endedBecause)).toEqual([
      'consent_withdrawn',
      'consent_withdrawn',
    ])
    const [one, ...more] = await toTellOf(personId)
    expect([one?.recipientEn, more]).toEqual(['Falluja Teaching Hospital', []])
    good(await tellRecipient.execute(world.actor.nurseB, { personId, disclosureId: one?.id }))
    const told = (await fileOf('nurse', personId)).disclosures.rows
    expect(told.every(({ toldAt, toldBy }) => toldAt instanceof Date && toldBy === 'Test nurseB')).toBe(true)
    expect(await toTellOf(personId)).toEqual([])
    expect(await tellRecipient.execute(nurse, { personId, disclosureId: one?.id })).toMatchObject({
      reasons: [{ key: 'disclosures.refused.told' }],
    })
  })

  it('has nobody to tell of a link that was never opened', async () => {
    const { personId, consentId } = await shared()
    good(await withdrawConsent.execute(world.actor.nurse, { personId, consentId }))
    expect(await toTellOf(personId)).toEqual([])
  })

  it('remembers a link that was read, then stopped by us, when the consent is withdrawn', async () => {
    const { nurse } = world.actor
    const { personId, caseId, token, consentId } = await shared()
    await openByToken(token, '192.0.2.1')
    good(await issueLink.execute(nurse, { caseId }))
    good(await withdrawConsent.execute(nurse, { personId, consentId }))
    expect(await toTellOf(personId)).toHaveLength(1)
  })

  it('is marked neither for a consent that holds nor by who does not see the person', async () => {
    const { personId, caseId, consentId } = await shared()
    good(await recordTold.execute(world.actor.nurse, { caseId, channel: 'paper', fields: ['name'] }))
    const [row] = await ownerSql()`select id from disclosures where case_id = ${caseId} and channel = 'paper'`
    const tell = (part: Part) => tellRecipient.execute(world.actor[part], { personId, disclosureId: row?.id })
    expect(await tell('nurse')).toMatchObject({ code: 'not_found' })
    good(await withdrawConsent.execute(world.actor.nurse, { personId, consentId }))
    expect(await tell('nurse2')).toMatchObject({ code: 'not_found' })
    // Sees the person, not the case: to them there is no such disclosure.
    expect(await tell('caseworker')).toMatchObject({ code: 'not_found' })
    expect((await tell('healthSupervisor')).ok).toBe(true)
  })

  it('is shown page by page, each once, and the file says that there are more', async () => {
    const { personId, caseId } = await shared()
    await ownerSql()`insert into disclosures (id, person_id, case_id, recipient_en, recipient_ar, fields, channel, basis)
      select uuidv7(), ${personId}, ${caseId}, 'Recipient ' || n, 'جهة ' || n, '{name}', 'phone', 'consent' from generate_series(1, 60) n`
    const file = await fileOf('nurse', personId)
    expect(file.disclosures.rows).toHaveLength(25)
    const seen: string[] = file.disclosures.rows.map(({ id }) => id)
    let after = file.disclosures.next
    let previous: string | null = null
    while (after) {
      const page = (await getDisclosures(world.actor.nurse, personId, { after }))?.page
      seen.push(...(page?.rows.map(({ id }) => id) ?? []))
      after = page?.next ?? null
      previous = page?.previous ?? null
    }
    expect(seen).toHaveLength(61)
    expect(new Set(seen).size).toBe(61)
    const back = (await getDisclosures(world.actor.nurse, personId, { before: previous ?? '' }))?.page
    expect(back?.rows.map(({ id }) => id)).toEqual(seen.slice(25, 50))
    // Ramadi's nurse sees no such person, a colleague of another programme no such case.
    expect(await getDisclosures(world.actor.nurse2, personId, {})).toBeNull()
    expect((await getDisclosures(world.actor.caseworker, personId, {}))?.page.rows).toEqual([])
    const [noted] = await ownerSql()`select count(*)::integer as count from read_log
      where actor_id = ${world.actor.caseworker.userId} and record_id = ${personId}`
    expect(noted?.count).toBe(1)
  })
})
