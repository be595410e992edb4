'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useState } from 'react'

// Shorter waits need no sign; longer ones are the browser's to tell.
const AFTER = 250
const AT_MOST = 20_000

/** A moving line under the top bar while a page that was asked for is on its way. */
export function NavProgress({ label }: { label: string }) {
  const path = usePathname()
  const query = useSearchParams().toString()
  const [waiting, setWaiting] = useState(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address means that the page has come
  useEffect(() => {
    setWaiting(false)
    let show: ReturnType<typeof setTimeout> | undefined
    let hide: ReturnType<typeof setTimeout> | undefined
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0 || link.target) return
      const isOther =
        link.origin === location.origin && link.pathname + link.search !== location.pathname + location.search
      if (!isOther || link.hasAttribute('download')) return
      clearTimeout(show)
      clearTimeout(hide)
      show = setTimeout(() => setWaiting(true), AFTER)
      hide = setTimeout(() => setWaiting(false), AT_MOST)
    }
    document.addEventListener('click', onClick)
    return () => {
      clearTimeout(show)
      clearTimeout(hide)
      document.removeEventListener('click', onClick)
    }
  }, [path, query])

  return (
    <div role="status" className="absolute inset-x-0 top-full h-0.5 overflow-hidden">
      {waiting && (
        <>
          <span className="sr-only">{label}</span>
          <span aria-hidden="true" className="block h-full w-full animate-pulse bg-action" />
        </>
      )}
    </div>
  )
}
