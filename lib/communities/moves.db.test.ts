import { expect, it } from 'vitest'
import { ownerSql } from '../../db/testing'
import type { Machine } from '../cases/machine'
import { needMachine } from './needs/machine'
import { planMachine } from './plans/machine'
import { projectMachine } from './projects/machine'

const machines: Machine[] = [planMachine, needMachine, projectMachine]

it.each(machines)('the database moves a $name as its machine says', async (machine) => {
  const rows = await ownerSql()`select from_status, to_status from machine_moves where machine = ${machine.name}`
  const kept = rows.map((row) => `${row.from_status} → ${row.to_status}`)
  const named = Object.values(machine.deeds).flatMap(({ from, to }) =>
    from.flatMap((a) => to.map((b) => `${a} → ${b}`)),
  )
  expect(kept.sort()).toEqual([...new Set(named)].sort())
})
