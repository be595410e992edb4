-- Money and the steps that lead to it: who may take each, what must have happened before, and that no line is ever over-committed.

-- Everyone through whose hands an application went: they neither verify, decide nor pay it.
create function grant_hands(p_case uuid) returns uuid[] language sql stable security definer set search_path = public as $$
  select array_agg(distinct hand) from (
    select unnest(array[c.created_by, c.caseworker_id, g.submitted_by]) as hand from cases c join grants g on g.case_id = c.id where c.id = p_case
    union select a.caseworker_id from case_assignments a where a.case_id = p_case) hands where hand is not null $$;
--> statement-breakpoint
create function grant_deciders(p_case uuid) returns uuid[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(distinct decided_by), '{}') from grant_decisions where case_id = p_case $$;
--> statement-breakpoint
create function grant_verifiers(p_case uuid) returns uuid[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(distinct verified_by), '{}') from grant_verifications where case_id = p_case $$;
--> statement-breakpoint
-- Whether a colleague is, or lives with, someone of the grant's household.
create function is_kin_of_grant(p_user uuid, p_case uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from grants g join household_members m on m.household_id = g.household_id and m.to_on is null
    join staff_kin k on k.person_id = m.person_id and k.ended_at is null and k.user_id = p_user where g.case_id = p_case) $$;
--> statement-breakpoint
create or replace function grant_verification_rules() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if app_user() is not null and new.verified_by <> app_user() then
    raise exception 'grants.refused.not_yourself' using errcode = 'SA422';
  end if;
  if new.verified_by = any (grant_hands(new.case_id)) then
    raise exception 'grants.refused.verifier_is_owner' using errcode = 'SA422';
  end if;
  if is_kin_of_grant(new.verified_by, new.case_id) then
    raise exception 'grants.refused.verifier_is_kin' using errcode = 'SA422';
  end if;
  if app_user() is not null and not (app_is('caseworker') or app_is('supervisor')) then
    raise exception 'not a role that verifies' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
create or replace function grant_decision_rules() returns trigger language plpgsql security definer set search_path = public as $$
declare v_case cases; v_grant grants;
begin
  select * into v_case from cases where id = new.case_id;
  select * into v_grant from grants where case_id = new.case_id;
  if app_user() is not null and new.decided_by <> app_user() then
    raise exception 'grants.refused.not_yourself' using errcode = 'SA422';
  end if;
  if new.decided_by = any (grant_hands(new.case_id)) then
    raise exception 'grants.refused.decider_is_owner' using errcode = 'SA422';
  end if;
  if new.decided_by = any (grant_verifiers(new.case_id)) then
    raise exception 'grants.refused.decider_verified' using errcode = 'SA422';
  end if;
  if is_kin_of_grant(new.decided_by, new.case_id) then
    raise exception 'grants.refused.decider_is_kin' using errcode = 'SA422';
  end if;
  if exists (select from grant_decisions d where d.case_id = new.case_id and d.round = new.round and d.stage <> new.stage
      and d.decided_by = new.decided_by) then
    raise exception 'grants.refused.decided_other_stage' using errcode = 'SA422';
  end if;
  if new.round <> v_grant.round then
    raise exception 'grants.refused.round_over' using errcode = 'SA422';
  end if;
  if not exists (select from approval_limits l where l.programme = v_case.programme and l.currency = v_grant.currency and l.ended_at is null) then
    raise exception 'grants.refused.no_limit' using errcode = 'SA422';
  end if;
  if app_user() is not null then
    if v_case.status <> 'pending_approval_' || new.stage then
      raise exception 'grants.refused.not_pending' using errcode = 'SA422';
    end if;
    if not (case new.stage when 1 then app_is('supervisor')
      else app_is('programme_manager') or 'grants.decide_second' = any (stands_in(app_user())) end) then
      raise exception using message = 'grants.refused.not_stage_' || new.stage, errcode = 'SA422';
    end if;
  end if;
  return new;
end $$;
--> statement-breakpoint
create function delegation_rules() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if not holds_role(new.from_user_id, case new.permission when 'grants.decide_first' then 'supervisor' else 'programme_manager' end) then
    raise exception 'standing.refused.not_yours' using errcode = 'SA422';
  end if;
  if not (holds_role(new.to_user_id, 'supervisor') or (new.permission = 'grants.decide_second' and holds_role(new.to_user_id, 'programme_manager'))) then
    raise exception 'standing.refused.not_a_decider' using errcode = 'SA422';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger rules before insert on delegations for each row execute function delegation_rules();
--> statement-breakpoint

-- The ledger keeps the balances, and nothing else does.
create function ledger_keeps_balance() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update budget_lines set allocated_minor = allocated_minor + new.allocated_minor, committed_minor = committed_minor + new.committed_minor,
      released_minor = released_minor + new.released_minor, spent_minor = spent_minor + new.spent_minor
    where id = new.line_id and committed_minor + new.committed_minor <= allocated_minor + new.allocated_minor;
  if not found then raise exception 'grants.refused.no_room' using errcode = 'SA422'; end if;
  return null;
end $$;
--> statement-breakpoint
create trigger keeps_balance after insert on ledger_entries for each row execute function ledger_keeps_balance();
--> statement-breakpoint
create function budget_change_rules() returns trigger language plpgsql security definer set search_path = public as $$
declare v_source funding_sources; v_line budget_lines; v_delta bigint; v_me uuid := app_user();
begin
  if tg_op = 'INSERT' then
    select * into v_source from funding_sources where id = new.source_id;
    if new.line_id is not null and not exists (select from budget_lines l where l.id = new.line_id and l.source_id = new.source_id) then
      raise exception 'budgets.refused.not_now' using errcode = 'SA422';
    end if;
    if v_source.state = 'closed' then raise exception 'budgets.refused.not_now' using errcode = 'SA422'; end if;
    return new;
  end if;
  if old.outcome is not null or (to_jsonb(new) - array['outcome', 'decided_by', 'decided_at']) <> (to_jsonb(old) - array['outcome', 'decided_by', 'decided_at']) then
    raise exception 'history of budget_changes is not changed' using errcode = 'SA403';
  end if;
  if v_me is not null and new.decided_by is distinct from v_me then raise exception 'budgets.refused.not_yourself' using errcode = 'SA422'; end if;
  if new.decided_by is null or new.decided_by = old.proposed_by then raise exception 'budgets.refused.second_person' using errcode = 'SA422'; end if;
  -- One decision about a source at a time: its lines are counted against it here.
  select * into v_source from funding_sources where id = new.source_id for update;
  if new.line_id is not null then select * into v_line from budget_lines where id = new.line_id for update; end if;
  if new.outcome = 'declined' then
    if new.kind = 'activate_source' then update funding_sources set state = 'declined' where id = new.source_id; end if;
    if new.kind = 'activate_line' then update budget_lines set state = 'declined' where id = new.line_id; end if;
    return new;
  end if;
  case new.kind
    when 'activate_source' then
      if v_source.state <> 'proposed' then raise exception 'budgets.refused.not_now' using errcode = 'SA422'; end if;
      update funding_sources set state = 'active' where id = new.source_id;
      return new;
    when 'close_source' then
      if v_source.state <> 'active' then raise exception 'budgets.refused.not_now' using errcode = 'SA422'; end if;
      update funding_sources set state = 'closed' where id = new.source_id;
      return new;
    when 'activate_line' then
      if v_line.state <> 'proposed' or v_source.state <> 'active' then raise exception 'budgets.refused.source_not_active' using errcode = 'SA422'; end if;
      v_delta := v_line.proposed_minor;
    when 'change_amount' then
      if v_line.state <> 'active' then raise exception 'budgets.refused.not_now' using errcode = 'SA422'; end if;
      if new.amount_minor < v_line.committed_minor then raise exception 'budgets.refused.below_committed' using errcode = 'SA422'; end if;
      v_delta := new.amount_minor - v_line.allocated_minor;
    else -- close_line: what is not promised goes back to the source
      if v_line.state <> 'active' then raise exception 'budgets.refused.not_now' using errcode = 'SA422'; end if;
      v_delta := v_line.committed_minor - v_line.allocated_minor;
  end case;
  if v_delta > 0 and v_delta + (select coalesce(sum(allocated_minor), 0) from budget_lines where source_id = new.source_id) > v_source.amount_minor then
    raise exception 'budgets.refused.source_exceeded' using errcode = 'SA422';
  end if;
  update budget_lines set state = case new.kind when 'close_line' then 'closed' else 'active' end where id = new.line_id;
  insert into ledger_entries (line_id, kind, allocated_minor, change_id, made_by) values (new.line_id, 'allocate', v_delta, new.id, new.decided_by);
  return new;
end $$;
--> statement-breakpoint
create trigger rules before insert or update on budget_changes for each row execute function budget_change_rules();
--> statement-breakpoint
create function budget_line_rules() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if not exists (select from funding_sources s where s.id = new.source_id and s.currency = new.currency and s.state in ('proposed', 'active')) then
    raise exception 'budgets.refused.line_currency' using errcode = 'SA422';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger rules before insert on budget_lines for each row execute function budget_line_rules();
--> statement-breakpoint
-- Approval promises the money in the same transaction; an end after it gives back what was not paid.
create function grant_money_follows() returns trigger language plpgsql security definer set search_path = public as $$
declare v_grant grants; v_line budget_lines; v_source funding_sources; v_left bigint;
begin
  select * into v_grant from grants where case_id = new.id;
  if new.status = 'approved' then
    if v_grant.budget_line_id is null then raise exception 'grants.refused.no_line' using errcode = 'SA422'; end if;
    -- Locked: approvals on a line come one after the other, and see each other's promises.
    select * into v_line from budget_lines where id = v_grant.budget_line_id for update;
    select * into v_source from funding_sources where id = v_line.source_id;
    if v_line.currency <> v_grant.currency then raise exception 'grants.refused.line_currency' using errcode = 'SA422'; end if;
    if v_line.state <> 'active' or v_source.state <> 'active' or not app_today() between v_source.starts_on and v_source.ends_on then
      raise exception 'grants.refused.line_closed' using errcode = 'SA422';
    end if;
    if exists (select from funding_source_districts d where d.source_id = v_source.id)
      and not exists (select from funding_source_districts d where d.source_id = v_source.id and d.district_pcode = new.district_pcode) then
      raise exception 'grants.refused.line_district' using errcode = 'SA422';
    end if;
    insert into ledger_entries (line_id, kind, committed_minor, case_id, reference, made_by)
      values (v_line.id, 'commit', v_grant.amount_minor, new.id, new.reference, app_user());
  elsif new.status = 'agreement_signed' then
    if (select coalesce(sum(t.amount_minor), 0) from tranches t where t.case_id = new.id and t.status <> 'cancelled') <> v_grant.amount_minor then
      raise exception 'payments.refused.schedule_differs' using errcode = 'SA422';
    end if;
    if not exists (select from agreements a where a.case_id = new.id and a.voided_at is null and a.signed_on is not null) then
      raise exception 'payments.refused.not_signed' using errcode = 'SA422';
    end if;
  elsif new.status = 'monitoring' then
    if exists (select from tranches t where t.case_id = new.id and t.status not in ('milestone_verified', 'cancelled', 'recovered', 'written_off')
        and not (t.status = 'receipt_confirmed' and t.milestone_id is null)) then
      raise exception 'payments.refused.payments_open' using errcode = 'SA422';
    end if;
  elsif new.status in ('withdrawn', 'cancelled') and old.status in ('approved', 'agreement_signed', 'disbursing', 'suspended') then
    if exists (select from tranches t where t.case_id = new.id and t.status in ('authorised', 'released')) then
      raise exception 'payments.refused.payment_under_way' using errcode = 'SA422';
    end if;
    update tranches t set status = 'cancelled', status_reason = new.status, version = version + 1
      where t.case_id = new.id and t.status in ('scheduled', 'requested', 'failed');
    select coalesce(sum(committed_minor) - sum(released_minor), 0) into v_left from ledger_entries where case_id = new.id;
    if v_left > 0 then
      insert into ledger_entries (line_id, kind, committed_minor, case_id, reference, made_by)
        values (v_grant.budget_line_id, 'give_back', -v_left, new.id, new.reference, app_user());
    end if;
    update agreements set voided_at = app_now() where case_id = new.id and voided_at is null;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger money_follows after update of status on cases for each row
  when (new.programme = 'livelihoods' and old.status is distinct from new.status) execute function grant_money_follows();
--> statement-breakpoint
-- From training on with four fifths of the hours, or a supervisor's word why not.
create function training_share(p_case uuid) returns numeric language sql stable security definer set search_path = public as $$
  select coalesce(sum(s.minutes) filter (where a.mark = 'present') * 100.0 / nullif(sum(s.minutes), 0), 0)
    from course_enrolments e join course_sessions s on s.course_id = e.course_id
    left join attendance a on a.session_id = s.id and a.enrolment_id = e.id
    where e.case_id = p_case and e.left_at is null $$;
--> statement-breakpoint
create function grant_step_rules() returns trigger language plpgsql security definer set search_path = public as $$
declare v_round integer;
begin
  select round into v_round from grants where case_id = new.id;
  if old.status = 'training' and new.status = 'business_plan' and training_share(new.id) < 80
    and not exists (select from training_waivers w where w.case_id = new.id and w.round = v_round) then
    raise exception 'training.refused.hours_missing' using errcode = 'SA422';
  end if;
  if old.status = 'committee_review' and new.status = 'pending_approval_1' and not exists (select from committee_items i
      where i.case_id = new.id and i.round = v_round and i.scored_by >= 3 and i.outcome in ('recommended', 'waitlisted')) then
    raise exception 'committee.refused.not_recommended' using errcode = 'SA422';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger step_is_earned after update of status on cases deferrable initially deferred for each row
  when (new.programme = 'livelihoods' and old.status in ('training', 'committee_review') and old.status is distinct from new.status)
  execute function grant_step_rules();
--> statement-breakpoint
create function training_waiver_rules() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if app_user() is null then return new; end if;
  if not app_is('supervisor') then raise exception 'not a role that waives' using errcode = '42501'; end if;
  if app_user() = any (grant_hands(new.case_id)) then raise exception 'training.refused.own_case' using errcode = 'SA422'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger rules before insert on training_waivers for each row execute function training_waiver_rules();
--> statement-breakpoint
-- Marks and certificates stay with a course that is over.
create function course_is_open() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if app_user() is not null and exists (select from course_enrolments e join courses c on c.id = e.course_id
      where e.id = new.enrolment_id and (c.state <> 'planned' or e.left_at is not null)) then
    raise exception 'training.refused.course_over' using errcode = 'SA422';
  end if;
  if tg_op = 'UPDATE' then new.marked_by := coalesce(app_user(), new.marked_by); new.marked_at := app_now(); end if;
  if not exists (select from course_enrolments e join course_sessions s on s.course_id = e.course_id
      where e.id = new.enrolment_id and s.id = new.session_id) then
    raise exception 'attendance of another course' using errcode = 'SA403';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger course_is_open before insert or update on attendance for each row execute function course_is_open();
--> statement-breakpoint
-- The committee: each scores alone, who is in conflict does not, and three make an outcome.
create function committee_score_rules() returns trigger language plpgsql security definer set search_path = public as $$
declare v_item committee_items;
begin
  select * into v_item from committee_items where id = new.item_id for share;
  if v_item.outcome is not null then raise exception 'committee.refused.recorded' using errcode = 'SA422'; end if;
  if not exists (select from committee_members m where m.meeting_id = v_item.meeting_id and m.user_id = new.user_id) then
    raise exception 'committee.refused.not_a_member' using errcode = 'SA422';
  end if;
  if tg_table_name = 'committee_scores' then
    if new.user_id = any (grant_hands(v_item.case_id)) or new.user_id = any (grant_verifiers(v_item.case_id))
      or is_kin_of_grant(new.user_id, v_item.case_id) then
      raise exception 'committee.refused.in_conflict' using errcode = 'SA422';
    end if;
    if not exists (select from committee_declarations d where d.item_id = new.item_id and d.user_id = new.user_id) then
      raise exception 'committee.refused.not_declared' using errcode = 'SA422';
    end if;
    if exists (select from committee_declarations d where d.item_id = new.item_id and d.user_id = new.user_id and d.has_conflict) then
      raise exception 'committee.refused.in_conflict' using errcode = 'SA422';
    end if;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger rules before insert on committee_scores for each row execute function committee_score_rules();
--> statement-breakpoint
create trigger rules before insert on committee_declarations for each row execute function committee_score_rules();
--> statement-breakpoint
create function committee_outcome_rules() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if (to_jsonb(new) - array['outcome', 'reason', 'mean_hundredths', 'spread', 'scored_by', 'recorded_by', 'recorded_at'])
      <> (to_jsonb(old) - array['outcome', 'reason', 'mean_hundredths', 'spread', 'scored_by', 'recorded_by', 'recorded_at'])
    or old.outcome is not null then
    raise exception 'history of committee_items is not changed' using errcode = 'SA403';
  end if;
  if new.outcome is null then return new; end if;
  if app_user() is not null and (new.recorded_by is distinct from app_user() or not app_is('supervisor')) then
    raise exception 'not a role that records' using errcode = '42501';
  end if;
  -- What the members said, not what the form says.
  select count(*), round(avg(total) * 100), max(total) - min(total) into new.scored_by, new.mean_hundredths, new.spread
    from (select viability + experience + jobs + risk + social_value as total from committee_scores where item_id = new.id) sums;
  if new.scored_by < 3 then raise exception 'committee.refused.three_scores' using errcode = 'SA422'; end if;
  new.recorded_at := coalesce(new.recorded_at, app_now());
  return new;
end $$;
--> statement-breakpoint
create trigger rules before update on committee_items for each row execute function committee_outcome_rules();
--> statement-breakpoint
-- A tranche: each step by its own hand. The table of moves is lib/grants/tranches/machine.ts; a test keeps the two equal.
create table tranche_moves (from_status text not null, to_status text not null, primary key (from_status, to_status));
--> statement-breakpoint
insert into tranche_moves values ('scheduled', 'requested'), ('failed', 'requested'), ('requested', 'authorised'), ('requested', 'scheduled'),
  ('authorised', 'scheduled'), ('authorised', 'released'), ('released', 'paid'), ('released', 'failed'), ('paid', 'receipt_confirmed'),
  ('receipt_confirmed', 'milestone_verified'), ('paid', 'recovered'), ('receipt_confirmed', 'recovered'), ('paid', 'written_off'),
  ('receipt_confirmed', 'written_off'), ('scheduled', 'cancelled'), ('requested', 'cancelled'), ('failed', 'cancelled');
--> statement-breakpoint
alter table tranche_moves enable row level security;
--> statement-breakpoint
create function tranche_rules() returns trigger language plpgsql security definer set search_path = public as $$
declare
  v_me uuid := app_user(); v_case cases; v_grant grants; v_apart boolean;
  v_keep text[] := array['status', 'status_at', 'status_reason', 'version', 'channel', 'payee_name', 'payee_account', 'payment_reference',
    'paid_on', 'receipt_confirmed_on', 'recovered_minor', 'requested_by', 'authorised_by', 'released_by', 'confirmed_by',
    'milestone_verified_by', 'milestone_finding', 'planned_on'];
begin
  select * into v_case from cases where id = new.case_id for share;
  select * into v_grant from grants where case_id = new.case_id;
  if tg_op = 'INSERT' then
    if new.currency <> v_grant.currency or new.budget_line_id is distinct from v_grant.budget_line_id then
      raise exception 'payments.refused.schedule_differs' using errcode = 'SA422';
    end if;
    if v_me is not null and (new.status <> 'scheduled' or v_case.status <> 'approved') then
      raise exception 'payments.refused.not_now' using errcode = 'SA422';
    end if;
    return new;
  end if;
  if new.version <> old.version + 1 then raise exception 'version of a tranche must count' using errcode = 'SA409'; end if;
  if v_case.status = 'approved' then v_keep := v_keep || array['amount_minor', 'milestone_id', 'form']; end if;
  if (to_jsonb(new) - v_keep) <> (to_jsonb(old) - v_keep) then raise exception 'history of tranches is not changed' using errcode = 'SA403'; end if;
  if new.status = old.status then
    if old.status not in ('scheduled', 'failed') and (new.channel, new.payee_name, new.payee_account) is distinct from (old.channel, old.payee_name, old.payee_account) then
      raise exception 'payments.refused.payee_fixed' using errcode = 'SA422';
    end if;
    return new;
  end if;
  if not exists (select from tranche_moves m where m.from_status = old.status and m.to_status = new.status) then
    raise exception 'payments.refused.not_now' using errcode = 'SA422';
  end if;
  new.status_at := app_now();
  if new.status in ('scheduled', 'requested') then
    new.authorised_by := null; new.released_by := null;
    if new.status = 'scheduled' then new.requested_by := null; end if;
  end if;
  if new.status in ('requested', 'authorised', 'released') and v_case.status not in ('agreement_signed', 'disbursing') then
    raise exception 'payments.refused.case_not_paying' using errcode = 'SA422';
  end if;
  if new.status in ('scheduled', 'failed', 'cancelled', 'recovered', 'written_off') and new.status_reason = '' then
    raise exception 'payments.refused.reason_missing' using errcode = 'SA422';
  end if;
  if new.status = 'requested' then
    if coalesce(new.channel, '') = '' or new.payee_name = '' then raise exception 'payments.refused.payee_missing' using errcode = 'SA422'; end if;
    if exists (select from tranches t where t.case_id = new.case_id and t.number < new.number and t.status not in ('milestone_verified', 'cancelled')
        and not (t.status = 'receipt_confirmed' and t.milestone_id is null)) then
      raise exception 'payments.refused.milestone_open' using errcode = 'SA422';
    end if;
  end if;
  -- Nobody who had a part in the grant, decided it or belongs to the household touches its money.
  v_apart := v_me is null or not (v_me = any (grant_hands(new.case_id)) or v_me = any (grant_deciders(new.case_id))
    or v_me = any (grant_verifiers(new.case_id)) or is_kin_of_grant(v_me, new.case_id));
  if new.status in ('authorised', 'released') and not v_apart then
    raise exception 'payments.refused.had_a_part' using errcode = 'SA422';
  end if;
  case new.status
    when 'requested' then
      if v_me is not null and (new.requested_by is distinct from v_me or not (app_is('caseworker') or app_is('supervisor'))) then
        raise exception 'not a role that requests' using errcode = '42501';
      end if;
    when 'authorised' then
      if v_me is not null and (new.authorised_by is distinct from v_me or not app_budgets()) then raise exception 'not a role that authorises' using errcode = '42501'; end if;
      if new.authorised_by = new.requested_by then raise exception 'payments.refused.second_person' using errcode = 'SA422'; end if;
    when 'released' then
      if v_me is not null and (new.released_by is distinct from v_me or not app_pays()) then raise exception 'not a role that releases' using errcode = '42501'; end if;
      if new.released_by in (new.authorised_by, new.requested_by) then raise exception 'payments.refused.second_person' using errcode = 'SA422'; end if;
    when 'paid', 'failed', 'recovered' then
      if v_me is not null and not app_pays() then raise exception 'not a role that pays' using errcode = '42501'; end if;
    when 'written_off' then
      if v_me is not null and (not app_is('programme_manager') or not v_apart) then raise exception 'payments.refused.had_a_part' using errcode = 'SA422'; end if;
    when 'receipt_confirmed' then
      if v_me is not null and (new.confirmed_by is distinct from v_me or not (app_is('caseworker') or app_is('supervisor'))) then
        raise exception 'not a role that confirms' using errcode = '42501';
      end if;
      if v_me is not null and not exists (select from documents d where d.tranche_id = new.id) then
        raise exception 'payments.refused.no_receipt' using errcode = 'SA422';
      end if;
    when 'milestone_verified' then
      if v_me is not null and (new.milestone_verified_by is distinct from v_me or not (app_is('caseworker') or app_is('supervisor'))) then
        raise exception 'not a role that verifies' using errcode = '42501';
      end if;
      if new.milestone_verified_by = any (grant_hands(new.case_id)) or is_kin_of_grant(new.milestone_verified_by, new.case_id) then
        raise exception 'payments.refused.milestone_owner' using errcode = 'SA422';
      end if;
    else null;
  end case;
  return new;
end $$;
--> statement-breakpoint
create trigger rules before insert or update on tranches for each row execute function tranche_rules();
--> statement-breakpoint
create function tranche_money() returns trigger language plpgsql security definer set search_path = public as $$
declare v_kind text; v_committed bigint := 0; v_released bigint := 0; v_spent bigint := 0; v_case cases; v_round funding_rounds;
begin
  insert into tranche_events (tranche_id, case_id, from_status, to_status, reason, actor_id, at)
    values (new.id, new.case_id, case when tg_op = 'UPDATE' then old.status end, new.status, new.status_reason, app_user(), app_now());
  if tg_op = 'INSERT' then return null; end if;
  select * into v_case from cases where id = new.case_id;
  insert into case_events (id, case_id, kind, from_status, to_status, actor_id, at, version, data)
    values (app_id(), new.case_id, 'tranche_moved', v_case.status, v_case.status, app_user(), app_now(), v_case.version,
      jsonb_build_object('number', new.number, 'status', new.status, 'reason', new.status_reason));
  case new.status
    when 'released' then v_kind := 'release'; v_released := new.amount_minor;
    when 'failed' then v_kind := 'release_failed'; v_released := -new.amount_minor;
    when 'receipt_confirmed' then v_kind := 'spend'; v_spent := new.amount_minor;
    when 'cancelled' then v_kind := 'give_back'; v_committed := -new.amount_minor;
    when 'recovered' then
      v_kind := 'recover'; v_committed := -new.recovered_minor; v_released := -new.recovered_minor;
      if old.status = 'receipt_confirmed' then v_spent := -new.recovered_minor; end if;
    when 'written_off' then v_kind := 'write_off';
    else null;
  end case;
  if v_kind is not null then
    insert into ledger_entries (line_id, kind, committed_minor, released_minor, spent_minor, case_id, reference, tranche_id, made_by)
      values (new.budget_line_id, v_kind, v_committed, v_released, v_spent, new.case_id, new.reference, new.id, app_user());
  end if;
  -- The first payment makes the visits due: 1, 3, 6 and 12 months later, all of them or the round's sample.
  if new.status = 'paid' and not exists (select from monitoring_visits v where v.case_id = new.case_id) then
    select r.* into v_round from funding_rounds r join grants g on g.funding_round_id = r.id where g.case_id = new.case_id;
    insert into monitoring_visits (id, case_id, month, due_on, is_in_sample)
      select app_id(), new.case_id, m, (coalesce(new.paid_on, app_today()) + make_interval(months => m))::date,
        abs(hashtextextended(new.case_id::text || m, 0) % 100) < v_round.monitoring_percent
      from unnest(array[1, 3, 6, 12]) m;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger money after insert or update of status on tranches for each row execute function tranche_money();
--> statement-breakpoint
-- The line that pays is chosen before the decision and stays after it.
create function grant_line_rules() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if app_user() is not null and not exists (select from cases c where c.id = new.case_id
      and c.status in ('committee_review', 'waitlisted', 'pending_approval_1', 'pending_approval_2')) then
    raise exception 'grants.refused.line_fixed' using errcode = 'SA422';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger line_rules before update of budget_line_id on grants for each row
  when (old.budget_line_id is distinct from new.budget_line_id) execute function grant_line_rules();
--> statement-breakpoint
-- A plan that is being decided, or was, stays as it is.
create function plan_is_open() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if app_user() is not null and not exists (select from cases c where c.id = coalesce(new.case_id, old.case_id) and c.status = 'business_plan') then
    raise exception 'grants.refused.not_editable' using errcode = 'SA422';
  end if;
  return coalesce(new, old);
end $$;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['business_plans', 'business_plan_lines', 'business_plan_months', 'business_plan_milestones'] loop
    execute format('create trigger plan_is_open before insert or update or delete on %I for each row execute function plan_is_open()', t);
  end loop;
end $$;
--> statement-breakpoint
-- A round's rules stay once someone has applied by them.
create function round_rules_stay() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if app_user() is null then return new; end if;
  if new.version <> old.version + 1 then raise exception 'version of a round must count' using errcode = 'SA409'; end if;
  if (new.currency, new.max_amount_minor, new.rules_version, new.score_version, new.min_age, new.quiet_days, new.opens_on)
      is distinct from (old.currency, old.max_amount_minor, old.rules_version, old.score_version, old.min_age, old.quiet_days, old.opens_on)
    and exists (select from grants g where g.funding_round_id = new.id and g.submitted_at is not null) then
    raise exception 'rounds.refused.has_applications' using errcode = 'SA422';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger rules_stay before update on funding_rounds for each row execute function round_rules_stay();
