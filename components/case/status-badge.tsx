import { Badge } from '@/components/ui/badge'
import type { IconName } from '@/components/ui/icon'
import type { Tone } from '@/components/ui/tone'

/** Where a case stands, as a word and a shape. The caller translates. */
export type Status = { label: string; tone: Tone; icon?: IconName }

export function StatusBadge({ status }: { status: Status }) {
  return (
    <Badge tone={status.tone} {...(status.icon && { icon: status.icon })}>
      {status.label}
    </Badge>
  )
}
