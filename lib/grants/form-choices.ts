import type { Currency, Formatter } from '../format'
import { minorUnits } from '../format'
import { inLocale } from '../i18n/in-locale'
import type { Locale } from '../i18n/locales'

type Round = { id: string; code: string; nameEn: string; nameAr: string; currency: string; maxAmountMinor: number }
type Sector = { code: string; nameEn: string; nameAr: string; nameCkb: string | null }

export const currencyOf = (code: string): Currency => (code === 'USD' ? 'USD' : 'IQD')

/** An amount as a person would type it into a field: whole units, without separators. */
export function typedAmount(minor: number, currency: Currency): string {
  return String(minor / minorUnits[currency])
}

/** Open rounds as choices, in the reader's language, each with the most that can be asked for. */
export function roundChoices(rounds: readonly Round[], locale: Locale, format: Formatter) {
  return rounds.map((round) => ({
    id: round.id,
    label: inLocale(locale, { en: round.nameEn, ar: round.nameAr }),
    currency: round.currency,
    most: format.money(round.maxAmountMinor, currencyOf(round.currency)),
  }))
}

/** Sectors as choices, in the reader's language. */
export function sectorChoices(sectors: readonly Sector[], locale: Locale) {
  return sectors.map((sector) => ({
    value: sector.code,
    label: inLocale(locale, { en: sector.nameEn, ar: sector.nameAr, ckb: sector.nameCkb }),
  }))
}
