import { beforeAll, describe, expect, it } from 'vitest'
import { makeForum } from '../../db/testing-forum'
import { makeWorld, type World } from '../../db/testing-world'
import { listPeople } from './list-queries'
import { search } from './search-queries'
import { registerForTest } from './testing-people'

let world: World
const names = async (part: keyof World['actor'], query: string) =>
  (await search(world.actor[part], query)).people.map(({ name }) => name)

beforeAll(async () => {
  world = await makeWorld()
  const { caseworker, caseworker2 } = world.actor
  await registerForTest(caseworker, { given: 'محمد', father: 'علي', grandfather: 'حسين', family: 'العيساوي' })
  await registerForTest(caseworker, { given: 'فاطمة', father: 'أحمد', grandfather: 'إبراهيم', family: 'الدليمي' })
  await registerForTest(caseworker, {
    given: 'عبد الرحمن',
    father: 'خالد',
    family: 'الجميلي',
    phone: '0770 555 6677',
    documentType: 'national_card',
    documentNumber: '198512345678',
  })
  await registerForTest(caseworker2, { given: 'محمد', father: 'جاسم', grandfather: 'كريم', family: 'الفهداوي' })
})

describe('search', () => {
  it.each([
    'محمد',
    'محمّد',
    'Mohammed',
    'Muhamad',
    'محمذ',
    'محمد علي',
    'علي محمد',
    'العيساوي',
    'عيساوي',
    'Issawi',
    'al-Isawi محمد',
    'محم',
  ])('finds محمد by %s', async (query) => {
    expect(await names('caseworker', query)).toEqual(['محمد علي حسين العيساوي'])
  })
  it.each(['فاطمه', 'Fatima', 'فاطمة احمد', 'fatma ahmed', 'فاطنة', 'ابراهيم', 'Dulaimi'])(
    'finds فاطمة by %s',
    async (query) => {
      expect(await names('caseworker', query)).toContain('فاطمة أحمد إبراهيم الدليمي')
    },
  )
  it.each([
    'عبدالرحمن',
    'Abdul Rahman',
    'abdulrahman khalid',
    '07705556677',
    '٠٧٧٠ ٥٥٥ ٦٦٧٧',
    '+964 770 555 6677',
    '1985 1234 5678',
  ])('finds عبد الرحمن by %s', async (query) => {
    expect(await names('caseworker', query)).toEqual(['عبد الرحمن خالد الجميلي'])
  })
  it('asks for every word', async () => {
    expect(await names('caseworker', 'محمد جاسم')).toEqual([])
  })
  it('stays within the scope', async () => {
    expect(await names('caseworker2', 'محمد')).toEqual(['محمد جاسم كريم الفهداوي'])
    expect(await names('caseworker2', '07705556677')).toEqual([])
    expect(await names('caseworker2', '198512345678')).toEqual([])
    expect(await names('manager', 'محمد')).toHaveLength(2)
    for (const part of ['admin', 'finance', 'analyst'] as const) expect(await names(part, 'محمد')).toEqual([])
  })
  it.each(["' or 1=1 --", '%', '_', '\\', '\u202Eمحمد\u0000', '<script>alert(1)</script>', 'a'.repeat(100_000), ''])(
    'takes %j for a text',
    async (query) => {
      expect(await names('caseworker', query)).not.toContain('فاطمة أحمد إبراهيم الدليمي')
    },
  )
})

describe('search of what is no person', () => {
  const records = async (part: keyof World['actor'], query: string) =>
    (await search(world.actor[part], query)).records.map(({ path, name }) => `${path} ${name.en}`)
  beforeAll(async () => {
    await makeForum(world, { reference: 'CPF-2026-00007' })
  })

  it.each(['CPF-2026-00007', 'cpf 7', '٧', 'منتدي مركز', 'centre FORUM'])('finds a forum by %s', async (query) => {
    expect(await records('officer', query)).toEqual(['/forums Falluja Centre forum'])
    for (const part of ['officer2', 'caseworker', 'nurse', 'admin', 'focal'] as const)
      expect(await records(part, query)).toEqual([])
  })
  it('finds a place for all staff', async () => {
    for (const part of ['officer', 'caseworker', 'nurse', 'manager'] as const)
      expect(await records(part, 'الأميرية')).toEqual(await records(part, 'اميري'))
    expect(await records('caseworker', 'Al-Falluja')).toContain('/communities Al-Falluja')
    expect(await records('focal', 'Al-Falluja')).toEqual([])
  })
  it.each(['%%%', '___', '\\\\\\', "' or 1=1 --"])('takes %j for a text', async (query) => {
    expect(await records('officer', query)).toEqual([])
  })
})

describe('the list', () => {
  it('is newest first, filtered, and within the scope', async () => {
    const all = await listPeople(world.actor.caseworker, {})
    expect(all.rows.map(({ name }) => name.split(' ')[0])).toEqual(['عبد', 'فاطمة', 'محمد'])
    const women = await listPeople(world.actor.caseworker, { sex: 'female' })
    expect(women.rows).toHaveLength(0)
    const mine = await listPeople(world.actor.colleague, { mine: true })
    expect(mine.rows).toEqual([])
    const idp = await listPeople(world.actor.manager, { status: 'returnee', q: 'Muhammad' })
    expect(idp.rows).toHaveLength(2)
    expect((await listPeople(world.actor.admin, {})).rows).toEqual([])
  })
  it('turns its pages both ways', async () => {
    for (let nth = 0; nth < 27; nth++)
      await registerForTest(world.actor.caseworker2, {
        given: 'سعد',
        father: `اب${'ابتثجحخدذرزسشصضطظعغفقكلمنهو'[nth]}${nth % 2 ? 'س' : 'ك'}م`,
        birth: { year: String(1950 + nth) },
      })
    const first = await listPeople(world.actor.caseworker2, {})
    expect(first.rows).toHaveLength(25)
    expect(first.previous).toBeNull()
    const second = await listPeople(world.actor.caseworker2, { after: first.next ?? '' })
    expect(second.rows).toHaveLength(3)
    expect(second.next).toBeNull()
    const back = await listPeople(world.actor.caseworker2, { before: second.previous ?? '' })
    expect(back.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id))
    expect(back.previous).toBeNull()
  })
})
