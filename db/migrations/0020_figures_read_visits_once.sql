-- The latest visit's jobs without putting all visits in order: there are four months at most, and the last three are named.
create or replace view grant_facts with (security_barrier) as
  select g.case_id, g.funding_round_id, r.code as round_code, c.district_pcode, c.team_id, c.status, c.reference,
    f.submitted_on, s.selected_on, f.sex, f.age_band, f.displacement, f.has_disability, g.currency, g.amount_minor,
    coalesce(l.committed, 0) as committed_minor, coalesce(l.released, 0) as released_minor, coalesce(l.spent, 0) as spent_minor,
    v.business_3, v.business_6, v.business_12,
    case when s.case_id is not null then b.jobs_planned_women_full + b.jobs_planned_women_part end as planned_women,
    case when s.case_id is not null then b.jobs_planned_men_full + b.jobs_planned_men_part end as planned_men,
    v.jobs_women, v.jobs_men
  from grants g
  join cases c on c.id = g.case_id
  join grant_profiles f on f.case_id = g.case_id
  join funding_rounds r on r.id = g.funding_round_id
  left join round_selections s on s.case_id = g.case_id
  left join business_plans b on b.case_id = g.case_id
  left join (select case_id, sum(committed_minor)::bigint as committed, sum(released_minor)::bigint as released, sum(spent_minor)::bigint as spent
    from ledger_entries where case_id is not null group by case_id) l on l.case_id = g.case_id
  left join (select case_id, max(business) filter (where month = 3) as business_3, max(business) filter (where month = 6) as business_6,
      max(business) filter (where month = 12) as business_12,
      coalesce(max(jobs_women_full + jobs_women_part) filter (where month = 12), max(jobs_women_full + jobs_women_part) filter (where month = 6),
        max(jobs_women_full + jobs_women_part) filter (where month = 3), max(jobs_women_full + jobs_women_part)) as jobs_women,
      coalesce(max(jobs_men_full + jobs_men_part) filter (where month = 12), max(jobs_men_full + jobs_men_part) filter (where month = 6),
        max(jobs_men_full + jobs_men_part) filter (where month = 3), max(jobs_men_full + jobs_men_part)) as jobs_men
    from monitoring_visits where visited_on is not null group by case_id) v on v.case_id = g.case_id
  where 'livelihoods' = any ((select app_programmes())::text[]) and (
    (select app_is('analyst')) or (select app_is('programme_manager'))
    or ((select app_is('supervisor')) and c.team_id = any ((select app_teams())::uuid[])));
