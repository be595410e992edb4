/** Called once by each server process before it answers requests. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startClock } = await import('./lib/clock')
  startClock()
}
