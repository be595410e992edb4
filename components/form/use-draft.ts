'use client'

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { objectFrom } from '@/lib/commands/form-data'
import { clearDraft, draftEntries, loadDraft, saveDraft } from './draft-store'
import { fillForm } from './fill-form'
import { saveState } from './save-state'

export type DraftOptions = {
  /** Names the form and the record, such as `grant:new` or `person:<id>`. */
  key: string
  /** `actor.draftKey`, handed down by the page. */
  secret: string
  /** Called before kept answers are put back, for forms that must first add rows. */
  onRestore?: (values: Record<string, unknown>) => void
}

const PAUSE = 800

/** Keeps what is typed on this device while it is typed, and puts it back when the form is opened again. */
export function useDraft(form: RefObject<HTMLFormElement | null>, draft: DraftOptions | undefined, restore: boolean) {
  const [restoredAt, setRestoredAt] = useState<number | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const dirty = useRef(false)
  const options = useRef(draft)
  options.current = draft
  const key = draft?.key
  const secret = draft?.secret

  const keep = useCallback(async () => {
    clearTimeout(timer.current)
    if (!form.current || !key || !secret || !dirty.current) return
    const entries = draftEntries(new FormData(form.current))
    const kept = await saveDraft(secret, key, entries)
    if (dirty.current) saveState.set(kept ? 'device' : 'unsaved')
  }, [form, key, secret])

  const typed = useCallback(() => {
    if (!key) return
    dirty.current = true
    saveState.set('saving')
    clearTimeout(timer.current)
    timer.current = setTimeout(keep, PAUSE)
  }, [key, keep])

  const forget = useCallback(async () => {
    clearTimeout(timer.current)
    dirty.current = false
    setRestoredAt(null)
    if (key && secret) await clearDraft(secret, key)
  }, [key, secret])

  useEffect(() => {
    if (!key || !secret || !restore) return
    let gone = false
    loadDraft(secret, key).then(async (found) => {
      // Typed before the scripts came: the newer wins.
      if (gone || !found || dirty.current) return
      const values = new FormData()
      for (const [name, value] of found.entries) values.append(name, value)
      options.current?.onRestore?.(objectFrom(values) ?? {})
      await new Promise((painted) => requestAnimationFrame(painted))
      if (gone || !form.current || !fillForm(form.current, found.entries)) return
      setRestoredAt(found.savedAt)
      saveState.set('device')
    })
    return () => {
      gone = true
    }
  }, [form, key, secret, restore])

  useEffect(() => {
    const leave = () => void keep()
    document.addEventListener('visibilitychange', leave)
    window.addEventListener('pagehide', leave)
    return () => {
      leave()
      saveState.set('idle')
      document.removeEventListener('visibilitychange', leave)
      window.removeEventListener('pagehide', leave)
    }
  }, [keep])

  return { on: key !== undefined, restoredAt, typed, keep, forget }
}
