import { getI18n } from '@/app/i18n'
import { Badge } from '@/components/ui/badge'
import { baghdadDay } from '@/lib/format'

const tones = { future: 'info', open: 'good', closed: 'neutral' } as const

/** Whether a round is open today. */
export async function StateBadge({ opensOn, closesOn }: { opensOn: string; closesOn: string }) {
  const { t } = await getI18n()
  const today = baghdadDay(new Date())
  const state = opensOn > today ? 'future' : closesOn < today ? 'closed' : 'open'
  return <Badge tone={tones[state]}>{t(`rounds.list.${state}`)}</Badge>
}
