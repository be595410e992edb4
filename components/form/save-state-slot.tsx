'use client'

import { useSyncExternalStore } from 'react'
import { type SaveState, saveState } from './save-state'

const marks: Record<Exclude<SaveState, 'idle'>, string> = {
  saving: 'text-ink-soft before:content-["○"]',
  device: 'text-ink-soft before:content-["●"]',
  sending: 'text-info before:content-["↑"]',
  sent: 'text-good before:content-["✓"]',
  needsYou: 'text-danger before:content-["!"] before:font-bold',
  unsaved: 'text-warning before:content-["△"]',
}

/**
 * Tells honestly where what was typed is: on this device, under way, sent, or waiting for a decision of the person.
 * Read out politely when it changes.
 */
export function SaveStateSlot({ words }: { words: Record<Exclude<SaveState, 'idle'>, string> }) {
  const state = useSyncExternalStore(saveState.subscribe, saveState.get, (): SaveState => 'idle')
  return (
    <p
      role="status"
      className="text-sm max-md:fixed max-md:inset-x-0 max-md:bottom-16 max-md:z-20 max-md:flex max-md:justify-center"
    >
      {state !== 'idle' && (
        <span className={`inline-flex items-center gap-1.5 rounded-full bg-sunken px-3 py-1 ${marks[state]}`}>
          {words[state]}
        </span>
      )}
    </p>
  )
}
