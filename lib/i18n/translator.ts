import { createTranslator, type MessageKeys, type NestedKeyOf } from 'use-intl/core'
import type { Refusal } from '@/lib/commands/result'
import type { Locale } from './locales'
import { ar } from './messages/ar'
import { ckb } from './messages/ckb'
import { en } from './messages/en'

/** English is the measure: its keys are the keys. */
export type Messages = typeof en
export type MessageKey = MessageKeys<Messages, NestedKeyOf<Messages>>

type Tree = { readonly [key: string]: string | Tree }

/** `over` laid on `under`, key by key. */
export function layered(under: Tree, over: Tree): Tree {
  const result: Record<string, string | Tree> = { ...under }
  for (const [key, value] of Object.entries(over)) {
    const below = result[key]
    result[key] = typeof value === 'object' && typeof below === 'object' ? layered(below, value) : value
  }
  return result
}

/** All messages of a language, complete: Sorani over Arabic over English. */
export const messagesOf: Record<Locale, Tree> = {
  en,
  ar: layered(en, ar),
  ckb: layered(layered(en, ar), ckb),
}

const numerals: Record<Locale, string> = { en: 'en-GB', ar: 'ar-IQ-u-nu-latn', ckb: 'ckb-IQ-u-nu-latn' }

function create(locale: Locale) {
  // Same keys as English, by the layering above and by a test.
  const messages = messagesOf[locale] as Messages
  return createTranslator<Messages>({
    locale: numerals[locale],
    messages,
    timeZone: 'Asia/Baghdad',
    // A wrong argument must not take a page down in production; the tests compare the arguments of all languages.
    onError: (error) => {
      if (process.env.NODE_ENV !== 'production') console.error(`${locale}: ${error.message}`)
    },
  })
}

export type Translator = ReturnType<typeof create>

const translators = new Map<Locale, Translator>()

/** The translator of a language, made once a process: `t('people.register.title', { count: 3 })`. Keys and arguments are typed. */
export function translator(locale: Locale): Translator {
  const known = translators.get(locale)
  if (known) return known
  const made = create(locale)
  translators.set(locale, made)
  return made
}

/**
 * The words for a key that is only known at run time, such as a refusal of a command.
 * An unknown key gives "This cannot be done now" rather than a key on the screen.
 */
export function translateRefusal(t: Translator, refusal: Refusal): string {
  // The key comes from a command, not from source code; `has` checks it.
  const key = refusal.key as MessageKey
  if (!t.has(key)) return t('errors.refused')
  const dynamic = t as (key: string, values?: Record<string, string | number>) => string
  return dynamic(key, refusal.params)
}
