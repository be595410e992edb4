-- Who sees and writes what of the communities' plans, needs and projects, and what the database refuses there.

-- They belong to no single programme: all staff read them, a team writes its own.
create function app_communities() returns boolean language sql stable parallel safe as $$
  select app_is('caseworker') or app_is('supervisor') or app_is('programme_manager') or app_is('analyst') $$;
--> statement-breakpoint
create function app_writes_communities(p_team uuid) returns boolean language sql stable parallel safe as $$
  select (app_is('caseworker') or app_is('supervisor')) and p_team = any (app_teams()) $$;
--> statement-breakpoint
create function app_works_action_plan(p_plan uuid) returns boolean language plpgsql stable security definer set search_path = public as $$
begin
  return exists (select from action_plans p where p.id = p_plan and app_writes_communities(p.team_id));
end $$;
--> statement-breakpoint
create function app_works_need(p_need uuid) returns boolean language plpgsql stable security definer set search_path = public as $$
begin
  return exists (select from community_needs n where n.id = p_need and app_writes_communities(n.team_id));
end $$;
--> statement-breakpoint
create function app_works_project(p_project uuid) returns boolean language plpgsql stable security definer set search_path = public as $$
begin
  return exists (select from projects p where p.id = p_project and app_writes_communities(p.team_id));
end $$;
--> statement-breakpoint
create function app_works_inspection(p_inspection uuid) returns boolean language plpgsql stable security definer set search_path = public as $$
begin
  return exists (select from project_inspections i where i.id = p_inspection and app_works_project(i.project_id));
end $$;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['action_plans', 'community_needs', 'need_links', 'community_events', 'projects', 'project_lines', 'project_instalments',
    'project_inspections', 'inspection_items', 'project_defects', 'project_served', 'project_needs'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I to sanad_system using (true) with check (true)', t || '_system', t);
    if t <> 'need_links' then
      execute format('create policy %I on %I for select to sanad_app using ((select app_communities()))', t || '_read', t);
    end if;
  end loop;
  foreach t in array array['project_lines', 'project_instalments', 'project_inspections', 'project_defects', 'project_served', 'project_needs'] loop
    execute format('create policy %I on %I for insert to sanad_app with check (app_works_project(project_id))', t || '_add', t);
  end loop;
  foreach t in array array['project_lines', 'project_instalments', 'project_served', 'project_needs'] loop
    execute format('create policy %I on %I for delete to sanad_app using (app_works_project(project_id))', t || '_clear', t);
  end loop;
  foreach t in array array['project_instalments', 'project_defects'] loop
    execute format('create policy %I on %I for update to sanad_app using (app_works_project(project_id))', t || '_edit', t);
  end loop;
end $$;
--> statement-breakpoint
create policy action_plans_add on action_plans for insert to sanad_app with check (app_writes_communities(team_id));
--> statement-breakpoint
create policy action_plans_edit on action_plans for update to sanad_app using (app_writes_communities(team_id));
--> statement-breakpoint
create policy community_needs_add on community_needs for insert to sanad_app with check (app_works_action_plan(plan_id));
--> statement-breakpoint
create policy community_needs_edit on community_needs for update to sanad_app using (app_works_action_plan(plan_id));
--> statement-breakpoint
-- A link to a concern or an action exists for whoever sees that concern or action, for nobody else.
create policy need_links_read on need_links for select to sanad_app using ((select app_communities())
  and (case_id is null or app_sees_case(case_id)) and (action_id is null or exists (select from forum_actions a where a.id = action_id)));
--> statement-breakpoint
create policy need_links_add on need_links for insert to sanad_app with check (app_works_need(need_id) and created_by = (select app_user())
  and (case_id is null or app_sees_case(case_id)) and (action_id is null or exists (select from forum_actions a where a.id = action_id)));
--> statement-breakpoint
create policy need_links_clear on need_links for delete to sanad_app using (app_works_need(need_id)
  and (case_id is null or app_sees_case(case_id)) and (action_id is null or exists (select from forum_actions a where a.id = action_id)));
--> statement-breakpoint
create policy community_events_add on community_events for insert to sanad_app
  with check ((select app_communities()) and actor_id = (select app_user()));
--> statement-breakpoint
create policy projects_add on projects for insert to sanad_app with check (app_writes_communities(team_id));
--> statement-breakpoint
create policy projects_edit on projects for update to sanad_app
  using (app_writes_communities(team_id) or (select app_is('programme_manager')));
--> statement-breakpoint
create policy inspection_items_add on inspection_items for insert to sanad_app with check (app_works_inspection(inspection_id));
--> statement-breakpoint
-- Files of a plan or a project: read by all staff, kept by its team.
alter table documents add constraint documents_plan_fk foreign key (plan_id) references action_plans (id),
  add constraint documents_project_fk foreign key (project_id) references projects (id);
--> statement-breakpoint
drop policy documents_app on documents;
--> statement-breakpoint
create policy documents_app on documents to sanad_app using (
  case when case_id is not null then app_sees_case_file(case_id) when person_id is not null then app_sees_person(person_id) else false end);
--> statement-breakpoint
create policy documents_of_community_read on documents for select to sanad_app
  using ((plan_id is not null or project_id is not null) and (select app_communities()));
--> statement-breakpoint
create policy documents_of_community_add on documents for insert to sanad_app
  with check (case when plan_id is not null then app_works_action_plan(plan_id) when project_id is not null then app_works_project(project_id) else false end);
--> statement-breakpoint
create policy documents_of_community_clear on documents for delete to sanad_app
  using (case when plan_id is not null then app_works_action_plan(plan_id) when project_id is not null then app_works_project(project_id) else false end);
--> statement-breakpoint
create function endorsement_stays() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select from action_plans p where p.endorsement_id = old.id) then
    raise exception 'cases.documents.refused.stays' using errcode = 'SA422';
  end if;
  return old;
end $$;
--> statement-breakpoint
create trigger endorsement_stays before delete on documents for each row when (old.plan_id is not null) execute function endorsement_stays();
--> statement-breakpoint
insert into machine_moves values
  ('action_plan', 'drafting', 'validated_by_community'), ('action_plan', 'validated_by_community', 'endorsed_by_authority'),
  ('action_plan', 'endorsed_by_authority', 'active'), ('action_plan', 'active', 'reviewed'), ('action_plan', 'reviewed', 'archived'),
  ('need', 'open', 'addressed'), ('need', 'open', 'met'), ('need', 'addressed', 'met'), ('need', 'open', 'dropped'), ('need', 'addressed', 'dropped'),
  ('need', 'addressed', 'open'), ('need', 'met', 'open'), ('need', 'dropped', 'open'),
  ('project', 'identified', 'assessed'), ('project', 'assessed', 'prioritised'), ('project', 'prioritised', 'designed'), ('project', 'designed', 'approved'),
  ('project', 'approved', 'tendering'), ('project', 'tendering', 'contracted'), ('project', 'contracted', 'works'), ('project', 'works', 'suspended'),
  ('project', 'suspended', 'works'), ('project', 'works', 'inspected'), ('project', 'inspected', 'defects'), ('project', 'defects', 'inspected'),
  ('project', 'inspected', 'handed_over'), ('project', 'handed_over', 'liability_period'), ('project', 'liability_period', 'closed'),
  ('project', 'identified', 'cancelled'), ('project', 'assessed', 'cancelled'), ('project', 'prioritised', 'cancelled'), ('project', 'designed', 'cancelled'),
  ('project', 'approved', 'cancelled'), ('project', 'tendering', 'cancelled');
--> statement-breakpoint
create trigger keep_to_machine before insert or update on action_plans for each row execute function keep_to_machine('action_plan', 'drafting');
--> statement-breakpoint
create trigger keep_to_machine before insert or update on community_needs for each row execute function keep_to_machine('need', 'open');
--> statement-breakpoint
create trigger keep_to_machine before insert or update on projects for each row execute function keep_to_machine('project', 'identified');
--> statement-breakpoint
-- A place of the team's own district: a sub-district, or a community in one.
create function community_place_rules() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.district_pcode <> (select district_pcode from teams where id = new.team_id) or not exists (
      select from locations l left join locations up on up.pcode = l.parent_pcode where l.pcode = new.location_pcode
        and ((l.level = 3 and l.parent_pcode = new.district_pcode) or (l.level = 4 and up.parent_pcode = new.district_pcode))) then
    raise exception 'communities.refused.place' using errcode = 'SA422';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger place before insert or update of location_pcode, district_pcode on action_plans for each row execute function community_place_rules();
--> statement-breakpoint
create trigger place before insert or update of location_pcode, district_pcode on projects for each row execute function community_place_rules();
--> statement-breakpoint
create function action_plan_rules() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if old.status = 'archived' then raise exception 'communities.refused.archived' using errcode = 'SA422'; end if;
  if new.ranking <> old.ranking and new.status <> 'drafting' then raise exception 'communities.refused.ranked' using errcode = 'SA422'; end if;
  if old.endorsed_on is not null and (new.endorsed_by, new.endorsed_on, new.endorsement_id) is distinct from (old.endorsed_by, old.endorsed_on, old.endorsement_id) then
    raise exception 'communities.refused.endorsed' using errcode = 'SA422';
  end if;
  if new.status = old.status then return new; end if;
  case new.status
    when 'validated_by_community' then
      if new.validated_on is null or new.validated_by = '' then raise exception 'communities.refused.not_validated' using errcode = 'SA422'; end if;
      if not exists (select from community_needs n where n.plan_id = new.id and n.status <> 'dropped') then
        raise exception 'communities.refused.no_needs' using errcode = 'SA422';
      end if;
      if new.ranking = 'scored' and exists (select from community_needs n where n.plan_id = new.id and n.status <> 'dropped' and n.score is null) then
        raise exception 'communities.refused.not_scored' using errcode = 'SA422';
      end if;
    when 'endorsed_by_authority' then
      if new.endorsed_by = '' or new.endorsed_on is null or new.endorsed_on < new.validated_on or not exists (
          select from documents d where d.id = new.endorsement_id and d.plan_id = new.id) then
        raise exception 'communities.refused.not_endorsed' using errcode = 'SA422';
      end if;
    when 'reviewed' then
      if new.review = '' or new.reviewed_on is null then raise exception 'communities.refused.not_reviewed' using errcode = 'SA422'; end if;
    else null;
  end case;
  return new;
end $$;
--> statement-breakpoint
create trigger rules before update on action_plans for each row execute function action_plan_rules();
--> statement-breakpoint
-- What the community ranked stays as it was ranked; what becomes of a need goes on.
create function community_need_rules() returns trigger language plpgsql security definer set search_path = public as $$
declare v_plan action_plans;
begin
  select * into v_plan from action_plans where id = new.plan_id for share;
  if tg_op = 'INSERT' then
    if new.team_id <> v_plan.team_id then raise exception 'a need is of its plan''s team' using errcode = 'SA403'; end if;
    if v_plan.status <> 'drafting' then raise exception 'communities.refused.ranked' using errcode = 'SA422'; end if;
    return new;
  end if;
  if new.plan_id <> old.plan_id then raise exception 'history is not changed' using errcode = 'SA403'; end if;
  if v_plan.status = 'archived' then raise exception 'communities.refused.archived' using errcode = 'SA422'; end if;
  if v_plan.status <> 'drafting' and (new.sector, new.rank, new.severity, new.people, new.urgency, new.feasibility)
      is distinct from (old.sector, old.rank, old.severity, old.people, old.urgency, old.feasibility) then
    raise exception 'communities.refused.ranked' using errcode = 'SA422';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger rules before insert or update on community_needs for each row execute function community_need_rules();
--> statement-breakpoint
-- Only what was triaged and stands in the forum's open can be answered by a need.
create function need_link_rules() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.case_id is not null and not exists (select from cases c join concerns n on n.case_id = c.id where c.id = new.case_id
      and not app_is_untriaged(c.programme, c.status) and c.status not in ('duplicate', 'out_of_scope', 'restricted')) then
    raise exception 'communities.refused.not_open' using errcode = 'SA422';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger rules before insert on need_links for each row execute function need_link_rules();
--> statement-breakpoint
create function project_rules() returns trigger language plpgsql security definer set search_path = public as $$
declare v_moved constant boolean := new.status <> old.status;
begin
  if old.status in ('closed', 'cancelled') then raise exception 'projects.refused.over' using errcode = 'SA422'; end if;
  -- Whoever approves does nothing else to it.
  if app_user() is not null and pg_trigger_depth() < 2 and not app_writes_communities(new.team_id) and (
      not (old.status = 'designed' and new.status = 'approved')
      or to_jsonb(new) - array['status', 'version', 'approved_by', 'approved_at'] <> to_jsonb(old) - array['status', 'version', 'approved_by', 'approved_at']) then
    raise exception 'not of the project''s team' using errcode = '42501';
  end if;
  if new.currency <> old.currency then raise exception 'history is not changed' using errcode = 'SA403'; end if;
  if new.progress <> old.progress and pg_trigger_depth() < 2 then
    raise exception 'progress is what was inspected' using errcode = 'SA403';
  end if;
  if (new.approved_by, new.approved_at) is distinct from (old.approved_by, old.approved_at) and not (v_moved and new.status = 'approved') then
    raise exception 'history is not changed' using errcode = 'SA403';
  end if;
  if (new.contractor, new.contract_number, new.contract_value_minor, new.contract_signed_on)
      is distinct from (old.contractor, old.contract_number, old.contract_value_minor, old.contract_signed_on) and not (v_moved and new.status = 'contracted') then
    raise exception 'projects.refused.contract_stands' using errcode = 'SA422';
  end if;
  if new.liability_ends_on is distinct from old.liability_ends_on and not (v_moved and new.status = 'liability_period') then
    raise exception 'history is not changed' using errcode = 'SA403';
  end if;
  if not v_moved then return new; end if;
  case new.status
    when 'assessed' then
      if new.assessment = '' then raise exception 'projects.refused.no_assessment' using errcode = 'SA422'; end if;
    when 'prioritised' then
      if new.priority = '' or not exists (select from project_needs n where n.project_id = new.id) then
        raise exception 'projects.refused.no_need' using errcode = 'SA422';
      end if;
    when 'designed' then
      if new.design = '' or not exists (select from project_lines l where l.project_id = new.id) then
        raise exception 'projects.refused.no_bill' using errcode = 'SA422';
      end if;
    when 'approved' then
      if app_user() is not null and not app_is('programme_manager') then raise exception 'projects.refused.manager_only' using errcode = 'SA422'; end if;
      if app_user() = new.created_by then raise exception 'projects.refused.own_project' using errcode = 'SA422'; end if;
      if app_user() is not null and new.approved_by is distinct from app_user() then raise exception 'the hand that approves signs' using errcode = 'SA403'; end if;
      new.approved_at := app_now();
    when 'contracted' then
      if new.contractor = '' or new.contract_value_minor is null or new.contract_signed_on is null or new.works_end_on is null
          or new.works_end_on < new.contract_signed_on or new.contract_signed_on > app_today() then
        raise exception 'projects.refused.no_contract' using errcode = 'SA422';
      end if;
    when 'suspended' then
      if new.suspended_because = '' then raise exception 'projects.refused.no_reason' using errcode = 'SA422'; end if;
    when 'inspected' then
      if new.progress < 100 then raise exception 'projects.refused.not_complete' using errcode = 'SA422'; end if;
      if old.status = 'defects' and exists (select from project_defects d where d.project_id = new.id and d.fixed_on is null) then
        raise exception 'projects.refused.open_defects' using errcode = 'SA422';
      end if;
    when 'defects' then
      if not exists (select from project_defects d where d.project_id = new.id and d.fixed_on is null) then
        raise exception 'projects.refused.no_defects' using errcode = 'SA422';
      end if;
    when 'handed_over' then
      if exists (select from project_defects d where d.project_id = new.id and d.fixed_on is null) then
        raise exception 'projects.refused.open_defects' using errcode = 'SA422';
      end if;
      if new.progress < 100 then raise exception 'projects.refused.not_complete' using errcode = 'SA422'; end if;
      if new.operator = '' or new.maintenance = '' or new.handed_over_on is null then
        raise exception 'projects.refused.no_operator' using errcode = 'SA422';
      end if;
    when 'liability_period' then
      if new.liability_ends_on is null or new.liability_ends_on <= new.handed_over_on then
        raise exception 'projects.refused.no_liability' using errcode = 'SA422';
      end if;
    when 'closed' then
      if new.liability_ends_on > app_today() then raise exception 'projects.refused.liable_still' using errcode = 'SA422'; end if;
      if exists (select from project_defects d where d.project_id = new.id and d.fixed_on is null) then
        raise exception 'projects.refused.open_defects' using errcode = 'SA422';
      end if;
      if exists (select from project_instalments i where i.project_id = new.id and i.paid_on is null) then
        raise exception 'projects.refused.unpaid' using errcode = 'SA422';
      end if;
      if new.result = '' then raise exception 'projects.refused.no_result' using errcode = 'SA422'; end if;
    else null;
  end case;
  return new;
end $$;
--> statement-breakpoint
create trigger rules before update on projects for each row execute function project_rules();
--> statement-breakpoint
-- What was approved is what was priced.
create function project_line_rules() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if not exists (select from projects p where p.id = coalesce(new.project_id, old.project_id)
      and p.status in ('identified', 'assessed', 'prioritised', 'designed')) then
    raise exception 'projects.refused.bill_stands' using errcode = 'SA422';
  end if;
  return coalesce(new, old);
end $$;
--> statement-breakpoint
create trigger rules before insert or update or delete on project_lines for each row execute function project_line_rules();
--> statement-breakpoint
-- Instalments never come to more than the contract, and none is paid before its progress was inspected.
create function project_instalment_rules() returns trigger language plpgsql security definer set search_path = public as $$
declare v_project projects; v_others bigint;
begin
  -- One change of a contract's instalments at a time, so that two cannot both be the last that fits.
  select * into v_project from projects where id = coalesce(new.project_id, old.project_id) for update;
  if tg_op <> 'INSERT' and old.paid_on is not null then raise exception 'projects.refused.paid_stands' using errcode = 'SA422'; end if;
  if tg_op <> 'UPDATE' or (new.number, new.percent, new.amount_minor, new.project_id) <> (old.number, old.percent, old.amount_minor, old.project_id) then
    if v_project.status not in ('contracted', 'works', 'suspended') then raise exception 'projects.refused.no_instalments' using errcode = 'SA422'; end if;
  end if;
  if tg_op = 'DELETE' then return old; end if;
  if tg_op = 'UPDATE' and new.project_id <> old.project_id then raise exception 'history is not changed' using errcode = 'SA403'; end if;
  select coalesce(sum(amount_minor), 0) into v_others from project_instalments where project_id = new.project_id and id <> new.id;
  if v_others + new.amount_minor > v_project.contract_value_minor then raise exception 'projects.refused.over_contract' using errcode = 'SA422'; end if;
  if new.paid_on is not null then
    if new.paid_on > app_today() or v_project.status in ('closed', 'cancelled') or not exists (select from project_inspections i
        where i.project_id = new.project_id and i.progress >= new.percent and i.inspected_on <= new.paid_on) then
      raise exception 'projects.refused.not_inspected' using errcode = 'SA422';
    end if;
    if app_user() is not null and new.paid_by is distinct from app_user() then raise exception 'the hand that pays signs' using errcode = 'SA403'; end if;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger rules before insert or update or delete on project_instalments for each row execute function project_instalment_rules();
--> statement-breakpoint
create function project_inspection_rules() returns trigger language plpgsql security definer set search_path = public as $$
declare v_project projects;
begin
  select * into v_project from projects where id = new.project_id for update;
  if v_project.status not in ('works', 'suspended', 'inspected', 'defects', 'liability_period') then
    raise exception 'projects.refused.no_inspection' using errcode = 'SA422';
  end if;
  if new.inspected_on > app_today() or new.inspected_on < v_project.contract_signed_on then
    raise exception 'projects.refused.inspection_day' using errcode = 'SA422';
  end if;
  if app_user() is not null and new.created_by <> app_user() then raise exception 'the hand that inspects signs' using errcode = 'SA403'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger rules before insert on project_inspections for each row execute function project_inspection_rules();
--> statement-breakpoint
create function project_progress() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update projects p set version = version + 1,
    progress = (select i.progress from project_inspections i where i.project_id = p.id order by i.inspected_on desc, i.id desc limit 1)
    where p.id = new.project_id;
  return null;
end $$;
--> statement-breakpoint
create trigger progress after insert on project_inspections for each row execute function project_progress();
--> statement-breakpoint
create trigger no_change before update or delete on project_inspections for each row execute function refuse_change();
--> statement-breakpoint
create trigger no_change before update or delete on inspection_items for each row execute function refuse_change();
--> statement-breakpoint
create function project_defect_rules() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'INSERT' then
    if new.fixed_on is not null or not exists (select from projects p where p.id = new.project_id
        and p.status in ('works', 'suspended', 'inspected', 'defects', 'liability_period')) then
      raise exception 'projects.refused.no_inspection' using errcode = 'SA422';
    end if;
    return new;
  end if;
  if new.fixed_on > app_today() then raise exception 'errors.dateFuture' using errcode = 'SA422'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger rules before insert or update on project_defects for each row execute function project_defect_rules();
--> statement-breakpoint
create trigger only_these before update on project_defects for each row execute function only_these_change('note', 'fixed_on');
--> statement-breakpoint
-- The needs that a project answers, and whom it serves, are told until it is over.
create function project_parts_rules() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select from projects p where p.id = coalesce(new.project_id, old.project_id) and p.status in ('closed', 'cancelled')) then
    raise exception 'projects.refused.over' using errcode = 'SA422';
  end if;
  return coalesce(new, old);
end $$;
--> statement-breakpoint
create trigger rules before insert or delete on project_needs for each row execute function project_parts_rules();
--> statement-breakpoint
create trigger rules before insert or delete on project_served for each row execute function project_parts_rules();
--> statement-breakpoint
create trigger no_change before update or delete on community_events for each row execute function refuse_change();
--> statement-breakpoint
do $$
declare entry text[];
begin
  foreach entry slice 1 in array array[['action_plans', 'id'], ['community_needs', 'plan_id'], ['projects', 'id'], ['project_instalments', 'project_id'],
    ['project_defects', 'project_id']] loop
    execute format('create trigger audit after insert or update or delete on %I for each row execute function audit_row(%L, %L)',
      entry[1], entry[2], 'rights');
  end loop;
end $$;
--> statement-breakpoint
grant select, insert, update on action_plans, community_needs, projects, project_instalments, project_defects to sanad_app, sanad_system;
--> statement-breakpoint
grant select, insert, delete on need_links, project_lines, project_served, project_needs to sanad_app, sanad_system;
--> statement-breakpoint
grant delete on project_instalments to sanad_app, sanad_system;
--> statement-breakpoint
grant select, insert on community_events, project_inspections, inspection_items to sanad_app, sanad_system;
