import { sessionOf } from './database'
import { benchInTurns } from './in-turns'

/** Communities and their forums at 10,000 cases with 130 locations, and at 1,000,000 cases with 5,000. */
const sizes = process.argv[2]?.split(',').map(Number) ?? [10_000, 1_000_000]

await benchInTurns({
  sizes,
  seed: 'bench_communities',
  what: 'cases',
  pages: [
    ['officer', 'Concerns', '/forums/concerns'],
    ['officer', 'Concerns, in progress', '/forums/concerns?status=in_progress'],
    ['officer', 'Concerns of a forum', '/forums/concerns?forum=:forum'],
    ['policingmanager', 'Concerns, all teams', '/forums/concerns'],
    ['officer', 'A concern', '/forums/concerns/:concern'],
    ['policingsupervisor', 'Actions, overdue', '/forums/actions?which=overdue'],
    ['policingsupervisor', 'My work', '/'],
    ['officer', 'A forum', '/forums/:forum'],
    ['policingmanager', 'Figures of a year', '/reports/policing'],
    ['manager', 'Communities', '/communities'],
    ['manager', 'A sub-district', '/communities/IQG01Q01N03'],
    ['manager', 'A district', '/communities/IQG01Q01'],
  ],
  proofOf: async (sql, part) => ({ cookie: await sessionOf(sql, part) }),
  async given(sql) {
    const [row] = await sql<{ forum: string; concern: string }[]>`
      select n.forum_id as forum, n.case_id as concern from concerns n join cases c on c.id = n.case_id join teams t on t.id = c.team_id
      where t.name_en = 'Falluja' and c.status = 'in_progress' order by n.case_id desc offset 20 limit 1`
    return { ...row }
  },
})
