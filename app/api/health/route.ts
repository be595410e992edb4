import { readHealth } from '@/lib/health'

export const dynamic = 'force-dynamic'

/** For load balancers and the launcher: 200 when the portal can work, else 503. */
export async function GET(): Promise<Response> {
  const health = await readHealth()
  return Response.json(health, { status: health.status === 'ok' ? 200 : 503, headers: { 'cache-control': 'no-store' } })
}
