'use client'

import { Notice } from '@/components/ui/notice'
import type { Handover } from '@/lib/admin/links'
import { useTranslations } from '@/lib/i18n/client'
import { CopyOnce } from '../copy-once'

/** What became of a link: sent, or to be handed over. It is shown here once and stored nowhere. */
export function HandoverNote({ handover }: { handover: Handover }) {
  const t = useTranslations()
  const { link, email, name, kind } = handover
  if (link === null) {
    return (
      <Notice tone="good" live title={t('admin.handover.sentTitle')}>
        <p>{t('admin.handover.sent', { name, email })}</p>
      </Notice>
    )
  }
  return (
    <Notice tone="warning" live title={t('admin.handover.byHandTitle')}>
      <p>{t(kind === 'invite' ? 'admin.handover.byHandInvite' : 'admin.handover.byHandReset', { name })}</p>
      <CopyOnce
        value={link}
        label={t('admin.handover.link')}
        copy={t('admin.handover.copy')}
        copied={t('admin.handover.copied')}
      />
    </Notice>
  )
}
