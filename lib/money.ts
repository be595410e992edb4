import { toAsciiDigits } from './digits'
import { type Currency, minorUnits } from './format'

/**
 * Reads an amount as people write it (`1,500,000`, `١٬٥٠٠٬٠٠٠`, `250.5`) into integer minor units of the currency.
 * Null when it is not an amount, has more decimals than people use for the currency, or is beyond exact integers.
 */
export function parseMoney(text: string, currency: Currency): number | null {
  const plain = toAsciiDigits(text)
    .replace(/[\s\u00a0_'’]/g, '')
    .replaceAll('٫', '.')
    .replace(/[,٬،]/g, ',')
  const whole = plain.replace(/,(?=\d{3}(\D|$))/g, '')
  const match = /^(\d{1,15})(?:\.(\d{1,3}))?$/.exec(whole)
  if (!match) return null
  const decimals = currency === 'USD' ? 2 : 3
  const fraction = match[2] ?? ''
  if (fraction.length > decimals) return null
  const minor = Number(match[1]) * minorUnits[currency] + Number(fraction.padEnd(decimals, '0'))
  return Number.isSafeInteger(minor) ? minor : null
}
