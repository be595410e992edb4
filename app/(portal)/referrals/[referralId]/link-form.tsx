'use client'

import { useRef, useState } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { FormActions } from '@/components/form/form-actions'
import { useActionForm } from '@/components/form/use-action-form'
import { buttonClass } from '@/components/ui/button-class'
import { inputClass } from '@/components/ui/input-class'
import { Notice } from '@/components/ui/notice'
import type { Action } from '@/lib/commands/result'
import { useTranslations } from '@/lib/i18n/client'
import type { HandedLink } from '@/lib/referrals/loop/hand-over'

type Props = { action: Action<HandedLink>; caseId: string; submit: string }

/** Makes a link and shows it once, to be copied; it is stored nowhere. */
export function LinkForm({ action, caseId, submit }: Props) {
  const t = useTranslations()
  const form = useActionForm<HandedLink>(null, action)
  const field = useRef<HTMLInputElement>(null)
  const [isCopied, setCopied] = useState(false)
  const { outcome } = form
  const copy = async (address: string) => {
    field.current?.select()
    await navigator.clipboard?.writeText(address)
    setCopied(true)
  }
  return (
    <ActionForm form={form} hidden={{ caseId }} label={submit} className="space-y-3">
      {outcome?.ok && (
        <Notice tone="warning" live>
          <p>{t('loop.handed.shown')}</p>
          <div className="flex flex-wrap gap-2 pt-2">
            <input
              ref={field}
              readOnly
              dir="ltr"
              value={outcome.data.address}
              aria-label={t('loop.handed.address')}
              onFocus={(event) => event.currentTarget.select()}
              className={`${inputClass} min-w-0 flex-1 basis-56 font-mono text-sm!`}
            />
            <button
              type="button"
              onClick={() => copy(outcome.data.address)}
              className={`${buttonClass('secondary')} needs-script`}
            >
              {t(isCopied ? 'loop.handed.copied' : 'loop.handed.copy')}
            </button>
          </div>
          <p className="pt-2">
            {t('loop.handed.code')}: <bdi dir="ltr">{outcome.data.code}</bdi>
          </p>
        </Notice>
      )}
      <FormActions submit={submit} variant="secondary" pending={form.pending} />
    </ActionForm>
  )
}
