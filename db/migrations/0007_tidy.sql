create or replace function next_reference(p_prefix text, p_year integer) returns text language plpgsql security definer set search_path = public as $$
declare v_sequence text := format('reference_%s_%s', lower(p_prefix), p_year); v_next text;
begin
  if p_prefix !~ '^[A-Z]{3}$' or p_year not between 2000 and 2999 then raise exception 'bad reference'; end if;
  if to_regclass(v_sequence) is null then
    begin
      execute format('create sequence if not exists %I', v_sequence);
    exception when duplicate_table or unique_violation then null; -- someone was faster; it is there now
    end;
  end if;
  v_next := nextval(v_sequence)::text;
  -- lpad also cuts: the hundred thousandth case of a year has six digits.
  return format('%s-%s-%s', p_prefix, p_year, lpad(v_next, greatest(5, length(v_next)), '0'));
end $$;
--> statement-breakpoint
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
      case when v_subject ~ '^[0-9a-f-]{36}$' then v_subject::uuid end,
      lower(tg_op), v_changes, tg_argv[1] = 'record');
  end if;
  return null;
end $$;
--> statement-breakpoint
-- Who approves keeps the address their links go to: an admin who could change it could become them.
create function approver_email_rules() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if app_user() is not null and old.password_hash is not null and exists (select from user_roles r where r.user_id = new.id
      and r.ended_at is null and r.role in ('supervisor', 'programme_manager', 'finance_officer', 'admin')) then
    raise exception 'admin.refused.email_of_approver' using errcode = 'SA422';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger approver_email before update of email on users for each row when (old.email <> new.email)
  execute function approver_email_rules();
--> statement-breakpoint
-- A link made for an ordinary user does not outlive the moment they may approve.
create function role_ends_links() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.role in ('supervisor', 'programme_manager', 'finance_officer', 'admin') then
    update one_time_links l set used_at = now() where l.user_id = new.user_id and l.used_at is null
      and exists (select from users u where u.id = new.user_id and u.password_hash is not null);
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger ends_links after insert or update on user_roles for each row execute function role_ends_links();
