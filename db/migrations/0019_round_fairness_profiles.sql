-- A round is counted, and searched for a rare kind of people, out of one index: joining a hundred thousand cases took half a second.
-- The columns that a profile copies from its grant and case are kept by triggers; who the application was for stays as frozen.
ALTER TABLE "grant_profiles" ADD COLUMN "funding_round_id" uuid;--> statement-breakpoint
ALTER TABLE "grant_profiles" ADD COLUMN "status" text;--> statement-breakpoint
ALTER TABLE "grant_profiles" ADD COLUMN "team_id" uuid;--> statement-breakpoint
ALTER TABLE "grant_profiles" ADD COLUMN "district_pcode" text;--> statement-breakpoint
update grant_profiles f set funding_round_id = g.funding_round_id, status = c.status, team_id = c.team_id, district_pcode = c.district_pcode
  from grants g join cases c on c.id = g.case_id where g.case_id = f.case_id;--> statement-breakpoint
ALTER TABLE "grant_profiles" ALTER COLUMN "funding_round_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "grant_profiles" ALTER COLUMN "status" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "grant_profiles" ALTER COLUMN "team_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "grant_profiles" ALTER COLUMN "district_pcode" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "grant_profiles" ADD CONSTRAINT "grant_profiles_funding_round_id_funding_rounds_id_fk" FOREIGN KEY ("funding_round_id") REFERENCES "public"."funding_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "grant_profiles_of_round" ON "grant_profiles" USING btree ("funding_round_id","case_id","status","team_id","district_pcode","sex","displacement","age_band","has_disability");--> statement-breakpoint
create or replace function profile_follows() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into grant_profiles (case_id, funding_round_id, status, team_id, district_pcode, sex, age_band, displacement, has_disability, submitted_on)
    select g.case_id, g.funding_round_id, new.status, new.team_id, new.district_pcode, p.sex, age_band(p.birth_on, app_today()),
      displacement_on(p.id, app_today()), has_disability(p.id, app_today()), app_today()
    from grants g join people p on p.id = g.person_id where g.case_id = new.id on conflict do nothing;
  return null;
end $$;
--> statement-breakpoint
create function profile_case_follows() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update grant_profiles set status = new.status, team_id = new.team_id, district_pcode = new.district_pcode where case_id = new.id;
  return null;
end $$;
--> statement-breakpoint
create trigger profile_case_follows after update of status, team_id, district_pcode on cases for each row
  when (new.programme = 'livelihoods' and (new.status, new.team_id, new.district_pcode) is distinct from (old.status, old.team_id, old.district_pcode))
  execute function profile_case_follows();
--> statement-breakpoint
create function profile_round_follows() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update grant_profiles set funding_round_id = new.funding_round_id where case_id = new.case_id;
  return null;
end $$;
--> statement-breakpoint
create trigger round_follows after update of funding_round_id on grants for each row
  when (new.funding_round_id is distinct from old.funding_round_id) execute function profile_round_follows();
--> statement-breakpoint
-- Which profiles the reader may count, as a condition in words: with the answer written out, the planner knows how many there will be
-- and hashes; asked inside the statement, it expected four hundred of a hundred thousand and sorted them on disk.
create function round_scope() returns text language sql stable security definer set search_path = public as $$
  select case when not 'livelihoods' = any (app_programmes()) then 'false' when app_scope() = 'all' then 'true'
    when app_scope() = 'team' then format('f.team_id = any (%L::uuid[])', app_teams()) else 'false' end $$;
--> statement-breakpoint
create or replace function round_fairness(p_round uuid) returns table (dimension text, value text, applied integer, reached integer, chosen integer)
language plpgsql stable security definer set search_path = public as $$
begin
  return query execute format($q$
    -- One row a combination first: five ways of grouping then read some hundreds of rows, not a hundred thousand.
    with facts as materialized (
      select f.sex, f.age_band, f.displacement, f.has_disability, f.district_pcode, f.status, count(*) as people
      from grant_profiles f where f.funding_round_id = %L and %s group by 1, 2, 3, 4, 5, 6),
    kinds as (
      select sex, age_band, displacement, case when has_disability then 'yes' else 'no' end as disability, district_pcode, people,
        case when status in ('committee_review', 'waitlisted', 'pending_approval_1', 'pending_approval_2', 'approved', 'agreement_signed',
          'disbursing', 'suspended', 'monitoring', 'completed', 'rejected') then people else 0 end as reached,
        case when status in ('pending_approval_1', 'pending_approval_2', 'approved', 'agreement_signed', 'disbursing', 'suspended',
          'monitoring', 'completed') then people else 0 end as chosen
      from facts)
    select case when grouping(sex) = 0 then 'sex' when grouping(age_band) = 0 then 'age_band'
        when grouping(displacement) = 0 then 'displacement' when grouping(disability) = 0 then 'disability'
        when grouping(district_pcode) = 0 then 'district' else 'all' end,
      coalesce(sex, age_band, displacement, disability, district_pcode, 'all'),
      coalesce(sum(people), 0)::integer, coalesce(sum(reached), 0)::integer, coalesce(sum(chosen), 0)::integer
    from kinds group by grouping sets ((sex), (age_band), (displacement), (disability), (district_pcode), ()) $q$, p_round, round_scope());
end $$;
--> statement-breakpoint
-- One page of a round's list, in the same scope and by the same kinds as round_fairness: past the row-level policies, which would ask
-- once a grant until a rare kind fills the page. What the page shows of each is read under the policies.
create function round_listed(p_round uuid, p_statuses text[], p_dimension text, p_value text, p_after uuid, p_before uuid, p_limit integer)
returns setof uuid language plpgsql stable security definer rows 60 set search_path = public as $$
begin
  -- Planned anew each time, with only the conditions that there are.
  return query execute format($q$
    select f.case_id from grant_profiles f
    where f.funding_round_id = %L and f.status = any (%L::text[]) and %s and %s and %s
    order by f.case_id %s limit %s $q$,
    p_round, p_statuses,
    round_scope(),
    case p_dimension
      when 'sex' then format('f.sex = %L', p_value)
      when 'age_band' then format('f.age_band = %L', p_value)
      when 'displacement' then format('f.displacement = %L', p_value)
      when 'disability' then case when p_value = 'yes' then 'f.has_disability' when p_value = 'no' then 'not f.has_disability' else 'false' end
      when 'district' then format('f.district_pcode = %L', p_value)
      else 'true' end,
    case when p_before is not null then format('f.case_id > %L', p_before)
      when p_after is not null then format('f.case_id < %L', p_after) else 'true' end,
    case when p_before is null then 'desc' else 'asc' end, p_limit);
end $$;
