'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { buttonClass } from '@/components/ui/button-class'
import { inputClass } from '@/components/ui/input-class'
import { acceptedFiles } from '@/lib/documents/domain'
import { useTranslations } from '@/lib/i18n/client'
import { UploadList } from './upload-list'
import { useUploads } from './use-uploads'

type UploadFormProps = {
  /** Where to send to, with the page to lead back to when there are no scripts. */
  url: string
  hidden: Record<string, string>
  /** Made when the page was, for a sending without scripts. */
  commandId: string
  kinds: readonly { value: string; label: string }[]
}

/** Adds documents. Without scripts a plain form with one file; with them several, with a bar each, a stop and a retry. */
export function UploadForm({ url, hidden, commandId, kinds }: UploadFormProps) {
  const t = useTranslations()
  const id = useId()
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const [isLive, setIsLive] = useState(false)
  const [missing, setMissing] = useState<'none' | 'kind' | null>(null)
  const uploads = useUploads(url, hidden, () => router.refresh())
  useEffect(() => setIsLive(true), [])

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const files = data.getAll('file').filter((file) => file instanceof File && file.name !== '')
    const kind = String(data.get('kind') ?? '')
    const lack = kind === '' ? 'kind' : files.length === 0 ? 'none' : null
    setMissing(lack)
    if (lack) return form.current?.querySelector<HTMLElement>(lack === 'kind' ? 'select' : 'input[type=file]')?.focus()
    uploads.add(
      files.filter((file) => file instanceof File),
      kind,
    )
    form.current?.reset()
  }

  const error = (of: 'none' | 'kind') =>
    missing === of && (
      <p id={`${id}-${of}`} className="mb-1 font-semibold text-danger">
        {t(`cases.documents.outcome.${of}`)}
      </p>
    )
  return (
    <div className="space-y-4">
      <form
        ref={form}
        action={url}
        method="post"
        encType="multipart/form-data"
        onSubmit={onSubmit}
        noValidate
        className="space-y-4"
      >
        <input type="hidden" name="commandId" value={commandId} suppressHydrationWarning />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div>
          <label htmlFor={`${id}-k`} className="mb-1 block font-semibold">
            {t('cases.documents.upload.kind')}
          </label>
          {error('kind')}
          <select
            id={`${id}-k`}
            name="kind"
            defaultValue=""
            required
            aria-invalid={missing === 'kind' || undefined}
            aria-describedby={missing === 'kind' ? `${id}-kind` : undefined}
            className={`${inputClass} max-w-sm`}
          >
            <option value="">{t('cases.documents.upload.choose')}</option>
            {kinds.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label htmlFor={`${id}-f`} className="mb-1 block font-semibold">
            {t('cases.documents.upload.file')}
          </label>
          <p id={`${id}-hint`} className="mb-1 text-sm text-ink-soft">
            {t('cases.documents.upload.hint')}
          </p>
          {error('none')}
          <input
            id={`${id}-f`}
            type="file"
            name="file"
            accept={acceptedFiles}
            multiple={isLive}
            required
            aria-invalid={missing === 'none' || undefined}
            aria-describedby={missing === 'none' ? `${id}-hint ${id}-none` : `${id}-hint`}
            className={`${inputClass} file:me-3 file:rounded file:border-0 file:bg-sunken file:px-3 file:py-1 file:font-medium file:text-ink`}
          />
        </div>
        <button type="submit" className={buttonClass('secondary')}>
          {t('cases.documents.upload.send')}
        </button>
      </form>
      <UploadList uploads={uploads} />
    </div>
  )
}
