'use client'

import formatMessage, { type CompiledMessage } from 'icu-minify/format'
import { createContext, type ReactNode, use } from 'react'
import type { ICUArgs, NestedValueOf } from 'use-intl/core'
import type { Locale } from './locales'
import type { MessageKey, Messages } from './translator'

/** Messages that a page hands to its leaves, by full key, already parsed on the server. */
export type ClientWords = { locale: Locale; words: Record<string, CompiledMessage> }

const Words = createContext<ClientWords>({ locale: 'en', words: {} })

/** Adds to the words of the providers around it. Use `ClientMessages`, which picks and parses them. */
export function WordsProvider({ locale, words, children }: ClientWords & { children: ReactNode }) {
  const outer = use(Words)
  return <Words value={{ locale, words: { ...outer.words, ...words } }}>{children}</Words>
}

type Values = Record<string, string | number>
type ArgsOf<Key extends MessageKey> = ICUArgs<
  NestedValueOf<Messages, Key>,
  { ICUArgument: string; ICUNumberArgument: number; ICUDateArgument: Date }
>

/** As the server's `t`, without `rich`. */
export type ClientTranslator = {
  <Key extends MessageKey>(
    key: Key,
    ...args: Partial<ArgsOf<Key>> extends ArgsOf<Key> ? [values?: undefined] : [values: ArgsOf<Key>]
  ): string
  /** The words for a key only known at run time; those of `otherwise` when the page was not given the key. */
  dynamic: (key: string, values?: Values, otherwise?: MessageKey) => string
}

const numerals: Record<Locale, string> = { en: 'en-GB', ar: 'ar-IQ-u-nu-latn', ckb: 'ckb-IQ-u-nu-latn' }

const formatters = {
  getDateTimeFormat: (...args: ConstructorParameters<typeof Intl.DateTimeFormat>) => new Intl.DateTimeFormat(...args),
  getNumberFormat: (...args: ConstructorParameters<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...args),
  getPluralRules: (...args: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...args),
}

/**
 * The words in a client leaf: `const t = useTranslations(); t('people.register.title')`. Only the keys that a
 * `ClientMessages` around it was given are there. Costs 1 KB, where the parser of use-intl/react costs 11.
 */
export function useTranslations(): ClientTranslator {
  const { locale, words } = use(Words)
  const translate = (key: string, values?: object): string => {
    const message = words[key]
    if (message === undefined) return key
    // Without tags in it, a message formats to text; numbers and dates reach it typed by ArgsOf.
    return String(formatMessage(message, numerals[locale], values as Values | undefined, { formatters }))
  }
  const dynamic = (key: string, values?: Values, otherwise = 'errors.refused') =>
    translate(key in words ? key : otherwise, values)
  return Object.assign((key: string, values?: object) => translate(key, values), { dynamic })
}
