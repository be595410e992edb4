import type { ReactNode } from 'react'
import { inputClass } from './input-class'

type FileInputProps = { id: string; label: string; hint: ReactNode; accept: string }

/** The choice of one file, named `file`, in a form that works without scripts; what the file may be stands above it. */
export function FileInput({ id, label, hint, accept }: FileInputProps) {
  return (
    <>
      <p id={id} className="text-ink-soft">
        {hint}
      </p>
      <label className="block">
        <span className="mb-1 block font-semibold">{label}</span>
        <input
          type="file"
          name="file"
          accept={accept}
          required
          aria-describedby={id}
          className={`${inputClass} file:me-3 file:rounded file:border-0 file:bg-sunken file:px-3 file:py-1 file:font-medium file:text-ink`}
        />
      </label>
    </>
  )
}
