-- What later steps write, a row does not bring along: a project that begins inspected and approved, minutes in another's name.
-- The arguments are columns that are empty when someone of the portal adds a row.
create function begins_without() returns trigger language plpgsql security definer set search_path = public as $$
declare v_row jsonb := to_jsonb(new); v_column text;
begin
  if app_user() is null then return new; end if;
  foreach v_column in array tg_argv loop
    if coalesce(v_row ->> v_column, '') not in ('', '0') then
      raise exception 'a row of % begins without %', tg_table_name, v_column using errcode = 'SA403';
    end if;
  end loop;
  return new;
end $$;
--> statement-breakpoint
create trigger begins_without before insert on projects for each row execute function begins_without('approved_by', 'approved_at', 'contractor',
  'contract_number', 'contract_value_minor', 'contract_signed_on', 'progress', 'handed_over_on', 'liability_ends_on', 'result');
--> statement-breakpoint
create trigger begins_without before insert on action_plans for each row execute function begins_without('validated_on', 'validated_by',
  'endorsed_by', 'endorsed_on', 'endorsement_id', 'reviewed_on', 'review');
--> statement-breakpoint
create trigger begins_without before insert on forums for each row execute function begins_without('last_held_on');
--> statement-breakpoint
create trigger begins_without before insert on forum_sessions for each row execute function begins_without('held_on', 'attended', 'minutes',
  'minutes_by', 'approved_by', 'shared_at', 'shared_with');
--> statement-breakpoint
create trigger begins_without before insert on forum_actions for each row execute function begins_without('escalated_at', 'answer_due_on',
  'answer', 'evidence', 'done_on', 'verified_in');
--> statement-breakpoint
create trigger begins_without before insert on concerns for each row execute function begins_without('accepted_at', 'resolved_at', 'verified_in',
  'reopened_count', 'duplicate_of');
--> statement-breakpoint
-- What an inspection found is written by who inspected.
create or replace function app_works_inspection(p_inspection uuid) returns boolean language plpgsql stable security definer set search_path = public as $$
begin
  return exists (select from project_inspections i where i.id = p_inspection and i.created_by = app_user() and app_works_project(i.project_id));
end $$;
--> statement-breakpoint
-- As before, and who inspected the works does not record the payment that rests on it; and a later visit that found less undoes the earlier
-- one: what counts is how far the works were when it was paid.
create or replace function project_instalment_rules() returns trigger language plpgsql security definer set search_path = public as $$
declare v_project projects; v_others bigint;
begin
  -- One change of a contract's instalments at a time, so that two cannot both be the last that fits.
  select * into v_project from projects where id = coalesce(new.project_id, old.project_id) for update;
  if tg_op <> 'INSERT' and old.paid_on is not null then raise exception 'projects.refused.paid_stands' using errcode = 'SA422'; end if;
  if tg_op <> 'UPDATE' or (new.number, new.percent, new.amount_minor, new.project_id) <> (old.number, old.percent, old.amount_minor, old.project_id) then
    if v_project.status not in ('contracted', 'works', 'suspended') then raise exception 'projects.refused.no_instalments' using errcode = 'SA422'; end if;
  end if;
  if tg_op = 'DELETE' then return old; end if;
  if tg_op = 'UPDATE' and new.project_id <> old.project_id then raise exception 'history is not changed' using errcode = 'SA403'; end if;
  select coalesce(sum(amount_minor), 0) into v_others from project_instalments where project_id = new.project_id and id <> new.id;
  if v_others + new.amount_minor > v_project.contract_value_minor then raise exception 'projects.refused.over_contract' using errcode = 'SA422'; end if;
  if new.paid_on is not null then
    if new.paid_on > app_today() or v_project.status in ('closed', 'cancelled') or new.percent > coalesce((select i.progress
        from project_inspections i where i.project_id = new.project_id and i.inspected_on <= new.paid_on order by i.inspected_on desc, i.id desc limit 1), 0) then
      raise exception 'projects.refused.not_inspected' using errcode = 'SA422';
    end if;
    if new.percent > coalesce((select i.progress from project_inspections i where i.project_id = new.project_id and i.inspected_on <= new.paid_on
        and i.created_by <> new.paid_by order by i.inspected_on desc, i.id desc limit 1), 0) then
      raise exception 'projects.refused.own_inspection' using errcode = 'SA422';
    end if;
    if app_user() is not null and new.paid_by is distinct from app_user() then raise exception 'the hand that pays signs' using errcode = 'SA403'; end if;
  end if;
  return new;
end $$;
--> statement-breakpoint
-- How many concerns are restricted, for who answers for the programme: by whole years, in fives. Of any period and to the single one, two
-- periods that differ by a day would tell the day of each, and the calendar of sessions its forum.
create or replace function count_restricted(p_from date, p_to date) returns integer language plpgsql stable security definer set search_path = public as $$
declare v integer;
begin
  if not app_policing_figures() then return null; end if;
  select sum(y.n / 5 * 5)::integer into v from (
    select count(*) as n from restricted_concerns r join concerns c on c.case_id = r.case_id
    where extract(year from c.raised_on) between extract(year from p_from) and extract(year from p_to)
    group by extract(year from c.raised_on)) y;
  return nullif(v, 0);
end $$;
--> statement-breakpoint
-- As before, and what was found to say the same goes with it: its words are those of the restricted one.
create or replace function restrict_concern(p_case uuid, p_command uuid) returns void language plpgsql volatile security definer set search_path = public as $$
declare v cases;
begin
  select * into v from cases where id = p_case and programme = 'policing' for update;
  if v.id is null or not app_sees_case(p_case) or not (v.team_id = any (app_teams())) then
    raise exception 'errors.notFound' using errcode = 'SA422';
  end if;
  if v.status not in ('raised', 'triage') then raise exception 'cases.refused.not_now' using errcode = 'SA422'; end if;
  -- Of a duplicate there can be duplicates: it may have been an original before.
  for v in with recursive same as (select p_case as id union select n.case_id from concerns n join same s on n.duplicate_of = s.id)
      select c.* from cases c join same s on s.id = c.id where c.status <> 'restricted' order by c.id for update of c loop
    insert into restricted_concerns (case_id, updated_at) values (v.id, app_now());
    insert into case_events (id, case_id, kind, from_status, to_status, actor_id, at, command_id, version, data)
      values (app_id(), v.id, 'moved', v.status, 'restricted', app_user(), app_now(), p_command, v.version + 1, '{"deed": "restrict"}');
    update case_assignments set to_at = app_now() where case_id = v.id and to_at is null;
    update case_transfers set state = 'cancelled', answered_at = app_now() where case_id = v.id and state = 'pending';
    delete from session_items where case_id = v.id;
    delete from notifications where case_id = v.id;
    update cases set status = 'restricted', version = v.version + 1, status_at = app_now(), closed_at = app_now(), caseworker_id = null where id = v.id;
    insert into notifications (id, user_id, kind, case_id, at)
      select distinct on (u.id) app_id(), u.id, 'restricted_raised', v.id, app_now() from users u
        join user_roles r on r.user_id = u.id and r.role = 'focal_point' and r.approved_at is not null and r.ended_at is null
        join user_programmes g on g.user_id = u.id and g.programme = 'policing' and g.ended_at is null
      where u.is_active and u.id is distinct from app_user();
  end loop;
end $$;
--> statement-breakpoint
-- As before; an action is agreed, and a concern raised, in a session of its own forum. What a form names and is not there, is not found.
create or replace function forum_action_rules() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.session_id is not null and (tg_op = 'INSERT' or new.session_id is distinct from old.session_id)
      and not exists (select from forum_sessions s where s.id = new.session_id and s.forum_id = new.forum_id) then
    raise exception 'errors.notFound' using errcode = 'SA422';
  end if;
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
create or replace function concern_rules() returns trigger language plpgsql security definer set search_path = public as $$
declare v_case cases;
begin
  select * into v_case from cases where id = new.case_id;
  -- What was raised stays as it was raised, what triage decided as it decided, and the moments are those of the steps.
  if tg_op = 'UPDATE' and app_user() is not null and pg_trigger_depth() < 2 then
    if (new.case_id, new.forum_id, new.session_id, new.source, new.raised_on, new.accepted_at, new.resolved_at, new.reopened_count)
        is distinct from (old.case_id, old.forum_id, old.session_id, old.source, old.raised_on, old.accepted_at, old.resolved_at, old.reopened_count) then
      raise exception 'history is not changed' using errcode = 'SA403';
    end if;
    if ((new.category, new.severity, new.duplicate_of, new.referred_to) is distinct from (old.category, old.severity, old.duplicate_of, old.referred_to)
        and not app_is_untriaged(v_case.programme, v_case.status))
      or (new.verified_in is distinct from old.verified_in and v_case.status <> 'resolved') then
      raise exception 'cases.refused.not_now' using errcode = 'SA422';
    end if;
  end if;
  if v_case.team_id <> (select team_id from forums where id = new.forum_id) then
    raise exception 'a concern is of its forum''s team' using errcode = 'SA403';
  end if;
  if new.session_id is not null and not exists (select from forum_sessions s where s.id = new.session_id and s.forum_id = new.forum_id) then
    raise exception 'errors.notFound' using errcode = 'SA422';
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
create trigger only_these before update on concern_texts for each row execute function only_these_change('result', '');
--> statement-breakpoint
-- History is told by who makes it: the record's own team, and managers, who endorse and approve.
drop policy forum_events_add on forum_events;
--> statement-breakpoint
create policy forum_events_add on forum_events for insert to sanad_app with check (actor_id = (select app_user())
  and (app_works_forum(forum_id) or ((select app_is('programme_manager')) and app_sees_forum(forum_id))));
--> statement-breakpoint
drop policy community_events_add on community_events;
--> statement-breakpoint
create policy community_events_add on community_events for insert to sanad_app with check (actor_id = (select app_user())
  and ((select app_is('programme_manager')) or case subject when 'plan' then app_works_action_plan(subject_id)
    when 'need' then app_works_need(subject_id) else app_works_project(subject_id) end));
--> statement-breakpoint
-- Whoever approved a project approved this works, designed so, in this place.
create function approved_stands() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if app_user() is not null and (new.kind, new.district_pcode, new.location_pcode, new.assessment, new.priority, new.design)
      is distinct from (old.kind, old.district_pcode, old.location_pcode, old.assessment, old.priority, old.design) then
    raise exception 'projects.refused.approved_stands' using errcode = 'SA422';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger approved_stands before update on projects for each row when (old.approved_at is not null) execute function approved_stands();
