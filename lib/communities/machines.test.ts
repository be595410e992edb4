import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type Machine, toMermaid } from '../cases/machine'
import { needMachine } from './needs/machine'
import { planMachine } from './plans/machine'
import { amountOf } from './projects/domain'
import { projectMachine } from './projects/machine'

const machines: Machine[] = [planMachine, needMachine, projectMachine]

it.each(machines)('$name is drawn in docs/architecture.md as it is', (machine) => {
  const text = readFileSync(join(import.meta.dirname, '../../docs/architecture.md'), 'utf8')
  expect(text).toContain(toMermaid(machine))
})

it('prices a line exactly, also where a float would not', () => {
  expect(amountOf({ quantityThousandths: 120_500, unitPriceMinor: 40_000_000 })).toBe(4_820_000_000)
  expect(amountOf({ quantityThousandths: 1, unitPriceMinor: 499 })).toBe(0)
  expect(amountOf({ quantityThousandths: 1, unitPriceMinor: 500 })).toBe(1)
  expect(amountOf({ quantityThousandths: 999_999_999, unitPriceMinor: 99_999_999 })).toBe(99_999_998_900_000)
})
