-- As before, and a contract above the approved bill of quantities is recorded by a programme manager, who approves it so.
create or replace function project_rules() returns trigger language plpgsql security definer set search_path = public as $$
declare
  v_moved constant boolean := new.status <> old.status;
  v_contract constant text[] := array['status', 'version', 'contractor', 'contract_number', 'contract_value_minor', 'contract_signed_on', 'works_end_on'];
begin
  if old.status in ('closed', 'cancelled') then raise exception 'projects.refused.over' using errcode = 'SA422'; end if;
  -- Whoever approves does nothing else to it, but record the contract that comes out above what was approved.
  if app_user() is not null and pg_trigger_depth() < 2 and not app_writes_communities(new.team_id)
      and not (old.status = 'designed' and new.status = 'approved'
        and to_jsonb(new) - array['status', 'version', 'approved_by', 'approved_at'] = to_jsonb(old) - array['status', 'version', 'approved_by', 'approved_at'])
      and not (old.status = 'tendering' and new.status = 'contracted' and to_jsonb(new) - v_contract = to_jsonb(old) - v_contract) then
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
      if app_user() is not null and not app_is('programme_manager')
          and new.contract_value_minor > (select coalesce(sum(amount_minor), 0) from project_lines where project_id = new.id) then
        raise exception 'projects.refused.over_bill' using errcode = 'SA422';
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
