-- What the database refuses whatever the program says: separation of duties, history that fits, the last admin.
-- Each refusal raises SA422 with the key of a message, which the command turns into "why not".

create function schema_version() returns bigint language sql stable security definer set search_path = public as
$$ select coalesce(max(created_at), 0)::bigint from drizzle.__drizzle_migrations $$;
--> statement-breakpoint
-- References: one sequence per prefix and year; gaps are fine, waiting for one another is not.
create function next_reference(p_prefix text, p_year integer) returns text language plpgsql security definer set search_path = public as $$
declare v_sequence text := format('reference_%s_%s', lower(p_prefix), p_year);
begin
  if p_prefix !~ '^[A-Z]{3}$' or p_year not between 2000 and 2999 then raise exception 'bad reference'; end if;
  if to_regclass(v_sequence) is null then
    begin
      execute format('create sequence if not exists %I', v_sequence);
    exception when duplicate_table or unique_violation then null; -- someone was faster; it is there now
    end;
  end if;
  return format('%s-%s-%s', p_prefix, p_year, lpad(nextval(v_sequence)::text, 5, '0'));
end $$;
--> statement-breakpoint
-- The audit: one row a change, from and to of what changed, secrets and derived columns left out.
create function audit_row() returns trigger language plpgsql security definer set search_path = public as $$
declare
  v_old jsonb := case when tg_op = 'INSERT' then '{}'::jsonb else to_jsonb(old) end;
  v_new jsonb := case when tg_op = 'DELETE' then '{}'::jsonb else to_jsonb(new) end;
  v_row jsonb := case when tg_op = 'DELETE' then v_old else v_new end;
  v_changes jsonb;
begin
  select coalesce(jsonb_object_agg(key, jsonb_build_array(v_old -> key, v_new -> key)), '{}') into v_changes
    from jsonb_object_keys(v_old || v_new) as key
    where key not in ('password_hash', 'draft_key', 'token_hash', 'match_keys', 'version', 'shown')
      and v_old -> key is distinct from v_new -> key
      and not (tg_op = 'INSERT' and v_new -> key = 'null'::jsonb);
  if v_changes = '{}' and v_old ? 'password_hash' and v_old -> 'password_hash' is distinct from v_new -> 'password_hash' then
    v_changes := '{"password": ["…", "…"]}';
  end if;
  if v_changes <> '{}' then
    insert into audit_log (actor_id, reason, table_name, row_id, subject_id, deed, changes, is_case_content)
    values (app_user(), nullif(current_setting('app.reason', true), ''), tg_table_name,
      coalesce(v_row ->> 'id', v_row ->> 'case_id', v_row ->> 'pcode', v_row ->> 'code'),
      case when v_row ->> tg_argv[0] ~ '^[0-9a-f-]{36}$' then (v_row ->> tg_argv[0])::uuid end,
      lower(tg_op), v_changes, tg_argv[1] = 'record');
  end if;
  return null;
end $$;
--> statement-breakpoint
do $$
declare entry text[];
begin
  foreach entry slice 1 in array array[
    ['people', 'id', 'record'], ['households', 'id', 'record'], ['household_members', 'person_id', 'record'],
    ['displacements', 'person_id', 'record'], ['consents', 'person_id', 'record'], ['washington_answers', 'person_id', 'record'],
    ['duplicate_flags', 'person_id', 'record'], ['cases', 'id', 'record'], ['case_assignments', 'case_id', 'record'],
    ['case_transfers', 'case_id', 'record'], ['notes', 'case_id', 'record'], ['tasks', 'case_id', 'record'],
    ['documents', 'case_id', 'record'], ['grants', 'case_id', 'record'], ['grant_screenings', 'case_id', 'record'],
    ['grant_verifications', 'case_id', 'record'], ['business_plans', 'case_id', 'record'],
    ['business_plan_lines', 'case_id', 'record'], ['grant_decisions', 'case_id', 'record'],
    ['users', 'id', 'rights'], ['user_roles', 'user_id', 'rights'], ['user_programmes', 'user_id', 'rights'],
    ['user_areas', 'user_id', 'rights'], ['teams', 'id', 'rights'], ['team_members', 'user_id', 'rights'],
    ['approval_limits', 'id', 'rights'], ['funding_rounds', 'id', 'rights'], ['locations', 'pcode', 'rights'],
    ['sectors', 'code', 'rights']] loop
    execute format('create trigger audit after insert or update or delete on %I for each row execute function audit_row(%L, %L)',
      entry[1], entry[2], entry[3]);
  end loop;
end $$;
--> statement-breakpoint
-- Nobody rewrites history, not even the owner by mistake.
create function refuse_change() returns trigger language plpgsql as $$
begin raise exception 'history is not changed' using errcode = 'SA403'; end $$;
--> statement-breakpoint
create trigger no_change before update or delete on audit_log for each row execute function refuse_change();
--> statement-breakpoint
create trigger no_change before update or delete on case_events for each row execute function refuse_change();
--> statement-breakpoint
create trigger no_truncate before truncate on audit_log for each statement execute function refuse_change();
--> statement-breakpoint
create trigger no_truncate before truncate on case_events for each statement execute function refuse_change();
--> statement-breakpoint
-- A status never changes without the event that says so, and a version counts each change.
create function case_change_fits() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if not exists (select from case_events e where e.case_id = new.id and e.version = new.version
      and e.to_status = new.status and e.from_status is not distinct from (case when tg_op = 'UPDATE' then old.status end)) then
    raise exception 'case % changed its status without an event', new.id using errcode = 'SA403';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger status_has_event after insert on cases deferrable initially deferred
  for each row execute function case_change_fits();
--> statement-breakpoint
create constraint trigger status_change_has_event after update of status on cases deferrable initially deferred
  for each row when (old.status is distinct from new.status) execute function case_change_fits();
--> statement-breakpoint
create function case_version_counts() returns trigger language plpgsql as $$
begin
  if new.version <> old.version + 1 then raise exception 'version of a case must count' using errcode = 'SA409'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger version_counts before update on cases for each row execute function case_version_counts();
--> statement-breakpoint
-- One live grant a household and funding round: the flag under the unique index follows the status by itself.
create function grant_is_live(p_status text) returns boolean language sql immutable as
$$ select p_status not in ('draft', 'ineligible', 'rejected', 'withdrawn', 'cancelled') $$;
--> statement-breakpoint
create function grant_live_follows() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update grants set is_live = grant_is_live(new.status) where case_id = new.id and is_live <> grant_is_live(new.status);
  return null;
end $$;
--> statement-breakpoint
create trigger live_follows after update of status on cases for each row execute function grant_live_follows();
--> statement-breakpoint
create function grant_live_set() returns trigger language plpgsql security definer set search_path = public as $$
begin
  select grant_is_live(status) into new.is_live from cases where id = new.case_id;
  return new;
end $$;
--> statement-breakpoint
create trigger live_set before insert or update on grants for each row execute function grant_live_set();
--> statement-breakpoint
-- Separation of duties on one grant.
create function grant_verification_rules() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if app_user() is not null and new.verified_by <> app_user() then
    raise exception 'grants.refused.not_yourself' using errcode = 'SA422';
  end if;
  if exists (select from cases c join grants g on g.case_id = c.id where c.id = new.case_id
      and new.verified_by in (c.caseworker_id, c.created_by, g.submitted_by)) then
    raise exception 'grants.refused.verifier_is_owner' using errcode = 'SA422';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger separation before insert on grant_verifications for each row execute function grant_verification_rules();
--> statement-breakpoint
create function grant_decision_rules() returns trigger language plpgsql security definer set search_path = public as $$
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
  return new;
end $$;
--> statement-breakpoint
create trigger separation before insert on grant_decisions for each row execute function grant_decision_rules();
--> statement-breakpoint
-- A grant counts as approved only with the decisions that approve it.
create function grant_approval_rules() returns trigger language plpgsql security definer set search_path = public as $$
declare v_needed integer; v_grant grants;
begin
  select * into v_grant from grants where case_id = new.id;
  select case when v_grant.amount_minor >= l.second_stage_from_minor then 2 else 1 end into v_needed
    from approval_limits l where l.programme = new.programme and l.currency = v_grant.currency and l.ended_at is null;
  if v_needed is null or (select count(*) from grant_decisions d
      where d.case_id = new.id and d.round = v_grant.round and d.outcome = 'approve') < v_needed then
    raise exception 'grants.refused.not_decided' using errcode = 'SA422';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger approval_is_decided after update of status on cases deferrable initially deferred
  for each row when (new.programme = 'livelihoods' and new.status = 'approved' and old.status <> 'approved') execute function grant_approval_rules();
--> statement-breakpoint
-- Rights. No own role, two admins where it matters, no incompatible pair.
create function user_role_rules() returns trigger language plpgsql security definer set search_path = public as $$
declare
  v_me uuid := app_user();
  v_needs_two boolean := new.role in ('supervisor', 'programme_manager', 'finance_officer', 'admin');
  v_held text[];
begin
  if tg_op = 'UPDATE' and (new.user_id <> old.user_id or new.role <> old.role or new.requested_by is distinct from old.requested_by
      or (old.approved_at is not null and new.approved_by is distinct from old.approved_by)
      or (old.ended_at is not null and new.ended_at is distinct from old.ended_at)) then
    raise exception 'admin.refused.role_history' using errcode = 'SA422';
  end if;
  if v_me is not null then
    if new.user_id = v_me then raise exception 'admin.refused.own_role' using errcode = 'SA422'; end if;
    if tg_op = 'INSERT' and new.requested_by is distinct from v_me then raise exception 'admin.refused.own_role' using errcode = 'SA422'; end if;
    if (tg_op = 'INSERT' and new.approved_by is not null and new.approved_by <> v_me)
      or (tg_op = 'UPDATE' and new.approved_by is distinct from old.approved_by and new.approved_by <> v_me) then
      raise exception 'admin.refused.own_role' using errcode = 'SA422';
    end if;
    if new.approved_by is not null and v_needs_two and new.approved_by = new.requested_by and new.ended_at is null then
      raise exception 'admin.refused.second_admin' using errcode = 'SA422';
    end if;
  end if;
  if new.user_id = new.approved_by then raise exception 'admin.refused.own_role' using errcode = 'SA422'; end if;
  if new.ended_at is null then
    -- One change of rights at a time for a user, so that two halves of a forbidden pair cannot pass each other.
    perform from users where id = new.user_id for update;
    select array_agg(role) into v_held from user_roles where user_id = new.user_id and ended_at is null and id <> new.id;
    if (new.role = 'admin' and cardinality(v_held) > 0) or 'admin' = any (v_held)
      or (new.role = 'finance_officer' and v_held && array['supervisor', 'programme_manager', 'caseworker'])
      or ('finance_officer' = any (v_held) and new.role in ('supervisor', 'programme_manager', 'caseworker')) then
      raise exception 'admin.refused.incompatible' using errcode = 'SA422';
    end if;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger rules before insert or update on user_roles for each row execute function user_role_rules();
--> statement-breakpoint
-- Changing rights ends the sessions of whom they concern; so do deactivation and a new password.
create function end_sessions_of(p_user uuid) returns void language sql security definer set search_path = public as
$$ update sessions set revoked_at = now() where user_id = p_user and revoked_at is null $$;
--> statement-breakpoint
create function rights_end_sessions() returns trigger language plpgsql security definer set search_path = public as $$
begin perform end_sessions_of(new.user_id); return null; end $$;
--> statement-breakpoint
create trigger end_sessions after insert or update on user_roles for each row execute function rights_end_sessions();
--> statement-breakpoint
create trigger end_sessions after insert or update on user_programmes for each row execute function rights_end_sessions();
--> statement-breakpoint
create function user_change_rules() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if old.is_active and not new.is_active then
    if new.id = app_user() then raise exception 'admin.refused.own_account' using errcode = 'SA422'; end if;
    -- Two admins deactivating each other at the same moment must not both succeed.
    perform pg_advisory_xact_lock(hashtext('sanad.last_admin'));
    if exists (select from user_roles r where r.user_id = new.id and r.role = 'admin' and r.approved_at is not null and r.ended_at is null)
      and not exists (select from user_roles r join users u on u.id = r.user_id where r.role = 'admin' and r.approved_at is not null
        and r.ended_at is null and u.is_active and u.id <> new.id) then
      raise exception 'admin.refused.last_admin' using errcode = 'SA422';
    end if;
  end if;
  if new.is_active <> old.is_active or new.password_hash is distinct from old.password_hash or new.email <> old.email then
    perform end_sessions_of(new.id);
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger rules before update on users for each row execute function user_change_rules();
--> statement-breakpoint
create function last_admin_role() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform pg_advisory_xact_lock(hashtext('sanad.last_admin'));
  if not exists (select from user_roles r join users u on u.id = r.user_id where r.role = 'admin' and r.approved_at is not null
      and r.ended_at is null and u.is_active) then
    raise exception 'admin.refused.last_admin' using errcode = 'SA422';
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger last_admin after update of ended_at on user_roles for each row
  when (old.role = 'admin' and old.ended_at is null and new.ended_at is not null and old.approved_at is not null) execute function last_admin_role();
--> statement-breakpoint
-- The identity check looks at the whole register and gives back only what comparing needs; who may not search gets nothing.
create function register_candidates(p_keys text[], p_document text, p_phone text, p_except uuid)
returns table (id uuid, given_name text, father_name text, grandfather_name text, family_name text, sex text, birth_on date,
  birth_precision text, location_pcode text, same_document boolean, same_phone boolean, caseworker text, team_id uuid)
language plpgsql stable security definer set search_path = public as $$
begin
  if not (app_is('caseworker') or app_is('supervisor')) then return; end if;
  return query
    select p.id, p.given_name, p.father_name, p.grandfather_name, p.family_name, p.sex, p.birth_on, p.birth_precision,
      p.location_pcode, p.document_key = p_document, p.phone = p_phone, u.name, p.team_id
    from (
      (select q.id from people q where p_document is not null and q.document_key = p_document limit 50)
      union (select q.id from people q where p_phone is not null and q.phone = p_phone limit 50)
      union (select q.id from people q where cardinality(p_keys) > 0 and q.match_keys && p_keys limit 200)
    ) found join people p on p.id = found.id left join users u on u.id = p.caseworker_id
    where p.id is distinct from p_except;
end $$;
--> statement-breakpoint
revoke execute on function end_sessions_of(uuid) from sanad_app;
--> statement-breakpoint
-- What a session's token leads to; keeps the session alive. 15 minutes idle, 12 hours at most. Callable by the login
-- itself, without a transaction: only who holds the token can ask, and it is one statement a request.
create function session_open(p_token_hash text) returns table (session_id uuid, user_id uuid, name text, email text,
  locale text, draft_key text, roles text[], programmes text[], teams uuid[], areas text[], unread integer)
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
    array(select distinct m.team_id from team_members m where m.user_id = u.id and m.from_on <= app_today()
      and (m.to_on is null or m.to_on >= app_today())),
    array(select a.district_pcode from user_areas a where a.user_id = u.id and a.ended_at is null),
    (select count(*)::integer from (select from notifications n where n.user_id = u.id and n.read_at is null limit 100) as unread)
    from users u where u.id = v_session.user_id and u.is_active;
end $$;
--> statement-breakpoint
grant execute on function session_open(text) to public;
--> statement-breakpoint
grant usage on schema public to public;
