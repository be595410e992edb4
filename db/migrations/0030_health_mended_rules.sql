-- A key that ends, a list that a bank gets and the report of a file: who holds whose data stays true, and who opens what.

-- A revoked key reads no more: what its recipient held through it ends, unless another key of theirs still reaches the same.
create function key_ends_sharing() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update disclosures d set ended_at = app_now(), ended_because = 'revoked' from referrals r
    where d.channel = 'fhir' and d.ended_at is null and d.recipient_en = new.recipient_en and r.case_id = d.case_id
      and not exists (select from api_keys k join api_key_facilities f on f.api_key_id = k.id
        where k.recipient_en = d.recipient_en and k.id <> new.id and k.approved_at is not null and k.revoked_at is null
          and k.expires_at > app_now() and f.facility_id = r.facility_id
          and ('fhir.clinical' = any (k.scopes) or not d.fields && array['reason', 'diagnosis']));
  return null;
end $$;
--> statement-breakpoint
create trigger ends_sharing after update of revoked_at on api_keys for each row
  when (old.revoked_at is null and new.revoked_at is not null) execute function key_ends_sharing();
--> statement-breakpoint
-- Enters what a payment list tells a bank or an agent, from one place of it to another, once for each case: finance, who
-- gives the list away, sees no person and no case. Of a vendor's payment neither name nor account are the person's.
create function disclose_payments(p_list uuid, p_after integer, p_to integer) returns void
language plpgsql security definer set search_path = public as $$
begin
  if not app_pays() then raise exception 'not a role that pays' using errcode = '42501'; end if;
  insert into disclosures (id, person_id, case_id, release_list_id, recipient_en, recipient_ar, fields, channel, basis, made_by, at)
    select app_id(), g.person_id, g.case_id, l.id, n.en || ' (' || l.number || ')', n.ar || ' (' || l.number || ')',
      case when l.channel = 'vendor' then '{amount}'::text[]
        when bool_or(t.payee_account <> '') then '{name,account,amount}' else '{name,amount}' end,
      'payment_list', 'contract', app_user(), app_now()
    from release_lists l join release_list_rows r on r.list_id = l.id join tranches t on t.id = r.tranche_id join grants g on g.case_id = t.case_id
      join (values ('bank_transfer', 'Bank', 'المصرف'), ('mobile_wallet', 'Mobile wallet company', 'شركة المحفظة الإلكترونية'),
        ('cash', 'Cash agent', 'وكيل الصرف النقدي'), ('vendor', 'Payer of the vendors', 'جهة الدفع للمجهّزين')) n(channel, en, ar) on n.channel = l.channel
    where l.id = p_list and r.is_open is not null and r.position > p_after and r.position <= p_to
    group by g.case_id, g.person_id, l.id, l.number, l.channel, n.en, n.ar order by g.case_id
  on conflict (release_list_id, case_id) where release_list_id is not null do nothing;
end $$;
--> statement-breakpoint
revoke execute on function disclose_payments(uuid, integer, integer) from public;
--> statement-breakpoint
grant execute on function disclose_payments(uuid, integer, integer) to sanad_app;
--> statement-breakpoint
drop policy consultation_imports_read on consultation_imports;
--> statement-breakpoint
create policy consultation_imports_read on consultation_imports for select to sanad_app using ((select app_health())
  and (imported_by = (select app_user()) or ((select app_is('supervisor')) and team_ids <> '{}' and team_ids <@ (select app_teams())::uuid[])));
--> statement-breakpoint
drop policy consultation_imports_add on consultation_imports;
--> statement-breakpoint
create policy consultation_imports_add on consultation_imports for insert to sanad_app
  with check ((select app_health()) and imported_by = (select app_user()) and team_ids <@ (select app_teams())::uuid[]
    and ((select app_is('caseworker')) or (select app_is('supervisor'))));
--> statement-breakpoint
-- Files that were read before: the teams of what was entered, else those of who read it.
update consultation_imports i set team_ids = coalesce(
  (select array_agg(distinct r.team_id) from jsonb_array_elements(i.report -> 'registers') e join consultation_registers r on r.id = (e ->> 'registerId')::uuid),
  (select array_agg(distinct m.team_id) from team_members m where m.user_id = i.imported_by), '{}');
