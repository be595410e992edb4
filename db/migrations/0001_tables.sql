CREATE TABLE "case_assignments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"caseworker_id" uuid,
	"team_id" uuid NOT NULL,
	"assigned_by" uuid NOT NULL,
	"from_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"to_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "case_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"from_status" text,
	"to_status" text,
	"actor_id" uuid,
	"at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"command_id" uuid,
	"version" integer NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_transfers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"from_user_id" uuid,
	"to_user_id" uuid NOT NULL,
	"to_team_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"requested_by" uuid NOT NULL,
	"requested_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"answered_at" timestamp with time zone,
	"answer_reason" text,
	CONSTRAINT "case_transfers_state" CHECK (state in ('pending', 'accepted', 'declined', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"programme" text NOT NULL,
	"status" text NOT NULL,
	"caseworker_id" uuid,
	"team_id" uuid NOT NULL,
	"district_pcode" text NOT NULL,
	"location_pcode" text NOT NULL,
	"priority" text DEFAULT 'normal' NOT NULL,
	"due_on" date,
	"opened_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"status_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"closed_at" timestamp with time zone,
	"created_by" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "cases_status_real" CHECK ((programme = 'livelihoods' and status in ('draft', 'submitted', 'screening', 'verification', 'business_plan', 'pending_approval_1', 'pending_approval_2', 'returned', 'approved', 'ineligible', 'rejected', 'withdrawn', 'cancelled'))),
	CONSTRAINT "cases_priority" CHECK (priority in ('low', 'normal', 'high', 'urgent'))
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid,
	"person_id" uuid,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"storage_key" text NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"uploaded_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "documents_one_home" CHECK ((case_id is null) <> (person_id is null))
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"body" text NOT NULL,
	"author_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"title" text NOT NULL,
	"assignee_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"done_at" timestamp with time zone,
	"done_by" uuid
);
--> statement-breakpoint
CREATE TABLE "approval_limits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"programme" text NOT NULL,
	"currency" text NOT NULL,
	"second_stage_from_minor" bigint NOT NULL,
	"set_by" uuid,
	"set_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "approval_limits_positive" CHECK (second_stage_from_minor > 0)
);
--> statement-breakpoint
CREATE TABLE "business_plan_lines" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"item" text NOT NULL,
	"quantity" integer NOT NULL,
	"unit_price_minor" bigint NOT NULL,
	CONSTRAINT "business_plan_lines_positive" CHECK (quantity > 0 and unit_price_minor > 0)
);
--> statement-breakpoint
CREATE TABLE "business_plans" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"description" text NOT NULL,
	"own_contribution_minor" bigint DEFAULT 0 NOT NULL,
	"jobs_now" smallint DEFAULT 0 NOT NULL,
	"jobs_planned_women" smallint DEFAULT 0 NOT NULL,
	"jobs_planned_men" smallint DEFAULT 0 NOT NULL,
	"expected_monthly_profit_minor" bigint DEFAULT 0 NOT NULL,
	"saved_by" uuid NOT NULL,
	"saved_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "business_plans_counts" CHECK (jobs_now >= 0 and jobs_planned_women >= 0 and jobs_planned_men >= 0 and own_contribution_minor >= 0)
);
--> statement-breakpoint
CREATE TABLE "funding_rounds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name_en" text NOT NULL,
	"name_ar" text NOT NULL,
	"opens_on" date NOT NULL,
	"closes_on" date NOT NULL,
	"currency" text NOT NULL,
	"max_amount_minor" bigint NOT NULL,
	"rules_version" text NOT NULL,
	"score_version" text NOT NULL,
	CONSTRAINT "funding_rounds_currency" CHECK (currency in ('IQD', 'USD')),
	CONSTRAINT "funding_rounds_days" CHECK (closes_on >= opens_on)
);
--> statement-breakpoint
CREATE TABLE "grant_decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"round" smallint NOT NULL,
	"stage" smallint NOT NULL,
	"outcome" text NOT NULL,
	"reason" text NOT NULL,
	"shown_hash" text NOT NULL,
	"shown" jsonb NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "grant_decisions_stage" CHECK (stage in (1, 2)),
	CONSTRAINT "grant_decisions_outcome" CHECK (outcome in ('approve', 'reject', 'return'))
);
--> statement-breakpoint
CREATE TABLE "grant_screenings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"round" smallint NOT NULL,
	"rules_version" text NOT NULL,
	"rules" jsonb NOT NULL,
	"is_eligible" boolean NOT NULL,
	"score_version" text NOT NULL,
	"score" smallint NOT NULL,
	"score_lines" jsonb NOT NULL,
	"remark" text DEFAULT '' NOT NULL,
	"screened_by" uuid NOT NULL,
	"screened_at" timestamp with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "grant_verifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"round" smallint NOT NULL,
	"visited_on" date NOT NULL,
	"place" text NOT NULL,
	"findings" text NOT NULL,
	"is_confirmed" boolean NOT NULL,
	"verified_by" uuid NOT NULL,
	"verified_at" timestamp with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"household_id" uuid NOT NULL,
	"funding_round_id" uuid NOT NULL,
	"form" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"sector" text NOT NULL,
	"business_kind" text NOT NULL,
	"business_name" text DEFAULT '' NOT NULL,
	"purpose" text NOT NULL,
	"monthly_income_minor" bigint DEFAULT 0 NOT NULL,
	"dependants" smallint DEFAULT 0 NOT NULL,
	"years_of_experience" smallint DEFAULT 0 NOT NULL,
	"round" smallint DEFAULT 1 NOT NULL,
	"submitted_by" uuid,
	"submitted_at" timestamp with time zone,
	"consent_id" uuid,
	"is_live" boolean DEFAULT false NOT NULL,
	CONSTRAINT "grants_form" CHECK (form in ('cash', 'in_kind')),
	CONSTRAINT "grants_currency" CHECK (currency in ('IQD', 'USD')),
	CONSTRAINT "grants_business_kind" CHECK (business_kind in ('new', 'existing')),
	CONSTRAINT "grants_amount" CHECK (amount_minor > 0 and amount_minor <= 1000000000000)
);
--> statement-breakpoint
CREATE TABLE "consent_texts" (
	"purpose" text NOT NULL,
	"version" text NOT NULL,
	"language" text NOT NULL,
	"body" text NOT NULL,
	"is_current" boolean DEFAULT true NOT NULL,
	CONSTRAINT "consent_texts_purpose_version_language_pk" PRIMARY KEY("purpose","version","language")
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"text_version" text NOT NULL,
	"language" text NOT NULL,
	"method" text NOT NULL,
	"given_on" date NOT NULL,
	"expires_on" date NOT NULL,
	"guardian_name" text,
	"recipient" text,
	"witness_name" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"withdrawn_on" date,
	"withdrawn_by" uuid,
	CONSTRAINT "consents_purpose" CHECK (purpose in ('registration', 'livelihood_grant', 'health_referral', 'sharing')),
	CONSTRAINT "consents_method" CHECK (method in ('signed', 'thumbprint', 'verbal_witnessed')),
	CONSTRAINT "consents_days" CHECK (expires_on >= given_on and (withdrawn_on is null or withdrawn_on >= given_on))
);
--> statement-breakpoint
CREATE TABLE "displacements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"status" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	"origin_pcode" text,
	"shelter" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "displacements_status" CHECK (status in ('idp_in_camp', 'idp_out_of_camp', 'returnee', 'host_community', 'refugee_asylum_seeker', 'other')),
	CONSTRAINT "displacements_days" CHECK (to_on is null or to_on >= from_on)
);
--> statement-breakpoint
CREATE TABLE "duplicate_flags" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"other_person_id" uuid NOT NULL,
	"score" smallint NOT NULL,
	"reasons" jsonb NOT NULL,
	"is_blocking" boolean NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"raised_by" uuid NOT NULL,
	"raised_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"decision_reason" text,
	CONSTRAINT "duplicate_flags_state" CHECK (state in ('open', 'different', 'same')),
	CONSTRAINT "duplicate_flags_two" CHECK (person_id <> other_person_id)
);
--> statement-breakpoint
CREATE TABLE "household_members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"household_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"relationship" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date
);
--> statement-breakpoint
CREATE TABLE "households" (
	"id" uuid PRIMARY KEY NOT NULL,
	"head_person_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "name_words" (
	"word" text PRIMARY KEY NOT NULL,
	"skeleton" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"given_name" text NOT NULL,
	"father_name" text NOT NULL,
	"grandfather_name" text DEFAULT '' NOT NULL,
	"family_name" text DEFAULT '' NOT NULL,
	"sex" text NOT NULL,
	"birth_on" date NOT NULL,
	"birth_precision" text NOT NULL,
	"phone" text,
	"document_type" text DEFAULT 'none' NOT NULL,
	"document_number" text,
	"document_key" text,
	"match_keys" text[] NOT NULL,
	"location_pcode" text NOT NULL,
	"district_pcode" text NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"team_id" uuid NOT NULL,
	"caseworker_id" uuid,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "people_sex" CHECK (sex in ('female', 'male')),
	CONSTRAINT "people_birth_precision" CHECK (birth_precision in ('day', 'month', 'year', 'estimated')),
	CONSTRAINT "people_document_type" CHECK (document_type in ('national_card', 'civil_id', 'nationality_certificate', 'passport', 'residency_card', 'pds_card', 'none')),
	CONSTRAINT "people_phone_e164" CHECK (phone ~ '^\+[1-9][0-9]{6,14}$'),
	CONSTRAINT "people_birth_past" CHECK (birth_on <= app_now()::date and birth_on >= '1900-01-01')
);
--> statement-breakpoint
CREATE TABLE "person_words" (
	"word" text NOT NULL,
	"team_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "person_words_word_team_id_person_id_pk" PRIMARY KEY("word","team_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "washington_answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"answered_on" date NOT NULL,
	"seeing" text NOT NULL,
	"hearing" text NOT NULL,
	"walking" text NOT NULL,
	"remembering" text NOT NULL,
	"self_care" text NOT NULL,
	"communicating" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "washington_answers_seeing" CHECK (seeing in ('no_difficulty', 'some_difficulty', 'a_lot_of_difficulty', 'cannot_do_at_all', 'refused')),
	CONSTRAINT "washington_answers_hearing" CHECK (hearing in ('no_difficulty', 'some_difficulty', 'a_lot_of_difficulty', 'cannot_do_at_all', 'refused')),
	CONSTRAINT "washington_answers_walking" CHECK (walking in ('no_difficulty', 'some_difficulty', 'a_lot_of_difficulty', 'cannot_do_at_all', 'refused')),
	CONSTRAINT "washington_answers_remembering" CHECK (remembering in ('no_difficulty', 'some_difficulty', 'a_lot_of_difficulty', 'cannot_do_at_all', 'refused')),
	CONSTRAINT "washington_answers_self_care" CHECK (self_care in ('no_difficulty', 'some_difficulty', 'a_lot_of_difficulty', 'cannot_do_at_all', 'refused')),
	CONSTRAINT "washington_answers_communicating" CHECK (communicating in ('no_difficulty', 'some_difficulty', 'a_lot_of_difficulty', 'cannot_do_at_all', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "locations" (
	"pcode" text PRIMARY KEY NOT NULL,
	"level" integer NOT NULL,
	"parent_pcode" text,
	"name_en" text NOT NULL,
	"name_ar" text NOT NULL,
	"name_ckb" text,
	"aliases" text[] DEFAULT '{}' NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "locations_level" CHECK (level between 1 and 4 and (level = 1) = (parent_pcode is null))
);
--> statement-breakpoint
CREATE TABLE "sectors" (
	"code" text PRIMARY KEY NOT NULL,
	"name_en" text NOT NULL,
	"name_ar" text NOT NULL,
	"name_ckb" text,
	"position" integer DEFAULT 0 NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"actor_id" uuid,
	"reason" text,
	"table_name" text NOT NULL,
	"row_id" text NOT NULL,
	"subject_id" uuid,
	"deed" text NOT NULL,
	"changes" jsonb NOT NULL,
	"is_case_content" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "command_log" (
	"command_id" uuid NOT NULL,
	"input_hash" text NOT NULL,
	"name" text NOT NULL,
	"actor_id" uuid,
	"outcome" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "command_log_command_id_input_hash_pk" PRIMARY KEY("command_id","input_hash")
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"case_id" uuid,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"read_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "read_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "read_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"actor_id" uuid NOT NULL,
	"record_type" text NOT NULL,
	"record_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"screen" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "one_time_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "one_time_links_kind" CHECK (kind in ('invite', 'reset'))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"user_agent" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_throttle" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"last_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"locked_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "team_members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"team_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	CONSTRAINT "team_members_days" CHECK (to_on is null or to_on >= from_on)
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name_en" text NOT NULL,
	"name_ar" text NOT NULL,
	"name_ckb" text,
	"district_pcode" text NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "user_areas" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"district_pcode" text NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "user_programmes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"programme" text NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "user_programmes_programme" CHECK (programme in ('livelihoods', 'health', 'policing'))
);
--> statement-breakpoint
CREATE TABLE "user_roles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"requested_by" uuid,
	"requested_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"approved_by" uuid,
	"approved_at" timestamp with time zone,
	"ended_by" uuid,
	"ended_at" timestamp with time zone,
	CONSTRAINT "user_roles_role" CHECK (role in ('caseworker', 'supervisor', 'programme_manager', 'finance_officer', 'analyst', 'admin'))
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"locale" text DEFAULT 'en' NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"password_hash" text,
	"password_changed_at" timestamp with time zone,
	"draft_key" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "users_email_lower" CHECK (email = lower(email) and email like '%_@_%'),
	CONSTRAINT "users_locale" CHECK (locale in ('en', 'ar', 'ckb'))
);
--> statement-breakpoint
ALTER TABLE "case_assignments" ADD CONSTRAINT "case_assignments_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_assignments" ADD CONSTRAINT "case_assignments_caseworker_id_users_id_fk" FOREIGN KEY ("caseworker_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_assignments" ADD CONSTRAINT "case_assignments_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_assignments" ADD CONSTRAINT "case_assignments_assigned_by_users_id_fk" FOREIGN KEY ("assigned_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_events" ADD CONSTRAINT "case_events_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_events" ADD CONSTRAINT "case_events_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_transfers" ADD CONSTRAINT "case_transfers_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_transfers" ADD CONSTRAINT "case_transfers_from_user_id_users_id_fk" FOREIGN KEY ("from_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_transfers" ADD CONSTRAINT "case_transfers_to_user_id_users_id_fk" FOREIGN KEY ("to_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_transfers" ADD CONSTRAINT "case_transfers_to_team_id_teams_id_fk" FOREIGN KEY ("to_team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_transfers" ADD CONSTRAINT "case_transfers_requested_by_users_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_caseworker_id_users_id_fk" FOREIGN KEY ("caseworker_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_district_pcode_locations_pcode_fk" FOREIGN KEY ("district_pcode") REFERENCES "public"."locations"("pcode") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_location_pcode_locations_pcode_fk" FOREIGN KEY ("location_pcode") REFERENCES "public"."locations"("pcode") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_uploaded_by_users_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_assignee_id_users_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_done_by_users_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_limits" ADD CONSTRAINT "approval_limits_set_by_users_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "business_plan_lines" ADD CONSTRAINT "business_plan_lines_case_id_business_plans_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."business_plans"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "business_plans" ADD CONSTRAINT "business_plans_case_id_grants_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."grants"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "business_plans" ADD CONSTRAINT "business_plans_saved_by_users_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_decisions" ADD CONSTRAINT "grant_decisions_case_id_grants_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."grants"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_decisions" ADD CONSTRAINT "grant_decisions_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_screenings" ADD CONSTRAINT "grant_screenings_case_id_grants_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."grants"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_screenings" ADD CONSTRAINT "grant_screenings_screened_by_users_id_fk" FOREIGN KEY ("screened_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_verifications" ADD CONSTRAINT "grant_verifications_case_id_grants_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."grants"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_verifications" ADD CONSTRAINT "grant_verifications_verified_by_users_id_fk" FOREIGN KEY ("verified_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_household_id_households_id_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_funding_round_id_funding_rounds_id_fk" FOREIGN KEY ("funding_round_id") REFERENCES "public"."funding_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_sector_sectors_code_fk" FOREIGN KEY ("sector") REFERENCES "public"."sectors"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_submitted_by_users_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_withdrawn_by_users_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "displacements" ADD CONSTRAINT "displacements_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "displacements" ADD CONSTRAINT "displacements_origin_pcode_locations_pcode_fk" FOREIGN KEY ("origin_pcode") REFERENCES "public"."locations"("pcode") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "displacements" ADD CONSTRAINT "displacements_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duplicate_flags" ADD CONSTRAINT "duplicate_flags_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duplicate_flags" ADD CONSTRAINT "duplicate_flags_other_person_id_people_id_fk" FOREIGN KEY ("other_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duplicate_flags" ADD CONSTRAINT "duplicate_flags_raised_by_users_id_fk" FOREIGN KEY ("raised_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duplicate_flags" ADD CONSTRAINT "duplicate_flags_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household_members" ADD CONSTRAINT "household_members_household_id_households_id_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household_members" ADD CONSTRAINT "household_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "households" ADD CONSTRAINT "households_head_person_id_people_id_fk" FOREIGN KEY ("head_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "households" ADD CONSTRAINT "households_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "households" ADD CONSTRAINT "households_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_location_pcode_locations_pcode_fk" FOREIGN KEY ("location_pcode") REFERENCES "public"."locations"("pcode") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_district_pcode_locations_pcode_fk" FOREIGN KEY ("district_pcode") REFERENCES "public"."locations"("pcode") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_caseworker_id_users_id_fk" FOREIGN KEY ("caseworker_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_words" ADD CONSTRAINT "person_words_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "washington_answers" ADD CONSTRAINT "washington_answers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "washington_answers" ADD CONSTRAINT "washington_answers_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "locations" ADD CONSTRAINT "locations_parent_pcode_locations_pcode_fk" FOREIGN KEY ("parent_pcode") REFERENCES "public"."locations"("pcode") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "command_log" ADD CONSTRAINT "command_log_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "read_log" ADD CONSTRAINT "read_log_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_links" ADD CONSTRAINT "one_time_links_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_links" ADD CONSTRAINT "one_time_links_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_district_pcode_locations_pcode_fk" FOREIGN KEY ("district_pcode") REFERENCES "public"."locations"("pcode") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_areas" ADD CONSTRAINT "user_areas_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_areas" ADD CONSTRAINT "user_areas_district_pcode_locations_pcode_fk" FOREIGN KEY ("district_pcode") REFERENCES "public"."locations"("pcode") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_programmes" ADD CONSTRAINT "user_programmes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_roles" ADD CONSTRAINT "user_roles_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_roles" ADD CONSTRAINT "user_roles_requested_by_users_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_roles" ADD CONSTRAINT "user_roles_approved_by_users_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_roles" ADD CONSTRAINT "user_roles_ended_by_users_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "case_assignments_current" ON "case_assignments" USING btree ("case_id") WHERE to_at is null;--> statement-breakpoint
CREATE INDEX "case_assignments_of_case" ON "case_assignments" USING btree ("case_id","from_at");--> statement-breakpoint
CREATE INDEX "case_events_of_case" ON "case_events" USING btree ("case_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "case_transfers_pending" ON "case_transfers" USING btree ("case_id") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "case_transfers_to" ON "case_transfers" USING btree ("to_user_id") WHERE state = 'pending';--> statement-breakpoint
CREATE UNIQUE INDEX "cases_reference" ON "cases" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "cases_of_team" ON "cases" USING btree ("programme","team_id","id");--> statement-breakpoint
CREATE INDEX "cases_of_team_status" ON "cases" USING btree ("programme","team_id","status","id");--> statement-breakpoint
CREATE INDEX "cases_all" ON "cases" USING btree ("programme","id");--> statement-breakpoint
CREATE INDEX "cases_all_status" ON "cases" USING btree ("programme","status","id");--> statement-breakpoint
CREATE INDEX "cases_of_district" ON "cases" USING btree ("programme","district_pcode","id");--> statement-breakpoint
CREATE INDEX "cases_of_caseworker" ON "cases" USING btree ("caseworker_id","due_on") WHERE status not in ('approved', 'ineligible', 'rejected', 'withdrawn', 'cancelled');--> statement-breakpoint
CREATE INDEX "cases_of_creator" ON "cases" USING btree ("created_by","id") WHERE caseworker_id is null;--> statement-breakpoint
CREATE INDEX "cases_to_do" ON "cases" USING btree ("team_id","status","due_on") WHERE status not in ('approved', 'ineligible', 'rejected', 'withdrawn', 'cancelled');--> statement-breakpoint
CREATE INDEX "documents_of_case" ON "documents" USING btree ("case_id","id");--> statement-breakpoint
CREATE INDEX "documents_of_person" ON "documents" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "notes_of_case" ON "notes" USING btree ("case_id","id");--> statement-breakpoint
CREATE INDEX "tasks_of_case" ON "tasks" USING btree ("case_id","id");--> statement-breakpoint
CREATE INDEX "tasks_open" ON "tasks" USING btree ("assignee_id","due_on") WHERE done_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "approval_limits_current" ON "approval_limits" USING btree ("programme","currency") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "business_plan_lines_of_plan" ON "business_plan_lines" USING btree ("case_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "funding_rounds_code" ON "funding_rounds" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "grant_decisions_one" ON "grant_decisions" USING btree ("case_id","round","stage");--> statement-breakpoint
CREATE UNIQUE INDEX "grant_screenings_one" ON "grant_screenings" USING btree ("case_id","round");--> statement-breakpoint
CREATE UNIQUE INDEX "grant_verifications_one" ON "grant_verifications" USING btree ("case_id","round");--> statement-breakpoint
CREATE UNIQUE INDEX "grants_one_live" ON "grants" USING btree ("household_id","funding_round_id") WHERE is_live;--> statement-breakpoint
CREATE INDEX "grants_of_person" ON "grants" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "grants_of_household" ON "grants" USING btree ("household_id");--> statement-breakpoint
CREATE INDEX "consents_of_person" ON "consents" USING btree ("person_id","purpose");--> statement-breakpoint
CREATE UNIQUE INDEX "displacements_current" ON "displacements" USING btree ("person_id") WHERE to_on is null;--> statement-breakpoint
CREATE INDEX "displacements_of_person" ON "displacements" USING btree ("person_id","from_on");--> statement-breakpoint
CREATE UNIQUE INDEX "duplicate_flags_pair" ON "duplicate_flags" USING btree (least(person_id, other_person_id),greatest(person_id, other_person_id));--> statement-breakpoint
CREATE INDEX "duplicate_flags_of_person" ON "duplicate_flags" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "duplicate_flags_of_other" ON "duplicate_flags" USING btree ("other_person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "household_members_one" ON "household_members" USING btree ("person_id") WHERE to_on is null;--> statement-breakpoint
CREATE INDEX "household_members_of_household" ON "household_members" USING btree ("household_id");--> statement-breakpoint
CREATE INDEX "households_of_head" ON "households" USING btree ("head_person_id");--> statement-breakpoint
CREATE INDEX "name_words_skeleton" ON "name_words" USING btree ("skeleton");--> statement-breakpoint
CREATE INDEX "name_words_trigrams" ON "name_words" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "people_of_team" ON "people" USING btree ("team_id","id");--> statement-breakpoint
CREATE INDEX "people_of_caseworker" ON "people" USING btree ("caseworker_id","id");--> statement-breakpoint
CREATE INDEX "people_of_district" ON "people" USING btree ("district_pcode","id");--> statement-breakpoint
CREATE INDEX "people_phone" ON "people" USING btree ("phone") WHERE phone is not null;--> statement-breakpoint
CREATE INDEX "people_document" ON "people" USING btree ("document_key") WHERE document_key is not null;--> statement-breakpoint
CREATE INDEX "people_match_keys" ON "people" USING gin ("match_keys");--> statement-breakpoint
CREATE INDEX "person_words_of_person" ON "person_words" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "washington_answers_of_person" ON "washington_answers" USING btree ("person_id","answered_on");--> statement-breakpoint
CREATE INDEX "locations_of_parent" ON "locations" USING btree ("parent_pcode");--> statement-breakpoint
CREATE INDEX "audit_log_of_subject" ON "audit_log" USING btree ("subject_id","id");--> statement-breakpoint
CREATE INDEX "audit_log_of_rights" ON "audit_log" USING btree ("is_case_content","id");--> statement-breakpoint
CREATE INDEX "notifications_of_user" ON "notifications" USING btree ("user_id","read_at","id");--> statement-breakpoint
CREATE INDEX "read_log_of_record" ON "read_log" USING btree ("record_id","id");--> statement-breakpoint
CREATE INDEX "saved_views_of_user" ON "saved_views" USING btree ("user_id","screen");--> statement-breakpoint
CREATE UNIQUE INDEX "one_time_links_token" ON "one_time_links" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_token" ON "sessions" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "sessions_of_user" ON "sessions" USING btree ("user_id","created_at") WHERE revoked_at is null;--> statement-breakpoint
CREATE INDEX "team_members_of_user" ON "team_members" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "team_members_open" ON "team_members" USING btree ("team_id","user_id") WHERE to_on is null;--> statement-breakpoint
CREATE UNIQUE INDEX "teams_name_en" ON "teams" USING btree ("name_en");--> statement-breakpoint
CREATE UNIQUE INDEX "user_areas_one" ON "user_areas" USING btree ("user_id","district_pcode") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "user_programmes_one" ON "user_programmes" USING btree ("user_id","programme") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "user_roles_one" ON "user_roles" USING btree ("user_id","role") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree ("email");