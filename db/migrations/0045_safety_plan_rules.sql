-- A plan is its forum's until it is adopted by someone who did not write it; then it stays, and only what reviews find is added.
create function safety_plan_rules() returns trigger language plpgsql security definer set search_path = public as $$
declare
  v_facts constant text[] := array['version', 'adopted_on', 'adopted_by'];
begin
  if tg_op = 'INSERT' then
    if new.adopted_on is not null or new.adopted_by is not null or (app_user() is not null and new.created_by <> app_user()) then
      raise exception 'a plan begins as a draft of who writes it' using errcode = 'SA403';
    end if;
    return new;
  end if;
  if new.version <> old.version + 1 then raise exception 'version of a plan must count' using errcode = 'SA409'; end if;
  if (new.id, new.forum_id, new.created_by, new.created_at) is distinct from (old.id, old.forum_id, old.created_by, old.created_at) then
    raise exception 'history is not changed' using errcode = 'SA403';
  end if;
  if old.adopted_on is not null then
    if to_jsonb(new) - 'version' <> to_jsonb(old) - 'version' then raise exception 'safetyPlans.refused.adopted' using errcode = 'SA422'; end if;
    return new;
  end if;
  if (new.adopted_on is null) <> (new.adopted_by is null) then raise exception 'a plan is adopted on a day, and someone wrote it down' using errcode = 'SA403'; end if;
  if new.adopted_on is not null then
    if to_jsonb(new) - v_facts <> to_jsonb(old) - v_facts then raise exception 'safetyPlans.refused.adopted' using errcode = 'SA422'; end if;
    if new.adopted_by = new.created_by then raise exception 'safetyPlans.refused.own_plan' using errcode = 'SA422'; end if;
    if app_user() is not null and (new.adopted_by <> app_user() or not app_is('supervisor')) then
      raise exception 'not a role that adopts' using errcode = '42501';
    end if;
    if not exists (select from safety_measures m where m.plan_id = new.id) then raise exception 'safetyPlans.refused.empty' using errcode = 'SA422'; end if;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger rules before insert or update on safety_plans for each row execute function safety_plan_rules();
--> statement-breakpoint
create function safety_measure_rules() returns trigger language plpgsql security definer set search_path = public as $$
declare
  v_row safety_measures := case when tg_op = 'DELETE' then old else new end;
  v_reviews constant text[] := array['review_on', 'reviewed_on', 'finding'];
  v_plan safety_plans;
begin
  select * into v_plan from safety_plans where id = v_row.plan_id for share;
  if tg_op = 'UPDATE' and (new.id, new.plan_id) is distinct from (old.id, old.plan_id) then
    raise exception 'history is not changed' using errcode = 'SA403';
  end if;
  if v_plan.adopted_on is not null and (tg_op <> 'UPDATE' or to_jsonb(new) - v_reviews <> to_jsonb(old) - v_reviews) then
    raise exception 'safetyPlans.refused.adopted' using errcode = 'SA422';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  if v_plan.adopted_on is null and (new.finding <> '' or new.reviewed_on is not null) then
    raise exception 'safetyPlans.refused.not_adopted' using errcode = 'SA422';
  end if;
  if new.review_on not between v_plan.starts_on and v_plan.ends_on and (tg_op = 'INSERT' or new.review_on <> old.review_on) then
    raise exception 'safetyPlans.errors.review' using errcode = 'SA422';
  end if;
  -- A concern that nobody triaged could still become restricted; one that is restricted stands in no plan.
  if new.case_id is not null and (tg_op = 'INSERT' or new.case_id is distinct from old.case_id) and not exists (
      select from concerns c join cases k on k.id = c.case_id where c.case_id = new.case_id and c.forum_id = v_plan.forum_id
        and k.closed_at is null and not app_is_untriaged(k.programme, k.status) and k.status <> 'restricted') then
    raise exception 'concerns.refused.not_open' using errcode = 'SA422';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger rules before insert or update or delete on safety_measures for each row execute function safety_measure_rules();
