import { set } from 'react-hook-form'

/** More rows than any form has; a path with a huge index would otherwise make a huge array. */
const mostRows = 500
const mostFields = 5000
/** Our own paths: words and numbers between dots. `set` would also read `lines[99999999]`, past the check of rows. */
const ourPath = /^[\w-]+(\.[\w-]+){0,5}$/

/**
 * FormData → object: `members.0.given` becomes a path, a name that comes twice a list, an empty text stays empty.
 * Files, and the fields that the framework adds for itself, are left out. Returns null for a form no person could send.
 */
export function objectFrom(form: FormData): Record<string, unknown> | null {
  const names = [...new Set(form.keys())].filter((name) => !name.startsWith('$'))
  if (names.length > mostFields) return null
  const object: Record<string, unknown> = {}
  for (const name of names) {
    if (!ourPath.test(name)) return null
    if (name.split('.').some((part) => /^\d+$/.test(part) && Number(part) > mostRows)) return null
    const values = form.getAll(name).filter((value) => typeof value === 'string')
    if (values.length > 0) set(object, name, values.length > 1 ? values : values[0])
  }
  return object
}

/** `current` and `again` are the other two fields of a form that changes a password. */
const secret = /password|token|secret|^current$|^again$/i
const longestEcho = 20_000

/** What may go back to the person who typed it, so that nothing is lost without scripts: no secrets, nothing huge. */
export function echoOf(form: FormData): Record<string, unknown> {
  const kept = new FormData()
  for (const [name, value] of form) {
    if (typeof value === 'string' && !secret.test(name) && value.length <= longestEcho) kept.append(name, value)
  }
  return objectFrom(kept) ?? {}
}
