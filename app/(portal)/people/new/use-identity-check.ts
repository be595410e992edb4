'use client'

import { type RefObject, useEffect, useState } from 'react'
import type { MatchCard } from '@/lib/people/identity-check'

const PAUSE = 400
/** What the register is compared by; other fields do not ask it again. */
const names = ['given', 'father', 'grandfather', 'family', 'sex', 'birth.day', 'birth.month', 'birth.year', 'age']
const more = ['phone', 'documentType', 'documentNumber', 'locationPcode']

export type Check = { state: 'idle' | 'looking' | 'found' | 'tooMany'; cards: MatchCard[] }

function identityOf(form: HTMLFormElement): FormData {
  const all = new FormData(form)
  const identity = new FormData()
  for (const name of [...names, ...more]) identity.set(name, String(all.get(name) ?? ''))
  return identity
}

/** Asks the register while the form is filled in, once typing rests. Without an answer nothing is said: the server asks again. */
export function useIdentityCheck(form: RefObject<HTMLFormElement | null>): Check {
  const [check, setCheck] = useState<Check>({ state: 'idle', cards: [] })
  useEffect(() => {
    const element = form.current
    if (!element) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let asked = ''
    let running: AbortController | undefined
    const ask = async () => {
      const body = identityOf(element)
      const key = JSON.stringify([...body])
      const isEnough = Boolean(
        (body.get('given') && body.get('father')) || body.get('phone') || body.get('documentNumber'),
      )
      if (key === asked) return
      asked = key
      running?.abort()
      if (!isEnough) return setCheck({ state: 'idle', cards: [] })
      running = new AbortController()
      setCheck((before) => ({ ...before, state: 'looking' }))
      try {
        const answer = await fetch('/people/identity-check', { method: 'POST', body, signal: running.signal })
        const { cards }: { cards: MatchCard[] } = answer.ok ? await answer.json() : { cards: [] }
        setCheck({ state: answer.ok ? 'found' : answer.status === 429 ? 'tooMany' : 'idle', cards })
      } catch {
        if (key === asked) setCheck((before) => ({ ...before, state: 'idle' }))
      }
    }
    const typed = () => {
      clearTimeout(timer)
      timer = setTimeout(ask, PAUSE)
    }
    typed()
    element.addEventListener('input', typed)
    element.addEventListener('change', typed)
    return () => {
      clearTimeout(timer)
      running?.abort()
      element.removeEventListener('input', typed)
      element.removeEventListener('change', typed)
    }
  }, [form])
  return check
}
