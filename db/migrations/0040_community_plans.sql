CREATE TABLE "action_plans" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"title_en" text NOT NULL,
	"title_ar" text NOT NULL,
	"status" text NOT NULL,
	"team_id" uuid NOT NULL,
	"district_pcode" text NOT NULL,
	"location_pcode" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"partners" text DEFAULT '' NOT NULL,
	"ranking" text DEFAULT 'simple' NOT NULL,
	"validated_on" date,
	"validated_by" text DEFAULT '' NOT NULL,
	"endorsed_by" text DEFAULT '' NOT NULL,
	"endorsed_on" date,
	"endorsement_id" uuid,
	"reviewed_on" date,
	"review" text DEFAULT '' NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "action_plans_status" CHECK (status in ('drafting', 'validated_by_community', 'endorsed_by_authority', 'active', 'reviewed', 'archived')),
	CONSTRAINT "action_plans_ranking" CHECK (ranking in ('simple', 'scored')),
	CONSTRAINT "action_plans_days" CHECK (ends_on > starts_on)
);
--> statement-breakpoint
CREATE TABLE "community_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"from_status" text,
	"to_status" text NOT NULL,
	"actor_id" uuid,
	"at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "community_events_subject" CHECK (subject in ('plan', 'need', 'project'))
);
--> statement-breakpoint
CREATE TABLE "community_needs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"sector" text NOT NULL,
	"title_ar" text NOT NULL,
	"title_en" text DEFAULT '' NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"rank" smallint NOT NULL,
	"severity" smallint,
	"people" smallint,
	"urgency" smallint,
	"feasibility" smallint,
	"score" smallint GENERATED ALWAYS AS (severity * 3 + people * 2 + urgency * 3 + feasibility * 2) STORED,
	"people_affected" integer,
	"status" text NOT NULL,
	"outcome" text DEFAULT '' NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "community_needs_sector" CHECK (sector in ('employment', 'water', 'sanitation', 'health', 'education', 'electricity', 'roads', 'security', 'housing', 'social_cohesion')),
	CONSTRAINT "community_needs_status" CHECK (status in ('open', 'addressed', 'met', 'dropped')),
	CONSTRAINT "community_needs_rank" CHECK (rank between 1 and 500),
	CONSTRAINT "community_needs_points" CHECK (severity between 1 and 5 and people between 1 and 5 and urgency between 1 and 5 and feasibility between 1 and 5),
	CONSTRAINT "community_needs_people" CHECK (people_affected between 0 and 10000000),
	CONSTRAINT "community_needs_outcome" CHECK (status in ('open', 'addressed') or outcome <> '')
);
--> statement-breakpoint
CREATE TABLE "need_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"need_id" uuid NOT NULL,
	"case_id" uuid,
	"action_id" uuid,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "need_links_one" CHECK ((case_id is null) <> (action_id is null))
);
--> statement-breakpoint
CREATE TABLE "inspection_items" (
	"inspection_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"item" text NOT NULL,
	"finding" text NOT NULL,
	"remark" text DEFAULT '' NOT NULL,
	CONSTRAINT "inspection_items_inspection_id_position_pk" PRIMARY KEY("inspection_id","position"),
	CONSTRAINT "inspection_items_finding" CHECK (finding in ('ok', 'defect', 'not_applicable')),
	CONSTRAINT "inspection_items_said" CHECK (finding <> 'defect' or remark <> '')
);
--> statement-breakpoint
CREATE TABLE "project_defects" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"inspection_id" uuid,
	"description" text NOT NULL,
	"severity" text NOT NULL,
	"fix_by" date NOT NULL,
	"fixed_on" date,
	"note" text DEFAULT '' NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "project_defects_severity" CHECK (severity in ('minor', 'major', 'critical'))
);
--> statement-breakpoint
CREATE TABLE "project_inspections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"inspected_on" date NOT NULL,
	"progress" smallint NOT NULL,
	"remark" text DEFAULT '' NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "project_inspections_progress" CHECK (progress between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "project_instalments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"percent" smallint NOT NULL,
	"amount_minor" bigint NOT NULL,
	"paid_on" date,
	"payment_reference" text DEFAULT '' NOT NULL,
	"paid_by" uuid,
	CONSTRAINT "project_instalments_percent" CHECK (percent between 1 and 100),
	CONSTRAINT "project_instalments_amount" CHECK (amount_minor between 1 and 100000000000000),
	CONSTRAINT "project_instalments_paid" CHECK ((paid_on is null) = (payment_reference = ''))
);
--> statement-breakpoint
CREATE TABLE "project_lines" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"item" text NOT NULL,
	"unit" text NOT NULL,
	"quantity_thousandths" bigint NOT NULL,
	"unit_price_minor" bigint NOT NULL,
	"amount_minor" bigint GENERATED ALWAYS AS (round(quantity_thousandths::numeric * unit_price_minor / 1000)::bigint) STORED NOT NULL,
	CONSTRAINT "project_lines_quantity" CHECK (quantity_thousandths between 1 and 1000000000),
	CONSTRAINT "project_lines_price" CHECK (unit_price_minor between 1 and 1000000000000),
	CONSTRAINT "project_lines_amount" CHECK (quantity_thousandths::numeric * unit_price_minor / 1000 <= 100000000000000)
);
--> statement-breakpoint
CREATE TABLE "project_needs" (
	"project_id" uuid NOT NULL,
	"need_id" uuid NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "project_needs_project_id_need_id_pk" PRIMARY KEY("project_id","need_id")
);
--> statement-breakpoint
CREATE TABLE "project_served" (
	"project_id" uuid NOT NULL,
	"sex" text NOT NULL,
	"age_band" text NOT NULL,
	"has_disability" boolean NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "project_served_project_id_sex_age_band_has_disability_pk" PRIMARY KEY("project_id","sex","age_band","has_disability"),
	CONSTRAINT "project_served_sex" CHECK (sex in ('female', 'male')),
	CONSTRAINT "project_served_count" CHECK (count between 1 and 1000000)
);
--> statement-breakpoint
CREATE TABLE "projects" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"title_en" text NOT NULL,
	"title_ar" text NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"team_id" uuid NOT NULL,
	"district_pcode" text NOT NULL,
	"location_pcode" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"assessment" text DEFAULT '' NOT NULL,
	"priority" text DEFAULT '' NOT NULL,
	"design" text DEFAULT '' NOT NULL,
	"currency" text NOT NULL,
	"approved_by" uuid,
	"approved_at" timestamp with time zone,
	"contractor" text DEFAULT '' NOT NULL,
	"contract_number" text DEFAULT '' NOT NULL,
	"contract_value_minor" bigint,
	"contract_signed_on" date,
	"works_end_on" date,
	"progress" smallint DEFAULT 0 NOT NULL,
	"suspended_because" text DEFAULT '' NOT NULL,
	"operator" text DEFAULT '' NOT NULL,
	"maintenance" text DEFAULT '' NOT NULL,
	"handed_over_on" date,
	"liability_ends_on" date,
	"liability_told_at" timestamp with time zone,
	"result" text DEFAULT '' NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "projects_kind" CHECK (kind in ('drainage', 'water', 'health_centre', 'womens_centre', 'school', 'road', 'electricity', 'other')),
	CONSTRAINT "projects_status" CHECK (status in ('identified', 'assessed', 'prioritised', 'designed', 'approved', 'tendering', 'contracted', 'works', 'suspended', 'inspected', 'defects', 'handed_over', 'liability_period', 'closed', 'cancelled')),
	CONSTRAINT "projects_currency" CHECK (currency in ('IQD', 'USD')),
	CONSTRAINT "projects_value" CHECK (contract_value_minor between 1 and 100000000000000),
	CONSTRAINT "projects_progress" CHECK (progress between 0 and 100)
);
--> statement-breakpoint
ALTER TABLE "documents" DROP CONSTRAINT "documents_one_home";--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "plan_id" uuid;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "project_id" uuid;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "phase" text;--> statement-breakpoint
ALTER TABLE "action_plans" ADD CONSTRAINT "action_plans_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_plans" ADD CONSTRAINT "action_plans_district_pcode_locations_pcode_fk" FOREIGN KEY ("district_pcode") REFERENCES "public"."locations"("pcode") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_plans" ADD CONSTRAINT "action_plans_location_pcode_locations_pcode_fk" FOREIGN KEY ("location_pcode") REFERENCES "public"."locations"("pcode") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_plans" ADD CONSTRAINT "action_plans_endorsement_id_documents_id_fk" FOREIGN KEY ("endorsement_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_plans" ADD CONSTRAINT "action_plans_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "community_events" ADD CONSTRAINT "community_events_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "community_needs" ADD CONSTRAINT "community_needs_plan_id_action_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."action_plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "community_needs" ADD CONSTRAINT "community_needs_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "community_needs" ADD CONSTRAINT "community_needs_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_links" ADD CONSTRAINT "need_links_need_id_community_needs_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."community_needs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_links" ADD CONSTRAINT "need_links_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_links" ADD CONSTRAINT "need_links_action_id_forum_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."forum_actions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_links" ADD CONSTRAINT "need_links_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_items" ADD CONSTRAINT "inspection_items_inspection_id_project_inspections_id_fk" FOREIGN KEY ("inspection_id") REFERENCES "public"."project_inspections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_defects" ADD CONSTRAINT "project_defects_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_defects" ADD CONSTRAINT "project_defects_inspection_id_project_inspections_id_fk" FOREIGN KEY ("inspection_id") REFERENCES "public"."project_inspections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_defects" ADD CONSTRAINT "project_defects_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_inspections" ADD CONSTRAINT "project_inspections_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_inspections" ADD CONSTRAINT "project_inspections_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_instalments" ADD CONSTRAINT "project_instalments_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_instalments" ADD CONSTRAINT "project_instalments_paid_by_users_id_fk" FOREIGN KEY ("paid_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_lines" ADD CONSTRAINT "project_lines_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_needs" ADD CONSTRAINT "project_needs_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_needs" ADD CONSTRAINT "project_needs_need_id_community_needs_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."community_needs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_needs" ADD CONSTRAINT "project_needs_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_served" ADD CONSTRAINT "project_served_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_district_pcode_locations_pcode_fk" FOREIGN KEY ("district_pcode") REFERENCES "public"."locations"("pcode") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_location_pcode_locations_pcode_fk" FOREIGN KEY ("location_pcode") REFERENCES "public"."locations"("pcode") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_approved_by_users_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "action_plans_reference" ON "action_plans" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "action_plans_of_location" ON "action_plans" USING btree ("location_pcode","id");--> statement-breakpoint
CREATE INDEX "action_plans_of_district" ON "action_plans" USING btree ("district_pcode","id");--> statement-breakpoint
CREATE INDEX "community_events_of_subject" ON "community_events" USING btree ("subject_id","id");--> statement-breakpoint
CREATE INDEX "community_needs_of_plan" ON "community_needs" USING btree ("plan_id","rank");--> statement-breakpoint
CREATE UNIQUE INDEX "need_links_of_concern" ON "need_links" USING btree ("case_id","need_id");--> statement-breakpoint
CREATE UNIQUE INDEX "need_links_of_action" ON "need_links" USING btree ("action_id","need_id");--> statement-breakpoint
CREATE INDEX "need_links_of_need" ON "need_links" USING btree ("need_id");--> statement-breakpoint
CREATE INDEX "project_defects_of_project" ON "project_defects" USING btree ("project_id","fixed_on");--> statement-breakpoint
CREATE INDEX "project_inspections_of_project" ON "project_inspections" USING btree ("project_id","inspected_on");--> statement-breakpoint
CREATE UNIQUE INDEX "project_instalments_of_project" ON "project_instalments" USING btree ("project_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "project_lines_of_project" ON "project_lines" USING btree ("project_id","position");--> statement-breakpoint
CREATE INDEX "project_needs_of_need" ON "project_needs" USING btree ("need_id");--> statement-breakpoint
CREATE UNIQUE INDEX "projects_reference" ON "projects" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "projects_of_location" ON "projects" USING btree ("location_pcode","id");--> statement-breakpoint
CREATE INDEX "projects_of_district" ON "projects" USING btree ("district_pcode","id");--> statement-breakpoint
CREATE INDEX "projects_of_status" ON "projects" USING btree ("status","id");--> statement-breakpoint
CREATE INDEX "projects_liability" ON "projects" USING btree ("liability_ends_on") WHERE status = 'liability_period' and liability_told_at is null;--> statement-breakpoint
CREATE INDEX "documents_of_plan" ON "documents" USING btree ("plan_id","id") WHERE plan_id is not null;--> statement-breakpoint
CREATE INDEX "documents_of_project" ON "documents" USING btree ("project_id","id") WHERE project_id is not null;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_phase" CHECK (phase is null or (project_id is not null and phase in ('before', 'during', 'after')));--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_one_home" CHECK (num_nonnulls(case_id, person_id, plan_id, project_id) = 1);