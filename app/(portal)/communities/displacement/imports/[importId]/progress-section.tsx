import { getI18n } from '@/app/i18n'
import { KeepFresh } from '@/components/ui/keep-fresh'
import { ProgressBar } from '@/components/ui/progress-bar'
import { Section } from '@/components/ui/section'
import type { Finding } from '@/lib/communities/displacement/files/findings'
import type { ImportHead } from '@/lib/communities/displacement/files/queries'

type Props = { head: ImportHead; counts: ReadonlyMap<Finding, number> }

/** How far the looking or the taking has come, while it is under way. */
export async function ProgressSection({ head, counts }: Props) {
  const { t } = await getI18n()
  const [applied, waiting] = [counts.get('applied') ?? 0, (counts.get('ready') ?? 0) + (counts.get('changes') ?? 0)]
  const isChecking = head.state === 'checking'
  const [done, total] = isChecking ? [head.doneCount, head.rowCount] : [applied, applied + waiting]
  const text = t(`displacement.file.${isChecking ? 'progressChecking' : 'progressRunning'}`, { done, total })
  return (
    <Section title={t(`displacement.file.state.${head.state}`)}>
      <div role="status" className="space-y-2">
        <ProgressBar label={head.fileName} value={done} max={total} text={text} />
        <p>{text}</p>
      </div>
      <p className="mt-2 text-ink-soft">{t('displacement.file.leave')}</p>
      <KeepFresh />
    </Section>
  )
}
