import { type DraftEntry, ownerOf, saveDraft, seal, unseal } from './draft-store'
import { saveState } from './save-state'
import { letGo } from './taken'

/** Why the portal did not take something: an answer that sending again would not change. */
export type Objection = {
  code: string
  reasons?: { key: string; params?: Record<string, string | number> }[]
  fields?: Record<string, string>
}

/**
 * A form that was sent without a line. Sealed like a draft, it waits on this device until the portal took it or said why
 * not; unlike a draft it does not grow old, since nobody but its writer knows of it.
 */
export type Waiting = {
  /** Names the form and the record, and the draft that it becomes again when it must be mended. */
  key: string
  /** Where it is posted to. */
  to: string
  /** The page of its form. */
  page: string
  label: string
  /** All that is sent, with the `commandId` that makes it happen once. */
  entries: DraftEntry[]
  objection?: Objection
}

const PREFIX = 'sanad:outbox:'
const CHANGED = 'sanad-outbox'

const mine = async (secret: string) => `${PREFIX}${await ownerOf(secret)}:`

/** Puts a form into the outbox. False when this device cannot keep it. */
export async function keepWaiting(secret: string, waiting: Waiting): Promise<boolean> {
  try {
    localStorage.setItem((await mine(secret)) + waiting.key, await seal(secret, waiting))
    window.dispatchEvent(new Event(CHANGED))
    return true
  } catch {
    return false
  }
}

/** What this person has waiting on this device. */
export async function listWaiting(secret: string): Promise<Waiting[]> {
  const found: Waiting[] = []
  try {
    const place = await mine(secret)
    for (const name of Object.keys(localStorage).filter((one) => one.startsWith(place)))
      found.push(await unseal<Waiting>(secret, localStorage.getItem(name) ?? ''))
  } catch {
    // What cannot be read now stays where it is.
  }
  return found
}

/** Takes something out of the outbox: it was sent, or its writer lets go of it. */
export async function drop(secret: string, key: string): Promise<void> {
  localStorage.removeItem((await mine(secret)) + key)
  window.dispatchEvent(new Event(CHANGED))
}

/** Makes it a draft again, for its form to put back. Kept waiting when it cannot be kept as a draft. */
export async function reopen(secret: string, { key, entries }: Waiting): Promise<void> {
  const typed = entries.filter(([name]) => name !== 'commandId')
  if (await saveDraft(secret, key, typed)) await drop(secret, key)
}

/** Calls back whenever the outbox changed in this window; the answer ends it. */
export function onOutboxChange(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener)
  return () => window.removeEventListener(CHANGED, listener)
}

let signedOut = false

/** Whether the last try found nobody signed in: what waits is sent after the next sign-in. */
export const needsSignIn = (): boolean => signedOut

const objections = ['invalid', 'refused', 'conflict', 'not_found', 'forbidden']

/** Sends one. 'line' when nothing came back, so that the rest need not be tried. */
async function send(secret: string, waiting: Waiting): Promise<'sent' | 'objection' | 'signed_out' | 'line'> {
  const form = new FormData()
  for (const [name, value] of waiting.entries) form.append(name, value)
  try {
    const response = await fetch(waiting.to, { method: 'POST', body: form, redirect: 'error' })
    const answer: Objection & { ok: boolean } = await response.json()
    if (answer.ok) {
      await drop(secret, waiting.key)
      await letGo(waiting.page)
      return 'sent'
    }
    if (answer.code === 'unauthenticated') return 'signed_out'
    if (!objections.includes(answer.code)) return 'line'
    const { code, reasons, fields } = answer
    await keepWaiting(secret, {
      ...waiting,
      objection: { code, ...(reasons && { reasons }), ...(fields && { fields }) },
    })
    return 'objection'
  } catch {
    return 'line'
  }
}

async function sendAll(secret: string): Promise<void> {
  const waiting = (await listWaiting(secret)).filter((one) => !one.objection)
  if (waiting.length === 0) return
  saveState.set('sending')
  for (const one of waiting) {
    const answer = await send(secret, one)
    if (answer === 'line') return saveState.set('device')
    signedOut = answer === 'signed_out'
    if (signedOut) {
      window.dispatchEvent(new Event(CHANGED))
      return saveState.set('needsYou')
    }
  }
  const left = await listWaiting(secret)
  saveState.set(left.length > 0 ? 'needsYou' : 'sent')
}

let underWay: Promise<void> | undefined

/** Sends all that waits, one after the other; what the portal objects to stays, with what it said. */
export function flush(secret: string): Promise<void> {
  underWay ??= sendAll(secret).finally(() => {
    underWay = undefined
  })
  return underWay
}
