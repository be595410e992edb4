-- Who sees and writes what of courses, committees, budgets, payments and visits.

-- A UUID v7 for the rows that triggers write: ordered by time like those of the program.
create function app_id() returns uuid language sql volatile as $$
  select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    placing substring(int8send((extract(epoch from app_now()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
$$;
--> statement-breakpoint
-- Who stands in for someone who is away sees that one's teams too, for those days.
create or replace function app_enter(p_user uuid) returns void language plpgsql security definer set search_path = public as $$
declare v_roles text[]; v_scope text;
begin
  if not exists (select from users where id = p_user and is_active) then
    raise exception 'no active user' using errcode = 'SA401';
  end if;
  select coalesce(array_agg(role), '{}') into v_roles
    from user_roles where user_id = p_user and approved_at is not null and ended_at is null;
  select scope into v_scope from role_scopes where role = any (v_roles)
    order by array_position(array['all', 'area', 'team', 'own', 'none'], scope) limit 1;
  perform set_config('app.user_id', p_user::text, true),
    set_config('app.roles', array_to_string(v_roles, ','), true),
    set_config('app.scope', coalesce(v_scope, 'none'), true),
    set_config('app.teams', array_to_string(teams_of(p_user), ','), true),
    set_config('app.areas', coalesce((select string_agg(district_pcode, ',') from user_areas
      where user_id = p_user and ended_at is null), ''), true),
    set_config('app.programmes', coalesce((select string_agg(programme, ',') from user_programmes
      where user_id = p_user and ended_at is null), ''), true);
end $$;
--> statement-breakpoint
create function holds_role(p_user uuid, p_role text) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from user_roles r join users u on u.id = r.user_id and u.is_active
    where r.user_id = p_user and r.role = p_role and r.approved_at is not null and r.ended_at is null) $$;
--> statement-breakpoint
-- The rights that are someone's for these days because they stand in for a holder who is away.
create function stands_in(p_user uuid) returns text[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(distinct d.permission), '{}') from delegations d
    where d.to_user_id = p_user and d.ended_at is null and app_today() between d.from_on and d.to_on
      and holds_role(d.from_user_id, case d.permission when 'grants.decide_first' then 'supervisor' else 'programme_manager' end) $$;
--> statement-breakpoint
create function teams_of(p_user uuid) returns uuid[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(distinct m.team_id), '{}') from team_members m
    where m.from_on <= app_today() and (m.to_on is null or m.to_on >= app_today())
      and (m.user_id = p_user or (holds_role(p_user, 'supervisor') and m.user_id in (select d.from_user_id from delegations d
        where d.to_user_id = p_user and d.permission = 'grants.decide_first' and d.ended_at is null
          and app_today() between d.from_on and d.to_on and holds_role(d.from_user_id, 'supervisor')))) $$;
--> statement-breakpoint
drop function session_open(text);
--> statement-breakpoint
create function session_open(p_token_hash text) returns table (session_id uuid, user_id uuid, name text, email text,
  locale text, draft_key text, roles text[], programmes text[], teams uuid[], areas text[], unread integer, stands_in text[])
language plpgsql security definer set search_path = public as $$
declare v_session sessions;
begin
  select * into v_session from sessions s where s.token_hash = p_token_hash and s.revoked_at is null
    and s.expires_at > now() and s.last_seen_at > now() - interval '15 minutes';
  if not found then return; end if;
  if v_session.last_seen_at < now() - interval '30 seconds' then
    update sessions s set last_seen_at = now() where s.id = v_session.id;
  end if;
  return query select v_session.id, u.id, u.name, u.email, u.locale, u.draft_key,
    array(select r.role from user_roles r where r.user_id = u.id and r.approved_at is not null and r.ended_at is null),
    array(select p.programme from user_programmes p where p.user_id = u.id and p.ended_at is null),
    teams_of(u.id),
    array(select a.district_pcode from user_areas a where a.user_id = u.id and a.ended_at is null),
    (select count(*)::integer from (select from notifications n where n.user_id = u.id and n.read_at is null limit 100) as unread),
    stands_in(u.id)
    from users u where u.id = v_session.user_id and u.is_active;
end $$;
--> statement-breakpoint
grant execute on function session_open(text) to public;
--> statement-breakpoint
create function app_reaches_team(p_team uuid) returns boolean language sql stable as $$
  select app_scope() = 'all' or (app_scope() <> 'none' and p_team = any (app_teams())) $$;
--> statement-breakpoint
-- Finance pays for grants without reading cases: it sees what concerns money, and only in its programme.
create function app_pays() returns boolean language sql stable as $$
  select app_is('finance_officer') and 'livelihoods' = any (app_programmes()) $$;
--> statement-breakpoint
create function app_budgets() returns boolean language sql stable as $$
  select (app_is('finance_officer') or app_is('programme_manager')) and 'livelihoods' = any (app_programmes()) $$;
--> statement-breakpoint
create function app_sees_tranche(p_tranche uuid) returns boolean language plpgsql stable security definer set search_path = public as $$
begin
  return exists (select from tranches t where t.id = p_tranche and (app_pays() or app_sees_case(t.case_id)));
end $$;
--> statement-breakpoint
create function app_sees_meeting(p_meeting uuid) returns boolean language plpgsql stable security definer set search_path = public as $$
begin
  return exists (select from committee_meetings m where m.id = p_meeting and app_reaches_team(m.team_id))
    or exists (select from committee_members m where m.meeting_id = p_meeting and m.user_id = app_user());
end $$;
--> statement-breakpoint
-- Others' scores are open to whoever has scored, and to all once the outcome is recorded or every member has had their say.
create function app_sees_scores(p_item uuid) returns boolean language plpgsql stable security definer set search_path = public as $$
begin
  return exists (select from committee_items i where i.id = p_item and app_sees_case(i.case_id) and (
    i.outcome is not null
    or exists (select from committee_scores s where s.item_id = i.id and s.user_id = app_user())
    or (app_is('supervisor') and not exists (select from committee_members m where m.meeting_id = i.meeting_id and m.user_id = app_user())
      and not exists (select from committee_members m where m.meeting_id = i.meeting_id
        and not exists (select from committee_scores s where s.item_id = i.id and s.user_id = m.user_id)
        and not exists (select from committee_declarations d where d.item_id = i.id and d.user_id = m.user_id and d.has_conflict)))));
end $$;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['funding_round_districts', 'funding_round_quotas', 'budget_changes', 'budget_lines', 'funding_sources',
    'funding_source_districts', 'ledger_entries', 'courses', 'course_sessions', 'course_enrolments', 'attendance', 'training_waivers',
    'committee_meetings', 'committee_members', 'committee_items', 'committee_declarations', 'committee_scores', 'agreements', 'tranches',
    'tranche_events', 'release_lists', 'release_list_rows', 'payment_imports', 'payment_import_rows', 'monitoring_visits',
    'safety_concerns', 'delegations', 'staff_kin', 'business_plan_months', 'business_plan_milestones'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I to sanad_system using (true) with check (true)', t || '_system', t);
  end loop;
  -- What hangs on a case is seen with the case.
  foreach t in array array['business_plan_months', 'business_plan_milestones', 'training_waivers', 'course_enrolments',
    'committee_items', 'agreements', 'monitoring_visits'] loop
    execute format('create policy %I on %I to sanad_app using (app_sees_case(case_id))', t || '_app', t);
  end loop;
end $$;
--> statement-breakpoint
drop policy funding_rounds_add on funding_rounds;
--> statement-breakpoint
drop policy funding_rounds_edit on funding_rounds;
--> statement-breakpoint
create policy funding_rounds_add on funding_rounds for insert to sanad_app with check ((select app_is('programme_manager')));
--> statement-breakpoint
create policy funding_rounds_edit on funding_rounds for update to sanad_app using ((select app_is('programme_manager')));
--> statement-breakpoint
create policy funding_round_districts_read on funding_round_districts for select to sanad_app using ((select app_user()) is not null);
--> statement-breakpoint
create policy funding_round_districts_write on funding_round_districts to sanad_app using ((select app_is('programme_manager')));
--> statement-breakpoint
create policy funding_round_quotas_read on funding_round_quotas for select to sanad_app using ((select app_user()) is not null);
--> statement-breakpoint
create policy funding_round_quotas_write on funding_round_quotas to sanad_app using ((select app_is('programme_manager')));
--> statement-breakpoint
create policy funding_sources_read on funding_sources for select to sanad_app using ((select app_budgets()) or (select app_is('supervisor')));
--> statement-breakpoint
create policy funding_sources_propose on funding_sources for insert to sanad_app
  with check ((select app_budgets()) and state = 'proposed' and proposed_by = (select app_user()));
--> statement-breakpoint
create policy funding_source_districts_read on funding_source_districts for select to sanad_app using ((select app_budgets()) or (select app_is('supervisor')));
--> statement-breakpoint
create policy funding_source_districts_propose on funding_source_districts for insert to sanad_app with check ((select app_budgets())
  and exists (select from funding_sources s where s.id = source_id and s.state = 'proposed' and s.proposed_by = (select app_user())));
--> statement-breakpoint
create policy budget_lines_read on budget_lines for select to sanad_app using ((select app_budgets()) or (select app_is('supervisor')));
--> statement-breakpoint
create policy budget_lines_propose on budget_lines for insert to sanad_app with check ((select app_budgets()) and state = 'proposed'
  and proposed_by = (select app_user()) and allocated_minor = 0 and committed_minor = 0 and released_minor = 0 and spent_minor = 0);
--> statement-breakpoint
create policy budget_changes_read on budget_changes for select to sanad_app using ((select app_budgets()));
--> statement-breakpoint
create policy budget_changes_propose on budget_changes for insert to sanad_app
  with check ((select app_budgets()) and proposed_by = (select app_user()) and outcome is null);
--> statement-breakpoint
create policy budget_changes_decide on budget_changes for update to sanad_app using ((select app_budgets()));
--> statement-breakpoint
create policy ledger_entries_read on ledger_entries for select to sanad_app
  using ((select app_budgets()) or ((select app_is('supervisor')) and case_id is not null and app_sees_case(case_id)));
--> statement-breakpoint
create policy courses_app on courses to sanad_app using (app_reaches_team(team_id));
--> statement-breakpoint
create policy course_sessions_app on course_sessions to sanad_app using (exists (select from courses c where c.id = course_id));
--> statement-breakpoint
create policy attendance_app on attendance to sanad_app using (exists (select from course_enrolments e where e.id = enrolment_id));
--> statement-breakpoint
create policy committee_meetings_app on committee_meetings to sanad_app using (app_sees_meeting(id)) with check (app_reaches_team(team_id));
--> statement-breakpoint
create policy committee_members_app on committee_members to sanad_app using (app_sees_meeting(meeting_id));
--> statement-breakpoint
create policy committee_declarations_app on committee_declarations to sanad_app
  using (user_id = (select app_user()) or app_sees_scores(item_id)) with check (user_id = (select app_user()));
--> statement-breakpoint
create policy committee_scores_app on committee_scores to sanad_app
  using (user_id = (select app_user()) or app_sees_scores(item_id)) with check (user_id = (select app_user()));
--> statement-breakpoint
create policy tranches_app on tranches to sanad_app using ((select app_pays()) or app_sees_case(case_id));
--> statement-breakpoint
create policy tranche_events_app on tranche_events for select to sanad_app using ((select app_pays()) or app_sees_case(case_id));
--> statement-breakpoint
create policy release_lists_app on release_lists to sanad_app using ((select app_pays()));
--> statement-breakpoint
create policy release_list_rows_app on release_list_rows to sanad_app using ((select app_pays()));
--> statement-breakpoint
create policy payment_imports_app on payment_imports to sanad_app using ((select app_pays()));
--> statement-breakpoint
create policy payment_import_rows_app on payment_import_rows to sanad_app using ((select app_pays()));
--> statement-breakpoint
-- A worry about someone's safety is written by whoever heard it and read by the team's supervisors.
create policy safety_concerns_raise on safety_concerns for insert to sanad_app
  with check (app_sees_case(case_id) and raised_by = (select app_user()) and handled_by is null);
--> statement-breakpoint
create policy safety_concerns_read on safety_concerns for select to sanad_app using ((select app_is('supervisor')) and app_sees_case(case_id));
--> statement-breakpoint
create policy safety_concerns_handle on safety_concerns for update to sanad_app using ((select app_is('supervisor')) and app_sees_case(case_id));
--> statement-breakpoint
create policy delegations_read on delegations for select to sanad_app using ((select app_user()) is not null);
--> statement-breakpoint
create policy delegations_make on delegations for insert to sanad_app with check (from_user_id = (select app_user()));
--> statement-breakpoint
create policy delegations_end on delegations for update to sanad_app using (from_user_id = (select app_user()));
--> statement-breakpoint
create policy staff_kin_read on staff_kin for select to sanad_app using (user_id = (select app_user()) or app_sees_person(person_id));
--> statement-breakpoint
create policy staff_kin_record on staff_kin for insert to sanad_app
  with check (recorded_by = (select app_user()) and app_sees_person(person_id));
--> statement-breakpoint
create policy staff_kin_end on staff_kin for update to sanad_app
  using ((select app_is('supervisor')) and user_id <> (select app_user()) and app_sees_person(person_id));
--> statement-breakpoint
-- The hand that writes is the hand that is written down.
do $$
declare entry text[];
begin
  foreach entry slice 1 in array array[
    ['courses', 'created_by'], ['course_enrolments', 'enrolled_by'], ['training_waivers', 'waived_by'], ['attendance', 'marked_by'],
    ['committee_meetings', 'convened_by'], ['agreements', 'made_by'], ['tranches', 'created_by'], ['release_lists', 'made_by'],
    ['payment_imports', 'imported_by']] loop
    execute format('create policy %I on %I as restrictive for insert to sanad_app with check (%I = (select app_user()))',
      entry[1] || '_own_hand', entry[1], entry[2]);
  end loop;
end $$;
--> statement-breakpoint
drop policy documents_app on documents;
--> statement-breakpoint
create policy documents_app on documents to sanad_app using (
  case when case_id is not null then app_sees_case(case_id) or (tranche_id is not null and app_sees_tranche(tranche_id))
    else app_sees_person(person_id) end);
--> statement-breakpoint
alter table documents add constraint documents_tranche_fk foreign key (tranche_id) references tranches (id);
--> statement-breakpoint
create function document_of_tranche() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if not exists (select from tranches t where t.id = new.tranche_id and t.case_id = new.case_id) then
    raise exception 'a receipt belongs to the case of its tranche' using errcode = 'SA403';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger of_tranche before insert on documents for each row when (new.tranche_id is not null) execute function document_of_tranche();
--> statement-breakpoint
-- Privileges: history is written and read, never changed; balances, states and events are the triggers' alone.
grant select, insert, update on courses, course_sessions, course_enrolments, attendance, committee_meetings, committee_items, agreements,
  tranches, release_lists, release_list_rows, payment_imports, payment_import_rows, delegations, staff_kin, safety_concerns,
  budget_changes, business_plan_months, business_plan_milestones to sanad_app, sanad_system;
--> statement-breakpoint
grant select, insert on funding_sources, funding_source_districts, budget_lines, training_waivers, committee_members,
  committee_declarations, committee_scores, funding_round_districts, funding_round_quotas to sanad_app, sanad_system;
--> statement-breakpoint
grant select, update on monitoring_visits to sanad_app, sanad_system;
--> statement-breakpoint
grant insert on monitoring_visits to sanad_system;
--> statement-breakpoint
grant select on ledger_entries, tranche_events to sanad_app, sanad_system;
--> statement-breakpoint
grant delete on business_plan_months, business_plan_milestones, course_sessions, committee_members, funding_round_districts,
  funding_round_quotas to sanad_app, sanad_system;
--> statement-breakpoint
do $$
declare entry text[];
begin
  -- Scores and declarations are not audited: they never change, and the audit must not tell them before their time.
  foreach entry slice 1 in array array[
    ['courses', 'id', 'record'], ['course_sessions', 'course_id', 'record'], ['course_enrolments', 'case_id', 'record'],
    ['attendance', 'enrolment_id', 'record'], ['training_waivers', 'case_id', 'record'], ['committee_meetings', 'id', 'record'],
    ['committee_members', 'meeting_id', 'record'], ['committee_items', 'case_id', 'record'], ['agreements', 'case_id', 'record'],
    ['tranches', 'case_id', 'record'], ['monitoring_visits', 'case_id', 'record'], ['business_plan_months', 'case_id', 'record'],
    ['business_plan_milestones', 'case_id', 'record'], ['staff_kin', 'person_id', 'record'],
    ['funding_sources', 'id', 'rights'], ['budget_lines', 'id', 'rights'], ['budget_changes', 'id', 'rights'],
    ['funding_round_quotas', 'funding_round_id', 'rights'], ['funding_round_districts', 'funding_round_id', 'rights'],
    ['delegations', 'to_user_id', 'rights'], ['release_lists', 'id', 'record'], ['payment_imports', 'id', 'record']] loop
    execute format('create trigger audit after insert or update or delete on %I for each row execute function audit_row(%L, %L)',
      entry[1], entry[2], entry[3]);
  end loop;
end $$;
--> statement-breakpoint
create trigger no_change before update or delete on ledger_entries for each row execute function refuse_change();
--> statement-breakpoint
create trigger no_truncate before truncate on ledger_entries for each statement execute function refuse_change();
--> statement-breakpoint
create trigger no_change before update or delete on tranche_events for each row execute function refuse_change();
--> statement-breakpoint
create trigger only_these before update on delegations for each row execute function only_these_change('', 'ended_at');
--> statement-breakpoint
create trigger only_these before update on staff_kin for each row execute function only_these_change('', 'ended_at');
--> statement-breakpoint
create trigger only_these before update on safety_concerns for each row execute function only_these_change('handling', 'handled_by,handled_at');
--> statement-breakpoint
create trigger only_these before update on course_enrolments for each row execute function
  only_these_change('', 'left_at,certificate_number,certified_by,certified_at');
--> statement-breakpoint
create trigger only_these before update on agreements for each row execute function only_these_change('', 'signed_on,signed_document_id,voided_at');
--> statement-breakpoint
create trigger only_these before update on monitoring_visits for each row execute function only_these_change('remark',
  'visited_on,received,business,monthly_profit_minor,jobs_women_full,jobs_women_part,jobs_men_full,jobs_men_part,satisfaction,has_safety_issue,visited_by,recorded_at');
--> statement-breakpoint
create trigger only_these before update on release_lists for each row execute function only_these_change('state', '');
