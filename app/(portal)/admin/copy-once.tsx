'use client'

import { useRef, useState } from 'react'
import { buttonClass } from '@/components/ui/button-class'
import { inputClass } from '@/components/ui/input-class'

type CopyOnceProps = { value: string; label: string; copy: string; copied: string }

/** A secret that is shown once, ready to be copied. */
export function CopyOnce({ value, label, copy, copied }: CopyOnceProps) {
  const field = useRef<HTMLInputElement>(null)
  const [isCopied, setCopied] = useState(false)
  const take = async () => {
    field.current?.select()
    await navigator.clipboard?.writeText(value)
    setCopied(true)
  }
  return (
    <div className="flex flex-wrap gap-2 pt-2">
      <input
        ref={field}
        readOnly
        dir="ltr"
        value={value}
        aria-label={label}
        onFocus={(event) => event.currentTarget.select()}
        className={`${inputClass} min-w-0 flex-1 basis-64 font-mono text-sm!`}
      />
      <button type="button" onClick={take} className={`${buttonClass('secondary')} needs-script`}>
        {isCopied ? copied : copy}
      </button>
    </div>
  )
}
