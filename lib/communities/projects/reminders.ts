import { sql } from 'drizzle-orm'
import { withSystem } from '../../../db/client'
import { holdersOf, notify } from '../../cases/notify'
import type { Hand } from '../../commands/command'
import { baghdadDay } from '../../format'
import { newId } from '../../ids'
import { remindDays } from './domain'

type Ending = { id: string; reference: string; team_id: string; created_by: string }

/**
 * Tells the supervisors of a project's team and who wrote it down, once, that the contractor's liability ends in 30 days or less.
 * Several processes at once take different rows. Answers how many projects were told of.
 */
export function remindOfLiability(now = new Date()): Promise<number> {
  return withSystem('liability that ends', async (tx) => {
    const context: Hand = { tx, actor: null, now, commandId: newId(now) }
    const rows = await tx.execute<Ending>(sql`
      update projects set liability_told_at = app_now(), version = version + 1 where id in (
        select id from projects where status = 'liability_period' and liability_told_at is null
          and liability_ends_on <= ${baghdadDay(now)}::date + ${remindDays}::integer
        order by liability_ends_on limit 100 for update skip locked)
      returning id, reference, team_id, created_by`)
    for (const project of rows) {
      const supervisors = await holdersOf(context, 'supervisor', { teamId: project.team_id })
      const data = { reference: project.reference, projectId: project.id }
      await notify(context, [...supervisors, project.created_by], 'liability_ending', null, data)
    }
    return rows.length
  })
}
