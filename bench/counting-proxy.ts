import { connect, createServer } from 'node:net'

/** How long an answer of the server is held back, ms: what the portal sends without waiting for it then arrives before it. */
const HELD_BACK = 20

/**
 * Stands between the portal and Postgres and counts round trips: a burst from the portal after an answer of the server is
 * one. Forwards every byte as it is, answers a little later.
 */
export async function startCountingProxy(port: number) {
  let trips = 0
  const server = createServer((client) => {
    const upstream = connect(port, '127.0.0.1')
    client.setNoDelay(true)
    upstream.setNoDelay(true)
    let isServersTurn = true
    client.on('data', (data) => {
      if (isServersTurn) trips += 1
      isServersTurn = false
      upstream.write(data)
    })
    upstream.on('data', (data) => {
      setTimeout(() => {
        isServersTurn = true
        if (!client.destroyed) client.write(data)
      }, HELD_BACK)
    })
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      one.on('close', () => other.destroy())
      one.on('error', () => other.destroy())
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    trips: () => trips,
    stop: () => server.close(),
  }
}
