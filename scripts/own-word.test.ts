import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

const preload = new URL('./own-word.mjs', import.meta.url).href
const server = `
  const { createServer } = await import('node:http')
  const server = createServer((request, response) => response.end(request.headers['x-forwarded-for'] ?? 'nothing'))
  server.listen(0, '127.0.0.1', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.7' }
    const answer = await fetch('http://127.0.0.1:' + server.address().port, { headers })
    process.stdout.write(await answer.text())
    process.exit(0)
  })`

/** What a server sees of a forwarded address that the client made up. */
function seen(proxies: string): string {
  const env = { ...process.env, TRUSTED_PROXIES: proxies, NODE_OPTIONS: '' }
  return execFileSync(process.execPath, ['--import', preload, '--input-type=module', '-e', server], { env }).toString()
}

describe('a forwarded address', () => {
  it('is not believed without a trusted proxy', () => {
    expect(seen('')).toBe('nothing')
    expect(seen('0')).toBe('nothing')
  })
  it('is kept behind one', () => expect(seen('1')).toBe('203.0.113.7'))
})
