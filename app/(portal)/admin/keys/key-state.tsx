import { Badge } from '@/components/ui/badge'
import type { Tone } from '@/components/ui/tone'
import { type KeyState, keyState } from '@/lib/admin/keys/policy'
import type { KeyRow } from '@/lib/admin/keys/queries'
import type { Translator } from '@/lib/i18n/translator'

const tones: Record<KeyState, Tone> = { waiting: 'warning', in_force: 'good', expired: 'neutral', revoked: 'neutral' }

/** How a key stands now. */
export function KeyStateBadge({ row, t }: { row: KeyRow; t: Translator }) {
  const state = keyState(row, new Date())
  return <Badge tone={tones[state]}>{t(`apiKeys.state.${state}`)}</Badge>
}
