-- What figures of community policing are made of, for who may count: no names, no words, nothing restricted, and nothing that is
-- not triaged beyond its own team.
create view concern_facts with (security_barrier) as
  select n.case_id, c.reference, c.team_id, c.district_pcode, c.status, n.forum_id, n.category, n.severity, n.source, n.raised_on,
    n.accepted_at is not null as is_accepted, n.resolved_at is not null as is_resolved,
    n.verified_in is not null as is_verified, n.reopened_count > 0 as is_reopened,
    ((n.resolved_at at time zone 'Asia/Baghdad')::date - n.raised_on) as days_to_resolve
  from concerns n join cases c on c.id = n.case_id
  where c.status <> 'restricted' and n.category <> 'police_conduct'
    and (((select app_policing_figures()) and not app_is_untriaged(c.programme, c.status))
      or ((select app_is('supervisor')) and (select app_policing()) and c.team_id = any ((select app_teams())::uuid[])));
--> statement-breakpoint
create view action_facts with (security_barrier) as
  select a.id, a.team_id, a.forum_id, f.district_pcode, a.level, a.status, a.due_on, a.done_on,
    a.done_on is not null and a.done_on <= a.due_on as is_on_time, a.status in ('done', 'verified') as is_done, a.status = 'verified' as is_verified,
    a.status in ('open', 'in_progress', 'blocked') and a.due_on < app_today() as is_overdue
  from forum_actions a join forums f on f.id = a.forum_id left join cases c on c.id = a.case_id
  where a.status <> 'cancelled' and c.status is distinct from 'restricted'
    and ((select app_policing_figures())
      or ((select app_is('supervisor')) and (select app_policing()) and a.team_id = any ((select app_teams())::uuid[])));
--> statement-breakpoint
create view session_facts with (security_barrier) as
  select s.id, s.team_id, s.forum_id, f.district_pcode, f.type, s.held_on, s.attended
  from forum_sessions s join forums f on f.id = s.forum_id
  where s.held_on is not null and ((select app_policing_figures())
    or ((select app_is('supervisor')) and (select app_policing()) and s.team_id = any ((select app_teams())::uuid[])));
--> statement-breakpoint
create view attendance_facts with (security_barrier) as
  select s.held_on, s.forum_id, a.sex, a.age_band, a.displacement, a.has_disability, a.count
  from session_attendance a join forum_sessions s on s.id = a.session_id
  where s.held_on is not null and ((select app_policing_figures())
    or ((select app_is('supervisor')) and (select app_policing()) and s.team_id = any ((select app_teams())::uuid[])));
--> statement-breakpoint
-- Names of forums, for who counts by them without reading them.
create view forum_names with (security_barrier) as
  select f.id, f.name_en, f.name_ar from forums f
  where (select app_policing_figures()) or ((select app_policing()) and f.team_id = any ((select app_teams())::uuid[]));
--> statement-breakpoint
grant select on concern_facts, action_facts, session_facts, attendance_facts, forum_names to sanad_app;
