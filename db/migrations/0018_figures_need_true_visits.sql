-- Figures count what visits found and what plans promise: both are true only when they follow the rules, by whichever road.

-- A visit is recorded once, by who made it, of a role that visits, not before its time and not in the future.
create function visit_rules() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if app_user() is null or new.visited_on is null or old.visited_on is not null then return new; end if;
  if new.visited_by is distinct from app_user() or not (app_is('caseworker') or app_is('supervisor')) then
    raise exception 'not a role that visits' using errcode = '42501';
  end if;
  if new.visited_on < new.due_on - 14 then raise exception 'monitoring.refused.too_early' using errcode = 'SA422'; end if;
  if new.visited_on > app_today() then raise exception 'monitoring.refused.in_future' using errcode = 'SA422'; end if;
  if not exists (select from cases c where c.id = new.case_id and c.status in ('disbursing', 'suspended', 'monitoring')) then
    raise exception 'monitoring.refused.not_now' using errcode = 'SA422';
  end if;
  new.recorded_at := app_now();
  return new;
end $$;
--> statement-breakpoint
create trigger rules before update on monitoring_visits for each row execute function visit_rules();
--> statement-breakpoint
-- A remark belongs to its visit: it does not come before it, and stays as it was.
create function remark_stays() returns trigger language plpgsql as $$
begin
  if app_user() is not null and (old.visited_on is not null or new.visited_on is null) then
    raise exception 'history of monitoring_visits is not changed' using errcode = 'SA403';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger remark_stays before update of remark on monitoring_visits for each row
  when (new.remark is distinct from old.remark) execute function remark_stays();
--> statement-breakpoint
-- A plan goes to the committee whole; a grant is complete when its year is over and the visits of the sample are made.
create function plan_and_visits_are_whole() returns trigger language plpgsql security definer set search_path = public as $$
declare v_grant grants; v_split integer;
begin
  if app_user() is null then return null; end if;
  select * into v_grant from grants where case_id = new.id;
  if new.status = 'committee_review' then
    select cardinality(r.tranche_split) into v_split from funding_rounds r where r.id = v_grant.funding_round_id;
    if (select count(*) from business_plan_months m where m.case_id = new.id) < 12
      or (select count(*) from business_plan_milestones m where m.case_id = new.id) < v_split - 1
      or (select coalesce(sum(l.quantity * l.unit_price_minor), 0) from business_plan_lines l where l.case_id = new.id)
        < v_grant.amount_minor + coalesce((select p.own_contribution_minor from business_plans p where p.case_id = new.id), 0)
      or (v_grant.form = 'in_kind' and exists (select from business_plan_lines l where l.case_id = new.id and (l.supplier = '' or l.quote = ''))) then
      raise exception 'plan.refused.not_whole' using errcode = 'SA422';
    end if;
  elsif exists (select from monitoring_visits v where v.case_id = new.id and v.visited_on is null and (v.is_in_sample or v.due_on > app_today())) then
    raise exception 'monitoring.refused.visits_open' using errcode = 'SA422';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger plan_and_visits_are_whole after update of status on cases deferrable initially deferred for each row
  when (new.programme = 'livelihoods' and ((old.status = 'business_plan' and new.status = 'committee_review')
    or (old.status = 'monitoring' and new.status = 'completed')))
  execute function plan_and_visits_are_whole();
