/**
 * A workflow as a value. Buttons, the step bar, the timeline, the docs' diagram, the database's CHECK and the commands
 * all read the same table.
 */
export type Machine<S extends string = string, D extends string = string> = {
  name: string
  initial: S
  states: readonly S[]
  /** The main road, in order, for the step bar. */
  steps: readonly S[]
  /** States in which nothing more is expected of us. */
  closed: readonly S[]
  /** The deeds that take up again what was closed; no other leaves a closed state. */
  reopens?: readonly NoInfer<D>[]
  deeds: Record<D, { from: readonly S[]; to: readonly S[] }>
}

/** Defines a machine and refuses a table that names a state twice, leads nowhere or leaves a closed state by accident. */
export function defineMachine<const S extends string, const D extends string>(machine: Machine<S, D>): Machine<S, D> {
  const known = new Set<string>(machine.states)
  if (known.size !== machine.states.length) throw new Error(`${machine.name}: a state is named twice`)
  for (const [deed, { from, to }] of Object.entries<{ from: readonly S[]; to: readonly S[] }>(machine.deeds)) {
    for (const state of [...from, ...to]) {
      if (!known.has(state)) throw new Error(`${machine.name}: ${deed} names an unknown state ${state}`)
    }
    const leaves = from.find((state) => machine.closed.includes(state))
    if (leaves && !machine.reopens?.some((named) => named === deed))
      throw new Error(`${machine.name}: ${deed} leaves the closed state ${leaves}`)
  }
  return machine
}

/** Whether the deed leads from one state to the other. */
export function canGo(machine: Machine, deed: string, from: string, to: string): boolean {
  // A deed called `__proto__` is not in the table either.
  const move = Object.hasOwn(machine.deeds, deed) ? machine.deeds[deed] : undefined
  return move?.from.includes(from) === true && move.to.includes(to)
}

/** The deeds open in a state, in the table's order. */
export function deedsFrom<S extends string, D extends string>(machine: Machine<S, D>, from: string): D[] {
  const deeds: D[] = []
  for (const deed in machine.deeds) {
    if (machine.deeds[deed].from.some((state) => state === from)) deeds.push(deed)
  }
  return deeds
}

/** Whether nothing more is expected in this state. */
export function isClosed(machine: Machine, status: string): boolean {
  return machine.closed.includes(status)
}

/** The machine as a Mermaid state diagram, for the documentation. */
export function toMermaid(machine: Machine): string {
  const lines = [`stateDiagram-v2`, `  [*] --> ${machine.initial}`]
  for (const [deed, { from, to }] of Object.entries(machine.deeds)) {
    for (const a of from) for (const b of to) lines.push(`  ${a} --> ${b}: ${deed}`)
  }
  for (const state of machine.closed) lines.push(`  ${state} --> [*]`)
  return lines.join('\n')
}
