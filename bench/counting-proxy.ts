import { connect, createServer } from 'node:net'

/**
 * Stands between the portal and Postgres and counts round trips: a burst from the portal after a burst from the server
 * is one. Forwards every byte as it is.
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
      isServersTurn = true
      client.write(data)
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
