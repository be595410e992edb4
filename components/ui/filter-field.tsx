import { inputClass } from './input-class'

type FilterSelectProps = {
  name: string
  label: string
  /** The first, empty choice: no filter. */
  anyLabel: string
  options: readonly { value: string; label: string }[]
  value?: string | undefined
}

/** One filter as a native select. */
export function FilterSelect({ name, label, anyLabel, options, value }: FilterSelectProps) {
  return (
    <label className="flex min-w-40 flex-col gap-1 sm:flex-1">
      <span className="text-sm font-medium">{label}</span>
      <select name={name} defaultValue={value ?? ''} className={inputClass}>
        <option value="">{anyLabel}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}

/** One filter as typed words. */
export function FilterSearch({ name, label, value }: { name: string; label: string; value?: string | undefined }) {
  return (
    <label className="flex min-w-48 flex-col gap-1 sm:flex-2">
      <span className="text-sm font-medium">{label}</span>
      <input type="search" name={name} defaultValue={value} dir="auto" autoComplete="off" className={inputClass} />
    </label>
  )
}

/** One filter as a day, by the browser's own calendar. */
export function FilterDate({ name, label, value }: { name: string; label: string; value?: string | undefined }) {
  return (
    <label className="flex min-w-40 flex-col gap-1">
      <span className="text-sm font-medium">{label}</span>
      <input type="date" name={name} defaultValue={value} className={inputClass} />
    </label>
  )
}

/** One filter as a month, `2026-11`; a browser without a calendar of months shows a plain field. */
export function FilterMonth({ name, label, value }: { name: string; label: string; value?: string | undefined }) {
  return (
    <label className="flex min-w-40 flex-col gap-1">
      <span className="text-sm font-medium">{label}</span>
      <input type="month" name={name} defaultValue={value} pattern="\d{4}-\d{2}" dir="ltr" className={inputClass} />
    </label>
  )
}
