-- Figures of referrals are kept as totals (decision 16): the year of a hundred thousand took four seconds to count.

-- How long something took, in steps of a twentieth: fine enough for a median, few enough to be kept for every group.
create function hours_step(p_from timestamptz, p_to timestamptz) returns smallint language sql immutable strict parallel safe as $$
  select floor(ln(1 + greatest(extract(epoch from p_to - p_from), 0) / 3600) * 20)::smallint $$;
--> statement-breakpoint
-- What one referral adds to the figures, or takes off them with a sign of -1: the one definition of what is counted. Nothing until it is sent.
create function referral_part(r referrals, p_team uuid, p_district text, p_sign integer) returns setof referral_changes language sql immutable as $$
  select p_team, date_trunc('month', r.requested_at at time zone 'Asia/Baghdad')::date, r.service, r.priority, coalesce(r.outcome, 'open'), r.facility_id,
    coalesce(r.sex, ''), coalesce(r.age_band, ''), coalesce(r.displacement, ''), case when r.has_disability then 'yes' else 'no' end, p_district,
    hours_step(r.requested_at, r.accepted_at), hours_step(r.requested_at, r.attended_at),
    coalesce(r.outcome <> 'unknown', false), r.missed_count > 0, r.reject_reason is not null, p_sign::smallint
  where r.requested_at is not null $$;
--> statement-breakpoint
-- Whoever changes a referral adds to a log and waits for nobody. The case is held, so that its team does not change in between; who touches a
-- referral without holding its case (the clock) changes none of these columns.
create function referral_figures_follow() returns trigger language plpgsql security definer set search_path = public as $$
declare v_team uuid; v_district text;
begin
  select team_id, district_pcode into v_team, v_district from cases where id = new.case_id for share;
  if tg_op = 'INSERT' then
    insert into referral_changes select p.* from referral_part(new, v_team, v_district, 1) p;
  else
    insert into referral_changes select k.* from (select p.* from referral_part(old, v_team, v_district, -1) p
        union all select p.* from referral_part(new, v_team, v_district, 1) p) k
      where exists (select p.* from referral_part(new, v_team, v_district, 1) p except select p.* from referral_part(old, v_team, v_district, 1) p);
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger figures_follow after insert or update of requested_at, service, priority, facility_id, outcome, sex, age_band, displacement, has_disability,
    accepted_at, attended_at, missed_count, reject_reason on referrals
  for each row when (new.requested_at is not null) execute function referral_figures_follow();
--> statement-breakpoint
create function referral_place_follows() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into referral_changes select p.* from referrals r cross join lateral (
      select * from referral_part(r, old.team_id, old.district_pcode, -1) union all select * from referral_part(r, new.team_id, new.district_pcode, 1)) p
    where r.case_id = new.id;
  return null;
end $$;
--> statement-breakpoint
create trigger referral_place_follows after update of team_id, district_pcode on cases for each row
  when (new.programme = 'health' and (new.team_id, new.district_pcode) is distinct from (old.team_id, old.district_pcode)) execute function referral_place_follows();
--> statement-breakpoint
-- Changes added up, by month and each value of each dimension; for each team, or for all of them together under the id of zeros.
create function referral_summed(p_changes referral_changes[], p_by_team boolean) returns setof referral_sums language sql stable as $$
  with c as materialized (select case when p_by_team then u.team_id else '00000000-0000-0000-0000-000000000000' end as team, u.* from unnest(p_changes) u),
  counted as (
    select c.team, c.month, m.measure, m.step, c.service, c.priority, c.outcome, c.facility_id::text as facility, c.sex, c.age_band, c.displacement, c.disability,
      c.district_pcode as district, sum(c.sign)::integer as count
    from c cross join lateral (values ('referrals', 0::smallint), ('accepted', c.accept_step), ('attended', c.attend_step),
      ('known', case when c.is_known then 0::smallint end), ('missed', case when c.is_missed then 0::smallint end),
      ('rejected', case when c.is_rejected then 0::smallint end)) m(measure, step)
    where m.step is not null
    group by c.team, c.month, m.measure, m.step, grouping sets ((), (c.service), (c.priority), (c.outcome), (c.facility_id), (c.sex), (c.age_band), (c.displacement),
      (c.disability), (c.district_pcode)))
  select k.team, k.month, case when k.service is not null then 'service' when k.priority is not null then 'priority' when k.outcome is not null then 'outcome'
      when k.facility is not null then 'facility' when k.sex is not null then 'sex' when k.age_band is not null then 'age_band'
      when k.displacement is not null then 'displacement' when k.disability is not null then 'disability' when k.district is not null then 'district' else 'all' end,
    coalesce(k.service, k.priority, k.outcome, k.facility, k.sex, k.age_band, k.displacement, k.disability, k.district, ''),
    k.measure, k.step, k.count
  from counted k where k.count <> 0 $$;
--> statement-breakpoint
-- Adds the log up into the totals when there are so many changes; one at a time, the second has nothing to do. Answers how many there were.
create function referral_figures_fold(p_least integer) returns integer language plpgsql security definer set search_path = public as $$
declare v_taken referral_changes[];
begin
  if (select count(*) from (select from referral_changes limit p_least) few) < p_least
    or not pg_try_advisory_xact_lock(hashtextextended('referral_figures_fold', 0)) then return 0; end if;
  with taken as (delete from referral_changes where ctid = any (array(select ctid from referral_changes limit 50000)) returning *)
  select array_agg(t::referral_changes) into v_taken from taken t;
  insert into referral_sums as s select * from (
      select * from referral_summed(v_taken, true) union all select * from referral_summed(v_taken, false)) n
  on conflict (team_id, month, dimension, value, measure, step) do update set count = s.count + excluded.count;
  return coalesce(cardinality(v_taken), 0);
end $$;
--> statement-breakpoint
-- Counts everything anew from the referrals. Nobody changes one meanwhile.
create function referral_figures_rebuild() returns void language plpgsql security definer set search_path = public as $$
begin
  lock table referrals in share row exclusive mode;
  perform pg_advisory_xact_lock(hashtextextended('referral_figures_fold', 0));
  delete from referral_changes;
  delete from referral_sums;
  insert into referral_changes select p.* from referrals r join cases c on c.id = r.case_id
    cross join lateral referral_part(r, c.team_id, c.district_pcode, 1) p;
  while referral_figures_fold(1) > 0 loop end loop;
end $$;
--> statement-breakpoint
-- The figures of the referrals that were sent between two days, for who may count: analysts and managers all, supervisors their teams', nobody
-- else anything. Whole months out of the totals and what has changed since, the days of a month that is asked for in part one by one.
-- Times are medians in hours: the mean of the two referrals in the middle, each placed evenly within its step.
create function health_figures(p_from date, p_to date) returns table (dimension text, value text, referrals integer, accepted integer, attended integer,
  known integer, missed integer, rejected integer, accept double precision, attend double precision)
language plpgsql stable security definer set search_path = public as $$
declare
  v_all uuid := '00000000-0000-0000-0000-000000000000';
  v_teams uuid[] := case when app_health_figures() then array[v_all] when app_is('supervisor') and app_health() then app_teams() else '{}' end;
  v_first date := date_trunc('month', p_from + interval '1 month -1 day');
  -- Nothing was sent after today: the month that runs is whole.
  v_end date := case when p_to >= app_today() then date_trunc('month', p_to + interval '1 month') else date_trunc('month', p_to + interval '1 day') end;
  v_changes referral_changes[];
begin
  if p_from > p_to or cardinality(v_teams) = 0 then return; end if;
  if v_first >= v_end then v_first := p_to + 1; v_end := p_to + 1; end if;
  select array_agg(k::referral_changes) into v_changes from (
    select c.* from referral_changes c where (v_teams[1] = v_all or c.team_id = any (v_teams)) and c.month >= v_first and c.month < v_end
    union all
    select p.* from (values (p_from, v_first), (v_end, p_to + 1)) d(day, before)
      join referrals r on r.requested_at >= d.day::timestamp at time zone 'Asia/Baghdad' and r.requested_at < d.before::timestamp at time zone 'Asia/Baghdad'
      join cases c on c.id = r.case_id and (v_teams[1] = v_all or c.team_id = any (v_teams))
      cross join lateral referral_part(r, c.team_id, c.district_pcode, 1) p) k;
  return query
    with steps as materialized (
      select k.dimension, k.value, k.measure, k.step, sum(k.count)::integer as n from (
        select s.dimension, s.value, s.measure, s.step, s.count from referral_sums s where s.team_id = any (v_teams) and s.month >= v_first and s.month < v_end
        union all
        select s.dimension, s.value, s.measure, s.step, s.count from referral_summed(v_changes, false) s) k
      group by k.dimension, k.value, k.measure, k.step having sum(k.count) <> 0),
    ranked as (
      select s.*, sum(s.n) over w as up_to, sum(s.n) over (partition by s.dimension, s.value, s.measure) as total
      from steps s where s.measure in ('accepted', 'attended') window w as (partition by s.dimension, s.value, s.measure order by s.step)),
    medians as (
      select r.dimension, r.value, r.measure, avg(exp((r.step + (m.place - 0.5 - (r.up_to - r.n)) / r.n) / 20.0) - 1)::double precision as hours
      from ranked r cross join lateral (values ((r.total + 1) / 2), ((r.total + 2) / 2)) m(place)
      where m.place > r.up_to - r.n and m.place <= r.up_to group by r.dimension, r.value, r.measure)
    select s.dimension, s.value, coalesce(sum(s.n) filter (where s.measure = 'referrals'), 0)::integer, coalesce(sum(s.n) filter (where s.measure = 'accepted'), 0)::integer,
      coalesce(sum(s.n) filter (where s.measure = 'attended'), 0)::integer, coalesce(sum(s.n) filter (where s.measure = 'known'), 0)::integer,
      coalesce(sum(s.n) filter (where s.measure = 'missed'), 0)::integer, coalesce(sum(s.n) filter (where s.measure = 'rejected'), 0)::integer,
      max(a.hours), max(b.hours)
    from steps s
    left join medians a on a.dimension = s.dimension and a.value = s.value and a.measure = 'accepted'
    left join medians b on b.dimension = s.dimension and b.value = s.value and b.measure = 'attended'
    group by s.dimension, s.value;
end $$;
--> statement-breakpoint
alter table referral_changes enable row level security;
--> statement-breakpoint
alter table referral_sums enable row level security;
--> statement-breakpoint
-- No role reads or writes these but through the functions; the functions that ask nobody who they are belong to the owner.
revoke execute on function referral_part(referrals, uuid, text, integer), referral_summed(referral_changes[], boolean), referral_figures_fold(integer),
  referral_figures_rebuild(), health_figures(date, date) from public, sanad_app, sanad_system;
--> statement-breakpoint
grant execute on function health_figures(date, date) to sanad_app;
--> statement-breakpoint
grant execute on function referral_figures_fold(integer) to sanad_system;
--> statement-breakpoint
select referral_figures_rebuild();
