/**
 * Drafts on this device: encrypted with a key that only the signed-in person's session hands out, so that another user
 * of the device can neither read nor even name them. Kept for seven days. Without WebCrypto or storage nothing is kept,
 * and the caller is told.
 */
export type DraftEntry = readonly [name: string, value: string]
export type Draft = { savedAt: number; entries: DraftEntry[] }

const PREFIX = 'sanad:draft:'
const KEPT_FOR = 7 * 24 * 60 * 60 * 1000
// Secrets are never kept; the ids of this rendering belong to it alone.
const leftOut = /^\$|^commandId$|^version$|^current$|^again$|password|token|secret/i

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0))
}

function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

const keys = new Map<string, Promise<CryptoKey>>()

function keyOf(secret: string): Promise<CryptoKey> {
  const known = keys.get(secret)
  if (known) return known
  const made = crypto.subtle.importKey('raw', bytesOf(secret), 'AES-GCM', false, ['encrypt', 'decrypt'])
  keys.set(secret, made)
  return made
}

/** Whose something on this device is, without naming them. */
export async function ownerOf(secret: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytesOf(secret))
  return base64Of(new Uint8Array(digest)).slice(0, 16)
}

async function placeOf(secret: string, key: string): Promise<string> {
  return `${PREFIX}${await ownerOf(secret)}:${key}`
}

/** A value as text that only who holds the secret can read; bears the moment it was sealed. */
export async function seal(secret: string, value: unknown): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const plain = new TextEncoder().encode(JSON.stringify(value))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyOf(secret), plain)
  return JSON.stringify({ at: Date.now(), iv: base64Of(iv), sealed: base64Of(new Uint8Array(sealed)) })
}

/** What `seal` sealed. Throws when it was sealed by another secret, or not by `seal`. */
export async function unseal<T>(secret: string, text: string): Promise<T> {
  const record = JSON.parse(text)
  const plain = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: bytesOf(record.iv) },
    await keyOf(secret),
    bytesOf(record.sealed),
  )
  return JSON.parse(new TextDecoder().decode(plain))
}

/** What of a form is worth keeping: its texts, without secrets, files and the fields of this one rendering. */
export function draftEntries(form: FormData): DraftEntry[] {
  const entries: DraftEntry[] = []
  for (const [name, value] of form) if (typeof value === 'string' && !leftOut.test(name)) entries.push([name, value])
  return entries
}

/** Keeps a draft. False when this device cannot. */
export async function saveDraft(secret: string, key: string, entries: DraftEntry[]): Promise<boolean> {
  try {
    localStorage.setItem(await placeOf(secret, key), await seal(secret, entries))
    return true
  } catch {
    return false
  }
}

/** The draft kept under this key, or null: none, too old, or sealed by another key. */
export async function loadDraft(secret: string, key: string): Promise<Draft | null> {
  try {
    const place = await placeOf(secret, key)
    const text = localStorage.getItem(place) ?? 'null'
    // Written by saveDraft alone; anything else fails below and counts as none.
    const record = JSON.parse(text)
    if (!record || Date.now() - record.at > KEPT_FOR) {
      localStorage.removeItem(place)
      return null
    }
    return { savedAt: record.at, entries: await unseal<DraftEntry[]>(secret, text) }
  } catch {
    return null
  }
}

/** Forgets a draft, and every draft on this device that is too old. */
export async function clearDraft(secret: string, key: string): Promise<void> {
  try {
    localStorage.removeItem(await placeOf(secret, key))
    for (const place of Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))) {
      const record = JSON.parse(localStorage.getItem(place) ?? 'null')
      if (!record || Date.now() - record.at > KEPT_FOR) localStorage.removeItem(place)
    }
  } catch {
    // Storage that cannot be reached holds nothing to forget.
  }
}
