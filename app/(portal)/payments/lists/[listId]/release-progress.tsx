import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { KeepFresh } from '@/components/ui/keep-fresh'
import { ProgressBar } from '@/components/ui/progress-bar'
import { Section } from '@/components/ui/section'
import type { ListHead } from '@/lib/grants/tranches/lists/queries'
import { stopRelease } from '../../actions'

/** How far the release of a list is. It can be left, and stopped; only who began it keeps it going. */
export async function ReleaseProgress({ list, isMine }: { list: ListHead; isMine: boolean }) {
  const { t } = await getI18n()
  const done = list.rows - list.waiting
  const progress = t('payments.lists.releaseProgress', { done, total: list.rows })
  return (
    <Section title={t('payments.lists.state.releasing')}>
      <div role="status" className="space-y-2">
        <ProgressBar label={list.number} value={done} max={list.rows} text={progress} tone="info" />
        <p>{progress}</p>
      </div>
      <p className="mt-2 mb-4 text-ink-soft">
        {t(isMine ? 'payments.lists.releaseLeave' : 'payments.lists.releasingOther')}
      </p>
      <PlainForm action={stopRelease} hidden={{ listId: list.id }} submit={t('payments.lists.stop')} variant="danger">
        <p className="text-ink-soft">{t('payments.lists.stopText')}</p>
      </PlainForm>
      <KeepFresh />
    </Section>
  )
}
