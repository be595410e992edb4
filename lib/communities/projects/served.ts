import { toAsciiDigits } from '../../digits'

/** Bands of age as the database keeps them. */
export const servedBands = ['0-4', '5-11', '12-17', '18-59', '60+'] as const
export type ServedBand = (typeof servedBands)[number]

/** The band's part in the name of a field, where neither a plus nor a bare number may stand. */
export const fieldOf = (band: ServedBand) => `b${band.replace('+', '')}`

export type ServedCount = { sex: 'female' | 'male'; ageBand: ServedBand; hasDisability: boolean; count: number }

const inside = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined

function numberOf(value: unknown): number | null {
  const text = toAsciiDigits(typeof value === 'string' || typeof value === 'number' ? String(value) : '').trim()
  if (text === '') return 0
  return /^\d{1,7}$/.test(text) && Number(text) <= 1_000_000 ? Number(text) : null
}

/** Reads the sheet of people served; what is no number, or more with a disability than there are, goes to `wrong`. */
export function countsOf(sheet: unknown, wrong: (path: string[], message: string) => void): ServedCount[] {
  const found: ServedCount[] = []
  for (const sex of ['female', 'male'] as const) {
    for (const ageBand of servedBands) {
      const path = ['counts', sex, fieldOf(ageBand)]
      const cell = inside(inside(sheet, sex), fieldOf(ageBand))
      const all = numberOf(inside(cell, 'all'))
      const disabled = numberOf(inside(cell, 'disabled'))
      if (all === null || disabled === null) {
        wrong([...path, all === null ? 'all' : 'disabled'], 'errors.whole')
        continue
      }
      if (disabled > all) wrong([...path, 'disabled'], 'projects.errors.moreDisabled')
      if (disabled > 0) found.push({ sex, ageBand, hasDisability: true, count: disabled })
      if (all - disabled > 0) found.push({ sex, ageBand, hasDisability: false, count: all - disabled })
    }
  }
  return found
}
