CREATE TABLE "concern_texts" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"summary" text NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"result" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "concerns" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"forum_id" uuid NOT NULL,
	"session_id" uuid,
	"category" text NOT NULL,
	"severity" text NOT NULL,
	"source" text NOT NULL,
	"raised_on" date NOT NULL,
	"duplicate_of" uuid,
	"referred_to" text DEFAULT '' NOT NULL,
	"reopened_count" smallint DEFAULT 0 NOT NULL,
	"accepted_at" timestamp with time zone,
	"resolved_at" timestamp with time zone,
	"verified_in" uuid,
	"late_told_at" timestamp with time zone,
	CONSTRAINT "concerns_category" CHECK (category in ('theft', 'tribal_dispute', 'drugs', 'traffic', 'extortion', 'explosive_hazard', 'housing_land_property', 'return_tension', 'missing_services', 'police_conduct', 'youth_risk', 'cyber_extortion', 'other')),
	CONSTRAINT "concerns_severity" CHECK (severity in ('low', 'medium', 'high', 'critical')),
	CONSTRAINT "concerns_source" CHECK (source in ('open_floor', 'box', 'focus_group', 'phone', 'women_session')),
	CONSTRAINT "concerns_not_itself" CHECK (duplicate_of is null or duplicate_of <> case_id)
);
--> statement-breakpoint
CREATE TABLE "forum_actions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"forum_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"case_id" uuid,
	"session_id" uuid,
	"title" text NOT NULL,
	"owner_kind" text NOT NULL,
	"owner_name" text NOT NULL,
	"due_on" date NOT NULL,
	"status" text NOT NULL,
	"level" text DEFAULT 'forum' NOT NULL,
	"escalated_at" timestamp with time zone,
	"answer_due_on" date,
	"answer" text DEFAULT '' NOT NULL,
	"blocked_because" text DEFAULT '' NOT NULL,
	"evidence" text DEFAULT '' NOT NULL,
	"done_on" date,
	"verified_in" uuid,
	"late_told_at" timestamp with time zone,
	"unanswered_told_at" timestamp with time zone,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "forum_actions_status" CHECK (status in ('open', 'in_progress', 'blocked', 'done', 'verified', 'cancelled')),
	CONSTRAINT "forum_actions_owner" CHECK (owner_kind in ('person', 'organisation')),
	CONSTRAINT "forum_actions_level" CHECK (level in ('forum', 'district', 'governorate')),
	CONSTRAINT "forum_actions_blocked" CHECK (status <> 'blocked' or blocked_because <> '')
);
--> statement-breakpoint
CREATE TABLE "pathway_counts" (
	"month" date NOT NULL,
	"district_pcode" text NOT NULL,
	"kind" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "pathway_counts_month_district_pcode_kind_pk" PRIMARY KEY("month","district_pcode","kind"),
	CONSTRAINT "pathway_counts_kind" CHECK (kind in ('violence_against_women', 'child_abuse', 'sexual_exploitation'))
);
--> statement-breakpoint
CREATE TABLE "restricted_concerns" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"state" text DEFAULT 'received' NOT NULL,
	"passed_to" text DEFAULT '' NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "restricted_concerns_state" CHECK (state in ('received', 'in_hand', 'passed_to_oversight', 'settled'))
);
--> statement-breakpoint
CREATE TABLE "restricted_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"body" text NOT NULL,
	"author_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "forum_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"forum_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"from_status" text,
	"to_status" text NOT NULL,
	"actor_id" uuid,
	"at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "forum_events_subject" CHECK (subject in ('forum', 'session', 'action', 'safety_plan'))
);
--> statement-breakpoint
CREATE TABLE "forum_members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"forum_id" uuid NOT NULL,
	"name" text NOT NULL,
	"constituency" text NOT NULL,
	"part" text DEFAULT 'member' NOT NULL,
	"sex" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	"added_by" uuid NOT NULL,
	CONSTRAINT "forum_members_constituency" CHECK (constituency in ('community', 'police', 'civil_society', 'authority', 'tribal', 'youth', 'women')),
	CONSTRAINT "forum_members_part" CHECK (part in ('member', 'chair', 'secretary')),
	CONSTRAINT "forum_members_sex" CHECK (sex in ('female', 'male')),
	CONSTRAINT "forum_members_days" CHECK (to_on is null or to_on >= from_on)
);
--> statement-breakpoint
CREATE TABLE "forum_sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"forum_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"series_id" uuid,
	"status" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"minutes_long" smallint DEFAULT 120 NOT NULL,
	"venue" text NOT NULL,
	"held_on" date,
	"attended" integer,
	"minutes" text DEFAULT '' NOT NULL,
	"minutes_by" uuid,
	"approved_by" uuid,
	"shared_at" timestamp with time zone,
	"shared_with" text DEFAULT '' NOT NULL,
	"remark" text DEFAULT '' NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "forum_sessions_status" CHECK (status in ('scheduled', 'postponed', 'held', 'minutes_draft', 'minutes_approved', 'shared', 'cancelled')),
	CONSTRAINT "forum_sessions_length" CHECK (minutes_long between 15 and 600),
	CONSTRAINT "forum_sessions_attended" CHECK (attended is null or attended between 0 and 10000)
);
--> statement-breakpoint
CREATE TABLE "forums" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"name_en" text NOT NULL,
	"name_ar" text NOT NULL,
	"type" text NOT NULL,
	"status" text NOT NULL,
	"team_id" uuid NOT NULL,
	"district_pcode" text NOT NULL,
	"location_pcode" text NOT NULL,
	"police_station" text NOT NULL,
	"terms_adopted_on" date,
	"terms" text DEFAULT '' NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"status_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"last_held_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "forums_type" CHECK (type in ('community', 'women', 'youth', 'coordination')),
	CONSTRAINT "forums_status" CHECK (status in ('proposed', 'endorsed', 'active', 'dormant', 'handed_over', 'closed'))
);
--> statement-breakpoint
CREATE TABLE "session_attendance" (
	"session_id" uuid NOT NULL,
	"sex" text NOT NULL,
	"age_band" text NOT NULL,
	"displacement" text NOT NULL,
	"has_disability" boolean NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "session_attendance_session_id_sex_age_band_displacement_has_disability_pk" PRIMARY KEY("session_id","sex","age_band","displacement","has_disability"),
	CONSTRAINT "session_attendance_sex" CHECK (sex in ('female', 'male')),
	CONSTRAINT "session_attendance_count" CHECK (count between 1 and 10000)
);
--> statement-breakpoint
CREATE TABLE "session_invites" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"member_id" uuid,
	"guest" text DEFAULT '' NOT NULL,
	"constituency" text NOT NULL,
	"has_come" boolean,
	CONSTRAINT "session_invites_one" CHECK ((member_id is null) = (guest <> '')),
	CONSTRAINT "session_invites_constituency" CHECK (constituency in ('community', 'police', 'civil_society', 'authority', 'tribal', 'youth', 'women'))
);
--> statement-breakpoint
CREATE TABLE "session_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"case_id" uuid,
	"action_id" uuid,
	"matter" text DEFAULT '' NOT NULL,
	CONSTRAINT "session_items_one" CHECK (num_nonnulls(case_id, action_id, nullif(matter, '')) = 1)
);
--> statement-breakpoint
CREATE TABLE "safety_measures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"case_id" uuid,
	"priority" text NOT NULL,
	"measure" text NOT NULL,
	"responsible" text NOT NULL,
	"review_on" date NOT NULL,
	"reviewed_on" date,
	"finding" text DEFAULT '' NOT NULL,
	CONSTRAINT "safety_measures_priority" CHECK (priority in ('low', 'medium', 'high', 'critical'))
);
--> statement-breakpoint
CREATE TABLE "safety_plans" (
	"id" uuid PRIMARY KEY NOT NULL,
	"forum_id" uuid NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"situation" text DEFAULT '' NOT NULL,
	"adopted_on" date,
	"adopted_by" uuid,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "safety_plans_days" CHECK (ends_on > starts_on)
);
--> statement-breakpoint
ALTER TABLE "cases" DROP CONSTRAINT "cases_status_real";--> statement-breakpoint
ALTER TABLE "user_roles" DROP CONSTRAINT "user_roles_role";--> statement-breakpoint
ALTER TABLE "concern_texts" ADD CONSTRAINT "concern_texts_case_id_concerns_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."concerns"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concerns" ADD CONSTRAINT "concerns_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concerns" ADD CONSTRAINT "concerns_forum_id_forums_id_fk" FOREIGN KEY ("forum_id") REFERENCES "public"."forums"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concerns" ADD CONSTRAINT "concerns_session_id_forum_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."forum_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concerns" ADD CONSTRAINT "concerns_duplicate_of_concerns_case_id_fk" FOREIGN KEY ("duplicate_of") REFERENCES "public"."concerns"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concerns" ADD CONSTRAINT "concerns_verified_in_forum_sessions_id_fk" FOREIGN KEY ("verified_in") REFERENCES "public"."forum_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_actions" ADD CONSTRAINT "forum_actions_forum_id_forums_id_fk" FOREIGN KEY ("forum_id") REFERENCES "public"."forums"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_actions" ADD CONSTRAINT "forum_actions_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_actions" ADD CONSTRAINT "forum_actions_case_id_concerns_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."concerns"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_actions" ADD CONSTRAINT "forum_actions_session_id_forum_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."forum_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_actions" ADD CONSTRAINT "forum_actions_verified_in_forum_sessions_id_fk" FOREIGN KEY ("verified_in") REFERENCES "public"."forum_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_actions" ADD CONSTRAINT "forum_actions_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pathway_counts" ADD CONSTRAINT "pathway_counts_district_pcode_locations_pcode_fk" FOREIGN KEY ("district_pcode") REFERENCES "public"."locations"("pcode") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restricted_concerns" ADD CONSTRAINT "restricted_concerns_case_id_concerns_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."concerns"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restricted_concerns" ADD CONSTRAINT "restricted_concerns_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restricted_notes" ADD CONSTRAINT "restricted_notes_case_id_restricted_concerns_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."restricted_concerns"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restricted_notes" ADD CONSTRAINT "restricted_notes_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_events" ADD CONSTRAINT "forum_events_forum_id_forums_id_fk" FOREIGN KEY ("forum_id") REFERENCES "public"."forums"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_events" ADD CONSTRAINT "forum_events_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_members" ADD CONSTRAINT "forum_members_forum_id_forums_id_fk" FOREIGN KEY ("forum_id") REFERENCES "public"."forums"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_members" ADD CONSTRAINT "forum_members_added_by_users_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_sessions" ADD CONSTRAINT "forum_sessions_forum_id_forums_id_fk" FOREIGN KEY ("forum_id") REFERENCES "public"."forums"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_sessions" ADD CONSTRAINT "forum_sessions_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_sessions" ADD CONSTRAINT "forum_sessions_minutes_by_users_id_fk" FOREIGN KEY ("minutes_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_sessions" ADD CONSTRAINT "forum_sessions_approved_by_users_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_sessions" ADD CONSTRAINT "forum_sessions_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forums" ADD CONSTRAINT "forums_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forums" ADD CONSTRAINT "forums_district_pcode_locations_pcode_fk" FOREIGN KEY ("district_pcode") REFERENCES "public"."locations"("pcode") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forums" ADD CONSTRAINT "forums_location_pcode_locations_pcode_fk" FOREIGN KEY ("location_pcode") REFERENCES "public"."locations"("pcode") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forums" ADD CONSTRAINT "forums_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_attendance" ADD CONSTRAINT "session_attendance_session_id_forum_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."forum_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_invites" ADD CONSTRAINT "session_invites_session_id_forum_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."forum_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_invites" ADD CONSTRAINT "session_invites_member_id_forum_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."forum_members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_items" ADD CONSTRAINT "session_items_session_id_forum_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."forum_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_items" ADD CONSTRAINT "session_items_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_measures" ADD CONSTRAINT "safety_measures_plan_id_safety_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."safety_plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_measures" ADD CONSTRAINT "safety_measures_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_plans" ADD CONSTRAINT "safety_plans_forum_id_forums_id_fk" FOREIGN KEY ("forum_id") REFERENCES "public"."forums"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_plans" ADD CONSTRAINT "safety_plans_adopted_by_users_id_fk" FOREIGN KEY ("adopted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_plans" ADD CONSTRAINT "safety_plans_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "concerns_of_forum" ON "concerns" USING btree ("forum_id","case_id");--> statement-breakpoint
CREATE INDEX "concerns_of_session" ON "concerns" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "concerns_of_duplicate" ON "concerns" USING btree ("duplicate_of") WHERE duplicate_of is not null;--> statement-breakpoint
CREATE INDEX "forum_actions_of_forum" ON "forum_actions" USING btree ("forum_id","id");--> statement-breakpoint
CREATE INDEX "forum_actions_of_concern" ON "forum_actions" USING btree ("case_id") WHERE case_id is not null;--> statement-breakpoint
CREATE INDEX "forum_actions_due" ON "forum_actions" USING btree ("team_id","due_on") WHERE status in ('open', 'in_progress', 'blocked');--> statement-breakpoint
CREATE INDEX "forum_actions_to_answer" ON "forum_actions" USING btree ("answer_due_on") WHERE answer_due_on is not null and answer = '';--> statement-breakpoint
CREATE INDEX "restricted_notes_of_case" ON "restricted_notes" USING btree ("case_id","id");--> statement-breakpoint
CREATE INDEX "forum_events_of_subject" ON "forum_events" USING btree ("subject_id","id");--> statement-breakpoint
CREATE INDEX "forum_members_of_forum" ON "forum_members" USING btree ("forum_id","to_on");--> statement-breakpoint
CREATE UNIQUE INDEX "forum_members_one_chair" ON "forum_members" USING btree ("forum_id") WHERE part = 'chair' and to_on is null;--> statement-breakpoint
CREATE INDEX "forum_sessions_of_forum" ON "forum_sessions" USING btree ("forum_id","starts_at");--> statement-breakpoint
CREATE INDEX "forum_sessions_of_team" ON "forum_sessions" USING btree ("team_id","starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "forum_sessions_once" ON "forum_sessions" USING btree ("forum_id","starts_at") WHERE status <> 'cancelled';--> statement-breakpoint
CREATE UNIQUE INDEX "forums_reference" ON "forums" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "forums_of_team" ON "forums" USING btree ("team_id","id");--> statement-breakpoint
CREATE INDEX "forums_of_district" ON "forums" USING btree ("district_pcode");--> statement-breakpoint
CREATE INDEX "session_invites_of_session" ON "session_invites" USING btree ("session_id");--> statement-breakpoint
CREATE UNIQUE INDEX "session_items_of_session" ON "session_items" USING btree ("session_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "safety_measures_of_plan" ON "safety_measures" USING btree ("plan_id","position");--> statement-breakpoint
CREATE INDEX "safety_measures_to_review" ON "safety_measures" USING btree ("review_on") WHERE reviewed_on is null;--> statement-breakpoint
CREATE INDEX "safety_plans_of_forum" ON "safety_plans" USING btree ("forum_id","starts_on");--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_status_real" CHECK ((programme = 'livelihoods' and status in ('draft', 'submitted', 'screening', 'verification', 'training', 'business_plan', 'committee_review', 'waitlisted', 'pending_approval_1', 'pending_approval_2', 'returned', 'approved', 'agreement_signed', 'disbursing', 'suspended', 'monitoring', 'completed', 'ineligible', 'rejected', 'withdrawn', 'cancelled')) or (programme = 'health' and status in ('draft', 'requested', 'received', 'accepted', 'appointment_set', 'no_show', 'attended', 'in_progress', 'on_hold', 'completed', 'feedback_recorded', 'closed', 'rejected', 'lost_to_follow_up', 'failed', 'cancelled')) or (programme = 'policing' and status in ('raised', 'triage', 'accepted', 'planned', 'in_progress', 'resolved', 'verified_by_forum', 'closed', 'reopened', 'duplicate', 'out_of_scope', 'referred_out', 'restricted')));--> statement-breakpoint
ALTER TABLE "user_roles" ADD CONSTRAINT "user_roles_role" CHECK (role in ('caseworker', 'supervisor', 'programme_manager', 'finance_officer', 'analyst', 'focal_point', 'admin'));