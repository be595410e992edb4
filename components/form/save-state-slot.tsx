'use client'

import { useSyncExternalStore } from 'react'
import { type SaveState, saveState } from './save-state'

// Shapes drawn by style: a ring while something moves, a dot when it rests, a square when the person is asked.
const shape = "before:size-2 before:shrink-0 before:content-['']"
const ring = `${shape} before:animate-pulse before:rounded-full before:border-2 before:border-current`
const dot = `${shape} before:rounded-full before:bg-current`
const square = `${shape} before:bg-current`

const marks: Record<Exclude<SaveState, 'idle'>, string> = {
  saving: `text-ink-soft ${ring}`,
  device: `text-ink-soft ${dot}`,
  sending: `text-info ${ring}`,
  sent: `text-good ${dot}`,
  needsYou: `text-danger ${square}`,
  unsaved: `text-warning ${square}`,
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
