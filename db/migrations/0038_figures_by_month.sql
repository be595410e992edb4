-- As before, and month by month: the totals of all, kept for each month.
create or replace function health_figures(p_from date, p_to date) returns table (dimension text, value text, referrals integer, accepted integer, attended integer,
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
      select d.dimension, d.value, k.measure, k.step, sum(k.count)::integer as n from (
        select s.month, s.dimension, s.value, s.measure, s.step, s.count from referral_sums s where s.team_id = any (v_teams) and s.month >= v_first and s.month < v_end
        union all
        select s.month, s.dimension, s.value, s.measure, s.step, s.count from referral_summed(v_changes, false) s) k
      cross join lateral (select k.dimension, k.value union all select 'month', to_char(k.month, 'YYYY-MM') where k.dimension = 'all') d
      group by d.dimension, d.value, k.measure, k.step having sum(k.count) <> 0),
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
