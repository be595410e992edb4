import { beforeAll, describe, expect, it } from 'vitest'
import { ownerSql, sqlAs } from '../../../db/testing'
import { good } from '../../../db/testing-grant'
import { makeFacility } from '../../../db/testing-referral'
import { makeWorld, type Part, type World } from '../../../db/testing-world'
import type { Actor } from '../../auth/actor'
import { newId } from '../../ids'
import { writeXlsx } from '../../sheets/xlsx'
import { enterRegister, withdrawRegister } from './commands'
import { fileColumns } from './file'
import { importRegisters } from './import'
import { getRegisterImport } from './import-query'
import { getRegister } from './queries'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const head = fileColumns.join(',')
const line = 'f,34,r,n,3,n'
const utf8 = (...rows: string[]) => new TextEncoder().encode([head, ...rows].join('\r\n'))

/** A facility with a code that no other test knows. */
async function facility(change: object = {}) {
  const code = `IMP-${newId().slice(-10)}`.toUpperCase()
  return { code, id: await makeFacility({ code, ...change }) }
}
const read = (actor: Actor, bytes: Uint8Array) => importRegisters.execute(actor, { name: 'registers.csv', bytes })

async function reportOf(actor: Actor, bytes: Uint8Array) {
  const { importId } = good(await read(actor, bytes))
  const found = await getRegisterImport(actor, importId)
  if (!found) throw new Error('no report')
  return found.report
}
const did = (report: { registers: { did: string; why?: string }[] }) =>
  report.registers.map((one) => [one.did, one.why].filter(Boolean).join(' '))
const registersAt = (id: string) =>
  ownerSql()`select held_on::text as day, row_count, source, team_id, (select count(*)::integer from consultations c where c.register_id = r.id) as lines
    from consultation_registers r where facility_id = ${id} and withdrawn_at is null order by held_on`

/** Windows-1256, as Excel in Arabic writes CSV, by asking the decoder for each byte. */
function windows1256(text: string): Uint8Array {
  const decoder = new TextDecoder('windows-1256')
  const byteOf = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(new Uint8Array([byte])), byte]))
  return new Uint8Array([...text].map((letter) => byteOf.get(letter) ?? expect.fail(`${letter} has no byte`)))
}
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))

describe('a file of registers', () => {
  it('is entered a facility and a day each, with days and ages in any digits, and counted', async () => {
    const [one, other] = [await facility(), await facility()]
    const { nurse } = world.actor
    const report = await reportOf(
      nurse,
      utf8(
        `2026-03-04,${one.code},${line}`,
        `٤/٣/٢٠٢٦,${one.code.toLowerCase()},ث,٨ أشهر,ع,ل,٣,م`,
        `5-3-2026,${one.code},m,٦١,c,y,1,f`,
        `2026-03-04,${other.code},${line}`,
        `,,,,,,,`,
      ),
    )
    expect(report).toMatchObject({ rows: 4, wrongRows: 0, problems: [] })
    expect(did(report)).toEqual(['taken', 'taken', 'taken'])
    expect(await registersAt(one.id)).toMatchObject([
      { day: '2026-03-04', row_count: 2, lines: 2, source: 'import', team_id: world.team.falluja },
      { day: '2026-03-05', row_count: 1, lines: 1 },
    ])
    const opened = report.registers.find((row) => row.facility === one.code && row.day === '2026-03-04')
    expect((await getRegister(nurse, opened?.registerId ?? ''))?.lines).toEqual([
      {
        position: 1,
        sex: 'female',
        age: 34,
        displacement: 'returnee',
        disability: 'no',
        category: 'skin',
        visit: 'new',
      },
      {
        position: 2,
        sex: 'female',
        age: 0,
        displacement: 'returnee',
        disability: 'no',
        category: 'skin',
        visit: 'follow_up',
      },
    ])
    const [sum] =
      await ownerSql()`select sum(count)::integer as count from consultation_totals where facility_id = ${one.id}`
    expect(sum?.count).toBe(3)
  })

  it.each([
    ['Windows-1256', windows1256, ';'],
    ['UTF-16', utf16, '\t'],
  ] as const)('is read in %s, with heads in Arabic', async (_, encode, separator) => {
    const { code, id } = await facility()
    const rows = [
      ['التاريخ', 'رمز المرفق', 'الجنس', 'العمر', 'صفة النزوح', 'الإعاقة', 'الشكوى', 'الزيارة'],
      ['7/3/2026', code, 'أنثى', '34', 'عائد', 'لا', 'أمراض جلدية', 'جديدة'],
    ]
    const report = await reportOf(world.actor.nurse, encode(rows.map((row) => row.join(separator)).join('\r\n')))
    expect(report.problems).toEqual([])
    expect(await registersAt(id)).toMatchObject([{ day: '2026-03-07', lines: 1 }])
  })

  it('is read out of a workbook, days being cells of days', async () => {
    const { code, id } = await facility()
    const texts = [code, 'female', '34', 'returnee', 'no', 'skin', 'new']
    const columns = fileColumns.map((name, at) =>
      name === 'date'
        ? { head: name, kind: 'date' as const, value: () => '2026-03-08' }
        : { head: name, kind: 'text' as const, value: () => texts[at - 1] ?? '' },
    )
    const bytes = new Uint8Array(await writeXlsx([{ name: 'x', columns, rows: [1, 2] }], { rightToLeft: true }))
    await reportOf(world.actor.nurse, bytes)
    expect(await registersAt(id)).toMatchObject([{ day: '2026-03-08', lines: 2 }])
  })

  it('loses the whole day to a wrong line, and only that day', async () => {
    const { code, id } = await facility({ closedOn: '2026-04-20' })
    const report = await reportOf(
      world.actor.nurse,
      utf8(
        `2026-04-01,${code},${line}`,
        `2026-04-01,${code},q,121,r,n,complaint that is none,n`,
        `2026-04-02,${code},${line}`,
        '',
        `2026-04-21,${code},${line}`,
      ),
    )
    expect(did(report)).toEqual(['wrong line', 'taken', 'wrong line'])
    expect(report.problems).toEqual([
      {
        line: 3,
        facility: code,
        day: '2026-04-01',
        problems: {
          sex: 'consultations.errors.sex',
          age: 'consultations.errors.age',
          category: 'consultations.errors.category',
        },
      },
      { line: 6, facility: code, day: '2026-04-21', problems: { facility: 'consultations.errors.facilityClosed' } },
    ])
    expect(await registersAt(id)).toMatchObject([{ day: '2026-04-02', lines: 1 }])
  })

  it.each([
    ['a day that is none', '31/2/2026', { date: 'errors.date' }],
    ['a day to come', '2099-01-01', { date: 'errors.dateFuture' }],
    ['a day before the programme', '2015-08-31', { date: 'consultations.errors.tooEarly' }],
    ['no day', '', { date: 'consultations.errors.missing' }],
  ])('leaves out the days beside a line with %s: it may be missing from them', async (_, day, problems) => {
    const [one, other] = [await facility(), await facility()]
    const report = await reportOf(
      world.actor.nurse,
      utf8(
        `2026-04-01,${one.code},${line}`,
        `2026-04-02,${one.code},${line}`,
        `${day},${one.code},${line}`,
        `2026-04-03,${one.code},${line}`,
        `2026-04-04,${one.code},${line}`,
        `2026-04-05,${other.code},${line}`,
      ),
    )
    expect(report.problems).toEqual([expect.objectContaining({ line: 4, problems })])
    expect((await registersAt(one.id)).map((row) => row.day)).toEqual(['2026-04-01', '2026-04-04'])
    expect(await registersAt(other.id)).toHaveLength(1)
  })

  it('tells of a facility that is in no directory', async () => {
    const { code, id } = await facility()
    const bytes = utf8(`2026-04-01,NONE-1,${line}`, `2026-04-01,,${line}`, `2026-04-02,${code},${line}`)
    const report = await reportOf(world.actor.nurse, bytes)
    expect(report.problems.map((row) => row.problems)).toEqual([
      { facility: 'consultations.errors.facility' },
      { facility: 'consultations.errors.missing' },
    ])
    expect(await registersAt(id)).toHaveLength(1)
  })

  it('holds no day of more than a thousand lines', async () => {
    const { code, id } = await facility()
    const report = await reportOf(
      world.actor.nurse,
      utf8(...Array.from({ length: 1001 }, () => `2026-04-01,${code},${line}`)),
    )
    expect(did(report)).toEqual(['wrong long'])
    expect(await registersAt(id)).toEqual([])
  })

  it('never overwrites a day: the same lines are as before, others stay out, also of a team that is not seen', async () => {
    const { nurse, nurse2 } = world.actor
    const { code, id } = await facility()
    good(
      await enterRegister.execute(nurse, { facilityId: id, heldOn: '2026-05-01', table: line.replaceAll(',', '\t') }),
    )
    good(await enterRegister.execute(nurse, { facilityId: id, heldOn: '2026-05-02', table: 'm\t5\tr\tn\t3\tn' }))
    const bytes = utf8(`2026-05-01,${code},${line}`, `2026-05-02,${code},${line}`, `2026-05-03,${code},${line}`)
    expect(did(await reportOf(nurse, bytes))).toEqual(['same', 'standing', 'taken'])
    expect(did(await reportOf(nurse2, bytes))).toEqual(['standing', 'standing', 'standing'])
    expect(await registersAt(id)).toMatchObject([
      { source: 'grid', lines: 1 },
      { source: 'grid', lines: 1 },
      { source: 'import', lines: 1, team_id: world.team.falluja },
    ])
  })

  it('that was entered whole changes nothing and leads to its first report, also after a withdrawal', async () => {
    const { nurse } = world.actor
    const { code, id } = await facility()
    const bytes = utf8(`2026-05-01,${code},${line}`)
    const first = good(await read(nurse, bytes))
    expect(first).toMatchObject({ isAgain: false })
    expect(good(await read(nurse, bytes))).toEqual({ importId: first.importId, isAgain: true })
    const registerId = (await getRegisterImport(nurse, first.importId))?.report.registers[0]?.registerId
    good(await withdrawRegister.execute(nurse, { registerId }))
    expect(good(await read(nurse, bytes))).toEqual({ importId: first.importId, isAgain: true })
    expect(await registersAt(id)).toEqual([])
  })

  it('of which nothing was taken may be read again, once the directory knows the facility', async () => {
    const code = `LATE-${newId().slice(-8)}`.toUpperCase()
    const bytes = utf8(`2026-05-01,${code},${line}`)
    const first = good(await read(world.actor.nurse, bytes))
    await makeFacility({ code })
    const second = good(await read(world.actor.nurse, bytes))
    expect(second.importId).not.toBe(first.importId)
    expect(did((await getRegisterImport(world.actor.nurse, second.importId))?.report ?? { registers: [] })).toEqual([
      'taken',
    ])
  })

  it('that was partly taken may be read again: what stands is recognised, the rest is tried, what was taken back stays out', async () => {
    const { nurse } = world.actor
    const [one, two] = [await facility(), await facility()]
    const late = `LATE-${newId().slice(-8)}`.toUpperCase()
    const bytes = utf8(`2026-05-01,${one.code},${line}`, `2026-05-01,${two.code},${line}`, `2026-05-01,${late},${line}`)
    const first = good(await read(nurse, bytes))
    const report = (await getRegisterImport(nurse, first.importId))?.report
    expect(did(report ?? { registers: [] }).toSorted()).toEqual(['taken', 'wrong near'])
    const takenAt = report?.registers.find((register) => register.did === 'taken')
    good(await withdrawRegister.execute(nurse, { registerId: takenAt?.registerId }))
    await makeFacility({ code: late })
    const second = good(await read(nurse, bytes))
    expect(second).toMatchObject({ isAgain: false })
    const after = (await getRegisterImport(nurse, second.importId))?.report.registers
    const outcome = new Map(after?.map((register) => [register.facility, register.did]))
    expect(outcome.get(takenAt?.facility ?? '')).toBe('withdrawn')
    expect(outcome.get(late)).toBe('taken')
    expect([...outcome.values()].toSorted()).toEqual(['taken', 'taken', 'withdrawn'])
    // Now all of it is in: there is nothing left to try.
    expect(good(await read(nurse, bytes))).toEqual({ importId: second.importId, isAgain: true })
    expect((await registersAt(one.id)).length + (await registersAt(two.id)).length).toBe(1)
  })

  it('that a colleague took already is all as before, and another day of it is tried', async () => {
    const { nurse, nurseB } = world.actor
    const { code, id } = await facility()
    const bytes = utf8(`2026-05-01,${code},${line}`, `2026-05-02,${code},${line}`)
    good(await read(nurse, bytes))
    expect(did(await reportOf(nurseB, bytes))).toEqual(['same', 'same'])
    expect(await registersAt(id)).toHaveLength(2)
  })

  it('counts once when two are read, and the day is typed, at the same moment', async () => {
    const { nurse, nurseB, nurse2 } = world.actor
    const { code, id } = await facility()
    const days = Array.from({ length: 20 }, (_, at) => `2026-06-${String(at + 1).padStart(2, '0')}`)
    const rows = days.map((day) => `${day},${code},${line}`)
    const answers = await Promise.all([
      read(nurse, utf8(...rows)),
      read(nurse, utf8(...rows)),
      read(nurseB, utf8(...rows.toReversed())),
      read(nurse2, utf8(...rows)),
      ...days.map((heldOn) =>
        enterRegister.execute(nurseB, { facilityId: id, heldOn, table: line.replaceAll(',', '\t') }),
      ),
    ])
    for (const answer of answers.slice(0, 4)) expect(answer.ok).toBe(true)
    const standing = await registersAt(id)
    expect(standing.map((row) => row.day)).toEqual(days)
    expect(standing.every((row) => row.lines === 1)).toBe(true)
    const [sum] =
      await ownerSql()`select sum(count)::integer as count from consultation_totals where facility_id = ${id}`
    expect(sum?.count).toBe(20)
  })

  it('may have ten thousand rows', async () => {
    const { code, id } = await facility()
    const rows = Array.from({ length: 10_000 }, (_, at) => {
      const day = new Date(Date.UTC(2024, 0, 1 + Math.floor(at / 100))).toISOString().slice(0, 10)
      return `${day},${code},${at % 2 ? 'f' : 'm'},${at % 90},${'corha'[at % 5]},${'yn'[at % 2]},${(at % 12) + 1},n`
    })
    const began = performance.now()
    const report = await reportOf(world.actor.nurse, utf8(...rows))
    if (process.env.MEASURE) console.info(`10,000 rows: ${Math.round(performance.now() - began)} ms`)
    expect(report.wrongRows).toBe(0)
    const [counted] = await ownerSql()`
      select (select count(*)::integer from consultation_registers where facility_id = ${id}) as registers,
        (select sum(count)::integer from consultation_totals where facility_id = ${id}) as total`
    expect(counted).toEqual({ registers: 100, total: 10_000 })
  })

  it('tells at most five hundred rows that are wrong, and how many there are', async () => {
    const { code, id } = await facility()
    const report = await reportOf(
      world.actor.nurse,
      utf8(...Array.from({ length: 600 }, () => `2026-04-01,${code},,,,,,n`)),
    )
    expect([report.problems.length, report.wrongRows]).toEqual([500, 600])
    expect(await registersAt(id)).toEqual([])
  })

  it.each([
    ['without its columns', new TextEncoder().encode('date,facility\r\n1,2'), 'consultations.refused.heads'],
    ['that is empty', new Uint8Array(), 'sheets.empty'],
    ['that is a page', new TextEncoder().encode('<html></html>'), 'sheets.notTable'],
    ['that is too long', utf8(...Array.from({ length: 20_001 }, () => line)), 'sheets.tooManyRows'],
  ])('%s is refused in words', async (_, bytes, key) => {
    expect(await read(world.actor.nurse, bytes)).toMatchObject({ ok: false, code: 'refused', reasons: [{ key }] })
  })
})

describe('role × file of registers', () => {
  const everyone = [
    'nurse',
    'nurse2',
    'healthSupervisor',
    'healthManager',
    'healthAnalyst',
    'caseworker',
    'supervisor',
    'manager',
    'finance',
    'analyst',
    'admin',
  ] as const satisfies Part[]
  const writes: readonly Part[] = ['nurse', 'nurse2', 'healthSupervisor']

  it.each(everyone)('is read by who enters registers, and its report by who read it: %s', async (part) => {
    const actor = world.actor[part]
    const { code, id } = await facility()
    const bytes = utf8(`2026-07-01,${code},${line}`)
    const answer = await read(actor, bytes)
    if (writes.includes(part)) {
      const { importId } = good(answer)
      expect(await registersAt(id)).toHaveLength(1)
      expect((await getRegisterImport(world.actor.nurseB, importId)) === null).toBe(true)
      expect((await getRegisterImport(world.actor.healthAnalyst, importId)) === null).toBe(true)
      // Their supervisor opens it: hers are Falluja's registers, not Ramadi's.
      const isHers = part !== 'nurse2'
      expect((await getRegisterImport(world.actor.healthSupervisor, importId)) !== null).toBe(isHers)
      for (const other of ['healthManager', 'supervisor', 'caseworker', 'admin', 'finance'] as const)
        expect(await getRegisterImport(world.actor[other], importId), other).toBeNull()
    } else {
      expect(answer).toEqual({ ok: false, code: 'forbidden' })
      expect(await registersAt(id)).toEqual([])
    }
  })

  it.each(everyone)('has no other way in: %s', async (part) => {
    const { userId } = world.actor[part]
    const mine = good(await read(world.actor.nurseB, utf8(`2026-07-02,${(await facility()).code},${line}`)))
    const forged = sqlAs(
      userId,
      (sql) => sql`insert into consultation_imports (id, file_name, file_sha256, report, team_ids, imported_by)
        values (${newId()}, 'x', 'x', '{}', ${[world.team.falluja]}, ${world.actor.nurseB.userId})`,
    )
    await expect(forged).rejects.toThrow()
    const changed = sqlAs(
      userId,
      (sql) => sql`update consultation_imports set report = '{}' where id = ${mine.importId}`,
    )
    await expect(changed).rejects.toThrow()
  })
})
