import { createCipheriv, createDecipheriv, createHash, createHmac } from 'node:crypto'
import { env } from './env'

/** The same case always bears the same pseudonym, and nobody without the deployment's secret finds the case behind it. */
export function pseudonym(caseId: string): string {
  const hash = createHmac('sha256', env().AUTH_SECRET).update(`figures\n${caseId}`).digest('hex')
  return `R-${hash.slice(0, 10).toUpperCase()}`
}

const cipherKey = () => createHash('sha256').update(`figures cursor\n${env().AUTH_SECRET}`).digest().subarray(0, 16)

/** Where the next page begins, as a text that does not tell which case stands there. One block, so it needs no vector. */
export function seal(caseId: string): string {
  const cipher = createCipheriv('aes-128-ecb', cipherKey(), null).setAutoPadding(false)
  return Buffer.concat([cipher.update(Buffer.from(caseId.replaceAll('-', ''), 'hex')), cipher.final()]).toString(
    'base64url',
  )
}

/** The case that a sealed text stands for; null for anything else. Whatever comes out is only ever compared with. */
export function unseal(text: string): string | null {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length !== 16) return null
  const cipher = createDecipheriv('aes-128-ecb', cipherKey(), null).setAutoPadding(false)
  const hex = Buffer.concat([cipher.update(bytes), cipher.final()]).toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
