'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Looks again every two seconds while something is under way; without scripts the page does so by itself. */
export function KeepFresh() {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), 2000)
    return () => clearInterval(timer)
  }, [router])
  return (
    <noscript>
      <meta httpEquiv="refresh" content="3" />
    </noscript>
  )
}
