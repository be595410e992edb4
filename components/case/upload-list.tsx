'use client'

import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { ProgressBar } from '@/components/ui/progress-bar'
import { useTranslations } from '@/lib/i18n/client'
import type { UploadItem, useUploads } from './use-uploads'

type Uploads = ReturnType<typeof useUploads>

const mayTryAgain: readonly UploadItem['state'][] = [
  'not_sent',
  'broken',
  'cancelled',
  'refused',
  'unauthenticated',
  'unavailable',
]

function useStateWords() {
  const t = useTranslations()
  return ({ state, share }: UploadItem): string => {
    switch (state) {
      case 'waiting':
      case 'cancelled':
      case 'not_sent':
        return t(`cases.documents.upload.${state}`)
      case 'sending':
        return share < 1
          ? t('cases.documents.upload.progress', { percent: String(Math.floor(share * 100)) })
          : t('cases.documents.upload.checking')
      default:
        return t(`cases.documents.outcome.${state}`)
    }
  }
}

/** One file on its way: how far, or how it ended and what can be done. */
function UploadRow({ item, uploads }: { item: UploadItem; uploads: Uploads }) {
  const t = useTranslations()
  const words = useStateWords()(item)
  const { state, file } = item
  const isOpen = state === 'waiting' || state === 'sending'
  const isDone = state === 'added'
  return (
    <li className="py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-56">
          <p className="font-medium break-words">
            <bdi>{file.name}</bdi>
          </p>
          <p
            role={isOpen ? undefined : 'status'}
            className={`flex items-start gap-1.5 text-sm ${isOpen ? 'text-ink-soft' : isDone ? 'text-good' : 'text-danger'}`}
          >
            {!isOpen && <Icon name={isDone ? 'circle-check' : 'circle-alert'} className="mt-0.5 size-4" />}
            {words}
          </p>
        </div>
        <div className="flex gap-2">
          {mayTryAgain.includes(state) && (
            <Button size="sm" onClick={() => uploads.retry(item.id)}>
              {t('cases.documents.upload.retry')}
            </Button>
          )}
          {!isDone && (
            <Button
              size="sm"
              variant="quiet"
              onClick={() => (isOpen ? uploads.cancel(item.id) : uploads.dismiss(item.id))}
            >
              {isOpen ? t('cases.documents.upload.cancel') : t('cases.documents.upload.dismiss')}
            </Button>
          )}
        </div>
      </div>
      {state === 'sending' && (
        <div className="mt-2">
          <ProgressBar label={file.name} value={item.share} max={1} text={words} />
        </div>
      )}
    </li>
  )
}

export function UploadList({ uploads }: { uploads: Uploads }) {
  const t = useTranslations()
  if (uploads.items.length === 0) return null
  return (
    <ul aria-label={t('cases.documents.upload.list')} className="divide-y divide-line border-t border-line">
      {uploads.items.map((item) => (
        <UploadRow key={item.id} item={item} uploads={uploads} />
      ))}
    </ul>
  )
}
