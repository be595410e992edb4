/** Which share of the cases stands where, and the way that led there. */
const ways: [status: string, share: number, deeds: [deed: string, to: string][]][] = (() => {
  const submit: [string, string] = ['submit', 'submitted']
  const start: [string, string] = ['start_screening', 'screening']
  const screened: [string, string] = ['record_screening', 'verification']
  const visited: [string, string] = ['record_verification', 'training']
  const trained: [string, string] = ['complete_training', 'business_plan']
  const planned: [string, string] = ['complete_plan', 'committee_review']
  const recommended: [string, string] = ['record_committee', 'pending_approval_1']
  const plan = [submit, start, screened, visited, trained]
  const whole = [...plan, planned, recommended]
  const approved: [string, string][] = [...whole, ['decide_first', 'approved']]
  const signed: [string, string][] = [...approved, ['sign_agreement', 'agreement_signed']]
  const paying: [string, string][] = [...signed, ['start_disbursing', 'disbursing']]
  return [
    ['draft', 8, []],
    ['submitted', 6, [submit]],
    ['screening', 4, [submit, start]],
    ['verification', 8, [submit, start, screened]],
    ['training', 5, [submit, start, screened, visited]],
    ['business_plan', 6, plan],
    ['committee_review', 4, [...plan, planned]],
    ['waitlisted', 2, [...plan, planned, ['record_committee', 'waitlisted']]],
    ['pending_approval_1', 6, whole],
    ['pending_approval_2', 2, [...whole, ['decide_first', 'pending_approval_2']]],
    ['returned', 3, [submit, start, screened, ['record_verification', 'returned']]],
    ['approved', 5, approved],
    ['agreement_signed', 3, signed],
    ['disbursing', 12, paying],
    ['monitoring', 14, [...paying, ['start_monitoring', 'monitoring']]],
    ['rejected', 5, [...whole, ['decide_first', 'rejected']]],
    ['ineligible', 4, [submit, start, ['record_screening', 'ineligible']]],
    ['withdrawn', 2, [submit, ['withdraw', 'withdrawn']]],
    ['cancelled', 1, [submit, ['cancel', 'cancelled']]],
  ]
})()

const ended = "('completed','ineligible','rejected','withdrawn','cancelled')"
const selected = "('approved','agreement_signed','disbursing','monitoring')"
/** One in a thousand is of a rare kind, by which a list is narrowed. */
const displacement =
  "case when i % 1000 = 0 then 'refugee_asylum_seeker' else (array['returnee','idp_in_camp','idp_out_of_camp','host_community'])[1 + i % 4] end"
const withDeed = (deed: string) =>
  `c.status in (${ways
    .filter(([, , deeds]) => deeds.some(([name]) => name === deed))
    .map(([status]) => `'${status}'`)
    .join(',')})`

/** Copies a table's one template row to every case that has come so far, under its own ids. */
function copied(
  table: string,
  keys: Record<string, string>,
  columns: string[],
  template: string,
  where: string,
): string {
  const names = [...Object.keys(keys), ...columns].join(', ')
  const values = [...Object.values(keys), ...columns.map((name) => `t.${name}`)].join(', ')
  return `insert into ${table} (${names}) select ${values} from bench_cases c, ${table} t
    where t.case_id = '${template}' and ${where}`
}

/** The statements that make households, cases and what hangs on them out of `bench_rows`, each with a name. */
export function restOfCases(template: string, roundId: string, count: number): [string, string][] {
  let from = 0
  const shares = ways.map(([status, share]) => {
    from += share
    return `when (hashint4(i) & 2147483647) % 100 < ${from} then '${status}'`
  })
  const steps = ways.flatMap(([status, , deeds]) =>
    deeds.map(([deed, to], at) => `('${status}', ${at + 1}, '${deed}', '${deeds[at - 1]?.[1] ?? 'draft'}', '${to}')`),
  )
  // 50,000 cases a year, up to now.
  const openedAt = `now() - interval '1 hour' - (${count} - i) * interval '631 seconds'`
  const reviewed = { id: 'uuidv7()', case_id: 'c.case_id' }
  return [
    ['way', `create temp table bench_steps (status text, n int, deed text, from_status text, to_status text)`],
    ['way', `insert into bench_steps values ${steps.join(', ')}`],
    [
      'cases of the bench',
      `create unlogged table bench_cases as select r.*, uuidv7() as household_id,
        uuidv7((${openedAt}) - clock_timestamp()) as case_id, case ${shares.join(' ')} end as status, ${openedAt} as opened_at
        from bench_rows r`,
    ],
    [
      'households',
      `insert into households (id, head_person_id, team_id, created_by) select household_id, person_id, team_id, caseworker_id from bench_cases`,
    ],
    [
      'members',
      `insert into household_members (id, household_id, person_id, relationship, from_on) select uuidv7(), household_id, person_id, 'head', '2020-01-01' from bench_cases`,
    ],
    [
      'displacements',
      `insert into displacements (id, person_id, status, from_on, recorded_by)
        select uuidv7(), person_id, ${displacement}, '2017-05-01', caseworker_id from bench_cases`,
    ],
    [
      'consents',
      `insert into consents (id, person_id, purpose, text_version, language, method, given_on, expires_on, recorded_by)
        select uuidv7(), person_id, 'livelihood_grant', '2026-1', 'ar', 'signed', '2026-01-01', '2099-01-01', caseworker_id from bench_cases`,
    ],
    [
      'cases',
      `insert into cases (id, reference, programme, status, caseworker_id, team_id, district_pcode, location_pcode, due_on, opened_at, status_at, closed_at, created_by, version)
        select case_id, 'GRT-' || 2000 + i / 50000 || '-' || lpad((i % 50000)::text, 5, '0'), 'livelihoods', status, caseworker_id, team_id, district, place,
          case when status in ${ended} then null else (opened_at + interval '30 days')::date end,
          opened_at, opened_at + interval '20 days', case when status in ${ended} then opened_at + interval '20 days' end,
          caseworker_id, 1 + (select count(*) from bench_steps s where s.status = bench_cases.status) from bench_cases`,
    ],
    [
      'hands',
      `insert into case_assignments (id, case_id, caseworker_id, team_id, assigned_by, from_at) select uuidv7(), case_id, caseworker_id, team_id, caseworker_id, opened_at from bench_cases`,
    ],
    [
      'events',
      `insert into case_events (id, case_id, kind, from_status, to_status, actor_id, at, version, data)
        select uuidv7(opened_at - clock_timestamp()), case_id, 'created', null, 'draft', caseworker_id, opened_at, 1, '{}'::jsonb from bench_cases
        union all select uuidv7(opened_at + s.n * interval '3 days' - clock_timestamp()), case_id, 'moved', s.from_status, s.to_status, caseworker_id,
          opened_at + s.n * interval '3 days', s.n + 1, jsonb_build_object('deed', s.deed) from bench_cases c join bench_steps s on s.status = c.status`,
    ],
    [
      'grants',
      `insert into grants (case_id, person_id, household_id, funding_round_id, form, amount_minor, currency, sector, business_kind, business_name, purpose,
          monthly_income_minor, dependants, years_of_experience, budget_line_id, submitted_by, submitted_at, is_live)
        select c.case_id, c.person_id, c.household_id, '${roundId}', t.form, t.amount_minor, t.currency, t.sector, t.business_kind, t.business_name, t.purpose,
          t.monthly_income_minor, t.dependants, t.years_of_experience, t.budget_line_id, case when c.status <> 'draft' then c.caseworker_id end,
          case when c.status <> 'draft' then c.opened_at end, c.status <> 'draft' and c.status not in ${ended} from bench_cases c, grants t where t.case_id = '${template}'`,
    ],
    [
      'profiles',
      `insert into grant_profiles (case_id, funding_round_id, status, team_id, district_pcode, sex, age_band, displacement, has_disability, submitted_on, currency)
        select case_id, '${roundId}', status, team_id, district, case when i % 3 = 0 then 'female' else 'male' end, case when i % 97 = 0 then '60+' else '18-59' end,
          ${displacement}, i % 11 = 0, opened_at::date, 'IQD'
        from bench_cases where status <> 'draft'`,
    ],
    [
      'screenings',
      copied(
        'grant_screenings',
        { ...reviewed, screened_by: 'c.caseworker_id', screened_at: 'c.opened_at' },
        ['round', 'rules_version', 'rules', 'is_eligible', 'score_version', 'score', 'score_lines'],
        template,
        withDeed('record_screening'),
      ),
    ],
    [
      'visits',
      copied(
        'grant_verifications',
        { ...reviewed, verified_by: 'c.caseworker_id', verified_at: 'c.opened_at' },
        ['round', 'visited_on', 'place', 'findings', 'is_confirmed'],
        template,
        withDeed('record_verification'),
      ),
    ],
    [
      'plans',
      copied(
        'business_plans',
        { case_id: 'c.case_id', saved_by: 'c.caseworker_id', saved_at: 'c.opened_at' },
        [
          'description',
          'own_contribution_minor',
          'market',
          'jobs_now_men_full',
          'jobs_planned_women_full',
          'jobs_planned_men_full',
          'expected_monthly_profit_minor',
        ],
        template,
        withDeed('complete_plan'),
      ),
    ],
    [
      'budgets',
      copied(
        'business_plan_lines',
        reviewed,
        ['position', 'item', 'quantity', 'unit_price_minor'],
        template,
        withDeed('complete_plan'),
      ),
    ],
    [
      'cash flows',
      copied(
        'business_plan_months',
        { case_id: 'c.case_id' },
        ['month', 'income_minor', 'cost_minor'],
        template,
        withDeed('complete_plan'),
      ),
    ],
    [
      'milestones',
      copied(
        'business_plan_milestones',
        reviewed,
        ['position', 'title', 'evidence', 'due_month'],
        template,
        withDeed('complete_plan'),
      ),
    ],
    [
      'committee',
      copied(
        'committee_items',
        reviewed,
        [
          'meeting_id',
          'round',
          'outcome',
          'reason',
          'mean_hundredths',
          'spread',
          'scored_by',
          'recorded_by',
          'recorded_at',
        ],
        template,
        withDeed('record_committee'),
      ),
    ],
    [
      'selections',
      `insert into round_selections (case_id, funding_round_id, sex, age_band, displacement, has_disability, district_pcode, selected_on)
        select case_id, '${roundId}', case when i % 3 = 0 then 'female' else 'male' end, case when i % 97 = 0 then '60+' else '18-59' end,
          ${displacement}, i % 11 = 0, district, opened_at::date
        from bench_cases where status in ${selected}`,
    ],
    [
      'ledger',
      `insert into ledger_entries (line_id, kind, committed_minor, case_id, reference, at)
        select t.budget_line_id, 'commit', t.amount_minor, c.case_id, 'GRT-' || c.i, c.opened_at from bench_cases c, grants t
        where t.case_id = '${template}' and c.status in ${selected}`,
    ],
    [
      'balance',
      `update budget_lines l set committed_minor = s.sum, allocated_minor = s.sum * 2 from (select line_id, sum(committed_minor) as sum from ledger_entries
        group by line_id) s where s.line_id = l.id`,
    ],
    [
      'tranches',
      `insert into tranches (id, case_id, number, reference, budget_line_id, amount_minor, currency, form, planned_on, status, channel, payee_name, payee_account,
          requested_by, authorised_by, created_by)
        select uuidv7(), c.case_id, n, 'GRT-' || c.i || '/' || n, t.budget_line_id, t.amount_minor / 2, 'IQD', 'cash', '2026-03-01',
          case when c.status = 'monitoring' then 'receipt_confirmed' when n = 1 then 'authorised' else 'scheduled' end, 'mobile_wallet', 'محمد علي حسين العيساوي',
          '0770' || lpad(c.i::text, 7, '0'), c.caseworker_id, (select user_id from user_roles where role = 'finance_officer' order by user_id limit 1), c.caseworker_id
        from bench_cases c, grants t, generate_series(1, 2) n where t.case_id = '${template}' and c.status in ('disbursing', 'monitoring')`,
    ],
    [
      'visits',
      `insert into monitoring_visits (id, case_id, month, due_on, is_in_sample, visited_on, visited_by, received, business, jobs_women_full, jobs_women_part,
          jobs_men_full, jobs_men_part, satisfaction, has_safety_issue)
        select uuidv7(), case_id, m, due, true, v.on, caseworker_id, 'full', case when i % 7 = 0 then 'closed' else 'operating' end, i % 2, 0, 1, i % 3, 4, false
        from (select *, (opened_at + m * interval '30 days')::date as due from bench_cases, unnest(array[1, 3, 6, 12]) m where status = 'monitoring') b
        cross join lateral (select b.due as on where b.due < current_date and b.m <= 6) v
        union all
        select uuidv7(), case_id, m, (opened_at + m * interval '30 days')::date, true, null, null, null, null, null, null, null, null, null, null
        from bench_cases, unnest(array[1, 3, 6, 12]) m where status = 'monitoring' and (m = 12 or opened_at + m * interval '30 days' >= current_date)`,
    ],
    [
      'decisions',
      `insert into grant_decisions (id, case_id, round, stage, outcome, reason, shown_hash, shown, decided_by, decided_at)
        select uuidv7(), case_id, 1, 1, case when status = 'rejected' then 'reject' else 'approve' end, 'Looked at all of it.', 'x', '{}', caseworker_id, opened_at
        from bench_cases c where ${withDeed('decide_first')}`,
    ],
    [
      'notes',
      `insert into notes (id, case_id, body, author_id, at) select uuidv7(), case_id, 'Called; comes on Sunday with the papers.', caseworker_id, opened_at from bench_cases where i % 2 = 0`,
    ],
    [
      'tasks',
      `insert into tasks (id, case_id, title, assignee_id, due_on, created_by, created_at)
        select uuidv7(), case_id, 'Call the applicant', caseworker_id, (opened_at + interval '9 days')::date, caseworker_id, opened_at from bench_cases where i % 5 = 0`,
    ],
    ['figures', `select figures_rebuild()`],
  ]
}
