import { expect, test } from './fixtures/test'

test('the portal says that it is well, and nothing more', async ({ request }) => {
  const answer = await request.get('/api/health')
  expect(answer.status()).toBe(200)
  expect(answer.headers()['cache-control']).toContain('no-store')
  expect(await answer.json()).toEqual({ status: 'ok', version: expect.any(String), migrations: 'current' })
})
