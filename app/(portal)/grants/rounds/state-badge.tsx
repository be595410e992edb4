import { getI18n } from '@/app/i18n'
import { Badge } from '@/components/ui/badge'
import { baghdadDay } from '@/lib/format'

/** Whether a round is open today. */
export async function StateBadge({ opensOn, closesOn }: { opensOn: string; closesOn: string }) {
  const { t } = await getI18n()
  const today = baghdadDay(new Date())
  if (opensOn > today) return <Badge tone="info">{t('rounds.list.future')}</Badge>
  if (closesOn < today) return <Badge icon="ban">{t('rounds.list.closed')}</Badge>
  return <Badge tone="good">{t('rounds.list.open')}</Badge>
}
