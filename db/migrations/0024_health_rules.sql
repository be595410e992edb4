-- Who sees and writes what of referrals, facilities, consultations and supplies, and what the database refuses there.

create function app_health() returns boolean language sql stable as $$
  select app_scope() <> 'none' and 'health' = any (app_programmes()) $$;
--> statement-breakpoint
create function app_health_team(p_team uuid) returns boolean language sql stable as $$
  select app_health() and app_reaches_team(p_team) $$;
--> statement-breakpoint
create function app_health_figures() returns boolean language sql stable as $$
  select 'health' = any (app_programmes()) and (app_is('analyst') or app_is('programme_manager')) $$;
--> statement-breakpoint
-- The case's own health staff: whoever has the case, or made it and nobody has it, and the supervisors of its team.
create function app_reads_clinical(p_case uuid) returns boolean language plpgsql stable security definer set search_path = public as $$
begin
  return exists (select from cases c where c.id = p_case and c.programme = 'health' and 'health' = any (app_programmes()) and (
    (app_is('caseworker') and (c.caseworker_id = app_user() or (c.caseworker_id is null and c.created_by = app_user())))
    or (app_is('supervisor') and c.team_id = any (app_teams()))));
end $$;
--> statement-breakpoint
-- Who is referred is seen by whoever sees the referral.
create or replace function app_sees_person(p_person uuid) returns boolean language plpgsql stable security definer set search_path = public as $$
begin
  if app_scope() = 'none' then return false; end if;
  return exists (select from people p where p.id = p_person and (
      app_scope() = 'all'
      or (app_scope() = 'team' and p.team_id = any (app_teams()))
      or (app_scope() = 'area' and p.district_pcode = any (app_areas()))
      or p.caseworker_id = app_user() or (p.caseworker_id is null and p.created_by = app_user())))
    or exists (select from grants g where g.person_id = p_person and app_sees_case(g.case_id))
    or exists (select from referrals r where r.person_id = p_person and app_sees_case(r.case_id));
end $$;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['facilities', 'facility_imports', 'referrals', 'referral_clinical', 'referral_clinical_notes', 'referral_attempts',
    'referral_links', 'disclosures', 'complaint_categories', 'consultation_registers', 'consultations', 'consultation_totals',
    'supply_deliveries', 'supply_items', 'supply_events', 'api_keys', 'api_key_facilities', 'api_reads'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I to sanad_system using (true) with check (true)', t || '_system', t);
  end loop;
  foreach t in array array['referrals', 'referral_attempts', 'referral_links'] loop
    execute format('create policy %I on %I to sanad_app using (app_sees_case(case_id))', t || '_app', t);
  end loop;
end $$;
--> statement-breakpoint
-- Written by the case's health staff; read through read_clinical() alone, which notes the reading.
create policy referral_clinical_write on referral_clinical to sanad_app using (app_reads_clinical(case_id));
--> statement-breakpoint
create policy referral_clinical_notes_write on referral_clinical_notes for insert to sanad_app
  with check (app_reads_clinical(case_id) and author_id = (select app_user()));
--> statement-breakpoint
create function read_clinical(p_case uuid) returns table (reason text, diagnosis text, emergency_reason text, updated_at timestamptz,
  updated_by text, notes jsonb) language plpgsql volatile security definer set search_path = public as $$
begin
  if not app_reads_clinical(p_case) then return; end if;
  insert into read_log (actor_id, record_type, record_id) values (app_user(), 'clinical', p_case);
  return query select c.reason, c.diagnosis, c.emergency_reason, c.updated_at, u.name,
    coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'body', n.body, 'author', a.name, 'at', n.at) order by n.id desc)
      from referral_clinical_notes n left join users a on a.id = n.author_id where n.case_id = p_case), '[]')
    from referral_clinical c left join users u on u.id = c.updated_by where c.case_id = p_case;
end $$;
--> statement-breakpoint
drop policy read_log_read on read_log;
--> statement-breakpoint
create policy read_log_read on read_log for select to sanad_app using (app_is('supervisor') and (
  (record_type = 'person' and app_sees_person(record_id)) or (record_type in ('clinical', 'referral') and app_reads_clinical(record_id))));
--> statement-breakpoint
-- A referral's papers are medical: they are for its health staff only.
create function app_sees_case_file(p_case uuid) returns boolean language plpgsql stable security definer set search_path = public as $$
begin
  return app_sees_case(p_case) and (app_reads_clinical(p_case) or not exists (select from referrals r where r.case_id = p_case));
end $$;
--> statement-breakpoint
drop policy documents_app on documents;
--> statement-breakpoint
create policy documents_app on documents to sanad_app using (
  case when case_id is not null then app_sees_case_file(case_id) else app_sees_person(person_id) end);
--> statement-breakpoint
-- Notes that all of a team read are no place for medical facts.
create function health_notes_apart() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select from referrals r where r.case_id = new.case_id) then
    raise exception 'referrals.refused.note_apart' using errcode = 'SA422';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger health_apart before insert on notes for each row execute function health_notes_apart();
--> statement-breakpoint
create policy disclosures_read on disclosures for select to sanad_app
  using (app_sees_person(person_id) and (case_id is null or app_sees_case(case_id)));
--> statement-breakpoint
create policy disclosures_make on disclosures for insert to sanad_app
  with check (made_by = (select app_user()) and app_sees_person(person_id) and (case_id is null or app_sees_case(case_id)));
--> statement-breakpoint
create policy disclosures_told on disclosures for update to sanad_app
  using (app_sees_person(person_id) and (case_id is null or app_sees_case(case_id)));
--> statement-breakpoint
create policy facilities_read on facilities for select to sanad_app
  using ('health' = any ((select app_programmes())::text[]) or (select app_is('admin')));
--> statement-breakpoint
create policy facilities_add on facilities for insert to sanad_app
  with check ((select app_health()) and ((select app_is('supervisor')) or (select app_is('programme_manager'))));
--> statement-breakpoint
create policy facilities_edit on facilities for update to sanad_app using ((select app_health()));
--> statement-breakpoint
create function facility_rules() returns trigger language plpgsql as $$
begin
  if app_user() is null or app_is('supervisor') or app_is('programme_manager') then return new; end if;
  -- A caseworker says that it was checked, who answers there and how much of it works, and no more.
  if (to_jsonb(new) - array['functional', 'verified_on', 'verified_by', 'focal_name', 'focal_phone', 'version'])
    <> (to_jsonb(old) - array['functional', 'verified_on', 'verified_by', 'focal_name', 'focal_phone', 'version']) then
    raise exception 'referrals.refused.facility_managed' using errcode = 'SA422';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger rules before update on facilities for each row execute function facility_rules();
--> statement-breakpoint
create policy facility_imports_app on facility_imports to sanad_app
  using ((select app_health()) and ((select app_is('supervisor')) or (select app_is('programme_manager'))));
--> statement-breakpoint
create policy complaint_categories_read on complaint_categories for select to sanad_app using ((select app_user()) is not null);
--> statement-breakpoint
create policy complaint_categories_add on complaint_categories for insert to sanad_app with check ((select app_is('admin')));
--> statement-breakpoint
create policy complaint_categories_edit on complaint_categories for update to sanad_app using ((select app_is('admin')));
--> statement-breakpoint
create policy consultation_registers_read on consultation_registers for select to sanad_app using (
  (select app_health()) and ((select app_scope()) = 'all' or team_id = any ((select app_teams())::uuid[])));
--> statement-breakpoint
create policy consultation_registers_add on consultation_registers for insert to sanad_app
  with check (app_health_team(team_id) and entered_by = (select app_user()) and withdrawn_at is null
    and ((select app_is('caseworker')) or (select app_is('supervisor'))));
--> statement-breakpoint
create policy consultation_registers_withdraw on consultation_registers for update to sanad_app
  using (app_health_team(team_id) and ((select app_is('caseworker')) or (select app_is('supervisor'))));
--> statement-breakpoint
create function app_sees_register(p_register uuid) returns boolean language plpgsql stable security definer set search_path = public as $$
begin
  return exists (select from consultation_registers r where r.id = p_register and app_health_team(r.team_id));
end $$;
--> statement-breakpoint
create policy consultations_read on consultations for select to sanad_app using (app_sees_register(register_id));
--> statement-breakpoint
create policy consultations_add on consultations for insert to sanad_app with check (exists (select from consultation_registers r
  where r.id = register_id and r.entered_by = (select app_user()) and r.withdrawn_at is null));
--> statement-breakpoint
create policy consultation_totals_read on consultation_totals for select to sanad_app using (
  (select app_health_figures()) or ((select app_health()) and team_id = any ((select app_teams())::uuid[])));
--> statement-breakpoint
create function age_band_of(p_years integer) returns text language sql immutable parallel safe as $$
  select case when p_years < 5 then '0-4' when p_years < 12 then '5-11' when p_years < 18 then '12-17' when p_years < 60 then '18-59' else '60+' end $$;
--> statement-breakpoint
-- Totals follow the lines. Rows of totals are taken in one order, so that two registers of one month may wait for one
-- another but never in a circle.
create function totals_add() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into consultation_totals (month, facility_id, team_id, sex, age_band, displacement, disability, category_code, is_new, count)
    select date_trunc('month', r.held_on)::date, r.facility_id, r.team_id, n.sex, age_band_of(n.age_years), n.displacement, n.disability,
      n.category_code, n.is_new, count(*)
    from added n join consultation_registers r on r.id = n.register_id
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9 order by 1, 2, 3, 4, 5, 6, 7, 8, 9
  on conflict (month, facility_id, team_id, sex, age_band, displacement, disability, category_code, is_new)
    do update set count = consultation_totals.count + excluded.count;
  return null;
end $$;
--> statement-breakpoint
create trigger totals_add after insert on consultations referencing new table as added for each statement execute function totals_add();
--> statement-breakpoint
create function register_rules() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if (to_jsonb(new) - array['withdrawn_at', 'withdrawn_by']) <> (to_jsonb(old) - array['withdrawn_at', 'withdrawn_by'])
    or old.withdrawn_at is not null or (app_user() is not null and new.withdrawn_by is distinct from app_user()) then
    raise exception 'history of registers is not changed' using errcode = 'SA403';
  end if;
  perform from consultation_totals t where t.facility_id = old.facility_id and t.team_id = old.team_id
    and t.month = date_trunc('month', old.held_on)::date
    order by t.sex, t.age_band, t.displacement, t.disability, t.category_code, t.is_new for update;
  update consultation_totals t set count = t.count - n.count from (
    select c.sex, age_band_of(c.age_years) as band, c.displacement, c.disability, c.category_code, c.is_new, count(*)::integer as count
    from consultations c where c.register_id = old.id group by 1, 2, 3, 4, 5, 6) n
  where t.month = date_trunc('month', old.held_on)::date and t.facility_id = old.facility_id and t.team_id = old.team_id
    and (t.sex, t.age_band, t.displacement, t.disability, t.category_code, t.is_new)
      = (n.sex, n.band, n.displacement, n.disability, n.category_code, n.is_new);
  return new;
end $$;
--> statement-breakpoint
create trigger rules before update on consultation_registers for each row execute function register_rules();
--> statement-breakpoint
create policy supply_deliveries_app on supply_deliveries to sanad_app using (
  (select app_health()) and ((select app_scope()) = 'all' or team_id = any ((select app_teams())::uuid[])));
--> statement-breakpoint
create function app_sees_delivery(p_delivery uuid) returns boolean language plpgsql stable security definer set search_path = public as $$
begin
  return exists (select from supply_deliveries d where d.id = p_delivery and app_health_team(d.team_id));
end $$;
--> statement-breakpoint
create policy supply_items_app on supply_items to sanad_app using (app_sees_delivery(delivery_id));
--> statement-breakpoint
create policy supply_events_read on supply_events for select to sanad_app using (app_sees_delivery(delivery_id));
--> statement-breakpoint
create policy supply_events_add on supply_events for insert to sanad_app
  with check (app_sees_delivery(delivery_id) and actor_id = (select app_user()));
--> statement-breakpoint
-- One road for a delivery, and nobody approves what they planned.
create function supply_rules() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'INSERT' then
    if new.status <> 'planned' or (app_user() is not null and new.created_by <> app_user()) then
      raise exception 'a delivery begins planned' using errcode = 'SA403';
    end if;
    return new;
  end if;
  if (new.reference, new.created_by, new.team_id, new.created_at) is distinct from (old.reference, old.created_by, old.team_id, old.created_at) then
    raise exception 'history of deliveries is not changed' using errcode = 'SA403';
  end if;
  if new.version <> old.version + 1 then raise exception 'version of a delivery must count' using errcode = 'SA409'; end if;
  if new.status <> old.status then
    if (old.status, new.status) not in (('planned', 'approved'), ('approved', 'dispatched'), ('dispatched', 'received'), ('received', 'accepted'),
      ('received', 'discrepancy'), ('accepted', 'closed'), ('discrepancy', 'closed'), ('planned', 'cancelled'), ('approved', 'cancelled')) then
      raise exception 'referrals.refused.supply_not_now' using errcode = 'SA422';
    end if;
    if new.status = 'approved' then
      if new.approved_by is null or new.approved_by = new.created_by then
        raise exception 'referrals.refused.supply_own' using errcode = 'SA422';
      end if;
      if app_user() is not null and (new.approved_by <> app_user() or not (app_is('supervisor') or app_is('programme_manager'))) then
        raise exception 'not a role that approves' using errcode = '42501';
      end if;
    end if;
  elsif new.approved_by is distinct from old.approved_by then
    raise exception 'history of deliveries is not changed' using errcode = 'SA403';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger rules before insert or update on supply_deliveries for each row execute function supply_rules();
--> statement-breakpoint
-- What was sent is fixed once it is approved; what came is written when it was received.
create function supply_item_rules() returns trigger language plpgsql security definer set search_path = public as $$
declare v_status text;
begin
  select status into v_status from supply_deliveries where id = coalesce(new.delivery_id, old.delivery_id);
  if tg_op <> 'UPDATE' then
    if v_status <> 'planned' then raise exception 'referrals.refused.supply_fixed' using errcode = 'SA422'; end if;
    return coalesce(new, old);
  end if;
  if v_status <> 'planned' and (to_jsonb(new) - array['received', 'damaged', 'remark']) <> (to_jsonb(old) - array['received', 'damaged', 'remark']) then
    raise exception 'referrals.refused.supply_fixed' using errcode = 'SA422';
  end if;
  if (new.received, new.damaged) is distinct from (old.received, old.damaged) and v_status not in ('dispatched', 'received') then
    raise exception 'referrals.refused.supply_not_now' using errcode = 'SA422';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger rules before insert or update or delete on supply_items for each row execute function supply_item_rules();
--> statement-breakpoint
create policy api_keys_app on api_keys to sanad_app using ((select app_is('admin')));
--> statement-breakpoint
create policy api_key_facilities_app on api_key_facilities to sanad_app using ((select app_is('admin')));
--> statement-breakpoint
create policy api_reads_read on api_reads for select to sanad_app using ((select app_is('admin')));
--> statement-breakpoint
create function api_key_rules() returns trigger language plpgsql as $$
begin
  if app_user() is null then return new; end if;
  if tg_op = 'INSERT' then
    if new.created_by <> app_user() or new.approved_at is not null then
      raise exception 'admin.refused.second_admin' using errcode = 'SA422';
    end if;
    return new;
  end if;
  if (to_jsonb(new) - array['approved_by', 'approved_at', 'revoked_at', 'revoked_by', 'last_used_at'])
      <> (to_jsonb(old) - array['approved_by', 'approved_at', 'revoked_at', 'revoked_by', 'last_used_at']) then
    raise exception 'admin.refused.role_history' using errcode = 'SA422';
  end if;
  if new.approved_at is distinct from old.approved_at and (new.approved_by is distinct from app_user() or old.created_by = app_user()) then
    raise exception 'admin.refused.second_admin' using errcode = 'SA422';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger rules before insert or update on api_keys for each row execute function api_key_rules();
--> statement-breakpoint
-- Sending needs a consent that names fields and still holds, or an emergency with its reason; and a facility that is open.
create function referral_send_rules() returns trigger language plpgsql security definer set search_path = public as $$
declare v referrals;
begin
  select * into v from referrals where case_id = new.id;
  if v.case_id is null then raise exception 'a referral without its facts' using errcode = 'SA403'; end if;
  if not exists (select from facilities f where f.id = v.facility_id and f.closed_on is null and f.functional <> 'none') then
    raise exception 'referrals.refused.facility_closed' using errcode = 'SA422';
  end if;
  if not exists (select from consents s where s.id = v.consent_id and s.person_id = v.person_id and s.purpose = 'health_referral'
      and s.withdrawn_on is null and s.expires_on >= app_today() and cardinality(s.released_fields) > 0)
    and not (v.consent_id is null and v.priority = 'emergency_24h'
      and exists (select from referral_clinical m where m.case_id = v.case_id and m.emergency_reason <> '')) then
    raise exception 'referrals.refused.consent' using errcode = 'SA422';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger referral_send before update of status on cases for each row
  when (new.programme = 'health' and new.status = 'requested' and old.status <> 'requested') execute function referral_send_rules();
--> statement-breakpoint
-- The moments of a referral follow its status, and so does the facility's way in.
create function referral_follows() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update referrals r set
    requested_at = case when new.status = 'requested' then app_now() else r.requested_at end,
    due_at = case when new.status = 'requested' then app_now() + case r.priority when 'emergency_24h' then interval '24 hours'
      when 'urgent_72h' then interval '72 hours' else interval '14 days' end else r.due_at end,
    received_at = case when new.status in ('received', 'accepted', 'rejected') then coalesce(r.received_at, app_now()) else r.received_at end,
    accepted_at = case when new.status = 'accepted' then app_now() else r.accepted_at end,
    attended_at = case when new.status = 'attended' then app_now() else r.attended_at end,
    completed_at = case when new.status = 'completed' then app_now() else r.completed_at end,
    missed_count = r.missed_count + case when new.status = 'no_show' then 1 else 0 end
  where r.case_id = new.id;
  if new.status = 'requested' then
    update referrals r set sex = p.sex, age_band = age_band(p.birth_on, app_today()), displacement = displacement_on(p.id, app_today()),
      has_disability = has_disability(p.id, app_today()) from people p where p.id = r.person_id and r.case_id = new.id;
  end if;
  if new.status in ('completed', 'failed', 'rejected') then
    update referral_links set used_at = app_now() where case_id = new.id and used_at is null and revoked_at is null;
    update disclosures set ended_at = app_now(), ended_because = 'finished' where case_id = new.id and channel = 'facility_page' and ended_at is null;
  elsif new.status in ('cancelled', 'lost_to_follow_up') then
    update referral_links set revoked_at = app_now() where case_id = new.id and used_at is null and revoked_at is null;
    update disclosures set ended_at = app_now(), ended_because = 'revoked' where case_id = new.id and channel = 'facility_page' and ended_at is null;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger referral_follows after update of status on cases for each row
  when (new.programme = 'health' and new.status <> old.status) execute function referral_follows();
--> statement-breakpoint
-- A withdrawn consent stops open sharing in the same moment, and tells whoever has the case.
create function withdrawal_stops_sharing() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update referral_links l set revoked_at = app_now() from referrals r
    where r.consent_id = new.id and l.case_id = r.case_id and l.revoked_at is null and l.used_at is null;
  update disclosures set ended_at = app_now(), ended_because = 'consent_withdrawn' where consent_id = new.id
    and (ended_at is null or ended_because in ('finished', 'expired'));
  insert into notifications (id, user_id, kind, case_id, at)
    select app_id(), c.caseworker_id, 'consent_withdrawn', c.id, app_now() from referrals r join cases c on c.id = r.case_id
    where r.consent_id = new.id and c.closed_at is null and c.caseworker_id is not null and c.caseworker_id is distinct from app_user();
  return null;
end $$;
--> statement-breakpoint
create trigger stops_sharing after update of withdrawn_on on consents for each row
  when (old.withdrawn_on is null and new.withdrawn_on is not null) execute function withdrawal_stops_sharing();
--> statement-breakpoint
-- What a consent releases is what was agreed to: it is never widened afterwards.
create function released_fields_stay() returns trigger language plpgsql as $$
begin
  if new.released_fields <> old.released_fields then raise exception 'history of consents is not changed' using errcode = 'SA403'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger released_fields_stay before update on consents for each row execute function released_fields_stay();
--> statement-breakpoint
-- What figures are made of: one row a referral, without a name or a place finer than the district; see grant_facts.
create view referral_facts with (security_barrier) as
  select r.case_id, c.reference, c.district_pcode, c.team_id, c.status, r.service, r.priority, r.facility_id, r.requested_at, r.due_at,
    r.accepted_at, r.attended_at, r.completed_at, r.outcome, r.reject_reason, r.missed_count, r.sex, r.age_band, r.displacement, r.has_disability
  from referrals r join cases c on c.id = r.case_id
  where r.requested_at is not null and ((select app_health_figures())
    or ((select app_is('supervisor')) and (select app_health()) and c.team_id = any ((select app_teams())::uuid[])));
--> statement-breakpoint
grant select on referral_facts to sanad_app;
--> statement-breakpoint
-- The audit names what changed in the medical facts, never what stands there.
create function audit_touched() returns trigger language plpgsql security definer set search_path = public as $$
declare v_old jsonb := case when tg_op = 'INSERT' then '{}'::jsonb else to_jsonb(old) end; v_changes jsonb;
begin
  select coalesce(jsonb_object_agg(key, '["…", "…"]'::jsonb), '{}') into v_changes from jsonb_object_keys(to_jsonb(new)) as key
    where key in ('reason', 'diagnosis', 'emergency_reason', 'body') and v_old -> key is distinct from to_jsonb(new) -> key;
  if v_changes <> '{}' then
    insert into audit_log (actor_id, reason, table_name, row_id, subject_id, deed, changes, is_case_content)
      values (app_user(), nullif(current_setting('app.reason', true), ''), tg_table_name, new.case_id, new.case_id, lower(tg_op), v_changes, true);
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger audit after insert or update on referral_clinical for each row execute function audit_touched();
--> statement-breakpoint
create trigger audit after insert on referral_clinical_notes for each row execute function audit_touched();
--> statement-breakpoint
-- As before, and without the hashes of keys.
create or replace function audit_row() returns trigger language plpgsql security definer set search_path = public as $$
declare
  v_old jsonb := case when tg_op = 'INSERT' then '{}'::jsonb else to_jsonb(old) end;
  v_new jsonb := case when tg_op = 'DELETE' then '{}'::jsonb else to_jsonb(new) end;
  v_row jsonb := case when tg_op = 'DELETE' then v_old else v_new end;
  -- A document hangs on a case or on a person.
  v_subject text := coalesce(v_row ->> tg_argv[0], v_row ->> 'person_id');
  v_changes jsonb;
begin
  select coalesce(jsonb_object_agg(key, jsonb_build_array(v_old -> key, v_new -> key)), '{}') into v_changes
    from jsonb_object_keys(v_old || v_new) as key
    where key not in ('password_hash', 'draft_key', 'token_hash', 'key_hash', 'match_keys', 'version', 'shown')
      and v_old -> key is distinct from v_new -> key
      and not (tg_op = 'INSERT' and v_new -> key = 'null'::jsonb);
  if v_changes = '{}' and v_old ? 'password_hash' and v_old -> 'password_hash' is distinct from v_new -> 'password_hash' then
    v_changes := '{"password": ["…", "…"]}';
  end if;
  if v_changes <> '{}' then
    insert into audit_log (actor_id, reason, table_name, row_id, subject_id, deed, changes, is_case_content)
    values (app_user(), nullif(current_setting('app.reason', true), ''), tg_table_name,
      coalesce(v_row ->> 'id', v_row ->> 'case_id', v_row ->> 'pcode', v_row ->> 'code', v_row ->> tg_argv[0]),
      case when v_subject ~ '^[0-9a-f-]{36}$' then v_subject::uuid end,
      lower(tg_op), v_changes, tg_argv[1] = 'record');
  end if;
  return null;
end $$;
--> statement-breakpoint
do $$
declare entry text[];
begin
  foreach entry slice 1 in array array[
    ['referrals', 'case_id', 'record'], ['disclosures', 'case_id', 'record'],
    ['facilities', 'id', 'rights'], ['complaint_categories', 'code', 'rights'], ['consultation_registers', 'id', 'rights'],
    ['supply_deliveries', 'id', 'rights'], ['supply_items', 'delivery_id', 'rights'], ['api_keys', 'id', 'rights'],
    ['api_key_facilities', 'api_key_id', 'rights']] loop
    execute format('create trigger audit after insert or update or delete on %I for each row execute function audit_row(%L, %L)',
      entry[1], entry[2], entry[3]);
  end loop;
end $$;
--> statement-breakpoint
create trigger no_change before update or delete on supply_events for each row execute function refuse_change();
--> statement-breakpoint
create trigger no_change before update or delete on consultations for each row execute function refuse_change();
--> statement-breakpoint
create trigger no_change before update or delete on referral_clinical_notes for each row execute function refuse_change();
--> statement-breakpoint
grant select, insert, update on facilities, referrals, complaint_categories, consultation_registers, supply_deliveries, supply_items to sanad_app, sanad_system;
--> statement-breakpoint
grant delete on supply_items to sanad_app, sanad_system;
--> statement-breakpoint
grant select, insert on facility_imports, referral_attempts, consultations, supply_events to sanad_app, sanad_system;
--> statement-breakpoint
grant select on consultation_totals to sanad_app, sanad_system;
--> statement-breakpoint
grant select (case_id), insert, update (reason, diagnosis, emergency_reason, updated_by, updated_at) on referral_clinical to sanad_app;
--> statement-breakpoint
grant insert on referral_clinical_notes to sanad_app;
--> statement-breakpoint
grant select, insert, update on referral_clinical, referral_links, disclosures, api_keys to sanad_system;
--> statement-breakpoint
grant select, insert on referral_clinical_notes, api_key_facilities, api_reads to sanad_system;
--> statement-breakpoint
grant select (id, case_id, created_by, created_at, expires_at, revoked_at, used_at, first_opened_at, last_opened_at, openings),
  insert, update (revoked_at) on referral_links to sanad_app;
--> statement-breakpoint
grant select, insert, update (told_at, told_by, ended_at, ended_because) on disclosures to sanad_app;
--> statement-breakpoint
grant select (id, name, recipient_en, recipient_ar, prefix, scopes, created_by, created_at, approved_by, approved_at, expires_at, revoked_at, revoked_by, last_used_at),
  insert, update (approved_by, approved_at, revoked_at, revoked_by) on api_keys to sanad_app;
--> statement-breakpoint
grant select, insert on api_key_facilities to sanad_app;
--> statement-breakpoint
grant select on api_reads to sanad_app;
