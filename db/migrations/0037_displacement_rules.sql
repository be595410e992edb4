-- Who sees and writes what of displacement figures, and what the database refuses there.

create function app_displacement_staff() returns boolean language sql stable as $$
  select cardinality(app_programmes()) > 0
    and (app_is('caseworker') or app_is('analyst') or app_is('supervisor') or app_is('programme_manager')) $$;
--> statement-breakpoint
create function app_displacement_enters() returns boolean language sql stable as $$
  select cardinality(app_programmes()) > 0 and (app_is('caseworker') or app_is('analyst')) $$;
--> statement-breakpoint
create function app_displacement_keeps_places() returns boolean language sql stable as $$
  select cardinality(app_programmes()) > 0 and (app_is('analyst') or app_is('supervisor') or app_is('programme_manager')) $$;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['monitored_locations', 'displacement_rounds', 'displacement_round_events', 'displacement_counts', 'displacement_totals',
    'displacement_imports', 'displacement_import_rows', 'displacement_mappings', 'location_boundaries'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I to sanad_system using (true) with check (true)', t || '_system', t);
  end loop;
  foreach t in array array['monitored_locations', 'location_boundaries'] loop
    execute format('create policy %I on %I for select to sanad_app using ((select app_user()) is not null)', t || '_read', t);
  end loop;
end $$;
--> statement-breakpoint
create policy monitored_locations_add on monitored_locations for insert to sanad_app with check ((select app_displacement_keeps_places()));
--> statement-breakpoint
create policy monitored_locations_edit on monitored_locations for update to sanad_app using ((select app_displacement_staff()));
--> statement-breakpoint
create policy location_boundaries_add on location_boundaries for insert to sanad_app with check ((select app_is('admin')));
--> statement-breakpoint
create policy location_boundaries_edit on location_boundaries for update to sanad_app using ((select app_is('admin')));
--> statement-breakpoint
-- What is published is for everyone who works here; what is under way for those who work on it.
create policy displacement_rounds_read on displacement_rounds for select to sanad_app using (
  ((select app_user()) is not null and status in ('published', 'superseded')) or (select app_displacement_staff()));
--> statement-breakpoint
create policy displacement_rounds_add on displacement_rounds for insert to sanad_app
  with check ((select app_displacement_enters()) and created_by = (select app_user()));
--> statement-breakpoint
create policy displacement_rounds_move on displacement_rounds for update to sanad_app using ((select app_displacement_staff()));
--> statement-breakpoint
-- Rounds are few: the subquery is asked once a statement, a function would be asked for each of thousands of counts.
create policy displacement_counts_read on displacement_counts for select to sanad_app
  using (round_id in (select r.id from displacement_rounds r));
--> statement-breakpoint
create policy displacement_counts_add on displacement_counts for insert to sanad_app
  with check ((select app_displacement_enters()) and entered_by = (select app_user()));
--> statement-breakpoint
create policy displacement_counts_edit on displacement_counts for update to sanad_app
  using ((select app_displacement_enters())) with check ((select app_displacement_enters()) and entered_by = (select app_user()));
--> statement-breakpoint
create policy displacement_counts_remove on displacement_counts for delete to sanad_app using ((select app_displacement_enters()));
--> statement-breakpoint
create policy displacement_totals_read on displacement_totals for select to sanad_app using ((select app_user()) is not null);
--> statement-breakpoint
create policy displacement_round_events_read on displacement_round_events for select to sanad_app
  using (round_id in (select r.id from displacement_rounds r));
--> statement-breakpoint
create policy displacement_round_events_add on displacement_round_events for insert to sanad_app
  with check ((select app_displacement_staff()) and actor_id = (select app_user()));
--> statement-breakpoint
create policy displacement_imports_read on displacement_imports for select to sanad_app using ((select app_displacement_staff()));
--> statement-breakpoint
create policy displacement_imports_add on displacement_imports for insert to sanad_app
  with check ((select app_displacement_enters()) and imported_by = (select app_user()));
--> statement-breakpoint
create policy displacement_imports_move on displacement_imports for update to sanad_app using ((select app_displacement_enters()));
--> statement-breakpoint
create policy displacement_import_rows_read on displacement_import_rows for select to sanad_app using ((select app_displacement_staff()));
--> statement-breakpoint
create policy displacement_import_rows_add on displacement_import_rows for insert to sanad_app with check ((select app_displacement_enters()));
--> statement-breakpoint
create policy displacement_import_rows_move on displacement_import_rows for update to sanad_app using ((select app_displacement_staff()));
--> statement-breakpoint
create policy displacement_mappings_app on displacement_mappings to sanad_app
  using ((select app_displacement_enters())) with check ((select app_displacement_enters()) and saved_by = (select app_user()));
--> statement-breakpoint
-- The register: who matches a name of a list gives a place an alias and the list's id, and changes nothing else.
create function monitored_location_rules() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() > 1 or app_user() is null or app_displacement_keeps_places() then return new; end if;
  if (to_jsonb(new) - array['aliases', 'place_id', 'dtm_location_id', 'search_text', 'version'])
      <> (to_jsonb(old) - array['aliases', 'place_id', 'dtm_location_id', 'search_text', 'version'])
    or (old.place_id is not null and new.place_id is distinct from old.place_id)
    or (old.dtm_location_id is not null and new.dtm_location_id is distinct from old.dtm_location_id)
    or not new.aliases @> old.aliases then
    raise exception 'displacement.refused.place_managed' using errcode = 'SA422';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger rules before update on monitored_locations for each row execute function monitored_location_rules();
--> statement-breakpoint
create function boundary_outlines() returns table (pcode text, level integer, outline polygon)
  language sql stable security definer set search_path = public as $$
  select b.pcode, b.level, (select ('(' || string_agg(format('(%s,%s)', q ->> 0, q ->> 1), ',' order by n) || ')')::polygon
    from jsonb_array_elements(p -> 0) with ordinality r(q, n))
  from location_boundaries b cross join lateral jsonb_array_elements(b.polygons) p $$;
--> statement-breakpoint
-- Where a position lies, as soon as boundaries are loaded; until then what the source says of it.
create function monitored_location_lies() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select from location_boundaries where level = 2) then
    new.position_district_pcode := (select o.pcode from boundary_outlines() o
      where o.level = 2 and o.outline @> point(new.longitude, new.latitude) limit 1);
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger lies before insert or update of latitude, longitude on monitored_locations for each row execute function monitored_location_lies();
--> statement-breakpoint
create function boundaries_changed() returns trigger language plpgsql security definer set search_path = public as $$
begin
  with o as materialized (select * from boundary_outlines() where level = 2)
  update monitored_locations m set position_district_pcode = n.pcode
  from (select l.id, (select o.pcode from o where o.outline @> point(l.longitude, l.latitude) limit 1) as pcode
    from monitored_locations l where l.latitude is not null) n
  where n.id = m.id and n.pcode is distinct from m.position_district_pcode;
  return null;
end $$;
--> statement-breakpoint
create trigger lie_anew after insert or update on location_boundaries for each statement execute function boundaries_changed();
--> statement-breakpoint
create function displacement_round_rules() returns trigger language plpgsql security definer set search_path = public as $$
declare v_old displacement_rounds;
begin
  if tg_op = 'INSERT' then
    if new.status <> 'open' or new.submitted_by is not null or new.validated_by is not null or new.published_by is not null then
      raise exception 'a round begins open' using errcode = 'SA403';
    end if;
    if new.corrects_id is not null then
      select * into v_old from displacement_rounds where id = new.corrects_id for update;
      if v_old.status is distinct from 'published' or v_old.number <> new.number or new.edition <> 1 + (
        select max(edition) from displacement_rounds where number = new.number) then
        raise exception 'displacement.refused.not_current' using errcode = 'SA422';
      end if;
    end if;
    return new;
  end if;
  if (new.number, new.edition, new.corrects_id, new.created_by, new.created_at)
      is distinct from (old.number, old.edition, old.corrects_id, old.created_by, old.created_at)
    or (old.status <> 'open' and (new.counted_on, new.remark) is distinct from (old.counted_on, old.remark)) then
    raise exception 'history of rounds is not changed' using errcode = 'SA403';
  end if;
  if new.version <> old.version + 1 then raise exception 'version of a round must count' using errcode = 'SA409'; end if;
  if new.status = old.status then
    if (new.submitted_by, new.validated_by, new.published_by, new.published_at)
      is distinct from (old.submitted_by, old.validated_by, old.published_by, old.published_at) then
      raise exception 'history of rounds is not changed' using errcode = 'SA403';
    end if;
    if app_user() is not null and not app_displacement_enters() then raise exception 'not a role that enters' using errcode = '42501'; end if;
    return new;
  end if;
  if (old.status, new.status) not in (('open', 'submitted'), ('submitted', 'validated'), ('validated', 'published'), ('submitted', 'open'),
      ('validated', 'open'), ('open', 'discarded')) and not (old.status = 'published' and new.status = 'superseded' and pg_trigger_depth() > 1) then
    raise exception 'displacement.refused.not_now' using errcode = 'SA422';
  end if;
  if new.status = 'superseded' then return new; end if;
  if new.status = 'submitted' then
    if not exists (select from displacement_counts where round_id = new.id) then
      raise exception 'displacement.refused.no_figures' using errcode = 'SA422';
    end if;
    if exists (select from displacement_imports where round_id = new.id and state in ('checking', 'running')) then
      raise exception 'displacement.refused.import_runs' using errcode = 'SA422';
    end if;
    new.submitted_by := coalesce(app_user(), new.submitted_by);
    if app_user() is not null and not app_displacement_enters() then raise exception 'not a role that submits' using errcode = '42501'; end if;
  elsif new.status = 'discarded' then
    if app_user() is not null and not app_displacement_enters() then raise exception 'not a role that enters' using errcode = '42501'; end if;
  elsif app_user() is not null and not (app_is('supervisor') or app_is('programme_manager')) then
    raise exception 'not a role that validates' using errcode = '42501';
  elsif new.status = 'validated' then
    new.validated_by := coalesce(app_user(), new.validated_by);
    if new.validated_by is null or new.validated_by in (old.submitted_by, old.created_by)
      or exists (select from displacement_counts c where c.round_id = new.id and c.entered_by = new.validated_by) then
      raise exception 'displacement.refused.own_figures' using errcode = 'SA422';
    end if;
  elsif new.status = 'published' then
    if app_user() is not null and not app_is('programme_manager') then raise exception 'not a role that publishes' using errcode = '42501'; end if;
    new.published_by := coalesce(app_user(), new.published_by);
    new.published_at := app_now();
    if new.published_by is null or new.published_by in (old.submitted_by, old.validated_by) then
      raise exception 'displacement.refused.own_validation' using errcode = 'SA422';
    end if;
    if new.corrects_id is not null then
      update displacement_rounds set status = 'superseded', version = version + 1 where id = new.corrects_id and status = 'published';
      if not found then raise exception 'displacement.refused.not_current' using errcode = 'SA422'; end if;
    end if;
  else
    new.submitted_by := null;
    new.validated_by := null;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger rules before insert or update on displacement_rounds for each row execute function displacement_round_rules();
--> statement-breakpoint
create function displacement_round_follows() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.status = 'published' then
    insert into displacement_totals (round_id, district_pcode, population, locations, families, counted, multiplied)
      select new.id, l.district_pcode, c.population, count(*), sum(c.families),
        coalesce(sum(c.individuals) filter (where c.method = 'counted'), 0), coalesce(sum(c.individuals) filter (where c.method <> 'counted'), 0)
      from displacement_counts c join monitored_locations l on l.id = c.location_id where c.round_id = new.id group by 2, 3;
  elsif new.status = 'superseded' then
    insert into displacement_round_events (id, round_id, from_status, to_status, actor_id, at)
      values (app_id(), new.id, old.status, new.status, app_user(), app_now());
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger follows after update of status on displacement_rounds for each row
  when (new.status <> old.status) execute function displacement_round_follows();
--> statement-breakpoint
-- Figures move while their round is open; the round is held, so that none slips in while it is submitted.
create function displacement_count_rules() returns trigger language plpgsql security definer set search_path = public as $$
declare v_status text;
begin
  select status into v_status from displacement_rounds where id = coalesce(new.round_id, old.round_id) for share;
  if v_status is distinct from 'open' then raise exception 'displacement.refused.locked' using errcode = 'SA422'; end if;
  if tg_op = 'UPDATE' then
    if (new.round_id, new.location_id, new.population) is distinct from (old.round_id, old.location_id, old.population) then
      raise exception 'history of figures is not changed' using errcode = 'SA403';
    end if;
    if new.version <> old.version + 1 then raise exception 'version of a figure must count' using errcode = 'SA409'; end if;
  end if;
  return coalesce(new, old);
end $$;
--> statement-breakpoint
create trigger rules before insert or update or delete on displacement_counts for each row execute function displacement_count_rules();
--> statement-breakpoint
create trigger no_change before update or delete on displacement_round_events for each row execute function refuse_change();
--> statement-breakpoint
create trigger no_change before update or delete on displacement_totals for each row execute function refuse_change();
--> statement-breakpoint
-- A file stays what it was; how far it has come moves. A new look at its columns begins anew.
create trigger only_these before update on displacement_imports for each row
  execute function only_these_change('mapping,is_remembered,state,done_count,totals,running', 'finished_at');
--> statement-breakpoint
create trigger only_these before update on displacement_import_rows for each row
  execute function only_these_change('reading,location_id,finding,families_before', '');
--> statement-breakpoint
do $$
declare entry text[];
begin
  foreach entry slice 1 in array array[['monitored_locations', 'id', 'rights'], ['displacement_rounds', 'id', 'rights'],
    ['displacement_mappings', 'signature', 'rights']] loop
    execute format('create trigger audit after insert or update or delete on %I for each row execute function audit_row(%L, %L)',
      entry[1], entry[2], entry[3]);
  end loop;
end $$;
--> statement-breakpoint
grant select, insert, update on monitored_locations, displacement_rounds, displacement_counts, displacement_imports, displacement_import_rows,
  displacement_mappings, location_boundaries to sanad_app, sanad_system;
--> statement-breakpoint
grant delete on displacement_counts to sanad_app, sanad_system;
--> statement-breakpoint
grant select, insert on displacement_round_events to sanad_app, sanad_system;
--> statement-breakpoint
grant select on displacement_totals to sanad_app, sanad_system;
