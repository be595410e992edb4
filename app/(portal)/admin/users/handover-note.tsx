'use client'

import { useRef, useState } from 'react'
import { buttonClass } from '@/components/ui/button-class'
import { inputClass } from '@/components/ui/input-class'
import { Notice } from '@/components/ui/notice'
import type { Handover } from '@/lib/admin/links'
import { useTranslations } from '@/lib/i18n/client'

/** What became of a link: sent, or to be handed over. It is shown here once and stored nowhere. */
export function HandoverNote({ handover }: { handover: Handover }) {
  const t = useTranslations()
  const field = useRef<HTMLInputElement>(null)
  const [isCopied, setCopied] = useState(false)
  const { link, email, name, kind } = handover
  if (link === null) {
    return (
      <Notice tone="good" live title={t('admin.handover.sentTitle')}>
        <p>{t('admin.handover.sent', { name, email })}</p>
      </Notice>
    )
  }
  const copy = async () => {
    field.current?.select()
    await navigator.clipboard?.writeText(link)
    setCopied(true)
  }
  return (
    <Notice tone="warning" live title={t('admin.handover.byHandTitle')}>
      <p>{t(kind === 'invite' ? 'admin.handover.byHandInvite' : 'admin.handover.byHandReset', { name })}</p>
      <div className="flex flex-wrap gap-2 pt-2">
        <input
          ref={field}
          readOnly
          dir="ltr"
          value={link}
          aria-label={t('admin.handover.link')}
          onFocus={(event) => event.currentTarget.select()}
          className={`${inputClass} min-w-0 flex-1 basis-64 font-mono text-sm!`}
        />
        <button type="button" onClick={copy} className={`${buttonClass('secondary')} needs-script`}>
          {t(isCopied ? 'admin.handover.copied' : 'admin.handover.copy')}
        </button>
      </div>
    </Notice>
  )
}
