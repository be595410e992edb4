import { createHmac, timingSafeEqual } from 'node:crypto'
import { env } from '../../env'

/**
 * The code on an agreement: 128 bits that only this deployment can make from the agreement's number. It is kept nowhere, so a
 * stolen database yields none, and a paper can be printed again with the same one.
 */
export function agreementCode(number: string): string {
  return createHmac('sha256', env().AUTH_SECRET)
    .update(`agreement\n${number}`)
    .digest()
    .subarray(0, 16)
    .toString('base64url')
}

/** Whether a code belongs to the number; takes the same time whatever is wrong. */
export function isAgreementCode(number: string, code: string): boolean {
  const wanted = Buffer.from(agreementCode(number))
  const given = Buffer.from(code)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

/** The address that the code on the paper leads to. */
export function agreementAddress(number: string): string {
  return `${env().APP_URL.replace(/\/$/, '')}/a/${number}/${agreementCode(number)}`
}
