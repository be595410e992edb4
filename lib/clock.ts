import { remindOfLiability } from './communities/projects/reminders'
import { escalateForumWork } from './forums/escalation'
import { escalateOverdue } from './referrals/escalation'

/** What happens by itself because time passes. Each is safe to run in several processes at once. */
const jobs: readonly { name: string; run: () => Promise<unknown> }[] = [
  { name: 'escalate overdue referrals', run: () => escalateOverdue() },
  { name: 'escalate overdue concerns and actions', run: () => escalateForumWork() },
  { name: 'remind of liability that ends', run: () => remindOfLiability() },
]

const everyMs = 60_000
const started = Symbol.for('sanad.clock')

/** Starts the clock of this process, once. A job that fails is logged and tried again at the next tick. */
export function startClock(): void {
  const shared = globalThis as { [started]?: NodeJS.Timeout }
  if (shared[started]) return
  let isBusy = false
  const tick = async () => {
    if (isBusy) return
    isBusy = true
    for (const { name, run } of jobs) await run().catch((error: unknown) => console.error(`clock: ${name}`, error))
    isBusy = false
  }
  shared[started] = setInterval(() => void tick(), everyMs)
  shared[started].unref()
}
