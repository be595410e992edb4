import { beforeAll, describe, expect, it } from 'vitest'
import { ownerSql, sqlAs, testDatabase } from '../../../db/testing'
import { good, grantAt, statusOf, versionOf } from '../../../db/testing-grant'
import { makeWorld, type World } from '../../../db/testing-world'
import { newId } from '../../ids'
import { cancelGrant } from '../application-commands'
import { agreementAddress, agreementCode } from './code'
import { makeAgreement, signAgreement } from './commands'
import { agreementPaper } from './paper'
import { checkAgreement, getAgreement } from './queries'

testDatabase()
let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const parts = [
  { plannedOn: { day: '1', month: '2', year: '2099' }, amount: '1,000,000' },
  { plannedOn: { day: '1', month: '4', year: '2099' }, amount: '٥٠٠٬٠٠٠' },
  { plannedOn: { day: '1', month: '6', year: '2099' }, amount: '500000' },
]

async function form(caseId: string, change = {}) {
  return { caseId, version: await versionOf(world.actor.caseworker, caseId), currency: 'IQD', parts, ...change }
}

/** A file of the case, past the upload. */
async function file(caseId: string): Promise<string> {
  const id = newId()
  await ownerSql()`insert into documents (id, case_id, kind, file_name, media_type, size_bytes, sha256, storage_key, uploaded_by)
    values (${id}, ${caseId}, 'agreement', 'signed.pdf', 'application/pdf', 9, 'x', ${id}, ${world.actor.caseworker.userId})`
  return id
}

async function made(caseId: string) {
  good(await makeAgreement.execute(world.actor.caseworker, await form(caseId)))
  const found = await getAgreement(world.actor.caseworker, caseId)
  if (!found?.agreement) throw new Error('no agreement')
  return found.agreement
}

describe('the agreement', () => {
  it('is made with its tranches, printed the same each time, confirmed by its code, and signed', async () => {
    const { caseworker } = world.actor
    const { caseId } = await grantAt(world, 'approved')
    const agreement = await made(caseId)
    expect(agreement.number).toMatch(/^AGR-\d{4}-\d{5}$/)
    expect(agreement.content.parts.map((part) => part.amountMinor)).toEqual([1_000_000_000, 500_000_000, 500_000_000])
    const paper = await agreementPaper(agreement, false)
    expect(paper.subarray(0, 5).toString()).toBe('%PDF-')
    expect((await agreementPaper(agreement, false)).equals(paper)).toBe(true)
    const code = agreementCode(agreement.number)
    const check = await checkAgreement(agreement.number, code)
    expect(Object.keys(check ?? {}).sort()).toEqual(['madeAt', 'number', 'signedOn', 'status', 'voidedAt'])
    expect(agreementAddress(agreement.number)).not.toContain(caseId)
    const signed = {
      caseId,
      version: await versionOf(caseworker, caseId),
      signedOn: new Date().toISOString().slice(0, 10),
      documentId: await file(caseId),
    }
    good(await signAgreement.execute(caseworker, signed))
    expect(await statusOf(caseworker, caseId)).toBe('agreement_signed')
  })

  it('says no to a wrong code, another number’s code and nonsense', async () => {
    const { caseId } = await grantAt(world, 'approved')
    const { number } = await made(caseId)
    const code = agreementCode(number)
    const other = `AGR-2026-${String(99_999).padStart(5, '0')}`
    for (const [asked, with_] of [
      [number, agreementCode(other)],
      [number, ''],
      [number, `${code}x`],
      [other, code],
      ["' or 1=1 --", code],
    ] as const)
      expect(await checkAgreement(asked, with_)).toBeNull()
  })

  it('made again, voids the first; the grant’s end voids it too', async () => {
    const { caseworker, supervisor } = world.actor
    const { caseId } = await grantAt(world, 'approved')
    const first = await made(caseId)
    const second = await made(caseId)
    expect(second.number).not.toBe(first.number)
    expect((await checkAgreement(first.number, agreementCode(first.number)))?.voidedAt).not.toBeNull()
    expect(
      await cancelGrant.execute(caseworker, {
        caseId,
        version: await versionOf(caseworker, caseId),
        reason: 'Not needed',
      }),
    ).toMatchObject({ code: 'refused', reasons: [{ key: 'grants.refused.supervisor_ends' }] })
    good(
      await cancelGrant.execute(supervisor, {
        caseId,
        version: await versionOf(supervisor, caseId),
        reason: 'Not needed',
      }),
    )
    expect((await checkAgreement(second.number, agreementCode(second.number)))?.voidedAt).not.toBeNull()
  })

  it.each([
    ['parts that are not the grant', { parts: parts.slice(0, 2) }, { code: 'refused' }],
    ['another currency', { currency: 'USD' }, { fields: { currency: 'agreement.errors.currency' } }],
    ['a part of nothing', { parts: [{ ...parts[0], amount: '0' }] }, { fields: { 'parts.0.amount': 'errors.money' } }],
    ['a negative part', { parts: [{ ...parts[0], amount: '-5' }] }, { fields: { 'parts.0.amount': 'errors.money' } }],
    ['a part beyond counting', { parts: [{ ...parts[0], amount: '1e18' }] }, { code: 'invalid' }],
    ['days in the wrong order', { parts: [parts[1], parts[0], parts[2]] }, { code: 'invalid' }],
    ['no parts', { parts: [] }, { code: 'invalid' }],
  ] as const)('is refused for %s', async (_what, change, answer) => {
    const { caseId } = await grantAt(world, 'approved')
    expect(await makeAgreement.execute(world.actor.caseworker, await form(caseId, change))).toMatchObject(answer)
    const [row] = await ownerSql()`select count(*)::integer as n from tranches where case_id = ${caseId}`
    expect(row?.n).toBe(0)
  })

  it('is not signed with another case’s file, by someone else, or past the command', async () => {
    const { caseworker, colleague } = world.actor
    const [one, two] = [await grantAt(world, 'approved'), await grantAt(world, 'approved')]
    await made(one.caseId)
    const version = await versionOf(caseworker, one.caseId)
    const signed = { caseId: one.caseId, version, signedOn: '2026-01-01', documentId: await file(two.caseId) }
    expect(await signAgreement.execute(colleague, signed)).toMatchObject({ code: 'refused' })
    const today = new Date().toISOString().slice(0, 10)
    expect(await signAgreement.execute(caseworker, { ...signed, signedOn: today })).toMatchObject({
      fields: { documentId: 'agreement.errors.copy' },
    })
    await expect(
      sqlAs(
        caseworker.userId,
        (sql) => sql`update cases set status = 'agreement_signed', version = version + 1 where id = ${one.caseId}`,
      ),
    ).rejects.toThrow(/not_signed|event/)
  })
})
