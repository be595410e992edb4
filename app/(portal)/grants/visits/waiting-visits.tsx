'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import { drop, flush, listWaiting, needsSignIn, onOutboxChange, reopen, type Waiting } from '@/components/form/outbox'
import { Button } from '@/components/ui/button'
import { useTranslations } from '@/lib/i18n/client'

type Props = {
  secret: string
  /** On the form's own page: only this visit, and where to go on when it was sent. */
  only?: { key: string; done: string }
}

/** What this person recorded without a line: waiting to be sent, or objected to, with what the portal said. */
export function WaitingVisits({ secret, only }: Props) {
  const t = useTranslations()
  const router = useRouter()
  const path = usePathname()
  const [waiting, setWaiting] = useState<Waiting[]>([])
  const [isSignedOut, setIsSignedOut] = useState(false)
  const waited = useRef(false)
  const key = only?.key
  const done = only?.done
  const look = useCallback(async () => {
    const all = (await listWaiting(secret)).filter((one) => !key || one.key === key)
    if (done && waited.current && all.length === 0) return window.location.assign(done)
    waited.current = all.length > 0
    setWaiting(all)
    setIsSignedOut(needsSignIn())
  }, [secret, key, done])
  useEffect(() => {
    void look()
    return onOutboxChange(look)
  }, [look])

  const sendNow = async () => {
    await flush(secret)
    router.refresh()
  }
  /** On the form's own page the answers are put back by loading it anew. */
  const mend = async (one: Waiting) => {
    waited.current = false
    await reopen(secret, one)
    window.location.assign(one.page)
  }

  if (waiting.length === 0) return null
  return (
    <section aria-label={t('monitoring.waiting.title')} className="mb-4 rounded-lg border border-line bg-surface p-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="font-semibold">{t('monitoring.waiting.title')}</h2>
        {waiting.some((one) => !one.objection) && (
          <Button size="sm" onClick={sendNow}>
            {t('monitoring.waiting.sendNow')}
          </Button>
        )}
      </div>
      {isSignedOut && (
        <p className="mt-2 font-semibold text-danger">
          {t('monitoring.waiting.signedOut')}{' '}
          <a href={`/sign-in?next=${encodeURIComponent(path)}`} className="text-action underline">
            {t('common.form.signIn')}
          </a>
        </p>
      )}
      <ul className="mt-3 divide-y divide-line">
        {waiting.map((one) => (
          <li key={one.key} className="flex flex-wrap items-center justify-between gap-3 py-2">
            <div>
              <p className="font-medium">
                <bdi>{one.label}</bdi>
              </p>
              {one.objection ? (
                <ul className="text-sm text-danger">
                  {sentences(one.objection).map(({ key, params }) => (
                    <li key={key}>{t.dynamic(key, params)}</li>
                  ))}
                </ul>
              ) : (
                <p className="text-sm text-ink-soft">{t('monitoring.waiting.onDevice')}</p>
              )}
              {isOver(one) && (
                <p dir="auto" className="mt-1 rounded-md bg-sunken px-3 py-2 whitespace-pre-line">
                  {one.entries.find(([name]) => name === 'remark')?.[1]}
                </p>
              )}
            </div>
            {isOver(one) ? (
              <Button size="sm" onClick={() => drop(secret, one.key)}>
                {t('monitoring.waiting.drop')}
              </Button>
            ) : (
              <Button size="sm" onClick={() => mend(one)}>
                {t(one.objection ? 'monitoring.waiting.mend' : 'monitoring.waiting.change')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Whether its form is no more, so that what was seen can only be read here and passed on. */
const isOver = ({ objection }: Waiting) => objection !== undefined && !objection.reasons && !objection.fields

/** What the portal objected to, as keys of messages. */
function sentences({ code, reasons, fields }: NonNullable<Waiting['objection']>) {
  if (reasons) return reasons
  if (fields) return [...new Set(Object.values(fields))].map((key) => ({ key, params: undefined }))
  return [{ key: code === 'conflict' ? 'monitoring.waiting.conflict' : 'errors.notFound', params: undefined }]
}
