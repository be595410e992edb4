import { describe, expect, it } from 'vitest'
import { echoOf, objectFrom } from './form-data'

function form(...entries: [string, string][]): FormData {
  const data = new FormData()
  for (const [name, value] of entries) data.append(name, value)
  return data
}

describe('objectFrom', () => {
  it('reads paths and lists, and leaves out what the framework adds', () =>
    expect(
      objectFrom(
        form(['$ACTION_ID', 'x'], ['a', '1'], ['lines.0.item', 'y'], ['lines.1.item', 'z'], ['p', '1'], ['p', '2']),
      ),
    ).toEqual({
      a: '1',
      lines: [{ item: 'y' }, { item: 'z' }],
      p: ['1', '2'],
    }))
  it.each(['lines.99999999.item', 'lines[99999999].item', 'lines[99999999]', `lines."99999999"`, "lines'99999999"])(
    'refuses an index that would make a huge array: %s',
    (name) => expect(objectFrom(form([name, 'x']))).toBeNull(),
  )
  it('refuses a path without end in brackets', () => expect(objectFrom(form([`a${'[b]'.repeat(9)}`, 'x']))).toBeNull())
  it('refuses a path without end', () => expect(objectFrom(form(['a.a.a.a.a.a.a.a', 'x']))).toBeNull())
  it.each(['__proto__.polluted', 'constructor.prototype.polluted'])('does not reach prototypes by %s', (name) => {
    objectFrom(form([name, 'yes']))
    expect('polluted' in {}).toBe(false)
  })
})

describe('echoOf', () => {
  it('gives back what was typed, never a secret nor a flood', () =>
    expect(
      echoOf(
        form(['name', 'x'], ['password', 's'], ['newPassword', 's'], ['token', 't'], ['flood', 'x'.repeat(50_000)]),
      ),
    ).toEqual({ name: 'x' }))
  it('gives no field of the form that changes a password back', () =>
    expect(echoOf(form(['current', 's'], ['password', 's'], ['again', 's']))).toEqual({}))
})
