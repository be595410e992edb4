/** As many as keep a database with two cores busy while the commands think. */
const lanes = 6

/** Runs the work of each item, a few at a time, begun in their order. */
export async function inLanes<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items]
  const lane = async () => {
    for (let item = queue.shift(); item; item = queue.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}
