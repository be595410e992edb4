-- How much of a forum is open, of what the actor sees. Asked of the rows, row-level security would look each case up twice. `offset 0`
-- keeps the planner from reading every case of all forums to count those of one.
create function count_forum(p_forum uuid) returns table (concerns integer, open_concerns integer, open_actions integer, overdue_actions integer)
  language plpgsql stable security definer set search_path = public as $$
declare
  v_all boolean := app_scope() = 'all';
  v_teams uuid[] := case when app_scope() = 'team' then app_teams() else '{}' end;
begin
  if not app_policing() then return; end if;
  return query select c.total, c.open, a.open, a.overdue
    from (select count(*)::integer as total, count(*) filter (where c.closed_at is null)::integer as open
      from concerns n cross join lateral (select c.closed_at from cases c where c.id = n.case_id and c.programme = 'policing'
        and c.status <> 'restricted' and (c.team_id = any (v_teams) or (v_all and c.status not in ('raised', 'triage'))) offset 0) c
      where n.forum_id = p_forum) c,
    (select count(*)::integer as open, count(*) filter (where a.due_on < app_today())::integer as overdue
      from forum_actions a where a.forum_id = p_forum and a.status in ('open', 'in_progress', 'blocked')
        and (v_all or a.team_id = any (v_teams)) and (a.case_id is null or exists (
          select from cases c where c.id = a.case_id and c.programme = 'policing' and c.status <> 'restricted'
            and (c.team_id = any (v_teams) or (v_all and c.status not in ('raised', 'triage')))))) a;
end $$;
--> statement-breakpoint
-- As before; figures read of a case only what the index cases_policing holds.
create or replace view concern_facts with (security_barrier) as
  select n.case_id, c.reference, c.team_id, c.district_pcode, c.status, n.forum_id, n.category, n.severity, n.source, n.raised_on,
    n.accepted_at is not null as is_accepted, n.resolved_at is not null as is_resolved,
    n.verified_in is not null as is_verified, n.reopened_count > 0 as is_reopened,
    ((n.resolved_at at time zone 'Asia/Baghdad')::date - n.raised_on) as days_to_resolve
  from concerns n join cases c on c.id = n.case_id
  where c.programme = 'policing' and c.status <> 'restricted' and n.category <> 'police_conduct'
    and (((select app_policing_figures()) and c.status not in ('raised', 'triage'))
      or ((select app_is('supervisor')) and (select app_policing()) and c.team_id = any ((select app_teams())::uuid[])));
--> statement-breakpoint
create or replace view action_facts with (security_barrier) as
  select a.id, a.team_id, a.forum_id, f.district_pcode, a.level, a.status, a.due_on, a.done_on,
    a.done_on is not null and a.done_on <= a.due_on as is_on_time, a.status in ('done', 'verified') as is_done, a.status = 'verified' as is_verified,
    a.status in ('open', 'in_progress', 'blocked') and a.due_on < app_today() as is_overdue
  from forum_actions a join forums f on f.id = a.forum_id
  where a.status <> 'cancelled' and not exists (select from restricted_concerns r where r.case_id = a.case_id)
    and ((select app_policing_figures())
      or ((select app_is('supervisor')) and (select app_policing()) and a.team_id = any ((select app_teams())::uuid[])));
