'use client'

import { useEffect } from 'react'

/** `/` and Ctrl-K go to the search; Escape and a press outside close the menus of the top bar. */
export function ShellKeys({ searchId }: { searchId: string }) {
  useEffect(() => {
    const close = (except?: Element | null) => {
      for (const menu of document.querySelectorAll<HTMLDetailsElement>('details[data-menu][open]')) {
        if (menu !== except) menu.open = false
      }
    }
    const onKey = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null
      if (event.key === 'Escape') {
        const menu = target?.closest<HTMLDetailsElement>('details[data-menu][open]')
        close()
        menu?.querySelector('summary')?.focus()
      }
      const asked =
        ((event.ctrlKey || event.metaKey) && event.key === 'k') ||
        (event.key === '/' && !event.ctrlKey && !target?.closest('input,textarea,select'))
      if (!asked) return
      event.preventDefault()
      const field = document.getElementById(searchId)
      if (field instanceof HTMLInputElement) field.select()
      field?.focus()
    }
    const onPress = (event: PointerEvent) =>
      close(event.target instanceof Element ? event.target.closest('details[data-menu]') : null)
    document.addEventListener('keydown', onKey)
    document.addEventListener('pointerdown', onPress)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('pointerdown', onPress)
    }
  }, [searchId])
  return null
}
