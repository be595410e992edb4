'use client'

import { useRouter } from 'next/navigation'
import { startTransition, useSyncExternalStore } from 'react'
import { buttonClass } from '../ui/button-class'
import { wordsOf } from './error-words'
import { MessagePage } from './message-page'

export type BrokenPageProps = { error: Error & { digest?: string }; reset: () => void }

const languageOf = () => document.documentElement.lang || 'en'
const never = () => () => {}

/** Something broke or the database is gone: says so plainly, keeps nothing from being tried again. */
export function BrokenPage({ error, reset }: BrokenPageProps) {
  const router = useRouter()
  const words = wordsOf(useSyncExternalStore(never, languageOf, () => 'en'))
  const retry = () =>
    startTransition(() => {
      router.refresh()
      reset()
    })
  return (
    <MessagePage title={words.title}>
      <p>{words.text}</p>
      {error.digest && (
        <p>
          <bdi dir="ltr" className="rounded-sm bg-sunken px-2 py-1 text-ink tabular-nums">
            {error.digest}
          </bdi>
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        <button type="button" onClick={retry} className={buttonClass('primary')}>
          {words.retry}
        </button>
        {/* A full load: the router itself may be what broke. */}
        <a href="/" className={buttonClass('secondary')}>
          {words.home}
        </a>
      </div>
    </MessagePage>
  )
}
