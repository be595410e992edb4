-- As before, and who inspected the works does not record the payment that rests on it.
create or replace function project_instalment_rules() returns trigger language plpgsql security definer set search_path = public as $$
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
    if not exists (select from project_inspections i where i.project_id = new.project_id and i.progress >= new.percent
        and i.inspected_on <= new.paid_on and i.created_by <> new.paid_by) then
      raise exception 'projects.refused.own_inspection' using errcode = 'SA422';
    end if;
    if app_user() is not null and new.paid_by is distinct from app_user() then raise exception 'the hand that pays signs' using errcode = 'SA403'; end if;
  end if;
  return new;
end $$;
