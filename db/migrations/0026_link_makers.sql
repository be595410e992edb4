-- A facility's link shows what is released of the medical facts, so only who may read those makes one. Whoever sees the
-- referral sees how the link stands and may stop it.
drop policy referral_links_app on referral_links;
--> statement-breakpoint
create policy referral_links_read on referral_links for select to sanad_app using (app_sees_case(case_id));
--> statement-breakpoint
create policy referral_links_make on referral_links for insert to sanad_app
  with check (created_by = (select app_user()) and app_reads_clinical(case_id));
--> statement-breakpoint
create policy referral_links_stop on referral_links for update to sanad_app using (app_sees_case(case_id));
