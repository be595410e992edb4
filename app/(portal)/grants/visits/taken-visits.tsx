'use client'

import { type FormEvent, useEffect, useState } from 'react'
import { ChoiceRow } from '@/components/form/choice-row'
import { canTake, letGo, listTaken, type Taken, take } from '@/components/form/taken'
import { Button } from '@/components/ui/button'
import { useTranslations } from '@/lib/i18n/client'

type Props = {
  secret: string
  /** No more about the person than finding them needs. */
  visits: readonly { url: string; label: string }[]
}

/** The visits to take along where there is no line: chosen, kept on this device, and let go again. */
export function TakenVisits({ secret, visits }: Props) {
  const t = useTranslations()
  const [can, setCan] = useState(false)
  const [taken, setTaken] = useState<Taken | null>(null)
  const [state, setState] = useState<'idle' | 'taking' | 'failed'>('idle')
  useEffect(() => {
    setCan(canTake())
    void listTaken().then(setTaken)
  }, [])

  const choose = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const chosen = new FormData(event.currentTarget).getAll('visit')
    const pages = visits.filter(({ url }) => chosen.includes(url))
    if (pages.length === 0) return
    setState('taking')
    const { lang, dir } = document.documentElement
    const words = { title: t('monitoring.along.listTitle'), text: t('monitoring.along.listText') }
    const isDone = await take(secret, { pages, lang, dir, ...words })
    setState(isDone ? 'idle' : 'failed')
    setTaken(await listTaken())
  }
  const release = async () => {
    await letGo()
    setTaken(null)
  }

  if (!can) return null
  return (
    <details className="mb-4 rounded-lg border border-line bg-surface">
      <summary className="touch-target px-4 py-2 font-medium hover:bg-sunken">{t('monitoring.along.title')}</summary>
      <div className="space-y-4 border-t border-line p-4">
        <p className="max-w-prose text-ink-soft">{t('monitoring.along.text')}</p>
        {taken && (
          <div role="status" className="flex flex-wrap items-center gap-3 rounded-md bg-good-soft px-4 py-2">
            <p className="font-medium text-good">{t('monitoring.along.kept', { count: taken.pages.length })}</p>
            <Button size="sm" onClick={release}>
              {t('monitoring.along.release')}
            </Button>
          </div>
        )}
        {state === 'failed' && (
          <p role="alert" className="font-semibold text-danger">
            {t('monitoring.along.failed')}
          </p>
        )}
        {visits.length > 0 && (
          <form onSubmit={choose} className="max-w-2xl space-y-3">
            <fieldset className="space-y-2">
              <legend className="mb-2 font-semibold">{t('monitoring.along.choose')}</legend>
              {visits.map(({ url, label }) => (
                <ChoiceRow
                  key={url}
                  type="checkbox"
                  name="visit"
                  value={url}
                  label={<bdi>{label}</bdi>}
                  defaultChecked={visits.length <= 8}
                />
              ))}
            </fieldset>
            <Button type="submit" disabled={state === 'taking'}>
              {t(state === 'taking' ? 'monitoring.along.taking' : 'monitoring.along.deed')}
            </Button>
          </form>
        )}
      </div>
    </details>
  )
}
