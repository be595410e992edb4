'use client'

import { useTranslations } from '@/lib/i18n/client'
import type { ActionFormState } from './use-action-form'

const moment = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Baghdad', dateStyle: 'short', timeStyle: 'short' })

/** Says that kept answers were put back, and lets them go. */
export function DraftNotice({ form }: { form: ActionFormState }) {
  const t = useTranslations()
  const { restoredAt, forget } = form.draft
  if (!restoredAt) return null
  const discard = async () => {
    await forget()
    form.formRef.current?.reset()
  }
  return (
    <div role="status" className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-md bg-info-soft px-4 py-2.5">
      <p>{t('common.form.restored', { when: `\u2066${moment.format(restoredAt)}\u2069` })}</p>
      <button type="button" onClick={discard} className="touch-target font-semibold text-action underline">
        {t('common.form.discard')}
      </button>
    </div>
  )
}
