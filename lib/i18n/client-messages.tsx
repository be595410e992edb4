import compile from 'icu-minify/compile'
import type { CompiledMessage } from 'icu-minify/format'
import type { ReactNode } from 'react'
import { WordsProvider } from './client'
import type { Locale } from './locales'
import { type Messages, messagesOf } from './translator'

type Room = keyof Messages
/** A room (`people`) or a part of one (`people.register`). */
export type Rooms = Room | `${Room}.${string}`

// What every form needs.
const always: Rooms[] = ['errors', 'common.form', 'common.saveState']

const compiled = new Map<string, Record<string, CompiledMessage>>()

/** All messages of a language by full key, parsed once a process. */
function allWords(locale: Locale): Record<string, CompiledMessage> {
  const known = compiled.get(locale)
  if (known) return known
  const made: Record<string, CompiledMessage> = {}
  const walk = (node: unknown, path: string) => {
    // Plural branches come without a prototype, which cannot travel to the browser.
    if (typeof node === 'string') made[path] = JSON.parse(JSON.stringify(compile(node)))
    else for (const [key, value] of Object.entries(node ?? {})) walk(value, path ? `${path}.${key}` : key)
  }
  walk(messagesOf[locale], '')
  compiled.set(locale, made)
  return made
}

/** The words of these rooms for client leaves. */
export function wordsOf(locale: Locale, rooms: readonly Rooms[]): Record<string, CompiledMessage> {
  const all = allWords(locale)
  return Object.fromEntries(
    Object.entries(all).filter(([key]) => rooms.some((room) => key.startsWith(`${room}.`) || key === room)),
  )
}

/**
 * Hands the words of some rooms, and of every form, to the client leaves inside:
 * `<ClientMessages locale={locale} rooms={['people.register']}>`. Name parts, not whole rooms: they travel with the page.
 */
export function ClientMessages({
  locale,
  rooms = [],
  children,
}: {
  locale: Locale
  rooms?: readonly Rooms[]
  children: ReactNode
}) {
  return (
    <WordsProvider locale={locale} words={wordsOf(locale, [...always, ...rooms])}>
      {children}
    </WordsProvider>
  )
}
