'use client'

import { useEffect } from 'react'

/**
 * On every page: sends what waits on this device, now and whenever the line is back, and lets go of pages that were taken
 * along when the person signs out or is another one. The code for it is only loaded when there is something.
 */
export function OutboxFlusher({ secret }: { secret: string }) {
  useEffect(() => {
    const flush = () => {
      if (Object.keys(localStorage).some((name) => name.startsWith('sanad:outbox:')))
        void import('./outbox').then((outbox) => outbox.flush(secret))
    }
    const leave = ({ target }: SubmitEvent) => {
      if (target instanceof HTMLElement && 'signOut' in target.dataset && 'caches' in window)
        void caches.delete('sanad-taken')
    }
    flush()
    if ('caches' in window)
      void caches.has('sanad-taken').then(async (has) => {
        if (has) await (await import('./taken')).letGoOfOthers(secret)
      })
    window.addEventListener('online', flush)
    document.addEventListener('submit', leave)
    return () => {
      window.removeEventListener('online', flush)
      document.removeEventListener('submit', leave)
    }
  }, [secret])
  return null
}
