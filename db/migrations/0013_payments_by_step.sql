-- Payments step by step: each step writes its own columns and no others, receipts stay, and the ledger can be proven.

-- The same rules as before, with three added: a step touches only what is its own, a request is taken back by whoever made it or
-- by who would authorise it, and a part is cancelled by a supervisor or the manager, once the agreement is signed.
create or replace function tranche_rules() returns trigger language plpgsql security definer set search_path = public as $$
declare
  v_me uuid := app_user(); v_case cases; v_grant grants; v_apart boolean;
  v_own text[] := array['status', 'status_at', 'status_reason', 'version'];
begin
  select * into v_case from cases where id = new.case_id for share;
  select * into v_grant from grants where case_id = new.case_id;
  if tg_op = 'DELETE' then
    if v_me is not null and (v_case.status <> 'approved' or old.status <> 'scheduled') then
      raise exception 'payments.refused.not_now' using errcode = 'SA422';
    end if;
    return old;
  end if;
  if tg_op = 'INSERT' then
    if new.currency <> v_grant.currency or new.budget_line_id is distinct from v_grant.budget_line_id then
      raise exception 'payments.refused.schedule_differs' using errcode = 'SA422';
    end if;
    if v_me is not null then
      if new.status <> 'scheduled' or v_case.status <> 'approved' then
        raise exception 'payments.refused.not_now' using errcode = 'SA422';
      end if;
      if num_nonnulls(new.requested_by, new.authorised_by, new.released_by, new.confirmed_by, new.milestone_verified_by, new.paid_on,
          new.receipt_confirmed_on) > 0 or new.recovered_minor <> 0 then
        raise exception 'a tranche begins with no step taken' using errcode = 'SA403';
      end if;
    end if;
    return new;
  end if;
  if new.version <> old.version + 1 then raise exception 'version of a tranche must count' using errcode = 'SA409'; end if;
  v_own := v_own || case
    when new.status = old.status and old.status in ('scheduled', 'failed') then array['channel', 'payee_name', 'payee_account', 'planned_on']
      || case when v_case.status = 'approved' then array['amount_minor', 'milestone_id', 'form'] else '{}' end
    when new.status = old.status then '{}'
    when new.status = 'requested' then array['requested_by', 'channel', 'payee_name', 'payee_account', 'planned_on']
    when new.status = 'scheduled' then array['requested_by', 'authorised_by']
    when new.status = 'authorised' then array['authorised_by']
    when new.status = 'released' then array['released_by']
    when new.status = 'paid' then array['payment_reference', 'paid_on']
    when new.status = 'receipt_confirmed' then array['confirmed_by', 'receipt_confirmed_on']
    when new.status = 'milestone_verified' then array['milestone_verified_by', 'milestone_finding']
    when new.status = 'recovered' then array['recovered_minor']
    else '{}' end;
  if (to_jsonb(new) - v_own) <> (to_jsonb(old) - v_own) then
    if (new.channel, new.payee_name, new.payee_account) is distinct from (old.channel, old.payee_name, old.payee_account) then
      raise exception 'payments.refused.payee_fixed' using errcode = 'SA422';
    end if;
    raise exception 'history of tranches is not changed' using errcode = 'SA403';
  end if;
  if new.status = old.status then
    if v_me is not null and not (app_is('caseworker') or app_is('supervisor')) then
      raise exception 'not a role that schedules' using errcode = '42501';
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
    if tranche_before_open(new.case_id, new.number) then raise exception 'payments.refused.milestone_open' using errcode = 'SA422'; end if;
  end if;
  -- Nobody who had a part in the grant, decided it or belongs to the household touches its money.
  v_apart := v_me is null or not had_a_part(v_me, new.case_id);
  if new.status in ('authorised', 'released') and not v_apart then
    raise exception 'payments.refused.had_a_part' using errcode = 'SA422';
  end if;
  case new.status
    when 'requested' then
      if v_me is not null and (new.requested_by is distinct from v_me or not (app_is('caseworker') or app_is('supervisor'))) then
        raise exception 'not a role that requests' using errcode = '42501';
      end if;
    when 'scheduled' then
      if v_me is not null and not app_budgets() and old.requested_by is distinct from v_me then
        raise exception 'not a role that sends back' using errcode = '42501';
      end if;
    when 'authorised' then
      if v_me is not null and (new.authorised_by is distinct from v_me or not app_budgets()) then raise exception 'not a role that authorises' using errcode = '42501'; end if;
      if new.authorised_by = new.requested_by then raise exception 'payments.refused.second_person' using errcode = 'SA422'; end if;
    when 'released' then
      if v_me is not null and (new.released_by is distinct from v_me or not app_pays()) then raise exception 'not a role that releases' using errcode = '42501'; end if;
      if new.released_by in (new.authorised_by, new.requested_by) then raise exception 'payments.refused.second_person' using errcode = 'SA422'; end if;
    when 'paid', 'failed', 'recovered' then
      if v_me is not null and not app_pays() then raise exception 'not a role that pays' using errcode = '42501'; end if;
      if new.status = 'paid' then new.paid_on := coalesce(new.paid_on, app_today()); end if;
      if new.status = 'recovered' and new.recovered_minor = 0 then raise exception 'payments.refused.nothing_recovered' using errcode = 'SA422'; end if;
    when 'cancelled' then
      -- Before the agreement the parts are the grant's whole money; the end of the grant itself comes with its own status.
      if v_case.status = 'approved' then raise exception 'payments.refused.not_now' using errcode = 'SA422'; end if;
      if v_me is not null and not (app_is('supervisor') or app_is('programme_manager')) then
        raise exception 'not a role that cancels' using errcode = '42501';
      end if;
    when 'written_off' then
      if v_me is not null and (not app_is('programme_manager') or not v_apart) then raise exception 'payments.refused.had_a_part' using errcode = 'SA422'; end if;
    when 'receipt_confirmed' then
      if v_me is not null and (new.confirmed_by is distinct from v_me or not (app_is('caseworker') or app_is('supervisor'))) then
        raise exception 'not a role that confirms' using errcode = '42501';
      end if;
      new.receipt_confirmed_on := coalesce(new.receipt_confirmed_on, app_today());
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
create function had_a_part(p_user uuid, p_case uuid) returns boolean language sql stable security definer set search_path = public as $$
  select p_user = any (grant_hands(p_case)) or p_user = any (grant_deciders(p_case)) or p_user = any (grant_verifiers(p_case))
    or is_kin_of_grant(p_user, p_case) $$;
--> statement-breakpoint
-- Whether an earlier tranche still has a step to go, so that this one waits.
create function tranche_before_open(p_case uuid, p_number integer) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from tranches t where t.case_id = p_case and t.number < p_number and t.status not in ('milestone_verified', 'cancelled')
    and not (t.status = 'receipt_confirmed' and t.milestone_id is null)) $$;
--> statement-breakpoint
revoke execute on function had_a_part(uuid, uuid), tranche_before_open(uuid, integer) from sanad_app;
--> statement-breakpoint
create trigger rules_of_end before delete on tranches for each row execute function tranche_rules();
--> statement-breakpoint
-- A schedule that is only planned has no history: it is made anew with the agreement. What moves, leaves a trace.
create or replace function tranche_money() returns trigger language plpgsql security definer set search_path = public as $$
declare v_kind text; v_committed bigint := 0; v_released bigint := 0; v_spent bigint := 0; v_case cases; v_round funding_rounds;
begin
  insert into tranche_events (tranche_id, case_id, from_status, to_status, reason, actor_id, at)
    values (new.id, new.case_id, old.status, new.status, new.status_reason, app_user(), app_now());
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
  -- Off its list, so that it may stand on another once it is authorised again.
  if new.status in ('scheduled', 'failed', 'cancelled') then
    update release_list_rows set is_open = null where tranche_id = new.id and is_open is not null;
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
drop trigger money on tranches;
--> statement-breakpoint
create trigger money after update of status on tranches for each row when (old.status is distinct from new.status) execute function tranche_money();
--> statement-breakpoint
-- Finance moves tranches and reads them; only who works on the case makes and plans them.
drop policy tranches_app on tranches;
--> statement-breakpoint
create policy tranches_read on tranches for select to sanad_app using ((select app_pays()) or app_sees_case(case_id));
--> statement-breakpoint
create policy tranches_move on tranches for update to sanad_app using ((select app_pays()) or app_sees_case(case_id));
--> statement-breakpoint
create policy tranches_plan on tranches for insert to sanad_app
  with check (((select app_is('caseworker')) or (select app_is('supervisor'))) and app_sees_case(case_id));
--> statement-breakpoint
create policy tranches_replan on tranches for delete to sanad_app
  using (((select app_is('caseworker')) or (select app_is('supervisor'))) and app_sees_case(case_id));
--> statement-breakpoint
grant delete on tranches to sanad_app, sanad_system;
--> statement-breakpoint
-- Receipts: finance reads them and no more; once a receipt counts, it stays.
drop policy documents_app on documents;
--> statement-breakpoint
create policy documents_app on documents to sanad_app using (
  case when case_id is not null then app_sees_case(case_id) else app_sees_person(person_id) end);
--> statement-breakpoint
create policy documents_of_payment on documents for select to sanad_app using (tranche_id is not null and app_sees_tranche(tranche_id));
--> statement-breakpoint
create function receipt_stays() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if app_user() is not null and exists (select from tranches t where t.id = old.tranche_id
      and t.status in ('receipt_confirmed', 'milestone_verified', 'recovered', 'written_off')) then
    raise exception 'payments.refused.receipt_stays' using errcode = 'SA422';
  end if;
  return old;
end $$;
--> statement-breakpoint
create trigger receipt_stays before delete on documents for each row when (old.tranche_id is not null) execute function receipt_stays();
--> statement-breakpoint
-- What the rules ask about a grant's people and state, as far as it concerns who asks: finance pays without reading cases.
create function tranche_standing(p_tranche uuid) returns table (case_status text, had_part boolean, prepared boolean,
  before_open boolean, has_receipt boolean) language sql stable security definer set search_path = public as $$
  select c.status, had_a_part(app_user(), c.id), app_user() = any (grant_hands(c.id)) or is_kin_of_grant(app_user(), c.id),
    tranche_before_open(c.id, t.number), exists (select from documents d where d.tranche_id = t.id)
  from tranches t join cases c on c.id = t.case_id where t.id = p_tranche and app_sees_tranche(p_tranche) $$;
--> statement-breakpoint
-- Holds the grant of a tranche as it is while money moves: everyone locks the grant first, then its tranche.
create function hold_grant_of(p_tranche uuid) returns void language plpgsql security definer set search_path = public as $$
begin
  if app_sees_tranche(p_tranche) then
    perform from cases c where c.id = (select t.case_id from tranches t where t.id = p_tranche) for share;
  end if;
end $$;
--> statement-breakpoint
create function release_row_rules() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if not exists (select from tranches t join release_lists l on l.id = new.list_id where t.id = new.tranche_id and l.state = 'made'
      and t.status = 'authorised' and t.channel = l.channel and t.currency = l.currency) then
    raise exception 'payments.refused.list_differs' using errcode = 'SA422';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger rules before insert on release_list_rows for each row execute function release_row_rules();
--> statement-breakpoint
create trigger only_these before update on release_list_rows for each row execute function only_these_change('is_open', '');
--> statement-breakpoint
create trigger only_these before update on payment_imports for each row execute function only_these_change('state,done_count', 'finished_at');
--> statement-breakpoint
create trigger only_these before update on payment_import_rows for each row execute function only_these_change('finding,tranche_id', 'applied_at');
--> statement-breakpoint
create index payment_import_rows_waiting on payment_import_rows (import_id, position) where finding = 'ready';
--> statement-breakpoint
create index ledger_entries_by_kind on ledger_entries (line_id, kind, id);
--> statement-breakpoint
create index tranches_to_list on tranches (channel, currency, id) where status = 'authorised';
--> statement-breakpoint
-- The proof: what the entries of a line add up to, beside the balances that the line shows.
create function ledger_proof(p_line uuid default null) returns table (line_id uuid, allocated_minor bigint, committed_minor bigint,
  released_minor bigint, spent_minor bigint, agrees boolean) language sql stable security definer set search_path = public as $$
  select l.id, s.a, s.c, s.r, s.p, (s.a, s.c, s.r, s.p) = (l.allocated_minor, l.committed_minor, l.released_minor, l.spent_minor)
  from budget_lines l cross join lateral (select coalesce(sum(e.allocated_minor), 0)::bigint as a, coalesce(sum(e.committed_minor), 0)::bigint as c,
    coalesce(sum(e.released_minor), 0)::bigint as r, coalesce(sum(e.spent_minor), 0)::bigint as p from ledger_entries e where e.line_id = l.id) s
  where (p_line is null or l.id = p_line) and (app_user() is null or app_budgets()) $$;
--> statement-breakpoint
-- What a dollar was in dinars on a day: without it amounts of both currencies are never added up. Fils for one dollar.
create table exchange_rates (
  id uuid primary key,
  fils_per_dollar bigint not null check (fils_per_dollar between 100000 and 100000000),
  day date not null,
  set_by uuid not null references users (id),
  set_at timestamptz not null default app_now()
);
--> statement-breakpoint
create index exchange_rates_latest on exchange_rates (day desc, set_at desc);
--> statement-breakpoint
alter table exchange_rates enable row level security;
--> statement-breakpoint
create policy exchange_rates_system on exchange_rates to sanad_system using (true) with check (true);
--> statement-breakpoint
create policy exchange_rates_read on exchange_rates for select to sanad_app using ((select app_user()) is not null);
--> statement-breakpoint
create policy exchange_rates_set on exchange_rates for insert to sanad_app
  with check ((select app_pays()) and set_by = (select app_user()) and day <= app_today());
--> statement-breakpoint
grant select, insert on exchange_rates to sanad_app, sanad_system;
--> statement-breakpoint
create trigger audit after insert on exchange_rates for each row execute function audit_row('id', 'record');
