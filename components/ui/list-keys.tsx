'use client'

import { useEffect } from 'react'

/** On every page: `j` and `k` walk the rows of its lists (`data-row-link`); Enter opens, because the row is a link. */
export function ListKeys() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null
      if (
        event.defaultPrevented ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        target?.closest('input,textarea,select,dialog')
      )
        return
      const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0
      if (!step) return
      const rows = [...document.querySelectorAll<HTMLElement>('[data-row-link]')]
      const at = document.activeElement instanceof HTMLElement ? rows.indexOf(document.activeElement) : -1
      event.preventDefault()
      rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))]?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return null
}
