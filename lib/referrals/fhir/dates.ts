/** A search by date as FHIR writes it (`ge2026-11`): a prefix, and a date of any precision. Pure. */
export type DateBound = { from?: Date; before?: Date }

const shape =
  /^(eq|ge|gt|le|lt)?(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?)?)?$/

/** The first moment of a date that was told to the year, month, day, minute or second, and the first one after it. */
function periodOf(parts: readonly (string | undefined)[], zone: string | undefined): [Date, Date] | null {
  const [year = '', month, day, hour, minute, second] = parts
  const text = `${year}-${month ?? '01'}-${day ?? '01'}T${hour ?? '00'}:${minute ?? '00'}:${second ?? '00'}`
  // A day without a zone is a day in Iraq, which keeps one time all year.
  const start = new Date(`${text}${zone ?? '+03:00'}`)
  const real = new Date(`${text}Z`)
  // 31 February reads as a day in March: then it is none.
  if (Number.isNaN(start.getTime()) || real.toISOString().slice(0, 19) !== text) return null
  const end = new Date(start)
  if (hour) end.setTime(start.getTime() + (second ? 1000 : 60_000))
  else if (day) end.setTime(start.getTime() + 86_400_000)
  else end.setTime(Date.parse(`${month ? nextMonth(year, month) : `${Number(year) + 1}-01`}-01T00:00:00+03:00`))
  return Number.isNaN(end.getTime()) ? null : [start, end]
}

const nextMonth = (year: string, month: string) =>
  month === '12' ? `${Number(year) + 1}-01` : `${year}-${String(Number(month) + 1).padStart(2, '0')}`

/** Reads one value; null when it is no date. Without a prefix the moment lies within the date. */
export function parseDateBound(value: string): DateBound | null {
  const found = shape.exec(value)
  if (!found || found[2] === '0000' || found[2] === '9999') return null
  const [, prefix = 'eq', ...rest] = found
  const period = periodOf(rest.slice(0, 6), rest[6])
  if (!period) return null
  const [start, end] = period
  switch (prefix) {
    case 'ge':
      return { from: start }
    case 'gt':
      return { from: end }
    case 'le':
      return { before: end }
    case 'lt':
      return { before: start }
    default:
      return { from: start, before: end }
  }
}
