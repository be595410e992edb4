-- A community's page counts what all programmes did there, for staff of any of them: numbers alone, none below five, nothing
-- restricted, nothing that is not triaged.
create function app_reads_communities() returns boolean language sql stable parallel safe as $$
  select app_scope() <> 'none' or app_is('analyst') $$;
--> statement-breakpoint
-- The place itself and what lies in it.
create function places_within(p_pcode text) returns text[] language sql stable security definer set search_path = public as $$
  with recursive down as (select pcode from locations where pcode = p_pcode
    union select l.pcode from locations l join down d on l.parent_pcode = d.pcode)
  select coalesce(array_agg(pcode), '{}') from down $$;
--> statement-breakpoint
create function district_of(p_pcode text) returns text language sql stable security definer set search_path = public as $$
  with recursive up as (select pcode, level, parent_pcode from locations where pcode = p_pcode
    union select l.pcode, l.level, l.parent_pcode from locations l join up u on l.pcode = u.parent_pcode)
  select pcode from up where level = 2 $$;
--> statement-breakpoint
create function community_help(p_pcode text) returns table (kind text, people integer) language plpgsql stable security definer
  set search_path = public as $$
declare v_places text[] := places_within(p_pcode); v_district text := district_of(p_pcode);
begin
  if not app_reads_communities() or v_district is null then return; end if;
  return query
    with counted (kind, people) as (
      select 'grants', count(*) from cases c where c.district_pcode = v_district and c.location_pcode = any (v_places)
        and c.programme = 'livelihoods' and c.status in ('agreement_signed', 'disbursing', 'suspended', 'monitoring', 'completed')
      union all select 'referrals', count(*) from cases c where c.district_pcode = v_district and c.location_pcode = any (v_places)
        and c.programme = 'health' and c.status in ('attended', 'in_progress', 'on_hold', 'completed', 'feedback_recorded', 'closed')
      union all select 'consultations', sum(s.count) from consultation_sums s join facilities f on f.id::text = s.value
        where s.dimension = 'facility' and f.location_pcode = any (v_places)
      union all select 'sessions', sum(s.attended) from forum_sessions s join forums f on f.id = s.forum_id
        where f.location_pcode = any (v_places) and s.held_on is not null
      union all select 'projects', sum(v.count) from project_served v join projects p on p.id = v.project_id
        where p.location_pcode = any (v_places)
      union all select 'open_concerns', count(*) from cases c where c.district_pcode = v_district and c.location_pcode = any (v_places)
        and c.programme = 'policing' and c.status in ('accepted', 'planned', 'in_progress', 'resolved', 'verified_by_forum', 'reopened'))
    select c.kind, case when coalesce(c.people, 0) = 0 then 0 when c.people >= 5 then c.people::integer end from counted c;
end $$;
--> statement-breakpoint
-- The forums of a place are no secret; who sits on them and what they speak about is.
create function community_forums(p_pcode text) returns table (id uuid, name_en text, name_ar text, type text, status text, last_held_on date)
  language plpgsql stable security definer set search_path = public as $$
begin
  if not app_reads_communities() then return; end if;
  return query select f.id, f.name_en, f.name_ar, f.type, f.status, f.last_held_on from forums f
    where f.location_pcode = any (places_within(p_pcode)) and f.status <> 'proposed' order by f.name_en limit 100;
end $$;
--> statement-breakpoint
-- How many forums each place has, for the list of communities.
create function forums_by_place() returns table (location_pcode text, forums integer) language plpgsql stable security definer
  set search_path = public as $$
begin
  if not app_reads_communities() then return; end if;
  return query select f.location_pcode, count(*)::integer from forums f where f.status in ('endorsed', 'active', 'dormant') group by 1;
end $$;
