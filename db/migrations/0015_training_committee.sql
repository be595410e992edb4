-- Courses and committees: who may write what, and how a round stands. A row without an id of its own is audited by what it hangs on.
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
      coalesce(v_row ->> 'id', v_row ->> 'case_id', v_row ->> 'pcode', v_row ->> 'code', v_row ->> tg_argv[0]),
      case when v_subject ~ '^[0-9a-f-]{36}$' then v_subject::uuid end,
      lower(tg_op), v_changes, tg_argv[1] = 'record');
  end if;
  return null;
end $$;
--> statement-breakpoint
-- On a course: applicants of its team, in training, while it runs.
create function course_enrolment_rules() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if app_user() is not null and not exists (select from courses o join cases c on c.team_id = o.team_id
      where o.id = new.course_id and o.state = 'planned' and c.id = new.case_id and c.status = 'training') then
    raise exception 'training.refused.not_in_training' using errcode = 'SA422';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger rules before insert on course_enrolments for each row execute function course_enrolment_rules();
--> statement-breakpoint
-- A supervisor convenes, and names members who may score and applications that wait for the committee.
create function committee_meeting_rules() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if app_user() is null then return new; end if;
  if not app_is('supervisor') then raise exception 'not a role that convenes' using errcode = '42501'; end if;
  if tg_op = 'UPDATE' then
    if (new.id, new.team_id, new.convened_by, new.convened_at) is distinct from (old.id, old.team_id, old.convened_by, old.convened_at)
      or old.state <> 'open' then
      raise exception 'history of committee_meetings is not changed' using errcode = 'SA403';
    end if;
    if new.version <> old.version + 1 then raise exception 'version of a meeting must count' using errcode = 'SA409'; end if;
    if new.state = 'closed' and exists (select from committee_items i join cases c on c.id = i.case_id
        where i.meeting_id = new.id and i.outcome is null and c.status = 'committee_review') then
      raise exception 'committee.refused.items_open' using errcode = 'SA422';
    end if;
    if new.state = 'cancelled' and exists (select from committee_items i where i.meeting_id = new.id) then
      raise exception 'committee.refused.not_empty' using errcode = 'SA422';
    end if;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger rules before insert or update on committee_meetings for each row execute function committee_meeting_rules();
--> statement-breakpoint
create function committee_member_rules() returns trigger language plpgsql security definer set search_path = public as $$
declare v_member committee_members; v_meeting committee_meetings;
begin
  if tg_op = 'DELETE' then v_member := old; else v_member := new; end if;
  if app_user() is null then return v_member; end if;
  if not app_is('supervisor') then raise exception 'not a role that convenes' using errcode = '42501'; end if;
  select * into v_meeting from committee_meetings where id = v_member.meeting_id for share;
  if v_meeting.state <> 'open' then raise exception 'committee.refused.meeting_over' using errcode = 'SA422'; end if;
  if tg_op = 'DELETE' and exists (select from committee_declarations d join committee_items i on i.id = d.item_id
      where i.meeting_id = old.meeting_id and d.user_id = old.user_id) then
    raise exception 'committee.refused.member_has_spoken' using errcode = 'SA422';
  end if;
  if tg_op = 'INSERT' and not (holds_role(new.user_id, 'programme_manager')
      or ((holds_role(new.user_id, 'caseworker') or holds_role(new.user_id, 'supervisor')) and v_meeting.team_id = any (teams_of(new.user_id)))) then
    raise exception 'committee.refused.cannot_score' using errcode = 'SA422';
  end if;
  return v_member;
end $$;
--> statement-breakpoint
create trigger rules before insert or delete on committee_members for each row execute function committee_member_rules();
--> statement-breakpoint
create function committee_item_rules() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if app_user() is null then return new; end if;
  if not app_is('supervisor') or new.outcome is not null then raise exception 'not a role that convenes' using errcode = '42501'; end if;
  if not exists (select from committee_meetings m join cases c on c.team_id = m.team_id join grants g on g.case_id = c.id
      where m.id = new.meeting_id and m.state = 'open' and c.id = new.case_id and c.status = 'committee_review' and g.round = new.round) then
    raise exception 'committee.refused.not_in_committee' using errcode = 'SA422';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger opens before insert on committee_items for each row execute function committee_item_rules();
--> statement-breakpoint
-- How a round stands: who applied, who came before a committee, who was chosen, by each kind of person as they were on the day they
-- applied. Counted past the row-level policies, which would ask a hundred thousand times; the scope is asked here instead.
create function round_fairness(p_round uuid) returns table (dimension text, value text, applied integer, reached integer, chosen integer)
language sql stable security definer set search_path = public as $$
  with facts as materialized (
    select c.status, p.sex, c.district_pcode, coalesce(d.status, 'other') as displacement,
      case when coalesce(w.is_disabled, false) then 'yes' else 'no' end as disability,
      case when p.birth_on is null then 'unknown' when a.years < 5 then '0-4' when a.years < 12 then '5-11' when a.years < 18 then '12-17'
        when a.years < 60 then '18-59' else '60+' end as age_band
    from grants g join cases c on c.id = g.case_id join people p on p.id = g.person_id
      cross join lateral (select (g.submitted_at at time zone 'Asia/Baghdad')::date as day) s
      cross join lateral (select extract(year from age(s.day, p.birth_on)) as years) a
      left join lateral (select e.status from displacements e where e.person_id = p.id and e.from_on <= s.day
        and (e.to_on is null or e.to_on >= s.day) order by e.from_on desc limit 1) d on true
      left join lateral (select array['a_lot_of_difficulty', 'cannot_do_at_all'] && array[n.seeing, n.hearing, n.walking, n.remembering,
          n.self_care, n.communicating] as is_disabled
        from washington_answers n where n.person_id = p.id and n.answered_on <= s.day order by n.answered_on desc, n.id desc limit 1) w on true
    where g.funding_round_id = p_round and g.submitted_at is not null and c.programme = any (app_programmes())
      and (app_scope() = 'all' or (app_scope() = 'team' and c.team_id = any (app_teams()))))
  select case when grouping(sex) = 0 then 'sex' when grouping(age_band) = 0 then 'age_band' when grouping(displacement) = 0 then 'displacement'
      when grouping(disability) = 0 then 'disability' when grouping(district_pcode) = 0 then 'district' else 'all' end,
    coalesce(sex, age_band, displacement, disability, district_pcode, 'all'),
    count(*)::integer,
    count(*) filter (where status in ('committee_review', 'waitlisted', 'pending_approval_1', 'pending_approval_2', 'approved',
      'agreement_signed', 'disbursing', 'suspended', 'monitoring', 'completed', 'rejected'))::integer,
    count(*) filter (where status in ('pending_approval_1', 'pending_approval_2', 'approved', 'agreement_signed', 'disbursing',
      'suspended', 'monitoring', 'completed'))::integer
  from facts group by grouping sets ((sex), (age_band), (displacement), (disability), (district_pcode), ()) $$;
