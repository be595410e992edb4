'use client'

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { buttonClass } from '@/components/ui/button-class'
import { useTranslations } from '@/lib/i18n/client'
import { Alert } from './alert'
import { ErrorSummary } from './error-summary'
import type { ActionFormState } from './use-action-form'

/** What came of the last sending, in words and with the way on. Takes the focus when it appears. */
export function FormOutcome({ form }: { form: ActionFormState }): ReactNode {
  const t = useTranslations()
  const path = usePathname()
  const { outcome, attempt } = form
  if (!outcome || outcome.ok) return null
  switch (outcome.code) {
    case 'invalid':
      return <ErrorSummary form={form} />
    case 'refused':
      return (
        <Alert key={attempt} title={t('common.form.refusedTitle')}>
          <ul className="list-disc space-y-1 ps-5">
            {outcome.reasons.map((reason) => (
              <li key={reason.key + JSON.stringify(reason.params)}>{t.dynamic(reason.key, reason.params)}</li>
            ))}
          </ul>
        </Alert>
      )
    case 'conflict':
      return (
        <Alert key={attempt} tone="warning" title={t('common.form.conflictTitle')}>
          <p>{t('common.form.conflictText')}</p>
          <Button size="sm" onClick={form.reload} disabled={form.pending}>
            {t('common.form.conflictAction')}
          </Button>
        </Alert>
      )
    case 'reloaded':
      return <Alert tone="info" title={t('common.form.conflictReady')} />
    case 'unauthenticated':
      return (
        <Alert key={attempt} tone="warning" title={t('common.form.signedOutTitle')}>
          <p>{form.draft.on ? t('common.form.signedOutText') : t('common.form.signedOutPlain')}</p>
          <a href={`/sign-in?next=${encodeURIComponent(path)}`} className={buttonClass('secondary', 'sm')}>
            {t('common.form.signIn')}
          </a>
        </Alert>
      )
    case 'kept':
      return (
        <Alert key={attempt} tone="info" title={t('common.form.keptTitle')}>
          <p>{t('common.form.keptText')}</p>
        </Alert>
      )
    case 'not_sent':
    case 'unavailable':
      return (
        <Alert
          key={attempt}
          tone="warning"
          title={t(outcome.code === 'not_sent' ? 'common.form.notSentTitle' : 'errors.unavailable')}
        >
          <p>{form.draft.on ? t('common.form.notSentText') : t('common.form.notSentPlain')}</p>
          <Button size="sm" onClick={form.retry} disabled={form.pending}>
            {t('common.form.tryAgain')}
          </Button>
        </Alert>
      )
    case 'forbidden':
      return <Alert key={attempt} title={t('errors.forbidden')} />
    case 'not_found':
      return <Alert key={attempt} title={t('errors.notFound')} />
  }
}
