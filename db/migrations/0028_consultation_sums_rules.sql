-- Totals of consultations are kept twice: in full, and added up by one thing at a time for the page that everybody opens.

do $$
declare t text;
begin
  foreach t in array array['consultation_sums', 'consultation_imports'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I to sanad_system using (true) with check (true)', t || '_system', t);
  end loop;
end $$;
--> statement-breakpoint
create policy consultation_sums_read on consultation_sums for select to sanad_app using (
  (select app_health_figures()) or ((select app_health()) and team_id = any ((select app_teams())::uuid[])));
--> statement-breakpoint
create policy consultation_imports_read on consultation_imports for select to sanad_app
  using ((select app_health()) and (imported_by = (select app_user()) or (select app_is('supervisor'))));
--> statement-breakpoint
create policy consultation_imports_add on consultation_imports for insert to sanad_app
  with check ((select app_health()) and imported_by = (select app_user()) and ((select app_is('caseworker')) or (select app_is('supervisor'))));
--> statement-breakpoint
grant select on consultation_sums to sanad_app, sanad_system;
--> statement-breakpoint
grant select, insert on consultation_imports to sanad_app, sanad_system;
--> statement-breakpoint
-- Whoever changes the totals of a team's month waits for who is at it; months are taken in one order, so never in a circle.
-- A correction takes a register back and enters its successor, and a file many registers, under the same lock.
create function consultations_lock(p_team uuid, p_month date) returns void language sql as $$
  select pg_advisory_xact_lock(hashtextextended('consultations ' || p_team || p_month, 0)) $$;
--> statement-breakpoint
create or replace function totals_add() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform consultations_lock(m.team_id, m.month) from (
    select distinct r.team_id, date_trunc('month', r.held_on)::date as month
    from (select distinct register_id from added) n join consultation_registers r on r.id = n.register_id order by 1, 2) m;
  insert into consultation_totals (month, facility_id, team_id, sex, age_band, displacement, disability, category_code, is_new, count)
    select date_trunc('month', r.held_on)::date, r.facility_id, r.team_id, n.sex, age_band_of(n.age_years), n.displacement, n.disability,
      n.category_code, n.is_new, count(*)
    from added n join consultation_registers r on r.id = n.register_id
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9
  on conflict (month, facility_id, team_id, sex, age_band, displacement, disability, category_code, is_new)
    do update set count = consultation_totals.count + excluded.count;
  insert into consultation_sums (month, team_id, dimension, value, count)
    select date_trunc('month', r.held_on)::date, r.team_id, d.dimension, d.value, count(*)
    from added n join consultation_registers r on r.id = n.register_id cross join lateral (values ('all', ''), ('facility', r.facility_id::text),
      ('sex', n.sex), ('age_band', age_band_of(n.age_years)), ('displacement', n.displacement), ('disability', n.disability),
      ('category', n.category_code), ('visit', case when n.is_new then 'new' else 'follow_up' end)) d(dimension, value)
    group by 1, 2, 3, 4
  on conflict (month, team_id, dimension, value) do update set count = consultation_sums.count + excluded.count;
  return null;
end $$;
--> statement-breakpoint
create or replace function register_rules() returns trigger language plpgsql security definer set search_path = public as $$
declare v_month date := date_trunc('month', old.held_on)::date;
begin
  if (to_jsonb(new) - array['withdrawn_at', 'withdrawn_by']) <> (to_jsonb(old) - array['withdrawn_at', 'withdrawn_by'])
    or old.withdrawn_at is not null or (app_user() is not null and new.withdrawn_by is distinct from app_user()) then
    raise exception 'history of registers is not changed' using errcode = 'SA403';
  end if;
  perform consultations_lock(old.team_id, v_month);
  update consultation_totals t set count = t.count - n.count from (
    select c.sex, age_band_of(c.age_years) as band, c.displacement, c.disability, c.category_code, c.is_new, count(*)::integer as count
    from consultations c where c.register_id = old.id group by 1, 2, 3, 4, 5, 6) n
  where t.month = v_month and t.facility_id = old.facility_id and t.team_id = old.team_id
    and (t.sex, t.age_band, t.displacement, t.disability, t.category_code, t.is_new)
      = (n.sex, n.band, n.displacement, n.disability, n.category_code, n.is_new);
  update consultation_sums s set count = s.count - n.count from (
    select d.dimension, d.value, count(*)::integer as count
    from consultations c cross join lateral (values ('all', ''), ('facility', old.facility_id::text), ('sex', c.sex),
      ('age_band', age_band_of(c.age_years)), ('displacement', c.displacement), ('disability', c.disability),
      ('category', c.category_code), ('visit', case when c.is_new then 'new' else 'follow_up' end)) d(dimension, value)
    where c.register_id = old.id group by 1, 2) n
  where s.month = v_month and s.team_id = old.team_id and s.dimension = n.dimension and s.value = n.value;
  return new;
end $$;
--> statement-breakpoint
insert into consultation_sums (month, team_id, dimension, value, count)
  select t.month, t.team_id, d.dimension, d.value, sum(t.count)
  from consultation_totals t cross join lateral (values ('all', ''), ('facility', t.facility_id::text), ('sex', t.sex),
    ('age_band', t.age_band), ('displacement', t.displacement), ('disability', t.disability), ('category', t.category_code),
    ('visit', case when t.is_new then 'new' else 'follow_up' end)) d(dimension, value)
  group by 1, 2, 3, 4;
