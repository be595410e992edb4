CREATE TABLE "round_selections" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"funding_round_id" uuid NOT NULL,
	"sex" text NOT NULL,
	"age_band" text NOT NULL,
	"displacement" text NOT NULL,
	"has_disability" boolean NOT NULL,
	"district_pcode" text NOT NULL,
	"selected_on" date NOT NULL
);
--> statement-breakpoint
ALTER TABLE "round_selections" ADD CONSTRAINT "round_selections_case_id_grants_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."grants"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_selections" ADD CONSTRAINT "round_selections_funding_round_id_funding_rounds_id_fk" FOREIGN KEY ("funding_round_id") REFERENCES "public"."funding_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "round_selections_of_round" ON "round_selections" USING btree ("funding_round_id","sex","displacement","has_disability","age_band");--> statement-breakpoint
alter table round_selections enable row level security;
--> statement-breakpoint
create policy round_selections_system on round_selections to sanad_system using (true);
--> statement-breakpoint
create policy round_selections_app on round_selections for select to sanad_app using (app_sees_case(case_id));
--> statement-breakpoint
grant select on round_selections to sanad_app, sanad_system;
--> statement-breakpoint
-- Age bands of the field, by the age on a day.
create function age_band(p_birth date, p_day date) returns text language sql immutable parallel safe as $$
  select case when p_birth is null then 'unknown' when y < 5 then '0-4' when y < 12 then '5-11' when y < 18 then '12-17' when y < 60 then '18-59' else '60+' end
    from (select extract(year from age(p_day, p_birth))::integer as y) years $$;
--> statement-breakpoint
-- With disability: a lot of difficulty, or none at all, in any of the Washington Group's six. The newest answers up to that day count.
create function has_disability(p_person uuid, p_day date) returns boolean language sql stable security definer set search_path = public as $$
  select coalesce((select array['a_lot_of_difficulty', 'cannot_do_at_all'] && array[w.seeing, w.hearing, w.walking, w.remembering, w.self_care, w.communicating]
    from washington_answers w where w.person_id = p_person and w.answered_on <= p_day order by w.answered_on desc, w.id desc limit 1), false) $$;
--> statement-breakpoint
create function displacement_on(p_person uuid, p_day date) returns text language sql stable security definer set search_path = public as $$
  select coalesce((select d.status from displacements d where d.person_id = p_person and d.from_on <= p_day
    and (d.to_on is null or d.to_on >= p_day) order by d.from_on desc limit 1), 'other') $$;
--> statement-breakpoint
create function selection_follows() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.status = 'approved' then
    insert into round_selections (case_id, funding_round_id, sex, age_band, displacement, has_disability, district_pcode, selected_on)
      select g.case_id, g.funding_round_id, p.sex, age_band(p.birth_on, app_today()), displacement_on(p.id, app_today()),
        has_disability(p.id, app_today()), new.district_pcode, app_today()
      from grants g join people p on p.id = g.person_id where g.case_id = new.id;
  elsif new.status in ('withdrawn', 'cancelled') then
    delete from round_selections where case_id = new.id;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger selection_follows after update of status on cases for each row
  when (new.programme = 'livelihoods' and old.status is distinct from new.status and new.status in ('approved', 'withdrawn', 'cancelled'))
  execute function selection_follows();
--> statement-breakpoint
insert into round_selections (case_id, funding_round_id, sex, age_band, displacement, has_disability, district_pcode, selected_on)
  select g.case_id, g.funding_round_id, p.sex, age_band(p.birth_on, c.status_at::date), displacement_on(p.id, c.status_at::date),
    has_disability(p.id, c.status_at::date), c.district_pcode, c.status_at::date
  from grants g join cases c on c.id = g.case_id and c.status = 'approved' join people p on p.id = g.person_id;
--> statement-breakpoint
-- How a round stands for the kind of person this application is for: chosen so far of all chosen, against the quota.
create function grant_fairness(p_case uuid) returns table (dimension text, value text, chosen integer, total integer, percent smallint)
language plpgsql stable security definer set search_path = public as $$
begin
  if not app_sees_case(p_case) then return; end if;
  return query
    with mine as (
      select g.funding_round_id as round_id, p.sex, displacement_on(p.id, app_today()) as displacement, has_disability(p.id, app_today()) as disability
      from grants g join people p on p.id = g.person_id where g.case_id = p_case),
    tally as (
      select count(*)::integer as total, count(*) filter (where s.sex = m.sex)::integer as sex,
        count(*) filter (where s.displacement = m.displacement)::integer as displacement,
        count(*) filter (where s.has_disability)::integer as disability
      from mine m left join round_selections s on s.funding_round_id = m.round_id)
    select d.dimension, d.value, d.chosen, t.total, q.percent
    from mine m cross join tally t cross join lateral (values ('sex', m.sex, t.sex), ('displacement', m.displacement, t.displacement),
      ('disability', 'yes', t.disability)) d(dimension, value, chosen)
    left join funding_round_quotas q on q.funding_round_id = m.round_id and q.dimension = d.dimension and q.value = d.value;
end $$;
