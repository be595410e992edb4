import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ownerSql, sqlAs } from '../../db/testing'
import { decide, good, grantAt } from '../../db/testing-grant'
import { makePerson, makeWorld, type Part, type World } from '../../db/testing-world'
import { env } from '../env'
import { newId } from '../ids'
import { type NewDocument, storeDocument } from './add-document'
import { folderStorage } from './folder-storage'
import { getDocument } from './queries'
import { removeDocument } from './remove-document'
import { newKey } from './storage'
import { sweepFolder } from './sweep'
import { pdf, png } from './testing-files'

let world: World
let caseId: string
beforeAll(async () => {
  world = await makeWorld()
  caseId = (await grantAt(world, 'draft')).caseId
})

const root = () => env().DOCUMENTS_DIR

/** Every file in the folder of documents, finished or not. */
const filesIn = () =>
  readdirSync(root(), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

const add = (part: Part, change: Partial<NewDocument> = {}, commandId?: string) =>
  storeDocument(
    world.actor[part],
    { caseId, kind: 'quote', file: { name: 'عرض سعر.pdf', bytes: pdf }, ...change },
    commandId ? { commandId } : {},
  )

async function added(part: Part, change: Partial<NewDocument> = {}): Promise<string> {
  const result = await add(part, change)
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.data.documentId
}

describe('adding a document', () => {
  it('keeps the file, its row and what happened', async () => {
    const documentId = await added('caseworker')
    const document = await getDocument(world.actor.colleague, documentId)
    expect(document).toMatchObject({ fileName: 'عرض سعر.pdf', mediaType: 'application/pdf', sizeBytes: pdf.length })
    const body = await folderStorage(root()).get(document?.storageKey ?? '')
    expect(Buffer.from(await new Response(body).arrayBuffer())).toEqual(pdf)
    const events = await ownerSql()`select data from case_events where case_id = ${caseId} and kind = 'document_added'`
    expect(events[0]?.data).toEqual({ fileName: 'عرض سعر.pdf', kind: 'quote' })
  })

  it('happens once, however often it is sent', async () => {
    const before = filesIn().length
    const commandId = newId()
    const results = await Promise.all([1, 2, 3, 4, 5].map(() => add('caseworker', {}, commandId)))
    expect(new Set(results.map((result) => result.ok && result.data.documentId)).size).toBe(1)
    expect(filesIn().length).toBe(before + 1)
  })

  it('is for who works on the case; for others the case does not exist', async () => {
    const before = filesIn().length
    expect(await add('caseworker2')).toEqual({ ok: false, code: 'not_found' })
    expect(await add('supervisor2')).toEqual({ ok: false, code: 'not_found' })
    expect(await add('admin')).toEqual({ ok: false, code: 'not_found' })
    expect(await add('analyst')).toEqual({ ok: false, code: 'not_found' })
    expect(await add('manager')).toEqual({ ok: false, code: 'forbidden' })
    expect(await add('caseworker', { caseId: newId() })).toEqual({ ok: false, code: 'not_found' })
    expect(await add('caseworker', { kind: 'virus' })).toMatchObject({ code: 'invalid' })
    expect(await add('caseworker', { caseId: undefined })).toMatchObject({ code: 'invalid' })
    expect(filesIn().length).toBe(before)
  })

  it('to a person is for who may change the person', async () => {
    const { personId } = await makePerson(world.actor.caseworker)
    const home = { caseId: undefined, personId, kind: 'identity' }
    const documentId = await added('colleague', home)
    expect(await getDocument(world.actor.supervisor, documentId)).not.toBeNull()
    expect(await add('caseworker2', home)).toEqual({ ok: false, code: 'not_found' })
    expect(await getDocument(world.actor.caseworker2, documentId)).toBeNull()
    expect(good(await removeDocument(world.actor.colleague, { documentId }))).toBeNull()
  })

  it('leaves nothing of a file that is not taken', async () => {
    const before = filesIn().length
    const bytes = Buffer.from('not a picture')
    expect(await add('caseworker', { file: { name: 'photo.jpg', bytes } })).toMatchObject({ problem: 'type' })
    expect(filesIn().length).toBe(before)
  })
})

describe('when something breaks', () => {
  afterEach(() => ownerSql()`drop trigger if exists break on documents`)

  it('a row that does not come in takes its file along', async () => {
    await ownerSql()`create or replace function break() returns trigger language plpgsql as
      $$ begin raise exception 'broken' using errcode = 'XX000'; end $$`
    await ownerSql()`create trigger break before insert on documents for each row execute function break()`
    const before = filesIn().length
    await expect(add('caseworker')).rejects.toThrow()
    expect(filesIn().length).toBe(before)
  })

  it('a file that cannot be kept leaves no row', async () => {
    const count = async () => (await ownerSql()`select count(*)::int as n from documents`)[0]?.n
    const before = await count()
    const full = { ...folderStorage(root()), put: () => Promise.reject(new Error('disk full')) }
    const input = { caseId, kind: 'photo', file: { name: 'a.png', bytes: png() } }
    await expect(storeDocument(world.actor.caseworker, input, {}, full)).rejects.toThrow('disk full')
    expect(await count()).toBe(before)
  })

  it('a store that fails in the middle keeps no half of a file', async () => {
    const before = filesIn()
    const store = folderStorage(root())
    // A folder stands where the file should go: writing works, the last step does not.
    const key = newKey(newId())
    await mkdir(join(root(), key, 'in the way'), { recursive: true })
    await expect(store.put(key, pdf)).rejects.toThrow()
    expect(filesIn()).toEqual(before)
  })

  it('the sweep finds what a crash left, and touches nothing else', async () => {
    const documentId = await added('caseworker')
    const store = folderStorage(root())
    const orphan = newKey(newId())
    await store.put(orphan, pdf)
    const fresh = newKey(newId())
    await store.put(fresh, pdf)
    const draft = join(root(), 'unfinished', 'half')
    writeFileSync(draft, 'half')
    const old = new Date(Date.now() - 25 * 60 * 60 * 1000)
    const key = (await getDocument(world.actor.caseworker, documentId))?.storageKey ?? ''
    for (const path of [join(root(), orphan), draft, join(root(), key)]) utimesSync(path, old, old)
    expect(await sweepFolder(root())).toBe(2)
    expect([orphan, fresh, key].map((name) => existsSync(join(root(), name)))).toEqual([false, true, true])
    expect(existsSync(draft)).toBe(false)
  })
})

describe('who sees a document', () => {
  it('is who sees its case, in the database too', async () => {
    const documentId = await added('caseworker')
    const sees = async (part: Part) => (await getDocument(world.actor[part], documentId)) !== null
    for (const part of ['caseworker', 'colleague', 'supervisor', 'manager'] as const)
      expect(await sees(part)).toBe(true)
    for (const part of ['caseworker2', 'supervisor2', 'admin', 'finance', 'analyst'] as const) {
      expect(await sees(part)).toBe(false)
      const rows = await sqlAs(world.actor[part].userId, (sql) => sql`select id from documents`)
      expect(rows.length).toBe(0)
    }
  })
})

describe('removing a document', () => {
  it('is for who added it, or a supervisor of the team', async () => {
    const mine = await added('caseworker')
    const theirs = await added('colleague')
    const remove = (part: Part, documentId: string) => removeDocument(world.actor[part], { documentId })
    expect(await remove('caseworker', theirs)).toMatchObject({ reasons: [{ key: 'cases.documents.refused.notYours' }] })
    expect(await remove('caseworker2', mine)).toEqual({ ok: false, code: 'not_found' })
    expect(await remove('admin', mine)).toEqual({ ok: false, code: 'not_found' })
    expect(await remove('manager', mine)).toEqual({ ok: false, code: 'forbidden' })
    const before = filesIn().length
    good(await remove('caseworker', mine))
    good(await remove('supervisor', theirs))
    expect(filesIn().length).toBe(before - 2)
    expect(await remove('caseworker', mine)).toEqual({ ok: false, code: 'not_found' })
    const events = await ownerSql()`select id from case_events where case_id = ${caseId} and kind = 'document_removed'`
    expect(events.length).toBe(2)
  })

  it('ends with the first decision: what was decided upon stays', async () => {
    const grant = await grantAt(world, 'pending_approval_1')
    const documentId = await added('caseworker', { caseId: grant.caseId })
    good(await decide(world.actor.supervisor, grant.caseId, 'return'))
    expect(await removeDocument(world.actor.caseworker, { documentId })).toMatchObject({
      reasons: [{ key: 'cases.documents.refused.stays' }],
    })
  })
})
