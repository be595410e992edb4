CREATE INDEX "people_of_place" ON "people" USING btree ("team_id","location_pcode","id");
--> statement-breakpoint
-- An approval has an approver, and it is who acts: a moment without a name would pass for one.
create or replace function user_role_rules() returns trigger language plpgsql security definer set search_path = public as $$
declare
  v_me uuid := app_user();
  v_needs_two boolean := new.role in ('supervisor', 'programme_manager', 'finance_officer', 'admin');
  v_is_approved_now boolean := new.approved_at is not null and (tg_op = 'INSERT' or old.approved_at is null);
  v_held text[];
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
      or (new.role = 'finance_officer' and v_held && array['supervisor', 'programme_manager', 'caseworker'])
      or ('finance_officer' = any (v_held) and new.role in ('supervisor', 'programme_manager', 'caseworker')) then
      raise exception 'admin.refused.incompatible' using errcode = 'SA422';
    end if;
  end if;
  return new;
end $$;
--> statement-breakpoint
-- Nobody widens their own reach either: programmes, districts and teams are another admin's to give.
create function own_reach_rules() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.user_id = app_user() or (tg_op = 'UPDATE' and old.user_id = app_user()) then
    raise exception 'admin.refused.own_rights' using errcode = 'SA422';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger rules before insert or update on user_programmes for each row execute function own_reach_rules();
--> statement-breakpoint
create trigger rules before insert or update on user_areas for each row execute function own_reach_rules();
--> statement-breakpoint
create trigger rules before insert or update on team_members for each row execute function own_reach_rules();
--> statement-breakpoint
-- A limit is replaced, never rewritten: what counted on the day of a decision stays readable.
create function approval_limit_rules() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if app_user() is null then return new; end if;
  if tg_op = 'INSERT' then
    if new.set_by is distinct from app_user() or new.ended_at is not null then
      raise exception 'admin.refused.role_history' using errcode = 'SA422';
    end if;
  elsif old.ended_at is not null or (to_jsonb(new) - 'ended_at') <> (to_jsonb(old) - 'ended_at') then
    raise exception 'admin.refused.role_history' using errcode = 'SA422';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger rules before insert or update on approval_limits for each row execute function approval_limit_rules();
--> statement-breakpoint
-- With common names more people share a key than can be compared: those that share most keys come first.
create or replace function register_candidates(p_keys text[], p_document text, p_phone text, p_except uuid)
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
      union (select q.id from people q where cardinality(p_keys) > 0 and q.match_keys && p_keys
        order by (select count(*) from unnest(q.match_keys) key where key = any (p_keys)) desc limit 200)
    ) found join people p on p.id = found.id left join users u on u.id = p.caseworker_id
    where p.id is distinct from p_except;
end $$;
