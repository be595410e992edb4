import type { ReactNode } from 'react'
import { isPhone } from '@/app/phone'
import { Fold } from '@/components/ui/fold'

/** One breakdown under a sum; the sum itself has no title. On a phone it begins folded: all open, figures are forty screens long. */
export async function Breakdown({ title, children }: { title: string | null; children: ReactNode }) {
  if (title === null) return children
  return (
    <Fold title={<h3 className="font-semibold">{title}</h3>} isOpen={!(await isPhone())}>
      {children}
    </Fold>
  )
}
