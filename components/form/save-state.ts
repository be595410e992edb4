/** Where what was typed is now. `unsaved`: this device cannot keep it. */
export type SaveState = 'idle' | 'saving' | 'device' | 'sending' | 'sent' | 'needsYou' | 'unsaved'

let current: SaveState = 'idle'
const listeners = new Set<() => void>()

/** The state of the form being worked on, for the slot in the top bar. */
export const saveState = {
  get: (): SaveState => current,
  set(next: SaveState): void {
    if (next === current) return
    current = next
    for (const listener of listeners) listener()
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}
