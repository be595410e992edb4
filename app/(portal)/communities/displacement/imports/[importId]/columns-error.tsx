'use client'

import { useField } from '@/components/form/form-context'

/** What is wrong with the columns as a whole, above them; the summary leads here. */
export function ColumnsError() {
  const field = useField('columns', false)
  return (
    <p id={field.id} tabIndex={-1} className="font-semibold text-danger empty:hidden">
      {field.error}
    </p>
  )
}
