-- As before, and without the points of a boundary.
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
    where key not in ('password_hash', 'draft_key', 'token_hash', 'key_hash', 'match_keys', 'version', 'shown', 'polygons')
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
create trigger audit after insert or update or delete on location_boundaries for each row execute function audit_row('pcode', 'rights');
--> statement-breakpoint
create trigger audit after insert or update or delete on pathway_steps for each row execute function audit_row('code', 'rights');
--> statement-breakpoint
alter table pathway_steps enable row level security;
--> statement-breakpoint
create policy pathway_steps_system on pathway_steps to sanad_system using (true) with check (true);
--> statement-breakpoint
create policy pathway_steps_read on pathway_steps for select to sanad_app using ((select app_user()) is not null);
--> statement-breakpoint
create policy pathway_steps_add on pathway_steps for insert to sanad_app with check ((select app_is('admin')));
--> statement-breakpoint
create policy pathway_steps_edit on pathway_steps for update to sanad_app using ((select app_is('admin')));
--> statement-breakpoint
grant select, insert, update on pathway_steps to sanad_app, sanad_system;
