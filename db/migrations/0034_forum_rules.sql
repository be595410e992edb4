-- Who sees and writes what of forums, sessions, concerns and actions, and what the database refuses there.

-- Roles whose giving needs a second admin: one list for the rules below.
create function role_needs_second_admin(p_role text) returns boolean language sql immutable parallel safe as $$
  select p_role in ('supervisor', 'programme_manager', 'finance_officer', 'focal_point', 'admin') $$;
--> statement-breakpoint
insert into role_scopes values ('focal_point', 'none');
--> statement-breakpoint
-- As before, for the focal point too.
create or replace function user_role_rules() returns trigger language plpgsql security definer set search_path = public as $$
declare
  v_me uuid := app_user();
  v_needs_two boolean := role_needs_second_admin(new.role);
  v_is_approved_now boolean := new.approved_at is not null and (tg_op = 'INSERT' or old.approved_at is null);
  v_held text[];
  v_apart_from_finance text[] := array['supervisor', 'programme_manager', 'caseworker', 'focal_point'];
begin
  if tg_op = 'UPDATE' and (new.user_id <> old.user_id or new.role <> old.role or new.requested_by is distinct from old.requested_by
      or new.requested_at is distinct from old.requested_at
      or (old.approved_at is not null and (new.approved_by is distinct from old.approved_by or new.approved_at is distinct from old.approved_at))
      or (old.ended_at is not null and (new.ended_at is distinct from old.ended_at or new.ended_by is distinct from old.ended_by))) then
    raise exception 'admin.refused.role_history' using errcode = 'SA422';
  end if;
  if v_me is not null then
    if new.user_id = v_me then raise exception 'admin.refused.own_role' using errcode = 'SA422'; end if;
    if tg_op = 'INSERT' and new.requested_by is distinct from v_me then raise exception 'admin.refused.own_role' using errcode = 'SA422'; end if;
    if v_is_approved_now then
      if new.approved_by is null then raise exception 'admin.refused.second_admin' using errcode = 'SA422'; end if;
      if new.approved_by <> v_me then raise exception 'admin.refused.own_role' using errcode = 'SA422'; end if;
      if v_needs_two and new.approved_by = new.requested_by then raise exception 'admin.refused.second_admin' using errcode = 'SA422'; end if;
    elsif new.approved_at is null and new.approved_by is not null then
      raise exception 'admin.refused.second_admin' using errcode = 'SA422';
    end if;
    if new.ended_at is not null and (tg_op = 'INSERT' or old.ended_at is null) and new.ended_by is distinct from v_me then
      raise exception 'admin.refused.own_role' using errcode = 'SA422';
    end if;
  end if;
  if new.user_id = new.approved_by then raise exception 'admin.refused.own_role' using errcode = 'SA422'; end if;
  if new.ended_at is null then
    -- One change of rights at a time for a user, so that two halves of a forbidden pair cannot pass each other.
    perform from users where id = new.user_id for update;
    select array_agg(role) into v_held from user_roles where user_id = new.user_id and ended_at is null and id <> new.id;
    if (new.role = 'admin' and cardinality(v_held) > 0) or 'admin' = any (v_held)
      or (new.role = 'finance_officer' and v_held && v_apart_from_finance)
      or ('finance_officer' = any (v_held) and new.role = any (v_apart_from_finance)) then
      raise exception 'admin.refused.incompatible' using errcode = 'SA422';
    end if;
  end if;
  return new;
end $$;
--> statement-breakpoint
create or replace function approver_email_rules() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if app_user() is not null and old.password_hash is not null and exists (select from user_roles r where r.user_id = new.id
      and r.ended_at is null and role_needs_second_admin(r.role)) then
    raise exception 'admin.refused.email_of_approver' using errcode = 'SA422';
  end if;
  return new;
end $$;
--> statement-breakpoint
create or replace function role_ends_links() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if role_needs_second_admin(new.role) then
    update one_time_links l set used_at = now() where l.user_id = new.user_id and l.used_at is null
      and exists (select from users u where u.id = new.user_id and u.password_hash is not null);
  end if;
  return null;
end $$;
--> statement-breakpoint
-- A concern is the team's alone until it is triaged, and a restricted one the focal point's alone: neither who wrote it down
-- nor who leads them reads it back.
create function app_is_untriaged(p_programme text, p_status text) returns boolean language sql immutable parallel safe as $$
  select p_programme = 'policing' and p_status in ('raised', 'triage') $$;
--> statement-breakpoint
create function app_is_focal() returns boolean language sql stable parallel safe as $$
  select app_is('focal_point') and 'policing' = any (app_programmes()) $$;
--> statement-breakpoint
create or replace function app_sees_case(p_case uuid) returns boolean language plpgsql stable security definer set search_path = public as $$
begin
  return exists (select from cases c where c.id = p_case and c.programme = any (app_programmes()) and case
    when c.status = 'restricted' then app_is_focal()
    else (app_scope() = 'all' and not app_is_untriaged(c.programme, c.status))
      or (app_scope() = 'team' and c.team_id = any (app_teams()))
      or (app_scope() = 'area' and c.district_pcode = any (app_areas()) and not app_is_untriaged(c.programme, c.status))
      or (app_scope() <> 'none' and (c.caseworker_id = app_user() or (c.caseworker_id is null and c.created_by = app_user())))
      or (app_scope() <> 'none' and not app_is_untriaged(c.programme, c.status) and exists (
        select from case_transfers t where t.case_id = c.id and t.to_user_id = app_user() and t.state = 'pending')) end);
end $$;
--> statement-breakpoint
drop policy cases_app on cases;
--> statement-breakpoint
create policy cases_app on cases to sanad_app using (
  programme = any ((select app_programmes())::text[]) and case when status = 'restricted' then (select app_is_focal()) else
    ((select app_scope()) = 'all' and (programme <> 'policing' or status not in ('raised', 'triage')))
    or ((select app_scope()) = 'team' and team_id = any ((select app_teams())::uuid[]))
    or ((select app_scope()) = 'area' and district_pcode = any ((select app_areas())::text[])
      and (programme <> 'policing' or status not in ('raised', 'triage')))
    or ((select app_scope()) <> 'none' and (caseworker_id = (select app_user()) or (caseworker_id is null and created_by = (select app_user()))))
    or ((select app_scope()) <> 'none' and app_sees_case(id)) end)
  -- A case may be handed to a team that its giver does not see; what is written is the command's and the triggers' to judge.
  with check (programme = any ((select app_programmes())::text[]) and (select app_scope()) <> 'none' and status <> 'restricted');
--> statement-breakpoint
create function app_policing() returns boolean language sql stable parallel safe as $$
  select app_scope() <> 'none' and 'policing' = any (app_programmes()) $$;
--> statement-breakpoint
create function app_policing_figures() returns boolean language sql stable parallel safe as $$
  select 'policing' = any (app_programmes()) and (app_is('analyst') or app_is('programme_manager')) $$;
--> statement-breakpoint
create function app_sees_forum(p_forum uuid) returns boolean language plpgsql stable security definer set search_path = public as $$
begin
  return app_policing() and exists (select from forums f where f.id = p_forum and app_reaches_team(f.team_id));
end $$;
--> statement-breakpoint
-- Who works with the forum: its own team. Names of people who speak with the police do not leave it.
create function app_works_forum(p_forum uuid) returns boolean language plpgsql stable security definer set search_path = public as $$
begin
  return app_policing() and (app_is('caseworker') or app_is('supervisor'))
    and exists (select from forums f where f.id = p_forum and f.team_id = any (app_teams()));
end $$;
--> statement-breakpoint
create function app_sees_session(p_session uuid) returns boolean language plpgsql stable security definer set search_path = public as $$
begin
  return exists (select from forum_sessions s where s.id = p_session and app_sees_forum(s.forum_id));
end $$;
--> statement-breakpoint
create function app_works_session(p_session uuid) returns boolean language plpgsql stable security definer set search_path = public as $$
begin
  return exists (select from forum_sessions s where s.id = p_session and app_works_forum(s.forum_id));
end $$;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['forums', 'forum_members', 'forum_sessions', 'session_items', 'session_invites', 'session_attendance', 'forum_events',
    'safety_plans', 'safety_measures', 'concerns', 'concern_texts', 'restricted_concerns', 'restricted_notes', 'pathway_counts', 'forum_actions'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I to sanad_system using (true) with check (true)', t || '_system', t);
  end loop;
end $$;
--> statement-breakpoint
create policy forums_read on forums for select to sanad_app using (
  (select app_policing()) and ((select app_scope()) = 'all' or team_id = any ((select app_teams())::uuid[])));
--> statement-breakpoint
create policy forums_add on forums for insert to sanad_app with check (
  (select app_policing()) and team_id = any ((select app_teams())::uuid[]) and ((select app_is('caseworker')) or (select app_is('supervisor'))));
--> statement-breakpoint
create policy forums_edit on forums for update to sanad_app using (app_works_forum(id)
  or ((select app_policing()) and (select app_is('programme_manager'))));
--> statement-breakpoint
create policy forum_members_app on forum_members to sanad_app using (app_works_forum(forum_id));
--> statement-breakpoint
create policy forum_sessions_read on forum_sessions for select to sanad_app using (
  (select app_policing()) and ((select app_scope()) = 'all' or team_id = any ((select app_teams())::uuid[])));
--> statement-breakpoint
create policy forum_sessions_add on forum_sessions for insert to sanad_app with check (app_works_forum(forum_id));
--> statement-breakpoint
create policy forum_sessions_edit on forum_sessions for update to sanad_app using (app_works_forum(forum_id));
--> statement-breakpoint
create policy session_items_read on session_items for select to sanad_app using (app_sees_session(session_id)
  and (case_id is null or app_sees_case(case_id)) and (action_id is null or exists (select from forum_actions a where a.id = action_id)));
--> statement-breakpoint
create policy session_items_write on session_items for insert to sanad_app with check (app_works_session(session_id)
  and (case_id is null or app_sees_case(case_id)) and (action_id is null or exists (select from forum_actions a where a.id = action_id)));
--> statement-breakpoint
create policy session_items_clear on session_items for delete to sanad_app using (app_works_session(session_id));
--> statement-breakpoint
create policy session_invites_app on session_invites to sanad_app using (app_works_session(session_id));
--> statement-breakpoint
create policy session_attendance_read on session_attendance for select to sanad_app using (app_sees_session(session_id));
--> statement-breakpoint
create policy session_attendance_write on session_attendance for insert to sanad_app with check (app_works_session(session_id));
--> statement-breakpoint
create policy session_attendance_clear on session_attendance for delete to sanad_app using (app_works_session(session_id));
--> statement-breakpoint
create policy forum_events_read on forum_events for select to sanad_app using (app_sees_forum(forum_id)
  and (subject <> 'action' or exists (select from forum_actions a where a.id = subject_id)));
--> statement-breakpoint
create policy forum_events_add on forum_events for insert to sanad_app
  with check (app_sees_forum(forum_id) and actor_id = (select app_user()));
--> statement-breakpoint
create policy safety_plans_read on safety_plans for select to sanad_app using (app_sees_forum(forum_id));
--> statement-breakpoint
create policy safety_plans_add on safety_plans for insert to sanad_app with check (app_works_forum(forum_id));
--> statement-breakpoint
create policy safety_plans_edit on safety_plans for update to sanad_app using (app_works_forum(forum_id));
--> statement-breakpoint
create function app_works_safety_plan(p_plan uuid) returns boolean language plpgsql stable security definer set search_path = public as $$
begin
  return exists (select from safety_plans p where p.id = p_plan and app_works_forum(p.forum_id));
end $$;
--> statement-breakpoint
create policy safety_measures_read on safety_measures for select to sanad_app
  using (exists (select from safety_plans p where p.id = plan_id) and (case_id is null or app_sees_case(case_id)));
--> statement-breakpoint
create policy safety_measures_add on safety_measures for insert to sanad_app
  with check (app_works_safety_plan(plan_id) and (case_id is null or app_sees_case(case_id)));
--> statement-breakpoint
create policy safety_measures_edit on safety_measures for update to sanad_app using (app_works_safety_plan(plan_id));
--> statement-breakpoint
create policy safety_measures_clear on safety_measures for delete to sanad_app using (app_works_safety_plan(plan_id));
--> statement-breakpoint
create policy concerns_app on concerns to sanad_app using (app_sees_case(case_id));
--> statement-breakpoint
create function app_is_restricted(p_case uuid) returns boolean language plpgsql stable security definer set search_path = public as $$
begin
  return exists (select from restricted_concerns r where r.case_id = p_case);
end $$;
--> statement-breakpoint
create policy concern_texts_app on concern_texts to sanad_app using (app_sees_case(case_id) and not app_is_restricted(case_id));
--> statement-breakpoint
create policy restricted_concerns_app on restricted_concerns to sanad_app using ((select app_is_focal()));
--> statement-breakpoint
create policy restricted_notes_add on restricted_notes for insert to sanad_app
  with check ((select app_is_focal()) and author_id = (select app_user()));
--> statement-breakpoint
-- Fewer than five could tell who: such a count exists for nobody.
create policy pathway_counts_read on pathway_counts for select to sanad_app using ((select app_policing_figures()) and count >= 5);
--> statement-breakpoint
create policy forum_actions_read on forum_actions for select to sanad_app using (
  (select app_policing()) and ((select app_scope()) = 'all' or team_id = any ((select app_teams())::uuid[]))
  and (case_id is null or app_sees_case(case_id)));
--> statement-breakpoint
create policy forum_actions_add on forum_actions for insert to sanad_app
  with check (app_works_forum(forum_id) and (case_id is null or app_sees_case(case_id)));
--> statement-breakpoint
create policy forum_actions_edit on forum_actions for update to sanad_app
  using (app_works_forum(forum_id) and (case_id is null or app_sees_case(case_id)));
--> statement-breakpoint
-- Plain machines of rooms that are no cases. The tables of moves stand in the rooms' machine files; a test keeps them equal.
create table machine_moves (machine text not null, from_status text not null, to_status text not null,
  primary key (machine, from_status, to_status));
--> statement-breakpoint
alter table machine_moves enable row level security;
--> statement-breakpoint
insert into machine_moves values
  ('forum', 'proposed', 'endorsed'), ('forum', 'endorsed', 'active'), ('forum', 'dormant', 'active'), ('forum', 'active', 'dormant'),
  ('forum', 'active', 'handed_over'), ('forum', 'dormant', 'handed_over'), ('forum', 'proposed', 'closed'), ('forum', 'endorsed', 'closed'),
  ('forum', 'active', 'closed'), ('forum', 'dormant', 'closed'),
  ('session', 'scheduled', 'postponed'), ('session', 'postponed', 'scheduled'), ('session', 'scheduled', 'held'), ('session', 'postponed', 'held'),
  ('session', 'held', 'minutes_draft'), ('session', 'minutes_draft', 'minutes_approved'), ('session', 'minutes_approved', 'shared'),
  ('session', 'scheduled', 'cancelled'), ('session', 'postponed', 'cancelled'),
  ('action', 'open', 'in_progress'), ('action', 'open', 'blocked'), ('action', 'in_progress', 'blocked'), ('action', 'blocked', 'in_progress'),
  ('action', 'open', 'done'), ('action', 'in_progress', 'done'), ('action', 'done', 'verified'), ('action', 'done', 'in_progress'),
  ('action', 'open', 'cancelled'), ('action', 'in_progress', 'cancelled'), ('action', 'blocked', 'cancelled');
--> statement-breakpoint
-- Arguments: the machine and its first state. A row begins there, belongs to who made it, and counts its changes.
create function keep_to_machine() returns trigger language plpgsql security definer set search_path = public as $$
declare v_new jsonb := to_jsonb(new); v_old jsonb;
begin
  if tg_op = 'INSERT' then
    if new.status <> tg_argv[1] or (app_user() is not null and new.created_by <> app_user()) then
      raise exception 'a % begins as %', tg_argv[0], tg_argv[1] using errcode = 'SA403';
    end if;
    return new;
  end if;
  v_old := to_jsonb(old);
  if (v_new -> 'created_by', v_new -> 'created_at', v_new -> 'reference', v_new -> 'team_id', v_new -> 'forum_id')
      is distinct from (v_old -> 'created_by', v_old -> 'created_at', v_old -> 'reference', v_old -> 'team_id', v_old -> 'forum_id') then
    raise exception 'history is not changed' using errcode = 'SA403';
  end if;
  if new.version <> old.version + 1 then raise exception 'version of a % must count', tg_argv[0] using errcode = 'SA409'; end if;
  if new.status <> old.status and not exists (select from machine_moves m
      where m.machine = tg_argv[0] and m.from_status = old.status and m.to_status = new.status) then
    raise exception 'cases.refused.not_now' using errcode = 'SA422';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_to_machine before insert or update on forums for each row execute function keep_to_machine('forum', 'proposed');
--> statement-breakpoint
create trigger keep_to_machine before insert or update on forum_sessions for each row execute function keep_to_machine('session', 'scheduled');
--> statement-breakpoint
create trigger keep_to_machine before insert or update on forum_actions for each row execute function keep_to_machine('action', 'open');
--> statement-breakpoint
create function forum_rules() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.status <> old.status then
    if new.status in ('endorsed', 'handed_over', 'closed') and app_user() is not null
        and not (app_is('supervisor') or app_is('programme_manager')) then
      raise exception 'not a role that endorses' using errcode = '42501';
    end if;
    if new.status = 'endorsed' and app_user() = new.created_by then raise exception 'forums.refused.own_forum' using errcode = 'SA422'; end if;
    if new.status = 'active' and new.terms_adopted_on is null then raise exception 'forums.refused.no_terms' using errcode = 'SA422'; end if;
    new.status_at := app_now();
  end if;
  if new.last_held_on is distinct from old.last_held_on and pg_trigger_depth() < 2 then
    raise exception 'the last session is what was held' using errcode = 'SA403';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger rules before update on forums for each row execute function forum_rules();
--> statement-breakpoint
-- Minutes are approved by someone who did not write them, and stay as they were approved.
create function forum_session_rules() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'INSERT' then
    if new.team_id <> (select team_id from forums where id = new.forum_id) then raise exception 'a session is of its forum''s team' using errcode = 'SA403'; end if;
    return new;
  end if;
  if old.status in ('minutes_approved', 'shared') and (to_jsonb(new) - array['status', 'version', 'shared_at', 'shared_with'])
      <> (to_jsonb(old) - array['status', 'version', 'shared_at', 'shared_with']) then
    raise exception 'forums.refused.minutes_fixed' using errcode = 'SA422';
  end if;
  if new.status = 'held' and old.status <> 'held' and (new.held_on is null or new.attended is null) then
    raise exception 'a session is held on a day, by a number of people' using errcode = 'SA403';
  end if;
  if new.held_on > app_today() then raise exception 'forums.refused.not_yet' using errcode = 'SA422'; end if;
  if new.minutes is distinct from old.minutes then
    if old.status not in ('held', 'minutes_draft') then raise exception 'forums.refused.minutes_fixed' using errcode = 'SA422'; end if;
    if app_user() is not null and new.minutes_by is distinct from app_user() then
      raise exception 'minutes name who wrote them' using errcode = 'SA403';
    end if;
  elsif new.minutes_by is distinct from old.minutes_by then
    raise exception 'minutes name who wrote them' using errcode = 'SA403';
  end if;
  if new.status = 'minutes_approved' and old.status <> new.status then
    if new.minutes = '' then raise exception 'forums.refused.no_minutes' using errcode = 'SA422'; end if;
    if new.approved_by is null or new.approved_by = new.minutes_by then raise exception 'forums.refused.own_minutes' using errcode = 'SA422'; end if;
    if app_user() is not null and (new.approved_by <> app_user() or not app_is('supervisor')) then
      raise exception 'not a role that approves' using errcode = '42501';
    end if;
  elsif new.approved_by is distinct from old.approved_by then
    raise exception 'history is not changed' using errcode = 'SA403';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger rules before insert or update on forum_sessions for each row execute function forum_session_rules();
--> statement-breakpoint
create function session_counts() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.held_on is null then return null; end if;
  if new.attended <> (select coalesce(sum(count), 0) from session_attendance where session_id = new.id) then
    raise exception 'forums.refused.attendance_sum' using errcode = 'SA422';
  end if;
  update forums set last_held_on = new.held_on, version = version + 1 where id = new.forum_id and coalesce(last_held_on, '-infinity') < new.held_on;
  return null;
end $$;
--> statement-breakpoint
-- At the end of the transaction, when session and counts are both written.
create constraint trigger session_counts after update on forum_sessions deferrable initially deferred
  for each row execute function session_counts();
--> statement-breakpoint
create function attendance_rules() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select from forum_sessions s where s.id = coalesce(new.session_id, old.session_id)
      and s.status in ('minutes_approved', 'shared', 'cancelled')) then
    raise exception 'forums.refused.minutes_fixed' using errcode = 'SA422';
  end if;
  return coalesce(new, old);
end $$;
--> statement-breakpoint
create trigger rules before insert or update or delete on session_attendance for each row execute function attendance_rules();
--> statement-breakpoint
alter table session_items add constraint session_items_action foreign key (action_id) references forum_actions (id);
--> statement-breakpoint
-- A place of a concern is no finer than a sub-district, and its team is its forum's.
create function concern_place_rules() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select from locations l where l.pcode = new.location_pcode and l.level > 3) then
    raise exception 'concerns.refused.place_too_fine' using errcode = 'SA422';
  end if;
  return new;
end $$;
--> statement-breakpoint
create function concern_team_rules() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select from concerns c join forums f on f.id = c.forum_id where c.case_id = new.id and f.team_id <> new.team_id) then
    raise exception 'concerns.refused.other_team' using errcode = 'SA422';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger concern_team before update of team_id on cases for each row
  when (new.programme = 'policing' and new.team_id <> old.team_id) execute function concern_team_rules();
--> statement-breakpoint
create trigger concern_place before insert or update of location_pcode on cases for each row
  when (new.programme = 'policing') execute function concern_place_rules();
--> statement-breakpoint
create function concern_rules() returns trigger language plpgsql security definer set search_path = public as $$
declare v_case cases;
begin
  select * into v_case from cases where id = new.case_id;
  if v_case.team_id <> (select team_id from forums where id = new.forum_id) then
    raise exception 'a concern is of its forum''s team' using errcode = 'SA403';
  end if;
  if new.session_id is not null and not exists (select from forum_sessions s where s.id = new.session_id and s.forum_id = new.forum_id) then
    raise exception 'a concern is raised in a session of its forum' using errcode = 'SA403';
  end if;
  if new.duplicate_of is not null and (tg_op = 'INSERT' or new.duplicate_of is distinct from old.duplicate_of) then
    -- Locked, so that two concerns cannot become duplicates of one another at the same moment.
    perform from cases c where c.id = new.duplicate_of for update;
    if not exists (select from cases c join concerns o on o.case_id = c.id where c.id = new.duplicate_of and c.team_id = v_case.team_id
        and c.status not in ('duplicate', 'restricted')) then
      raise exception 'concerns.refused.not_an_original' using errcode = 'SA422';
    end if;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger rules before insert or update on concerns for each row execute function concern_rules();
--> statement-breakpoint
-- The conduct of police is nobody's but the focal point's: at the end of the transaction it stands restricted.
create function concern_is_restricted() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if not exists (select from restricted_concerns r where r.case_id = new.case_id) then
    raise exception 'the conduct of police is restricted' using errcode = 'SA403';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger police_conduct after insert or update of category on concerns deferrable initially deferred
  for each row when (new.category = 'police_conduct') execute function concern_is_restricted();
--> statement-breakpoint
-- What each step of a concern needs.
create function concern_step_rules() returns trigger language plpgsql security definer set search_path = public as $$
declare v concerns;
begin
  select * into v from concerns where case_id = new.id;
  if v.case_id is null then raise exception 'a concern without its facts' using errcode = 'SA403'; end if;
  if new.status in ('accepted', 'duplicate', 'out_of_scope', 'referred_out') and old.status = 'triage' and app_user() is not null
      and not app_is('supervisor') then
    raise exception 'not a role that triages' using errcode = '42501';
  end if;
  if new.status = 'duplicate' and v.duplicate_of is null then raise exception 'concerns.refused.not_an_original' using errcode = 'SA422'; end if;
  if new.status = 'planned' and not exists (select from forum_actions a where a.case_id = new.id and a.status <> 'cancelled') then
    raise exception 'concerns.refused.no_action' using errcode = 'SA422';
  end if;
  if new.status = 'resolved' and not exists (select from concern_texts t where t.case_id = new.id and t.result <> '') then
    raise exception 'concerns.refused.no_result' using errcode = 'SA422';
  end if;
  if new.status = 'verified_by_forum' and not exists (select from forum_sessions s where s.id = v.verified_in and s.forum_id = v.forum_id
      and s.held_on >= (v.resolved_at at time zone 'Asia/Baghdad')::date) then
    raise exception 'concerns.refused.not_in_session' using errcode = 'SA422';
  end if;
  update concerns set
    accepted_at = case when new.status = 'accepted' then app_now() else accepted_at end,
    resolved_at = case when new.status = 'resolved' then app_now() when new.status = 'reopened' then null else resolved_at end,
    verified_in = case when new.status = 'reopened' then null else verified_in end,
    reopened_count = reopened_count + case when new.status = 'reopened' then 1 else 0 end
  where case_id = new.id;
  return new;
end $$;
--> statement-breakpoint
create trigger concern_step before update of status on cases for each row
  when (new.programme = 'policing' and new.status <> old.status and new.status <> 'restricted') execute function concern_step_rules();
--> statement-breakpoint
-- Takes a concern out of the team's sight, for good. The only way into `restricted`: no policy lets the app write that status.
create function restrict_concern(p_case uuid, p_command uuid) returns void language plpgsql volatile security definer set search_path = public as $$
declare v cases;
begin
  select * into v from cases where id = p_case and programme = 'policing' for update;
  if v.id is null or not app_sees_case(p_case) or not (v.team_id = any (app_teams())) then
    raise exception 'errors.notFound' using errcode = 'SA422';
  end if;
  if v.status not in ('raised', 'triage') then raise exception 'cases.refused.not_now' using errcode = 'SA422'; end if;
  insert into restricted_concerns (case_id, updated_at) values (p_case, app_now());
  insert into case_events (id, case_id, kind, from_status, to_status, actor_id, at, command_id, version, data)
    values (app_id(), p_case, 'moved', v.status, 'restricted', app_user(), app_now(), p_command, v.version + 1, '{"deed": "restrict"}');
  update case_assignments set to_at = app_now() where case_id = p_case and to_at is null;
  update case_transfers set state = 'cancelled', answered_at = app_now() where case_id = p_case and state = 'pending';
  delete from session_items where case_id = p_case;
  delete from notifications where case_id = p_case;
  update cases set status = 'restricted', version = v.version + 1, status_at = app_now(), closed_at = app_now(), caseworker_id = null where id = p_case;
  insert into notifications (id, user_id, kind, case_id, at)
    select distinct on (u.id) app_id(), u.id, 'restricted_raised', p_case, app_now() from users u
      join user_roles r on r.user_id = u.id and r.role = 'focal_point' and r.approved_at is not null and r.ended_at is null
      join user_programmes g on g.user_id = u.id and g.programme = 'policing' and g.ended_at is null
    where u.is_active and u.id is distinct from app_user();
end $$;
--> statement-breakpoint
create function read_restricted(p_case uuid) returns table (summary text, body text, notes jsonb) language plpgsql volatile security definer
  set search_path = public as $$
begin
  if not app_is_focal() or not app_is_restricted(p_case) then return; end if;
  insert into read_log (actor_id, record_type, record_id) values (app_user(), 'restricted', p_case);
  return query select t.summary, t.body,
    coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'body', n.body, 'author', a.name, 'at', n.at) order by n.id desc)
      from restricted_notes n left join users a on a.id = n.author_id where n.case_id = p_case), '[]')
    from concern_texts t where t.case_id = p_case;
end $$;
--> statement-breakpoint
-- What was said never stands in the audit; that it was changed does.
create or replace function audit_touched() returns trigger language plpgsql security definer set search_path = public as $$
declare v_old jsonb := case when tg_op = 'INSERT' then '{}'::jsonb else to_jsonb(old) end; v_changes jsonb;
begin
  select coalesce(jsonb_object_agg(key, '["…", "…"]'::jsonb), '{}') into v_changes from jsonb_object_keys(to_jsonb(new)) as key
    where key in ('reason', 'diagnosis', 'emergency_reason', 'body', 'summary', 'result') and v_old -> key is distinct from to_jsonb(new) -> key;
  if v_changes <> '{}' then
    insert into audit_log (actor_id, reason, table_name, row_id, subject_id, deed, changes, is_case_content)
      values (app_user(), nullif(current_setting('app.reason', true), ''), tg_table_name, new.case_id, new.case_id, lower(tg_op), v_changes, true);
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger audit after insert or update on concern_texts for each row execute function audit_touched();
--> statement-breakpoint
create trigger audit after insert on restricted_notes for each row execute function audit_touched();
--> statement-breakpoint
drop policy read_log_read on read_log;
--> statement-breakpoint
create policy read_log_read on read_log for select to sanad_app using (
  (app_is('supervisor') and ((record_type = 'person' and app_sees_person(record_id)) or (record_type = 'concern' and app_sees_case(record_id))
    or (record_type in ('clinical', 'referral') and app_reads_clinical(record_id))))
  or (record_type = 'restricted' and app_is_focal()));
--> statement-breakpoint
-- Counts one showing of the safe pathway. Neither who counted nor what was said is kept with it.
create function count_pathway(p_kind text, p_district text) returns void language plpgsql volatile security definer set search_path = public as $$
begin
  if not app_policing() then raise exception 'not of this programme' using errcode = '42501'; end if;
  insert into pathway_counts (month, district_pcode, kind, count) values (date_trunc('month', app_today())::date, p_district, p_kind, 1)
    on conflict (month, district_pcode, kind) do update set count = pathway_counts.count + 1;
end $$;
--> statement-breakpoint
-- How many concerns are restricted, for who answers for the programme; nothing below five.
create function count_restricted(p_from date, p_to date) returns integer language plpgsql stable security definer set search_path = public as $$
declare v integer;
begin
  if not app_policing_figures() then return null; end if;
  select count(*) into v from restricted_concerns r join concerns c on c.case_id = r.case_id where c.raised_on between p_from and p_to;
  return case when v >= 5 then v end;
end $$;
--> statement-breakpoint
create function forum_action_rules() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'INSERT' or new.case_id is distinct from old.case_id then
    if new.case_id is not null and not exists (select from concerns c join cases k on k.id = c.case_id where c.case_id = new.case_id
        and c.forum_id = new.forum_id and not app_is_untriaged(k.programme, k.status)
        and k.status not in ('duplicate', 'out_of_scope', 'referred_out', 'restricted', 'closed')) then
      raise exception 'concerns.refused.not_open' using errcode = 'SA422';
    end if;
  end if;
  if new.status = 'verified' and not exists (select from forum_sessions s where s.id = new.verified_in and s.forum_id = new.forum_id
      and s.held_on >= new.done_on) then
    raise exception 'concerns.refused.not_in_session' using errcode = 'SA422';
  end if;
  if tg_op = 'UPDATE' and new.level <> old.level and (old.level, new.level) not in (('forum', 'district'), ('district', 'governorate')) then
    raise exception 'cases.refused.not_now' using errcode = 'SA422';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger rules before insert or update on forum_actions for each row execute function forum_action_rules();
--> statement-breakpoint
do $$
declare entry text[];
begin
  foreach entry slice 1 in array array[
    ['concerns', 'case_id', 'record'], ['forum_actions', 'case_id', 'record'], ['restricted_concerns', 'case_id', 'record'],
    ['forums', 'id', 'rights']] loop
    execute format('create trigger audit after insert or update or delete on %I for each row execute function audit_row(%L, %L)',
      entry[1], entry[2], entry[3]);
  end loop;
end $$;
--> statement-breakpoint
create trigger no_change before update or delete on forum_events for each row execute function refuse_change();
--> statement-breakpoint
create trigger no_change before update or delete on restricted_notes for each row execute function refuse_change();
--> statement-breakpoint
grant select, insert, update on forums, forum_members, forum_sessions, session_invites, safety_plans, safety_measures, concerns, concern_texts,
  forum_actions to sanad_app, sanad_system;
--> statement-breakpoint
grant select, insert, delete on session_items, session_attendance to sanad_app, sanad_system;
--> statement-breakpoint
grant delete on session_invites, safety_measures to sanad_app, sanad_system;
--> statement-breakpoint
grant select, insert on forum_events to sanad_app, sanad_system;
--> statement-breakpoint
grant select on pathway_counts to sanad_app, sanad_system;
--> statement-breakpoint
grant select, update (state, passed_to, updated_by, updated_at, version) on restricted_concerns to sanad_app;
--> statement-breakpoint
grant insert on restricted_notes to sanad_app;
--> statement-breakpoint
grant select on restricted_concerns, restricted_notes to sanad_system;
