import { Skeleton } from '@/components/ui/skeleton'
import { getI18n } from '../i18n'

export default async function Loading() {
  const { t } = await getI18n()
  return (
    <div>
      <p role="status" className="sr-only">
        {t('common.states.loading')}
      </p>
      <Skeleton lines={1} className="mb-8 max-w-xs" />
      <div className="rounded-lg border border-line bg-surface p-6">
        <Skeleton lines={8} />
      </div>
    </div>
  )
}
