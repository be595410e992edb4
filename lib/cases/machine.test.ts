import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { liveGrantStatuses } from '../grants/machine'
import { programmeCases } from '../programmes'
import { canGo, deedsFrom, defineMachine, isClosed, type Machine, toMermaid } from './machine'

describe('defineMachine', () => {
  const base = { name: 'x', initial: 'a', states: ['a', 'b'], steps: ['a'], closed: ['b'] } as const
  it('refuses a state named twice', () =>
    expect(() => defineMachine({ ...base, states: ['a', 'a'], deeds: {} })).toThrow('named twice'))
  it('refuses an unknown state', () =>
    expect(() => defineMachine({ ...base, deeds: { go: { from: ['a'], to: ['z'] } } })).toThrow('unknown state'))
  it('refuses a deed that leaves a closed state, unless it is named as one that reopens', () => {
    const deeds = { back: { from: ['b'], to: ['a'] } } as const
    expect(() => defineMachine({ ...base, deeds })).toThrow('leaves the closed state b')
    expect(defineMachine({ ...base, deeds, reopens: ['back'] }).reopens).toEqual(['back'])
  })
})

describe.each(programmeCases)('the machine of $programme', ({ machine }: { machine: Machine }) => {
  const deeds = Object.keys(machine.deeds)

  it('leaves a closed state only by reopening and never leads to one that is not in the table', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 60 }), (choices) => {
        let status = machine.initial
        for (const [pick, where] of choices) {
          const open = deedsFrom(machine, status)
          if (isClosed(machine, status)) expect(open).toEqual(open.filter((deed) => machine.reopens?.includes(deed)))
          const deed = open[pick % Math.max(1, open.length)]
          if (!deed) break
          const to = machine.deeds[deed]?.to ?? []
          status = to[where % to.length] ?? status
          expect(machine.states).toContain(status)
        }
      }),
    )
  })

  it('goes nowhere by a deed, a state or a target that the table does not name', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom(...machine.states),
        fc.constantFrom(...machine.states),
        (deed, from, to) => {
          const named =
            deeds.includes(deed) && machine.deeds[deed]?.from.includes(from) && machine.deeds[deed]?.to.includes(to)
          expect(canGo(machine, deed, from, to)).toBe(Boolean(named))
        },
      ),
    )
  })

  it('is drawn in docs/architecture.md as it is', () => {
    const text = readFileSync(join(import.meta.dirname, '../../docs/architecture.md'), 'utf8')
    expect(text).toContain(toMermaid(machine))
  })

  it.each(['__proto__', 'constructor', 'toString'])('knows no deed called %s', (deed) => {
    expect(canGo(machine, deed, machine.initial, machine.initial)).toBe(false)
  })

  it('can reach every state from the first, and from every open state an end', () => {
    const next = (from: string) => deedsFrom(machine, from).flatMap((deed) => [...(machine.deeds[deed]?.to ?? [])])
    const reach = (from: string) => {
      const seen = new Set([from])
      for (const state of seen) for (const to of next(state)) seen.add(to)
      return seen
    }
    expect([...reach(machine.initial)].sort()).toEqual([...machine.states].sort())
    for (const state of machine.states) {
      expect(
        [...reach(state)].some((end) => isClosed(machine, end)),
        state,
      ).toBe(true)
    }
  })
})

it('counts a draft as not yet live', () => expect(liveGrantStatuses).not.toContain('draft'))
