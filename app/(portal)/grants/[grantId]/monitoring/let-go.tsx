'use client'

import { useEffect } from 'react'
import { letGo } from '@/components/form/taken'

/** The visit is recorded: its form goes from this device. */
export function LetGo({ address }: { address: string }) {
  useEffect(() => void letGo(address), [address])
  return null
}
