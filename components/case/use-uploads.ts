'use client'

import { useEffect, useRef, useState } from 'react'
import { saveState } from '@/components/form/save-state'
import { mostBytes } from '@/lib/documents/domain'
import { newId } from '@/lib/ids'
import { type SendEnd, sendFile } from './upload-transport'

export type UploadItem = {
  /** Also the command's id: trying again cannot add the file twice. */
  id: string
  file: File
  kind: string
  state: 'waiting' | 'sending' | SendEnd
  /** How much is sent, 0 to 1. */
  share: number
}

/** What needs no sending to be known. */
function problemOf(file: File): SendEnd | null {
  if (file.size === 0) return 'empty'
  return file.size > mostBytes ? 'too_big' : null
}

/** Sends files one after the other: on a weak line two at once would only both fail. */
export function useUploads(url: string, hidden: Record<string, string>, onAllDone: () => void) {
  const [items, setItems] = useState<UploadItem[]>([])
  const current = useRef<{ id: string; cancel: () => void } | null>(null)

  const change = (id: string, to: Partial<UploadItem>) =>
    setItems((all) => all.map((item) => (item.id === id ? { ...item, ...to } : item)))

  const start = async (item: UploadItem) => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ ...hidden, commandId: item.id, kind: item.kind }))
      form.append(name, value)
    form.append('file', item.file)
    const sending = sendFile(url, form, (share) => change(item.id, { share }))
    current.current = { id: item.id, cancel: sending.cancel }
    saveState.set('sending')
    change(item.id, { state: 'sending', share: 0 })
    const state = await sending.ended
    current.current = null
    saveState.set(state === 'added' ? 'sent' : state === 'cancelled' ? 'idle' : 'needsYou')
    change(item.id, { state })
    if (state === 'added') onAllDone()
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: only the list decides what is next.
  useEffect(() => {
    const next = items.find((item) => item.state === 'waiting')
    if (next && !current.current) void start(next)
  }, [items])

  useEffect(() => () => current.current?.cancel(), [])

  return {
    items,
    add: (files: readonly File[], kind: string) =>
      setItems((all) => [
        ...all.filter((item) => item.state !== 'added'),
        ...files.map((file) => ({ id: newId(), file, kind, state: problemOf(file) ?? ('waiting' as const), share: 0 })),
      ]),
    retry: (id: string) => change(id, { state: 'waiting', share: 0 }),
    dismiss: (id: string) => setItems((all) => all.filter((item) => item.id !== id)),
    cancel: (id: string) =>
      current.current?.id === id ? current.current.cancel() : change(id, { state: 'cancelled' }),
  }
}
