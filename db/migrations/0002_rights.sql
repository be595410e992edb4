-- Who sees and changes what, and what the database itself refuses. The floor under every screen and command.

-- The permission table of lib/auth/roles.ts as far as reading records goes; a test keeps the two equal.
create table role_scopes (role text primary key, scope text not null);
--> statement-breakpoint
insert into role_scopes values
  ('caseworker', 'team'), ('supervisor', 'team'), ('programme_manager', 'all'),
  ('finance_officer', 'none'), ('analyst', 'none'), ('admin', 'none');
--> statement-breakpoint
create function app_today() returns date language sql stable parallel safe as
$$ select (app_now() at time zone 'Asia/Baghdad')::date $$;
--> statement-breakpoint
-- Enters the transaction as a user: everything that policies ask is read from the tables, here, once.
create function app_enter(p_user uuid) returns void language plpgsql security definer set search_path = public as $$
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
    set_config('app.teams', coalesce((select string_agg(distinct team_id::text, ',') from team_members
      where user_id = p_user and from_on <= app_today() and (to_on is null or to_on >= app_today())), ''), true),
    set_config('app.areas', coalesce((select string_agg(district_pcode, ',') from user_areas
      where user_id = p_user and ended_at is null), ''), true),
    set_config('app.programmes', coalesce((select string_agg(programme, ',') from user_programmes
      where user_id = p_user and ended_at is null), ''), true);
end $$;
--> statement-breakpoint
create function app_is(p_role text) returns boolean language sql stable parallel safe as
$$ select p_role = any (app_roles()) $$;
--> statement-breakpoint
-- Scope of one case, for the tables that hang on it. A function, so that it is never turned into a scan of all cases.
create function app_sees_case(p_case uuid) returns boolean language plpgsql stable security definer set search_path = public as $$
begin
  return exists (select from cases c where c.id = p_case and c.programme = any (app_programmes()) and (
    app_scope() = 'all'
    or (app_scope() = 'team' and c.team_id = any (app_teams()))
    or (app_scope() = 'area' and c.district_pcode = any (app_areas()))
    or (app_scope() <> 'none' and (c.caseworker_id = app_user() or (c.caseworker_id is null and c.created_by = app_user())))
    or (app_scope() <> 'none' and exists (
      select from case_transfers t where t.case_id = c.id and t.to_user_id = app_user() and t.state = 'pending'))));
end $$;
--> statement-breakpoint
create function app_sees_person(p_person uuid) returns boolean language plpgsql stable security definer set search_path = public as $$
begin
  if app_scope() = 'none' then return false; end if;
  return exists (select from people p where p.id = p_person and (
      app_scope() = 'all'
      or (app_scope() = 'team' and p.team_id = any (app_teams()))
      or (app_scope() = 'area' and p.district_pcode = any (app_areas()))
      or p.caseworker_id = app_user() or (p.caseworker_id is null and p.created_by = app_user())))
    or exists (select from grants g where g.person_id = p_person and app_sees_case(g.case_id));
end $$;
--> statement-breakpoint
create function app_sees_household(p_household uuid) returns boolean language plpgsql stable security definer set search_path = public as $$
begin
  return app_scope() <> 'none' and (
    exists (select from households h where h.id = p_household and (app_scope() = 'all' or h.team_id = any (app_teams())))
    or exists (select from household_members m where m.household_id = p_household and app_sees_person(m.person_id)));
end $$;
--> statement-breakpoint
-- People and cases: written out with scalar subselects, so that settings are read once a query and not once a row.
alter table people enable row level security;
--> statement-breakpoint
create policy people_app on people to sanad_app using (
  (select app_scope()) = 'all'
  or ((select app_scope()) = 'team' and team_id = any ((select app_teams())::uuid[]))
  or ((select app_scope()) = 'area' and district_pcode = any ((select app_areas())::text[]))
  or ((select app_scope()) <> 'none' and (caseworker_id = (select app_user()) or (caseworker_id is null and created_by = (select app_user()))))
  or ((select app_scope()) <> 'none' and app_sees_person(id)))
  with check (
  (select app_scope()) = 'all'
  or ((select app_scope()) = 'team' and team_id = any ((select app_teams())::uuid[]))
  or ((select app_scope()) = 'area' and district_pcode = any ((select app_areas())::text[]))
  or ((select app_scope()) <> 'none' and app_sees_person(id)));
--> statement-breakpoint
alter table cases enable row level security;
--> statement-breakpoint
create policy cases_app on cases to sanad_app using (
  programme = any ((select app_programmes())::text[]) and (
    (select app_scope()) = 'all'
    or ((select app_scope()) = 'team' and team_id = any ((select app_teams())::uuid[]))
    or ((select app_scope()) = 'area' and district_pcode = any ((select app_areas())::text[]))
    or ((select app_scope()) <> 'none' and (caseworker_id = (select app_user()) or (caseworker_id is null and created_by = (select app_user()))))
    or ((select app_scope()) <> 'none' and app_sees_case(id))))
  -- A case may be handed to a team that its giver does not see; what is written is the command's and the triggers' to judge.
  with check (programme = any ((select app_programmes())::text[]) and (select app_scope()) <> 'none');
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['case_events', 'case_assignments', 'case_transfers', 'notes', 'tasks', 'grants',
    'grant_screenings', 'grant_verifications', 'business_plans', 'business_plan_lines', 'grant_decisions'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I to sanad_app using (app_sees_case(case_id))', t || '_app', t);
  end loop;
  foreach t in array array['household_members', 'displacements', 'consents', 'washington_answers'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I to sanad_app using (app_sees_person(person_id))', t || '_app', t);
  end loop;
end $$;
--> statement-breakpoint
alter table documents enable row level security;
--> statement-breakpoint
create policy documents_app on documents to sanad_app
  using (case when case_id is not null then app_sees_case(case_id) else app_sees_person(person_id) end);
--> statement-breakpoint
alter table households enable row level security;
--> statement-breakpoint
create policy households_app on households to sanad_app using (app_sees_household(id))
  with check ((select app_scope()) = 'all' or team_id = any ((select app_teams())::uuid[]));
--> statement-breakpoint
alter table duplicate_flags enable row level security;
--> statement-breakpoint
create policy duplicate_flags_app on duplicate_flags to sanad_app
  using (app_sees_person(person_id) or app_sees_person(other_person_id));
--> statement-breakpoint
alter table person_words enable row level security;
--> statement-breakpoint
create policy person_words_app on person_words to sanad_app using (
  (select app_scope()) = 'all' or team_id = any ((select app_teams())::uuid[]) or app_sees_person(person_id));
--> statement-breakpoint
alter table name_words enable row level security;
--> statement-breakpoint
create policy name_words_app on name_words to sanad_app using ((select app_scope()) <> 'none');
--> statement-breakpoint
-- What is one's own.
alter table notifications enable row level security;
--> statement-breakpoint
create policy notifications_own on notifications for select to sanad_app using (user_id = (select app_user()));
--> statement-breakpoint
create policy notifications_read on notifications for update to sanad_app using (user_id = (select app_user()));
--> statement-breakpoint
create policy notifications_tell on notifications for insert to sanad_app with check ((select app_user()) is not null);
--> statement-breakpoint
alter table saved_views enable row level security;
--> statement-breakpoint
create policy saved_views_own on saved_views to sanad_app using (user_id = (select app_user()));
--> statement-breakpoint
alter table sessions enable row level security;
--> statement-breakpoint
create policy sessions_own on sessions to sanad_app using (user_id = (select app_user()));
--> statement-breakpoint
alter table command_log enable row level security;
--> statement-breakpoint
create policy command_log_own on command_log to sanad_app using (actor_id = (select app_user()));
--> statement-breakpoint
alter table read_log enable row level security;
--> statement-breakpoint
create policy read_log_write on read_log for insert to sanad_app with check (actor_id = (select app_user()));
--> statement-breakpoint
create policy read_log_read on read_log for select to sanad_app
  using (app_is('supervisor') and record_type = 'person' and app_sees_person(record_id));
--> statement-breakpoint
-- An admin reads who changed rights and reference lists, never what stands in a person's or a case's row.
alter table audit_log enable row level security;
--> statement-breakpoint
create policy audit_log_rights on audit_log for select to sanad_app using (not is_case_content and (select app_is('admin')));
--> statement-breakpoint
create policy audit_log_records on audit_log for select to sanad_app using (
  is_case_content and (select app_scope()) <> 'none' and (app_sees_person(subject_id) or app_sees_case(subject_id)));
--> statement-breakpoint
-- Users and rights: everyone signed in may know colleagues' names; only an admin writes, never on themselves.
alter table users enable row level security;
--> statement-breakpoint
create policy users_read on users for select to sanad_app using ((select app_user()) is not null);
--> statement-breakpoint
create policy users_add on users for insert to sanad_app with check ((select app_is('admin')));
--> statement-breakpoint
create policy users_edit on users for update to sanad_app using ((select app_is('admin')));
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['user_roles', 'user_programmes', 'user_areas', 'teams', 'team_members', 'locations', 'sectors',
    'approval_limits', 'funding_rounds'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I for select to sanad_app using ((select app_user()) is not null)', t || '_read', t);
    execute format('create policy %I on %I for insert to sanad_app with check ((select app_is(''admin'')))', t || '_add', t);
    execute format('create policy %I on %I for update to sanad_app using ((select app_is(''admin'')))', t || '_edit', t);
  end loop;
end $$;
--> statement-breakpoint
alter table one_time_links enable row level security;
--> statement-breakpoint
create policy one_time_links_make on one_time_links for insert to sanad_app
  with check ((select app_is('admin')) and created_by = (select app_user()));
--> statement-breakpoint
alter table sign_in_throttle enable row level security;
--> statement-breakpoint
create policy sign_in_throttle_unlock on sign_in_throttle for all to sanad_app using ((select app_is('admin')));
--> statement-breakpoint
alter table consent_texts enable row level security;
--> statement-breakpoint
create policy consent_texts_read on consent_texts for select to sanad_app using ((select app_user()) is not null);
--> statement-breakpoint
alter table role_scopes enable row level security;
--> statement-breakpoint
-- Jobs, seed and sign-in see what they need; they cannot rewrite history either (grants below).
do $$
declare t text;
begin
  for t in select tablename from pg_tables where schemaname = 'public' loop
    execute format('create policy %I on %I to sanad_system using (true) with check (true)', t || '_system', t);
  end loop;
end $$;
--> statement-breakpoint
-- Privileges. Nothing is given by default; history is written and read, never changed.
revoke all on all tables in schema public from public;
--> statement-breakpoint
grant select, insert, update on people, households, household_members, displacements, consents, washington_answers,
  duplicate_flags, cases, case_assignments, case_transfers, tasks, grants, business_plans, business_plan_lines,
  user_roles, user_programmes, user_areas, teams, team_members, locations, sectors, approval_limits, funding_rounds,
  notifications, saved_views to sanad_app, sanad_system;
--> statement-breakpoint
grant select, insert on case_events, notes, documents, grant_screenings, grant_verifications, grant_decisions,
  person_words, name_words, command_log, read_log, consent_texts to sanad_app, sanad_system;
--> statement-breakpoint
revoke insert on consent_texts from sanad_app;
--> statement-breakpoint
grant delete on business_plan_lines, saved_views, person_words, documents to sanad_app, sanad_system;
--> statement-breakpoint
grant select on audit_log to sanad_app, sanad_system;
--> statement-breakpoint
grant select (id, email, name, locale, is_active, created_at, version), insert (id, email, name, locale, is_active, draft_key),
  update (email, name, locale, is_active, version) on users to sanad_app;
--> statement-breakpoint
grant select, insert, update on users, sessions, sign_in_throttle, one_time_links to sanad_system;
--> statement-breakpoint
grant delete on sign_in_throttle, sessions, command_log to sanad_system;
--> statement-breakpoint
grant select (id, user_id, created_at, last_seen_at, expires_at, revoked_at, user_agent, address), update (revoked_at) on sessions to sanad_app;
--> statement-breakpoint
grant insert on one_time_links to sanad_app;
--> statement-breakpoint
grant select, delete on sign_in_throttle to sanad_app;
