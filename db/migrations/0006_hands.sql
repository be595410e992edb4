-- The hand that writes is the hand that is written down: nobody signs a row with someone else's name.
do $$
declare entry text[];
begin
  foreach entry slice 1 in array array[
    ['people', 'created_by'], ['households', 'created_by'], ['displacements', 'recorded_by'], ['consents', 'recorded_by'],
    ['washington_answers', 'recorded_by'], ['duplicate_flags', 'raised_by'], ['cases', 'created_by'], ['case_events', 'actor_id'],
    ['case_assignments', 'assigned_by'], ['case_transfers', 'requested_by'], ['notes', 'author_id'], ['tasks', 'created_by'],
    ['documents', 'uploaded_by'], ['grant_screenings', 'screened_by'], ['grant_verifications', 'verified_by'],
    ['business_plans', 'saved_by'], ['grant_decisions', 'decided_by']] loop
    execute format('create policy %I on %I as restrictive for insert to sanad_app with check (%I = (select app_user()))',
      entry[1] || '_own_hand', entry[1], entry[2]);
  end loop;
end $$;
--> statement-breakpoint
-- A grant for a person out of scope would open that person's file: through one's own case app_sees_person says yes.
create policy grants_own_people on grants as restrictive for insert to sanad_app with check (app_sees_person(person_id));
--> statement-breakpoint
-- Whoever reads no records reads no names either, also when they are in a team.
drop policy person_words_app on person_words;
--> statement-breakpoint
create policy person_words_app on person_words to sanad_app using (
  (select app_scope()) = 'all' or ((select app_scope()) <> 'none' and (team_id = any ((select app_teams())::uuid[]) or app_sees_person(person_id))));
--> statement-breakpoint
drop policy households_app on households;
--> statement-breakpoint
create policy households_app on households to sanad_app using (app_sees_household(id))
  with check ((select app_scope()) = 'all' or ((select app_scope()) <> 'none' and team_id = any ((select app_teams())::uuid[])));
--> statement-breakpoint
-- What a row was when it was made stays: of each table only the columns named may change, and only once where it says so.
create function only_these_change() returns trigger language plpgsql as $$
declare v_once text[] := string_to_array(tg_argv[1], ',');
begin
  if app_user() is null then return new; end if;
  if (to_jsonb(new) - string_to_array(tg_argv[0], ',') - v_once) <> (to_jsonb(old) - string_to_array(tg_argv[0], ',') - v_once)
    or exists (select from unnest(v_once) c where to_jsonb(old) ->> c is not null and to_jsonb(new) ->> c is distinct from to_jsonb(old) ->> c) then
    raise exception 'history of % is not changed', tg_table_name using errcode = 'SA403';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger only_these before update on case_assignments for each row execute function only_these_change('', 'to_at');
--> statement-breakpoint
create trigger only_these before update on displacements for each row execute function only_these_change('', 'to_on');
--> statement-breakpoint
create trigger only_these before update on consents for each row execute function only_these_change('', 'withdrawn_on,withdrawn_by');
--> statement-breakpoint
create trigger only_these before update on washington_answers for each row execute function only_these_change('', '');
--> statement-breakpoint
create trigger only_these before update on sessions for each row execute function only_these_change('', 'revoked_at');
--> statement-breakpoint
create trigger only_these before update on cases for each row execute function
  only_these_change('status,version,status_at,closed_at,due_on,priority,caseworker_id,team_id,district_pcode,location_pcode', '');
--> statement-breakpoint
create function birth_of_person_stays() returns trigger language plpgsql as $$
begin
  if app_user() is not null and (new.id, new.created_by, new.created_at) is distinct from (old.id, old.created_by, old.created_at) then
    raise exception 'history of people is not changed' using errcode = 'SA403';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger stays before update on people for each row execute function birth_of_person_stays();
--> statement-breakpoint
-- An application stays its person's; who submits signs it themselves; rounds are counted one by one.
create function grant_change_rules() returns trigger language plpgsql as $$
begin
  if app_user() is null then return new; end if;
  if (new.case_id, new.person_id, new.household_id) is distinct from (old.case_id, old.person_id, old.household_id)
    or new.round not in (old.round, old.round + 1)
    or (new.submitted_by is distinct from old.submitted_by and new.submitted_by is distinct from app_user()) then
    raise exception 'history of grants is not changed' using errcode = 'SA403';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger stays before update on grants for each row execute function grant_change_rules();
--> statement-breakpoint
-- The hands a case goes through are what separation of duties asks: none without its line in the history.
create function case_hands_fit() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if app_user() is not null and exists (select from cases c where c.id = new.id and c.caseworker_id is not null and not exists (
      select from case_assignments a where a.case_id = c.id and a.caseworker_id = c.caseworker_id and a.to_at is null)) then
    raise exception 'case % changed hands without an assignment', new.id using errcode = 'SA403';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger hands_have_assignment after insert or update of caseworker_id on cases deferrable initially deferred
  for each row execute function case_hands_fit();
--> statement-breakpoint
-- A visit is made by someone through whose hands the application never went, and who may verify at all.
create or replace function grant_verification_rules() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if app_user() is not null and new.verified_by <> app_user() then
    raise exception 'grants.refused.not_yourself' using errcode = 'SA422';
  end if;
  if exists (select from cases c join grants g on g.case_id = c.id where c.id = new.case_id
      and new.verified_by in (c.caseworker_id, c.created_by, g.submitted_by))
    or exists (select from case_assignments a where a.case_id = new.case_id and a.caseworker_id = new.verified_by) then
    raise exception 'grants.refused.verifier_is_owner' using errcode = 'SA422';
  end if;
  if app_user() is not null and not (app_is('caseworker') or app_is('supervisor')) then
    raise exception 'not a role that verifies' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
-- As before, and: each stage is its role's, and only while the grant waits for it.
create or replace function grant_decision_rules() returns trigger language plpgsql security definer set search_path = public as $$
declare v_case cases; v_grant grants;
begin
  select * into v_case from cases where id = new.case_id;
  select * into v_grant from grants where case_id = new.case_id;
  if app_user() is not null and new.decided_by <> app_user() then
    raise exception 'grants.refused.not_yourself' using errcode = 'SA422';
  end if;
  if new.decided_by in (v_case.created_by, v_case.caseworker_id, v_grant.submitted_by)
    or exists (select from case_assignments a where a.case_id = new.case_id and a.caseworker_id = new.decided_by) then
    raise exception 'grants.refused.decider_is_owner' using errcode = 'SA422';
  end if;
  if exists (select from grant_verifications v where v.case_id = new.case_id and v.verified_by = new.decided_by) then
    raise exception 'grants.refused.decider_verified' using errcode = 'SA422';
  end if;
  if exists (select from grant_decisions d where d.case_id = new.case_id and d.round = new.round and d.stage <> new.stage
      and d.decided_by = new.decided_by) then
    raise exception 'grants.refused.decided_other_stage' using errcode = 'SA422';
  end if;
  if new.round <> v_grant.round then
    raise exception 'grants.refused.round_over' using errcode = 'SA422';
  end if;
  if not exists (select from approval_limits l where l.programme = v_case.programme and l.currency = v_grant.currency and l.ended_at is null) then
    raise exception 'grants.refused.no_limit' using errcode = 'SA422';
  end if;
  if app_user() is not null then
    if v_case.status <> 'pending_approval_' || new.stage then
      raise exception 'grants.refused.not_pending' using errcode = 'SA422';
    end if;
    if not app_is(case new.stage when 1 then 'supervisor' else 'programme_manager' end) then
      raise exception using message = 'grants.refused.not_stage_' || new.stage, errcode = 'SA422';
    end if;
  end if;
  return new;
end $$;
--> statement-breakpoint
-- Whether two records are one person is a supervisor's to say, not the one's who registered the second.
create function duplicate_decision_rules() returns trigger language plpgsql as $$
begin
  if app_user() is null then return new; end if;
  if old.state <> 'open' or (new.id, new.person_id, new.other_person_id, new.raised_by) is distinct from (old.id, old.person_id, old.other_person_id, old.raised_by) then
    raise exception 'history of duplicate_flags is not changed' using errcode = 'SA403';
  end if;
  if old.raised_by = app_user() then raise exception 'people.refused.ownFlag' using errcode = 'SA422'; end if;
  if new.decided_by is distinct from app_user() or not (app_is('supervisor') or app_is('programme_manager')) then
    raise exception 'not a role that decides' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger rules before update on duplicate_flags for each row execute function duplicate_decision_rules();
--> statement-breakpoint
-- A link that lets someone choose a password is a right given: who made it for whom stands in the audit.
create trigger audit after insert on one_time_links for each row execute function audit_row('user_id', 'rights');
