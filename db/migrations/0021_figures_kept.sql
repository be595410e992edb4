-- The figures of a hundred thousand applications took one to two seconds, the fairness of a round a tenth of one: both joined and counted every
-- application. What has come of an application now stands in its profile, and what profiles add up to in totals by team, round and month.
CREATE TABLE "figure_changes" (
	"team_id" uuid NOT NULL,
	"funding_round_id" uuid NOT NULL,
	"month" date NOT NULL,
	"district_pcode" text NOT NULL,
	"sex" text NOT NULL,
	"age_band" text NOT NULL,
	"displacement" text NOT NULL,
	"disability" text NOT NULL,
	"applications" bigint NOT NULL,
	"reached" bigint NOT NULL,
	"chosen" bigint NOT NULL,
	"approvals" bigint NOT NULL,
	"committed_iqd" bigint NOT NULL,
	"committed_usd" bigint NOT NULL,
	"released_iqd" bigint NOT NULL,
	"released_usd" bigint NOT NULL,
	"spent_iqd" bigint NOT NULL,
	"spent_usd" bigint NOT NULL,
	"visited_3" bigint NOT NULL,
	"operating_3" bigint NOT NULL,
	"visited_6" bigint NOT NULL,
	"operating_6" bigint NOT NULL,
	"visited_12" bigint NOT NULL,
	"operating_12" bigint NOT NULL,
	"planned_women" bigint NOT NULL,
	"planned_men" bigint NOT NULL,
	"jobs_women" bigint NOT NULL,
	"jobs_men" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "figure_totals" (
	"team_id" uuid NOT NULL,
	"funding_round_id" uuid NOT NULL,
	"month" date NOT NULL,
	"dimension" text NOT NULL,
	"value" text NOT NULL,
	"applications" bigint NOT NULL,
	"reached" bigint NOT NULL,
	"chosen" bigint NOT NULL,
	"approvals" bigint NOT NULL,
	"committed_iqd" bigint NOT NULL,
	"committed_usd" bigint NOT NULL,
	"released_iqd" bigint NOT NULL,
	"released_usd" bigint NOT NULL,
	"spent_iqd" bigint NOT NULL,
	"spent_usd" bigint NOT NULL,
	"visited_3" bigint NOT NULL,
	"operating_3" bigint NOT NULL,
	"visited_6" bigint NOT NULL,
	"operating_6" bigint NOT NULL,
	"visited_12" bigint NOT NULL,
	"operating_12" bigint NOT NULL,
	"planned_women" bigint NOT NULL,
	"planned_men" bigint NOT NULL,
	"jobs_women" bigint NOT NULL,
	"jobs_men" bigint NOT NULL,
	CONSTRAINT "figure_totals_team_id_funding_round_id_month_dimension_value_pk" PRIMARY KEY("team_id","funding_round_id","month","dimension","value")
);
--> statement-breakpoint
DROP INDEX "grant_profiles_of_round";--> statement-breakpoint
ALTER TABLE "grant_profiles" ADD COLUMN "currency" text;--> statement-breakpoint
update grant_profiles f set currency = g.currency from grants g where g.case_id = f.case_id;--> statement-breakpoint
ALTER TABLE "grant_profiles" ALTER COLUMN "currency" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "grant_profiles" ADD COLUMN "selected_on" date;--> statement-breakpoint
ALTER TABLE "grant_profiles" ADD COLUMN "committed_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "grant_profiles" ADD COLUMN "released_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "grant_profiles" ADD COLUMN "spent_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "grant_profiles" ADD COLUMN "business_3" text;--> statement-breakpoint
ALTER TABLE "grant_profiles" ADD COLUMN "business_6" text;--> statement-breakpoint
ALTER TABLE "grant_profiles" ADD COLUMN "business_12" text;--> statement-breakpoint
ALTER TABLE "grant_profiles" ADD COLUMN "planned_women" integer;--> statement-breakpoint
ALTER TABLE "grant_profiles" ADD COLUMN "planned_men" integer;--> statement-breakpoint
ALTER TABLE "grant_profiles" ADD COLUMN "jobs_women" integer;--> statement-breakpoint
ALTER TABLE "grant_profiles" ADD COLUMN "jobs_men" integer;--> statement-breakpoint
ALTER TABLE "figure_changes" ADD CONSTRAINT "figure_changes_funding_round_id_funding_rounds_id_fk" FOREIGN KEY ("funding_round_id") REFERENCES "public"."funding_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_totals" ADD CONSTRAINT "figure_totals_funding_round_id_funding_rounds_id_fk" FOREIGN KEY ("funding_round_id") REFERENCES "public"."funding_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "grant_profiles_of_status" ON "grant_profiles" USING btree ("funding_round_id","status","case_id");--> statement-breakpoint
CREATE INDEX "grant_profiles_of_team" ON "grant_profiles" USING btree ("team_id","case_id");--> statement-breakpoint
CREATE INDEX "grant_profiles_of_district" ON "grant_profiles" USING btree ("district_pcode","case_id");--> statement-breakpoint
CREATE INDEX "grant_profiles_of_displacement" ON "grant_profiles" USING btree ("displacement","case_id");--> statement-breakpoint
CREATE INDEX "grant_profiles_of_age" ON "grant_profiles" USING btree ("age_band","case_id");--> statement-breakpoint
CREATE INDEX "grant_profiles_of_disability" ON "grant_profiles" USING btree ("has_disability","case_id");--> statement-breakpoint
CREATE INDEX "grant_profiles_of_day" ON "grant_profiles" USING btree ("submitted_on");--> statement-breakpoint
CREATE INDEX "grant_profiles_of_round" ON "grant_profiles" USING btree ("funding_round_id","case_id");
--> statement-breakpoint
-- What has come of a grant, from where it is written: the one definition of what the profiles copy.
create view grant_counted as
  select g.case_id, g.currency, s.selected_on,
    coalesce(l.committed, 0) as committed_minor, coalesce(l.released, 0) as released_minor, coalesce(l.spent, 0) as spent_minor,
    v.business_3, v.business_6, v.business_12,
    case when s.case_id is not null then (b.jobs_planned_women_full + b.jobs_planned_women_part)::integer end as planned_women,
    case when s.case_id is not null then (b.jobs_planned_men_full + b.jobs_planned_men_part)::integer end as planned_men,
    v.jobs_women, v.jobs_men
  from grants g
  left join round_selections s on s.case_id = g.case_id
  left join business_plans b on b.case_id = g.case_id
  cross join lateral (select sum(e.committed_minor)::bigint as committed, sum(e.released_minor)::bigint as released, sum(e.spent_minor)::bigint as spent
    from ledger_entries e where e.case_id = g.case_id) l
  cross join lateral (select max(m.business) filter (where m.month = 3) as business_3, max(m.business) filter (where m.month = 6) as business_6,
      max(m.business) filter (where m.month = 12) as business_12,
      (array_agg(m.jobs_women_full + m.jobs_women_part order by m.month desc) filter (where m.jobs_women_full + m.jobs_women_part is not null))[1]::integer as jobs_women,
      (array_agg(m.jobs_men_full + m.jobs_men_part order by m.month desc) filter (where m.jobs_men_full + m.jobs_men_part is not null))[1]::integer as jobs_men
    from monitoring_visits m where m.case_id = g.case_id and m.visited_on is not null) v;
--> statement-breakpoint
-- What one application adds to the figures, or takes off them with a sign of -1: the one definition of what is counted.
create function figure_part(f grant_profiles, p_sign integer) returns setof figure_changes language sql immutable as $$
  select f.team_id, f.funding_round_id, date_trunc('month', f.submitted_on::timestamp)::date, f.district_pcode, f.sex, f.age_band, f.displacement,
    case when f.has_disability then 'yes' else 'no' end,
    p_sign::bigint,
    p_sign * (f.status in ('committee_review', 'waitlisted', 'pending_approval_1', 'pending_approval_2', 'approved', 'agreement_signed',
      'disbursing', 'suspended', 'monitoring', 'completed', 'rejected'))::integer::bigint,
    p_sign * (f.status in ('pending_approval_1', 'pending_approval_2', 'approved', 'agreement_signed', 'disbursing', 'suspended',
      'monitoring', 'completed'))::integer::bigint,
    p_sign * (f.selected_on is not null)::integer::bigint,
    p_sign * case f.currency when 'IQD' then f.committed_minor else 0 end, p_sign * case f.currency when 'USD' then f.committed_minor else 0 end,
    p_sign * case f.currency when 'IQD' then f.released_minor else 0 end, p_sign * case f.currency when 'USD' then f.released_minor else 0 end,
    p_sign * case f.currency when 'IQD' then f.spent_minor else 0 end, p_sign * case f.currency when 'USD' then f.spent_minor else 0 end,
    p_sign * (f.business_3 is not null)::integer::bigint, p_sign * coalesce(f.business_3 = 'operating', false)::integer::bigint,
    p_sign * (f.business_6 is not null)::integer::bigint, p_sign * coalesce(f.business_6 = 'operating', false)::integer::bigint,
    p_sign * (f.business_12 is not null)::integer::bigint, p_sign * coalesce(f.business_12 = 'operating', false)::integer::bigint,
    p_sign * coalesce(f.planned_women, 0)::bigint, p_sign * coalesce(f.planned_men, 0)::bigint,
    p_sign * coalesce(f.jobs_women, 0)::bigint, p_sign * coalesce(f.jobs_men, 0)::bigint $$;
--> statement-breakpoint
create function figures_follow() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'INSERT' then
    insert into figure_changes select p.* from figure_part(new, 1) p;
  else
    -- Both or neither: what a change leaves as it was cancels out.
    insert into figure_changes select k.* from (select p.* from figure_part(old, -1) p union all select p.* from figure_part(new, 1) p) k
      where exists (select p.* from figure_part(old, 1) p except select p.* from figure_part(new, 1) p);
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger figures_follow after insert or update on grant_profiles for each row execute function figures_follow();
--> statement-breakpoint
-- Brings one profile up to date. Locked first and counted by a statement of its own: who had to wait counts what the other has written.
create function profile_counts(p_case uuid) returns void language plpgsql security definer set search_path = public as $$
begin
  perform from grant_profiles where case_id = p_case for no key update;
  if not found then return; end if;
  update grant_profiles f set currency = n.currency, selected_on = n.selected_on, committed_minor = n.committed_minor, released_minor = n.released_minor,
      spent_minor = n.spent_minor, business_3 = n.business_3, business_6 = n.business_6, business_12 = n.business_12,
      planned_women = n.planned_women, planned_men = n.planned_men, jobs_women = n.jobs_women, jobs_men = n.jobs_men
    from grant_counted n where f.case_id = p_case and n.case_id = p_case
      and (f.currency, f.selected_on, f.committed_minor, f.released_minor, f.spent_minor, f.business_3, f.business_6, f.business_12,
        f.planned_women, f.planned_men, f.jobs_women, f.jobs_men)
      is distinct from (n.currency, n.selected_on, n.committed_minor, n.released_minor, n.spent_minor, n.business_3, n.business_6, n.business_12,
        n.planned_women, n.planned_men, n.jobs_women, n.jobs_men);
end $$;
--> statement-breakpoint
create function counts_follow() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform profile_counts(case when tg_op = 'DELETE' then old.case_id else new.case_id end);
  return null;
end $$;
--> statement-breakpoint
create trigger counts after insert or update or delete on round_selections for each row execute function counts_follow();
--> statement-breakpoint
create trigger counts after insert on ledger_entries for each row when (new.case_id is not null) execute function counts_follow();
--> statement-breakpoint
create trigger counts after insert or update of visited_on, business, jobs_women_full, jobs_women_part, jobs_men_full, jobs_men_part
  on monitoring_visits for each row when (new.visited_on is not null) execute function counts_follow();
--> statement-breakpoint
create trigger counts after insert or update of jobs_planned_women_full, jobs_planned_women_part, jobs_planned_men_full, jobs_planned_men_part
  on business_plans for each row execute function counts_follow();
--> statement-breakpoint
create trigger counts after update of currency on grants for each row when (new.currency is distinct from old.currency) execute function counts_follow();
--> statement-breakpoint
create or replace function profile_follows() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into grant_profiles (case_id, funding_round_id, status, team_id, district_pcode, sex, age_band, displacement, has_disability, submitted_on, currency)
    select g.case_id, g.funding_round_id, new.status, new.team_id, new.district_pcode, p.sex, age_band(p.birth_on, app_today()),
      displacement_on(p.id, app_today()), has_disability(p.id, app_today()), app_today(), g.currency
    from grants g join people p on p.id = g.person_id where g.case_id = new.id on conflict do nothing;
  return null;
end $$;
--> statement-breakpoint
-- Adds the changes up into the totals, for each team and for all, when there are so many; one at a time, the second has nothing to do.
-- What is taken and what is added is one statement: who reads meanwhile sees it once, before or after. Answers how many there were.
create function figures_fold(p_least integer) returns integer language plpgsql security definer set search_path = public as $$
declare v_taken integer;
begin
  if (select count(*) from (select from figure_changes limit p_least) few) < p_least
    or not pg_try_advisory_xact_lock(hashtextextended('figures_fold', 0)) then return 0; end if;
  with taken as (delete from figure_changes returning *),
  sums as (
    select coalesce(team_id, '00000000-0000-0000-0000-000000000000'::uuid) as team_id, funding_round_id, month,
      case when grouping(sex) = 0 then 'sex' when grouping(age_band) = 0 then 'age_band' when grouping(displacement) = 0 then 'displacement'
        when grouping(disability) = 0 then 'disability' when grouping(district_pcode) = 0 then 'district' else 'all' end as dimension,
      coalesce(sex, age_band, displacement, disability, district_pcode, 'all') as value,
      sum(applications), sum(reached), sum(chosen), sum(approvals), sum(committed_iqd), sum(committed_usd),
      sum(released_iqd), sum(released_usd), sum(spent_iqd), sum(spent_usd), sum(visited_3), sum(operating_3),
      sum(visited_6), sum(operating_6), sum(visited_12), sum(operating_12), sum(planned_women), sum(planned_men),
      sum(jobs_women), sum(jobs_men)
    from taken
    group by funding_round_id, month, grouping sets ((team_id), ()),
      grouping sets ((), (sex), (age_band), (displacement), (disability), (district_pcode))),
  added as (
    insert into figure_totals as t select * from sums on conflict (team_id, funding_round_id, month, dimension, value) do update set
      applications = t.applications + excluded.applications, reached = t.reached + excluded.reached,
      chosen = t.chosen + excluded.chosen, approvals = t.approvals + excluded.approvals,
      committed_iqd = t.committed_iqd + excluded.committed_iqd,
      committed_usd = t.committed_usd + excluded.committed_usd, released_iqd = t.released_iqd + excluded.released_iqd,
      released_usd = t.released_usd + excluded.released_usd, spent_iqd = t.spent_iqd + excluded.spent_iqd,
      spent_usd = t.spent_usd + excluded.spent_usd, visited_3 = t.visited_3 + excluded.visited_3,
      operating_3 = t.operating_3 + excluded.operating_3, visited_6 = t.visited_6 + excluded.visited_6,
      operating_6 = t.operating_6 + excluded.operating_6, visited_12 = t.visited_12 + excluded.visited_12,
      operating_12 = t.operating_12 + excluded.operating_12, planned_women = t.planned_women + excluded.planned_women,
      planned_men = t.planned_men + excluded.planned_men, jobs_women = t.jobs_women + excluded.jobs_women,
      jobs_men = t.jobs_men + excluded.jobs_men)
  select count(*) into v_taken from taken;
  return v_taken;
end $$;
--> statement-breakpoint
-- Counts everything anew from where it is written. Nobody changes a grant meanwhile.
create function figures_rebuild() returns void language plpgsql security definer set search_path = public as $$
begin
  lock table grant_profiles in share row exclusive mode;
  perform pg_advisory_xact_lock(hashtextextended('figures_fold', 0));
  perform profile_counts(n.case_id) from grant_counted n join grant_profiles f on f.case_id = n.case_id
    where (f.currency, f.selected_on, f.committed_minor, f.released_minor, f.spent_minor, f.business_3, f.business_6, f.business_12,
      f.planned_women, f.planned_men, f.jobs_women, f.jobs_men)
    is distinct from (n.currency, n.selected_on, n.committed_minor, n.released_minor, n.spent_minor, n.business_3, n.business_6, n.business_12,
      n.planned_women, n.planned_men, n.jobs_women, n.jobs_men);
  delete from figure_changes;
  delete from figure_totals;
  insert into figure_changes select p.* from grant_profiles f cross join lateral figure_part(f, 1) p;
  perform figures_fold(1);
end $$;
--> statement-breakpoint
-- What the applications of some teams add up to, by round and each value of each dimension: whole months out of the totals, what has changed
-- since, and the days of a month that is only partly asked for one by one. Teams as they are in the totals: the id of zeros is all of them.
create function figure_rows(p_teams uuid[], p_round uuid, p_from date, p_to date) returns setof figure_totals
language plpgsql stable security definer set search_path = public as $$
declare
  v_all boolean := p_teams = '{00000000-0000-0000-0000-000000000000}';
  -- The whole months, from the first up to before the second; -infinity and infinity when no day is set.
  v_first date := case when p_from is null then '-infinity' else date_trunc('month', p_from + interval '1 month -1 day') end;
  v_end date := case when p_to is null then 'infinity' else date_trunc('month', p_to + interval '1 day') end;
  v_before daterange;
  v_after daterange;
begin
  if p_from > p_to then return; end if;
  if v_first >= v_end then
    v_first := 'infinity';
    v_before := daterange(p_from, p_to, '[]');
    v_after := 'empty';
  else
    v_before := case when p_from is null then 'empty' else daterange(p_from, v_first) end;
    v_after := case when p_to is null then 'empty' else daterange(v_end, p_to + 1) end;
  end if;
  return query
    with changed as (
      select c.* from figure_changes c where (v_all or c.team_id = any (p_teams)) and (p_round is null or c.funding_round_id = p_round)
        and c.month >= v_first and c.month < v_end
      union all
      select p.* from grant_profiles f cross join lateral figure_part(f, 1) p
      where (v_all or f.team_id = any (p_teams)) and (p_round is null or f.funding_round_id = p_round)
        and ((f.submitted_on >= lower(v_before) and f.submitted_on < upper(v_before)) or (f.submitted_on >= lower(v_after) and f.submitted_on < upper(v_after)))),
    parts as (
      select t.funding_round_id, t.dimension, t.value,
      t.applications, t.reached, t.chosen, t.approvals, t.committed_iqd, t.committed_usd, t.released_iqd,
      t.released_usd, t.spent_iqd, t.spent_usd, t.visited_3, t.operating_3, t.visited_6, t.operating_6, t.visited_12,
      t.operating_12, t.planned_women, t.planned_men, t.jobs_women, t.jobs_men
      from figure_totals t where t.team_id = any (p_teams) and (p_round is null or t.funding_round_id = p_round) and t.month >= v_first and t.month < v_end
      union all
      select c.funding_round_id,
        case when grouping(c.sex) = 0 then 'sex' when grouping(c.age_band) = 0 then 'age_band' when grouping(c.displacement) = 0 then 'displacement'
          when grouping(c.disability) = 0 then 'disability' when grouping(c.district_pcode) = 0 then 'district' else 'all' end,
        coalesce(c.sex, c.age_band, c.displacement, c.disability, c.district_pcode, 'all'),
      sum(c.applications), sum(c.reached), sum(c.chosen), sum(c.approvals), sum(c.committed_iqd),
      sum(c.committed_usd), sum(c.released_iqd), sum(c.released_usd), sum(c.spent_iqd), sum(c.spent_usd),
      sum(c.visited_3), sum(c.operating_3), sum(c.visited_6), sum(c.operating_6), sum(c.visited_12),
      sum(c.operating_12), sum(c.planned_women), sum(c.planned_men), sum(c.jobs_women), sum(c.jobs_men)
      from changed c
      group by c.funding_round_id, grouping sets ((), (c.sex), (c.age_band), (c.displacement), (c.disability), (c.district_pcode)))
    select null::uuid, p.funding_round_id, null::date, p.dimension, p.value,
      sum(p.applications)::bigint, sum(p.reached)::bigint, sum(p.chosen)::bigint, sum(p.approvals)::bigint,
      sum(p.committed_iqd)::bigint, sum(p.committed_usd)::bigint, sum(p.released_iqd)::bigint,
      sum(p.released_usd)::bigint, sum(p.spent_iqd)::bigint, sum(p.spent_usd)::bigint, sum(p.visited_3)::bigint,
      sum(p.operating_3)::bigint, sum(p.visited_6)::bigint, sum(p.operating_6)::bigint, sum(p.visited_12)::bigint,
      sum(p.operating_12)::bigint, sum(p.planned_women)::bigint, sum(p.planned_men)::bigint,
      sum(p.jobs_women)::bigint, sum(p.jobs_men)::bigint
    from parts p group by p.funding_round_id, p.dimension, p.value having sum(p.applications) > 0;
end $$;
--> statement-breakpoint
-- The figures for who may count: analysts and managers all, supervisors their teams', nobody else anything. Every dimension by value, the
-- rounds by their codes.
create function programme_figures(p_from date, p_to date, p_round text) returns setof figure_totals
language plpgsql stable security definer set search_path = public as $$
declare v_teams uuid[] := case when not 'livelihoods' = any (app_programmes()) then '{}'
  when app_is('analyst') or app_is('programme_manager') then '{00000000-0000-0000-0000-000000000000}'
  when app_is('supervisor') then app_teams() else '{}' end;
  v_round uuid;
begin
  if p_round is not null then
    select id into v_round from funding_rounds where code = p_round;
    if not found then return; end if;
  end if;
  return query
    with found as materialized (select * from figure_rows(v_teams, v_round, p_from, p_to)),
    named as (
      select f.dimension, f.value, f.applications, f.reached, f.chosen, f.approvals, f.committed_iqd, f.committed_usd, f.released_iqd,
        f.released_usd, f.spent_iqd, f.spent_usd, f.visited_3, f.operating_3, f.visited_6, f.operating_6,
        f.visited_12, f.operating_12, f.planned_women, f.planned_men, f.jobs_women, f.jobs_men from found f
      union all
      select 'round', r.code, f.applications, f.reached, f.chosen, f.approvals, f.committed_iqd, f.committed_usd, f.released_iqd,
        f.released_usd, f.spent_iqd, f.spent_usd, f.visited_3, f.operating_3, f.visited_6, f.operating_6,
        f.visited_12, f.operating_12, f.planned_women, f.planned_men, f.jobs_women, f.jobs_men
      from found f join funding_rounds r on r.id = f.funding_round_id where f.dimension = 'all')
    select null::uuid, null::uuid, null::date, p.dimension, p.value,
      sum(p.applications)::bigint, sum(p.reached)::bigint, sum(p.chosen)::bigint, sum(p.approvals)::bigint,
      sum(p.committed_iqd)::bigint, sum(p.committed_usd)::bigint, sum(p.released_iqd)::bigint,
      sum(p.released_usd)::bigint, sum(p.spent_iqd)::bigint, sum(p.spent_usd)::bigint, sum(p.visited_3)::bigint,
      sum(p.operating_3)::bigint, sum(p.visited_6)::bigint, sum(p.operating_6)::bigint, sum(p.visited_12)::bigint,
      sum(p.operating_12)::bigint, sum(p.planned_women)::bigint, sum(p.planned_men)::bigint,
      sum(p.jobs_women)::bigint, sum(p.jobs_men)::bigint
    from named p group by p.dimension, p.value order by p.dimension, p.value;
end $$;
--> statement-breakpoint
create or replace function round_fairness(p_round uuid) returns table (dimension text, value text, applied integer, reached integer, chosen integer)
language plpgsql stable security definer set search_path = public as $$
declare v_teams uuid[] := case when not 'livelihoods' = any (app_programmes()) then '{}'
  when app_scope() = 'all' then '{00000000-0000-0000-0000-000000000000}' when app_scope() = 'team' then app_teams() else '{}' end;
begin
  return query select f.dimension, f.value, f.applications::integer, f.reached::integer, f.chosen::integer from figure_rows(v_teams, p_round, null, null) f;
end $$;
--> statement-breakpoint
-- The records behind a figure: past row-level security, for the same readers as the figures, without a name, a phone or a place finer than the district.
drop view grant_facts;
--> statement-breakpoint
create view grant_facts with (security_barrier) as
  select f.case_id, f.funding_round_id, r.code as round_code, f.district_pcode, f.team_id, f.status, c.reference,
    f.submitted_on, f.selected_on, f.sex, f.age_band, f.displacement, f.has_disability, f.currency, g.amount_minor,
    f.committed_minor, f.released_minor, f.spent_minor, f.business_3, f.business_6, f.business_12,
    f.planned_women, f.planned_men, f.jobs_women, f.jobs_men
  from grant_profiles f
  join grants g on g.case_id = f.case_id
  join cases c on c.id = f.case_id
  join funding_rounds r on r.id = f.funding_round_id
  where 'livelihoods' = any ((select app_programmes())::text[]) and (
    (select app_is('analyst')) or (select app_is('programme_manager'))
    or ((select app_is('supervisor')) and f.team_id = any ((select app_teams())::uuid[])));
--> statement-breakpoint
grant select on grant_facts to sanad_app;
--> statement-breakpoint
-- One page of the records behind a figure, for the same readers. A function, since the planner does not see a limit from outside a view that
-- is a barrier, and joined all applications for fifty. Planned anew each time, with only the conditions that there are.
create function figure_records(p_measure text, p_dimension text, p_value text, p_from date, p_to date, p_round text, p_after uuid, p_limit integer)
returns setof grant_facts language plpgsql stable security definer rows 60 set search_path = public as $$
begin
  return query execute format($q$
    select f.case_id, f.funding_round_id, r.code, f.district_pcode, f.team_id, f.status, c.reference, f.submitted_on, f.selected_on, f.sex, f.age_band,
      f.displacement, f.has_disability, f.currency, g.amount_minor, f.committed_minor, f.released_minor, f.spent_minor, f.business_3, f.business_6,
      f.business_12, f.planned_women, f.planned_men, f.jobs_women, f.jobs_men
    from (select * from grant_profiles f where %s and %s and %s and %s and %s and %s and %s order by f.case_id desc limit %s) f
    join grants g on g.case_id = f.case_id join cases c on c.id = f.case_id join funding_rounds r on r.id = f.funding_round_id
    order by f.case_id desc $q$,
    case when not 'livelihoods' = any (app_programmes()) then 'false' when app_is('analyst') or app_is('programme_manager') then 'true'
      when app_is('supervisor') then format('f.team_id = any (%L::uuid[])', app_teams()) else 'false' end,
    case p_measure when 'applications' then 'true' when 'approvals' then 'f.selected_on is not null' when 'committed' then 'f.committed_minor > 0'
      when 'released' then 'f.released_minor > 0' when 'spent' then 'f.spent_minor > 0' when 'operating_3' then $o$f.business_3 = 'operating'$o$
      when 'operating_6' then $o$f.business_6 = 'operating'$o$ when 'operating_12' then $o$f.business_12 = 'operating'$o$
      when 'jobs_planned' then 'f.planned_women + f.planned_men > 0' when 'jobs_actual' then 'f.jobs_women + f.jobs_men > 0' else 'false' end,
    case when p_dimension is null then 'true' else case p_dimension
      when 'sex' then format('f.sex = %L', p_value) when 'age_band' then format('f.age_band = %L', p_value)
      when 'displacement' then format('f.displacement = %L', p_value)
      when 'disability' then case p_value when 'yes' then 'f.has_disability' when 'no' then 'not f.has_disability' else 'false' end
      when 'district' then format('f.district_pcode = %L', p_value)
      when 'round' then format('f.funding_round_id = (select id from funding_rounds where code = %L)', p_value) else 'false' end end,
    case when p_from is null then 'true' else format('f.submitted_on >= %L', p_from) end,
    case when p_to is null then 'true' else format('f.submitted_on <= %L', p_to) end,
    case when p_round is null then 'true' else format('f.funding_round_id = (select id from funding_rounds where code = %L)', p_round) end,
    case when p_after is null then 'true' else format('f.case_id < %L', p_after) end, p_limit);
end $$;
--> statement-breakpoint
alter table figure_totals enable row level security;
--> statement-breakpoint
alter table figure_changes enable row level security;
--> statement-breakpoint
-- No role reads or writes these but through the functions; the functions that ask nobody who they are belong to the owner.
revoke execute on function figure_part(grant_profiles, integer), profile_counts(uuid), figures_fold(integer), figures_rebuild(), figure_rows(uuid[], uuid, date, date)
  from sanad_app, sanad_system;
--> statement-breakpoint
grant execute on function figures_fold(integer) to sanad_system;
--> statement-breakpoint
select figures_rebuild();
