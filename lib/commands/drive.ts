import type { Result } from './result'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * Does long work chunk by chunk, each in a transaction of its own, for as long as `chunk` answers with the state `under`. Called
 * after a page was answered: opening the page again goes on after a crash. Never throws; answers with how it ended.
 */
export async function drive<Data extends { state: string }>(
  what: string,
  under: Data['state'],
  chunk: () => Promise<Result<Data>>,
): Promise<string> {
  for (let tries = 0; tries < 8; ) {
    const result = await chunk().catch((error) => {
      console.error(`${what} not done:`, error)
      return null
    })
    if (!result) return 'failed'
    if (result.ok) {
      if (result.data.state !== under) return result.data.state
      tries = 0
    } else {
      // Someone else moved one of the records at the same moment.
      if (result.code !== 'conflict' && result.code !== 'unavailable') return result.code
      tries++
      await pause(100 * 2 ** tries)
    }
  }
  return 'failed'
}
