'use client'

import { usePathname, useSearchParams } from 'next/navigation'

/** Where to come back to: the address as it is now, since a layout does not learn of later pages. */
export function NextPath({ initial }: { initial: string }) {
  const path = usePathname()
  const query = useSearchParams().toString()
  return <input type="hidden" name="next" value={path ? path + (query && `?${query}`) : initial} />
}
