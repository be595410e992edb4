CREATE TABLE "budget_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source_id" uuid NOT NULL,
	"line_id" uuid,
	"kind" text NOT NULL,
	"amount_minor" bigint,
	"reason" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"outcome" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "budget_changes_kind" CHECK (kind in ('activate_source', 'close_source', 'activate_line', 'change_amount', 'close_line')),
	CONSTRAINT "budget_changes_about" CHECK ((line_id is null) = (kind in ('activate_source', 'close_source'))),
	CONSTRAINT "budget_changes_amount" CHECK ((kind = 'change_amount') = (amount_minor is not null) and coalesce(amount_minor, 0) >= 0),
	CONSTRAINT "budget_changes_outcome" CHECK (outcome in ('approved', 'declined'))
);
--> statement-breakpoint
CREATE TABLE "budget_lines" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source_id" uuid NOT NULL,
	"code" text NOT NULL,
	"name_en" text NOT NULL,
	"name_ar" text NOT NULL,
	"currency" text NOT NULL,
	"proposed_minor" bigint NOT NULL,
	"allocated_minor" bigint DEFAULT 0 NOT NULL,
	"committed_minor" bigint DEFAULT 0 NOT NULL,
	"released_minor" bigint DEFAULT 0 NOT NULL,
	"spent_minor" bigint DEFAULT 0 NOT NULL,
	"state" text DEFAULT 'proposed' NOT NULL,
	"proposed_by" uuid,
	"proposed_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "budget_lines_state" CHECK (state in ('proposed', 'active', 'closed', 'declined')),
	CONSTRAINT "budget_lines_currency" CHECK (currency in ('IQD', 'USD')),
	CONSTRAINT "budget_lines_proposed" CHECK (proposed_minor > 0 and proposed_minor <= 1000000000000000),
	CONSTRAINT "budget_lines_never_over" CHECK (committed_minor <= allocated_minor and released_minor <= committed_minor and spent_minor <= released_minor
        and spent_minor >= 0 and released_minor >= 0 and committed_minor >= 0 and allocated_minor >= 0)
);
--> statement-breakpoint
CREATE TABLE "funding_source_districts" (
	"source_id" uuid NOT NULL,
	"district_pcode" text NOT NULL,
	CONSTRAINT "funding_source_districts_source_id_district_pcode_pk" PRIMARY KEY("source_id","district_pcode")
);
--> statement-breakpoint
CREATE TABLE "funding_sources" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"donor_en" text NOT NULL,
	"donor_ar" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"state" text DEFAULT 'proposed' NOT NULL,
	"proposed_by" uuid,
	"proposed_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "funding_sources_state" CHECK (state in ('proposed', 'active', 'closed', 'declined')),
	CONSTRAINT "funding_sources_currency" CHECK (currency in ('IQD', 'USD')),
	CONSTRAINT "funding_sources_amount" CHECK (amount_minor > 0 and amount_minor <= 1000000000000000),
	CONSTRAINT "funding_sources_days" CHECK (ends_on >= starts_on)
);
--> statement-breakpoint
CREATE TABLE "ledger_entries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ledger_entries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"line_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"allocated_minor" bigint DEFAULT 0 NOT NULL,
	"committed_minor" bigint DEFAULT 0 NOT NULL,
	"released_minor" bigint DEFAULT 0 NOT NULL,
	"spent_minor" bigint DEFAULT 0 NOT NULL,
	"case_id" uuid,
	"reference" text,
	"tranche_id" uuid,
	"change_id" uuid,
	"made_by" uuid,
	"at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "ledger_entries_kind" CHECK (kind in ('allocate', 'commit', 'give_back', 'release', 'release_failed', 'spend', 'recover', 'write_off'))
);
--> statement-breakpoint
CREATE TABLE "committee_declarations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"item_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"has_conflict" boolean NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"declared_at" timestamp with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "committee_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"round" smallint NOT NULL,
	"outcome" text,
	"reason" text DEFAULT '' NOT NULL,
	"mean_hundredths" integer,
	"spread" smallint,
	"scored_by" smallint,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone,
	CONSTRAINT "committee_items_outcome" CHECK (outcome in ('recommended', 'waitlisted', 'returned', 'rejected'))
);
--> statement-breakpoint
CREATE TABLE "committee_meetings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"team_id" uuid NOT NULL,
	"held_on" date NOT NULL,
	"venue" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"convened_by" uuid NOT NULL,
	"convened_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "committee_meetings_state" CHECK (state in ('open', 'closed', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "committee_members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"is_chair" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "committee_scores" (
	"id" uuid PRIMARY KEY NOT NULL,
	"item_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"viability" smallint NOT NULL,
	"experience" smallint NOT NULL,
	"jobs" smallint NOT NULL,
	"risk" smallint NOT NULL,
	"social_value" smallint NOT NULL,
	"remark" text DEFAULT '' NOT NULL,
	"scored_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "committee_scores_points" CHECK (viability between 0 and 5 and experience between 0 and 5 and jobs between 0 and 5 and risk between 0 and 5
        and social_value between 0 and 5)
);
--> statement-breakpoint
CREATE TABLE "funding_round_districts" (
	"funding_round_id" uuid NOT NULL,
	"district_pcode" text NOT NULL,
	CONSTRAINT "funding_round_districts_funding_round_id_district_pcode_pk" PRIMARY KEY("funding_round_id","district_pcode")
);
--> statement-breakpoint
CREATE TABLE "funding_round_quotas" (
	"funding_round_id" uuid NOT NULL,
	"dimension" text NOT NULL,
	"value" text NOT NULL,
	"percent" smallint NOT NULL,
	CONSTRAINT "funding_round_quotas_funding_round_id_dimension_value_pk" PRIMARY KEY("funding_round_id","dimension","value"),
	CONSTRAINT "funding_round_quotas_dimension" CHECK (dimension in ('sex', 'displacement', 'disability', 'age_band')),
	CONSTRAINT "funding_round_quotas_percent" CHECK (percent between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "monitoring_visits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"month" smallint NOT NULL,
	"due_on" date NOT NULL,
	"is_in_sample" boolean NOT NULL,
	"visited_on" date,
	"received" text,
	"business" text,
	"monthly_profit_minor" bigint,
	"jobs_women_full" smallint,
	"jobs_women_part" smallint,
	"jobs_men_full" smallint,
	"jobs_men_part" smallint,
	"satisfaction" smallint,
	"has_safety_issue" boolean,
	"remark" text DEFAULT '' NOT NULL,
	"visited_by" uuid,
	"recorded_at" timestamp with time zone,
	CONSTRAINT "monitoring_visits_month" CHECK (month in (1, 3, 6, 12)),
	CONSTRAINT "monitoring_visits_received" CHECK (received in ('full', 'partial', 'none', 'with_issues')),
	CONSTRAINT "monitoring_visits_business" CHECK (business in ('operating', 'paused', 'closed', 'relocated')),
	CONSTRAINT "monitoring_visits_satisfaction" CHECK (satisfaction between 1 and 5),
	CONSTRAINT "monitoring_visits_whole" CHECK ((visited_on is null) = (visited_by is null) and (visited_on is null) = (received is null)
        and (visited_on is null) = (business is null) and (visited_on is null) = (has_safety_issue is null))
);
--> statement-breakpoint
CREATE TABLE "safety_concerns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"visit_id" uuid,
	"body" text NOT NULL,
	"raised_by" uuid NOT NULL,
	"raised_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"handled_by" uuid,
	"handled_at" timestamp with time zone,
	"handling" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "business_plan_milestones" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"title" text NOT NULL,
	"evidence" text NOT NULL,
	"due_month" smallint NOT NULL,
	CONSTRAINT "business_plan_milestones_month" CHECK (position between 1 and 12 and due_month between 0 and 36)
);
--> statement-breakpoint
CREATE TABLE "business_plan_months" (
	"case_id" uuid NOT NULL,
	"month" smallint NOT NULL,
	"income_minor" bigint NOT NULL,
	"cost_minor" bigint NOT NULL,
	CONSTRAINT "business_plan_months_case_id_month_pk" PRIMARY KEY("case_id","month"),
	CONSTRAINT "business_plan_months_month" CHECK (month between 1 and 12 and income_minor >= 0 and cost_minor >= 0)
);
--> statement-breakpoint
CREATE TABLE "delegations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"from_user_id" uuid NOT NULL,
	"to_user_id" uuid NOT NULL,
	"permission" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"reason" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "delegations_permission" CHECK (permission in ('grants.decide_first', 'grants.decide_second')),
	CONSTRAINT "delegations_days" CHECK (to_on >= from_on and to_on <= from_on + 60),
	CONSTRAINT "delegations_other" CHECK (from_user_id <> to_user_id)
);
--> statement-breakpoint
CREATE TABLE "staff_kin" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"relation" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "staff_kin_relation" CHECK (relation in ('self', 'household', 'relative'))
);
--> statement-breakpoint
CREATE TABLE "attendance" (
	"session_id" uuid NOT NULL,
	"enrolment_id" uuid NOT NULL,
	"mark" text NOT NULL,
	"marked_by" uuid NOT NULL,
	"marked_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "attendance_session_id_enrolment_id_pk" PRIMARY KEY("session_id","enrolment_id"),
	CONSTRAINT "attendance_mark" CHECK (mark in ('present', 'absent', 'excused'))
);
--> statement-breakpoint
CREATE TABLE "course_enrolments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"course_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"enrolled_by" uuid NOT NULL,
	"enrolled_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"left_at" timestamp with time zone,
	"certificate_number" text,
	"certified_by" uuid,
	"certified_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "course_sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"course_id" uuid NOT NULL,
	"held_on" date NOT NULL,
	"topic" text NOT NULL,
	"minutes" smallint NOT NULL,
	CONSTRAINT "course_sessions_minutes" CHECK (minutes between 15 and 720)
);
--> statement-breakpoint
CREATE TABLE "courses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"title_en" text NOT NULL,
	"title_ar" text NOT NULL,
	"trainer" text NOT NULL,
	"venue" text NOT NULL,
	"location_pcode" text NOT NULL,
	"team_id" uuid NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"seats" smallint NOT NULL,
	"state" text DEFAULT 'planned' NOT NULL,
	"created_by" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "courses_state" CHECK (state in ('planned', 'completed', 'cancelled')),
	CONSTRAINT "courses_days" CHECK (ends_on >= starts_on),
	CONSTRAINT "courses_seats" CHECK (seats between 1 and 200)
);
--> statement-breakpoint
CREATE TABLE "training_waivers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"round" smallint NOT NULL,
	"reason" text NOT NULL,
	"waived_by" uuid NOT NULL,
	"waived_at" timestamp with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agreements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"number" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"content" jsonb NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"signed_on" date,
	"signed_document_id" uuid,
	"voided_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "payment_import_rows" (
	"id" uuid PRIMARY KEY NOT NULL,
	"import_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"reference" text NOT NULL,
	"amount" text NOT NULL,
	"currency" text NOT NULL,
	"answer" text NOT NULL,
	"payment_reference" text DEFAULT '' NOT NULL,
	"paid_on" text DEFAULT '' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"tranche_id" uuid,
	"finding" text NOT NULL,
	"applied_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "payment_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"state" text DEFAULT 'checked' NOT NULL,
	"row_count" integer NOT NULL,
	"done_count" integer DEFAULT 0 NOT NULL,
	"imported_by" uuid NOT NULL,
	"imported_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "payment_imports_state" CHECK (state in ('checked', 'running', 'done', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "release_list_rows" (
	"id" uuid PRIMARY KEY NOT NULL,
	"list_id" uuid NOT NULL,
	"tranche_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"is_open" text DEFAULT 'open'
);
--> statement-breakpoint
CREATE TABLE "release_lists" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"channel" text NOT NULL,
	"currency" text NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"state" text DEFAULT 'made' NOT NULL,
	CONSTRAINT "release_lists_state" CHECK (state in ('made', 'released', 'dissolved')),
	CONSTRAINT "release_lists_channel" CHECK (channel in ('cash', 'bank_transfer', 'mobile_wallet', 'vendor'))
);
--> statement-breakpoint
CREATE TABLE "tranche_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "tranche_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"tranche_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"from_status" text,
	"to_status" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"actor_id" uuid,
	"at" timestamp with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tranches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"reference" text NOT NULL,
	"budget_line_id" uuid NOT NULL,
	"milestone_id" uuid,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"form" text NOT NULL,
	"planned_on" date NOT NULL,
	"status" text DEFAULT 'scheduled' NOT NULL,
	"status_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"status_reason" text DEFAULT '' NOT NULL,
	"channel" text,
	"payee_name" text DEFAULT '' NOT NULL,
	"payee_account" text DEFAULT '' NOT NULL,
	"payment_reference" text DEFAULT '' NOT NULL,
	"paid_on" date,
	"receipt_confirmed_on" date,
	"recovered_minor" bigint DEFAULT 0 NOT NULL,
	"requested_by" uuid,
	"authorised_by" uuid,
	"released_by" uuid,
	"confirmed_by" uuid,
	"milestone_verified_by" uuid,
	"milestone_finding" text DEFAULT '' NOT NULL,
	"created_by" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "tranches_status" CHECK (status in ('scheduled', 'requested', 'authorised', 'released', 'paid', 'receipt_confirmed', 'milestone_verified', 'failed', 'cancelled', 'recovered', 'written_off')),
	CONSTRAINT "tranches_form" CHECK (form in ('cash', 'in_kind')),
	CONSTRAINT "tranches_channel" CHECK (channel in ('cash', 'bank_transfer', 'mobile_wallet', 'vendor')),
	CONSTRAINT "tranches_amount" CHECK (amount_minor > 0 and recovered_minor between 0 and amount_minor),
	CONSTRAINT "tranches_number" CHECK (number between 1 and 12)
);
--> statement-breakpoint
ALTER TABLE "cases" DROP CONSTRAINT "cases_status_real";--> statement-breakpoint
ALTER TABLE "business_plans" DROP CONSTRAINT "business_plans_counts";--> statement-breakpoint
DROP INDEX "cases_of_caseworker";--> statement-breakpoint
DROP INDEX "cases_to_do";--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "tranche_id" uuid;--> statement-breakpoint
ALTER TABLE "business_plan_lines" ADD COLUMN "supplier" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "business_plan_lines" ADD COLUMN "quote" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "business_plans" ADD COLUMN "market" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "business_plans" ADD COLUMN "jobs_now_women_full" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "business_plans" ADD COLUMN "jobs_now_women_part" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "business_plans" ADD COLUMN "jobs_now_men_full" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "business_plans" ADD COLUMN "jobs_now_men_part" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "business_plans" ADD COLUMN "jobs_planned_women_full" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "business_plans" ADD COLUMN "jobs_planned_women_part" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "business_plans" ADD COLUMN "jobs_planned_men_full" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "business_plans" ADD COLUMN "jobs_planned_men_part" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "funding_rounds" ADD COLUMN "min_age" smallint DEFAULT 18 NOT NULL;--> statement-breakpoint
ALTER TABLE "funding_rounds" ADD COLUMN "quiet_days" smallint DEFAULT 365 NOT NULL;--> statement-breakpoint
ALTER TABLE "funding_rounds" ADD COLUMN "target_grants" integer;--> statement-breakpoint
ALTER TABLE "funding_rounds" ADD COLUMN "notice_en" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "funding_rounds" ADD COLUMN "notice_ar" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "funding_rounds" ADD COLUMN "tranche_split" smallint[] DEFAULT '{40,40,20}' NOT NULL;--> statement-breakpoint
ALTER TABLE "funding_rounds" ADD COLUMN "monitoring_percent" smallint DEFAULT 100 NOT NULL;--> statement-breakpoint
ALTER TABLE "funding_rounds" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "grants" ADD COLUMN "budget_line_id" uuid;--> statement-breakpoint
ALTER TABLE "budget_changes" ADD CONSTRAINT "budget_changes_source_id_funding_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."funding_sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_changes" ADD CONSTRAINT "budget_changes_line_id_budget_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."budget_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_changes" ADD CONSTRAINT "budget_changes_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_changes" ADD CONSTRAINT "budget_changes_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_lines" ADD CONSTRAINT "budget_lines_source_id_funding_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."funding_sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_lines" ADD CONSTRAINT "budget_lines_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funding_source_districts" ADD CONSTRAINT "funding_source_districts_source_id_funding_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."funding_sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funding_source_districts" ADD CONSTRAINT "funding_source_districts_district_pcode_locations_pcode_fk" FOREIGN KEY ("district_pcode") REFERENCES "public"."locations"("pcode") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funding_sources" ADD CONSTRAINT "funding_sources_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_line_id_budget_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."budget_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_change_id_budget_changes_id_fk" FOREIGN KEY ("change_id") REFERENCES "public"."budget_changes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_made_by_users_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_declarations" ADD CONSTRAINT "committee_declarations_item_id_committee_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."committee_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_declarations" ADD CONSTRAINT "committee_declarations_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_items" ADD CONSTRAINT "committee_items_meeting_id_committee_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."committee_meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_items" ADD CONSTRAINT "committee_items_case_id_grants_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."grants"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_items" ADD CONSTRAINT "committee_items_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_meetings" ADD CONSTRAINT "committee_meetings_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_meetings" ADD CONSTRAINT "committee_meetings_convened_by_users_id_fk" FOREIGN KEY ("convened_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_members" ADD CONSTRAINT "committee_members_meeting_id_committee_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."committee_meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_members" ADD CONSTRAINT "committee_members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_scores" ADD CONSTRAINT "committee_scores_item_id_committee_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."committee_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_scores" ADD CONSTRAINT "committee_scores_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funding_round_districts" ADD CONSTRAINT "funding_round_districts_funding_round_id_funding_rounds_id_fk" FOREIGN KEY ("funding_round_id") REFERENCES "public"."funding_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funding_round_districts" ADD CONSTRAINT "funding_round_districts_district_pcode_locations_pcode_fk" FOREIGN KEY ("district_pcode") REFERENCES "public"."locations"("pcode") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funding_round_quotas" ADD CONSTRAINT "funding_round_quotas_funding_round_id_funding_rounds_id_fk" FOREIGN KEY ("funding_round_id") REFERENCES "public"."funding_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monitoring_visits" ADD CONSTRAINT "monitoring_visits_case_id_grants_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."grants"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monitoring_visits" ADD CONSTRAINT "monitoring_visits_visited_by_users_id_fk" FOREIGN KEY ("visited_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_concerns" ADD CONSTRAINT "safety_concerns_case_id_grants_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."grants"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_concerns" ADD CONSTRAINT "safety_concerns_visit_id_monitoring_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."monitoring_visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_concerns" ADD CONSTRAINT "safety_concerns_raised_by_users_id_fk" FOREIGN KEY ("raised_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_concerns" ADD CONSTRAINT "safety_concerns_handled_by_users_id_fk" FOREIGN KEY ("handled_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "business_plan_milestones" ADD CONSTRAINT "business_plan_milestones_case_id_business_plans_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."business_plans"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "business_plan_months" ADD CONSTRAINT "business_plan_months_case_id_business_plans_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."business_plans"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_from_user_id_users_id_fk" FOREIGN KEY ("from_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_to_user_id_users_id_fk" FOREIGN KEY ("to_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_kin" ADD CONSTRAINT "staff_kin_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_kin" ADD CONSTRAINT "staff_kin_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_kin" ADD CONSTRAINT "staff_kin_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_session_id_course_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."course_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_enrolment_id_course_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."course_enrolments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_marked_by_users_id_fk" FOREIGN KEY ("marked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_enrolments" ADD CONSTRAINT "course_enrolments_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_enrolments" ADD CONSTRAINT "course_enrolments_case_id_grants_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."grants"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_enrolments" ADD CONSTRAINT "course_enrolments_enrolled_by_users_id_fk" FOREIGN KEY ("enrolled_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_enrolments" ADD CONSTRAINT "course_enrolments_certified_by_users_id_fk" FOREIGN KEY ("certified_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_sessions" ADD CONSTRAINT "course_sessions_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "courses" ADD CONSTRAINT "courses_location_pcode_locations_pcode_fk" FOREIGN KEY ("location_pcode") REFERENCES "public"."locations"("pcode") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "courses" ADD CONSTRAINT "courses_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "courses" ADD CONSTRAINT "courses_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_waivers" ADD CONSTRAINT "training_waivers_case_id_grants_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."grants"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_waivers" ADD CONSTRAINT "training_waivers_waived_by_users_id_fk" FOREIGN KEY ("waived_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_case_id_grants_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."grants"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_made_by_users_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_signed_document_id_documents_id_fk" FOREIGN KEY ("signed_document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_import_rows" ADD CONSTRAINT "payment_import_rows_import_id_payment_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."payment_imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_import_rows" ADD CONSTRAINT "payment_import_rows_tranche_id_tranches_id_fk" FOREIGN KEY ("tranche_id") REFERENCES "public"."tranches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_imports" ADD CONSTRAINT "payment_imports_imported_by_users_id_fk" FOREIGN KEY ("imported_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_list_rows" ADD CONSTRAINT "release_list_rows_list_id_release_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."release_lists"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_list_rows" ADD CONSTRAINT "release_list_rows_tranche_id_tranches_id_fk" FOREIGN KEY ("tranche_id") REFERENCES "public"."tranches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_lists" ADD CONSTRAINT "release_lists_made_by_users_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tranche_events" ADD CONSTRAINT "tranche_events_tranche_id_tranches_id_fk" FOREIGN KEY ("tranche_id") REFERENCES "public"."tranches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tranche_events" ADD CONSTRAINT "tranche_events_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tranches" ADD CONSTRAINT "tranches_case_id_grants_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."grants"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tranches" ADD CONSTRAINT "tranches_budget_line_id_budget_lines_id_fk" FOREIGN KEY ("budget_line_id") REFERENCES "public"."budget_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tranches" ADD CONSTRAINT "tranches_milestone_id_business_plan_milestones_id_fk" FOREIGN KEY ("milestone_id") REFERENCES "public"."business_plan_milestones"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tranches" ADD CONSTRAINT "tranches_requested_by_users_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tranches" ADD CONSTRAINT "tranches_authorised_by_users_id_fk" FOREIGN KEY ("authorised_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tranches" ADD CONSTRAINT "tranches_released_by_users_id_fk" FOREIGN KEY ("released_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tranches" ADD CONSTRAINT "tranches_confirmed_by_users_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tranches" ADD CONSTRAINT "tranches_milestone_verified_by_users_id_fk" FOREIGN KEY ("milestone_verified_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tranches" ADD CONSTRAINT "tranches_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "budget_changes_pending_line" ON "budget_changes" USING btree ("line_id") WHERE outcome is null and line_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "budget_changes_pending_source" ON "budget_changes" USING btree ("source_id") WHERE outcome is null and line_id is null;--> statement-breakpoint
CREATE INDEX "budget_changes_of_source" ON "budget_changes" USING btree ("source_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "budget_lines_code" ON "budget_lines" USING btree ("code");--> statement-breakpoint
CREATE INDEX "budget_lines_of_source" ON "budget_lines" USING btree ("source_id");--> statement-breakpoint
CREATE UNIQUE INDEX "funding_sources_code" ON "funding_sources" USING btree ("code");--> statement-breakpoint
CREATE INDEX "ledger_entries_of_line" ON "ledger_entries" USING btree ("line_id","id");--> statement-breakpoint
CREATE INDEX "ledger_entries_of_case" ON "ledger_entries" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "committee_declarations_one" ON "committee_declarations" USING btree ("item_id","user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "committee_items_one" ON "committee_items" USING btree ("meeting_id","case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "committee_items_open" ON "committee_items" USING btree ("case_id") WHERE outcome is null;--> statement-breakpoint
CREATE INDEX "committee_items_of_case" ON "committee_items" USING btree ("case_id","id");--> statement-breakpoint
CREATE INDEX "committee_meetings_of_team" ON "committee_meetings" USING btree ("team_id","held_on","id");--> statement-breakpoint
CREATE UNIQUE INDEX "committee_members_one" ON "committee_members" USING btree ("meeting_id","user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "committee_members_chair" ON "committee_members" USING btree ("meeting_id") WHERE is_chair;--> statement-breakpoint
CREATE INDEX "committee_members_of_user" ON "committee_members" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "committee_scores_one" ON "committee_scores" USING btree ("item_id","user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "monitoring_visits_one" ON "monitoring_visits" USING btree ("case_id","month");--> statement-breakpoint
CREATE INDEX "monitoring_visits_due" ON "monitoring_visits" USING btree ("due_on","id") WHERE visited_on is null and is_in_sample;--> statement-breakpoint
CREATE INDEX "safety_concerns_of_case" ON "safety_concerns" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "safety_concerns_open" ON "safety_concerns" USING btree ("id") WHERE handled_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "business_plan_milestones_one" ON "business_plan_milestones" USING btree ("case_id","position");--> statement-breakpoint
CREATE INDEX "delegations_to" ON "delegations" USING btree ("to_user_id","to_on") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "delegations_from" ON "delegations" USING btree ("from_user_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_kin_one" ON "staff_kin" USING btree ("user_id","person_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "staff_kin_of_person" ON "staff_kin" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "attendance_of_enrolment" ON "attendance" USING btree ("enrolment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "course_enrolments_one" ON "course_enrolments" USING btree ("case_id") WHERE left_at is null;--> statement-breakpoint
CREATE INDEX "course_enrolments_of_course" ON "course_enrolments" USING btree ("course_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "course_enrolments_certificate" ON "course_enrolments" USING btree ("certificate_number");--> statement-breakpoint
CREATE UNIQUE INDEX "course_sessions_one" ON "course_sessions" USING btree ("course_id","held_on","topic");--> statement-breakpoint
CREATE UNIQUE INDEX "courses_code" ON "courses" USING btree ("code");--> statement-breakpoint
CREATE INDEX "courses_of_team" ON "courses" USING btree ("team_id","starts_on","id");--> statement-breakpoint
CREATE UNIQUE INDEX "training_waivers_one" ON "training_waivers" USING btree ("case_id","round");--> statement-breakpoint
CREATE UNIQUE INDEX "agreements_number" ON "agreements" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "agreements_current" ON "agreements" USING btree ("case_id") WHERE voided_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "payment_import_rows_one" ON "payment_import_rows" USING btree ("import_id","position");--> statement-breakpoint
CREATE INDEX "payment_imports_of_file" ON "payment_imports" USING btree ("sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "release_list_rows_one" ON "release_list_rows" USING btree ("list_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "release_list_rows_open" ON "release_list_rows" USING btree ("tranche_id") WHERE is_open is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "release_lists_number" ON "release_lists" USING btree ("number");--> statement-breakpoint
CREATE INDEX "tranche_events_of_tranche" ON "tranche_events" USING btree ("tranche_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "tranches_one" ON "tranches" USING btree ("case_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "tranches_reference" ON "tranches" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "tranches_by_status" ON "tranches" USING btree ("status","planned_on","id");--> statement-breakpoint
CREATE INDEX "tranches_of_line" ON "tranches" USING btree ("budget_line_id");--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_budget_line_id_budget_lines_id_fk" FOREIGN KEY ("budget_line_id") REFERENCES "public"."budget_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "documents_of_tranche" ON "documents" USING btree ("tranche_id") WHERE tranche_id is not null;--> statement-breakpoint
CREATE INDEX "grants_of_round" ON "grants" USING btree ("funding_round_id","case_id");--> statement-breakpoint
CREATE INDEX "grants_of_line" ON "grants" USING btree ("budget_line_id","case_id");--> statement-breakpoint
CREATE INDEX "cases_of_caseworker" ON "cases" USING btree ("caseworker_id","due_on") WHERE status not in ('completed', 'ineligible', 'rejected', 'withdrawn', 'cancelled');--> statement-breakpoint
CREATE INDEX "cases_to_do" ON "cases" USING btree ("team_id","status","due_on") WHERE status not in ('completed', 'ineligible', 'rejected', 'withdrawn', 'cancelled');--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_status_real" CHECK ((programme = 'livelihoods' and status in ('draft', 'submitted', 'screening', 'verification', 'training', 'business_plan', 'committee_review', 'waitlisted', 'pending_approval_1', 'pending_approval_2', 'returned', 'approved', 'agreement_signed', 'disbursing', 'suspended', 'monitoring', 'completed', 'ineligible', 'rejected', 'withdrawn', 'cancelled')));--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_tranche_of_case" CHECK (tranche_id is null or case_id is not null);--> statement-breakpoint
ALTER TABLE "business_plans" ADD CONSTRAINT "business_plans_counts" CHECK (least(jobs_now_women_full, jobs_now_women_part, jobs_now_men_full, jobs_now_men_part, jobs_planned_women_full,
        jobs_planned_women_part, jobs_planned_men_full, jobs_planned_men_part, own_contribution_minor) >= 0);--> statement-breakpoint
ALTER TABLE "funding_rounds" ADD CONSTRAINT "funding_rounds_rules" CHECK (min_age between 0 and 120 and quiet_days between 0 and 3650);--> statement-breakpoint
ALTER TABLE "funding_rounds" ADD CONSTRAINT "funding_rounds_monitoring" CHECK (monitoring_percent between 1 and 100);