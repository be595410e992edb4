-- What the tables stand on: extensions, the two roles that own nothing, the clock and the identity of the actor.
create extension if not exists pg_trgm;
--> statement-breakpoint
do $$
begin
  -- Roles belong to the whole server: a second database, or a second start at the same moment, finds them there.
  if not exists (select from pg_roles where rolname = 'sanad_app') then create role sanad_app nologin; end if;
  if not exists (select from pg_roles where rolname = 'sanad_system') then create role sanad_system nologin; end if;
exception when duplicate_object or unique_violation then null;
end $$;
--> statement-breakpoint
do $$
begin
  -- The owner must be able to become them (a deployment with one database user), superusers can anyway.
  if not pg_has_role(current_user, 'sanad_app', 'set') or not pg_has_role(current_user, 'sanad_system', 'set') then
    execute format('grant sanad_app, sanad_system to %I', current_user);
  end if;
exception when invalid_parameter_value then
  -- PostgreSQL 15 knows no 'set' privilege: membership is enough there.
  execute format('grant sanad_app, sanad_system to %I', current_user);
end $$;
--> statement-breakpoint
grant usage on schema public to sanad_app, sanad_system;
--> statement-breakpoint
-- By default everybody may call a new function; here only the two roles may.
alter default privileges revoke execute on functions from public;
--> statement-breakpoint
alter default privileges grant execute on functions to sanad_app, sanad_system;
--> statement-breakpoint
-- Now, unless the seed writes a history at an earlier moment.
create function app_now() returns timestamptz language sql stable parallel safe as
$$ select coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) $$;
--> statement-breakpoint
create function app_user() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('app.user_id', true), '')::uuid $$;
--> statement-breakpoint
create function app_scope() returns text language sql stable parallel safe as
$$ select coalesce(nullif(current_setting('app.scope', true), ''), 'none') $$;
--> statement-breakpoint
create function app_teams() returns uuid[] language sql stable parallel safe as
$$ select string_to_array(coalesce(current_setting('app.teams', true), ''), ',')::uuid[] $$;
--> statement-breakpoint
create function app_areas() returns text[] language sql stable parallel safe as
$$ select string_to_array(coalesce(current_setting('app.areas', true), ''), ',') $$;
--> statement-breakpoint
create function app_programmes() returns text[] language sql stable parallel safe as
$$ select string_to_array(coalesce(current_setting('app.programmes', true), ''), ',') $$;
--> statement-breakpoint
create function app_roles() returns text[] language sql stable parallel safe as
$$ select string_to_array(coalesce(current_setting('app.roles', true), ''), ',') $$;
