import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { Disclosure } from '@/components/ui/disclosure'
import type { ImportHead } from '@/lib/communities/displacement/files/queries'
import { cancelImport } from '../../actions'

/** The way out of a list that is not done. */
export async function CancelImport({ head }: { head: ImportHead }) {
  const { t } = await getI18n()
  if (head.state === 'done' || head.state === 'cancelled') return null
  return (
    <Disclosure label={t('displacement.file.cancel')}>
      <PlainForm
        action={cancelImport}
        hidden={{ importId: head.id }}
        submit={t('displacement.file.cancel')}
        variant="danger"
      >
        <p className="text-ink-soft">{t('displacement.file.cancelText')}</p>
      </PlainForm>
    </Disclosure>
  )
}
