CREATE TABLE "api_key_facilities" (
	"api_key_id" uuid NOT NULL,
	"facility_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"recipient_en" text NOT NULL,
	"recipient_ar" text NOT NULL,
	"prefix" text NOT NULL,
	"key_hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"approved_by" uuid,
	"approved_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"revoked_by" uuid,
	"last_used_at" timestamp with time zone,
	CONSTRAINT "api_keys_scopes" CHECK (scopes <@ array['fhir.read', 'fhir.clinical'] and cardinality(scopes) > 0),
	CONSTRAINT "api_keys_two_admins" CHECK (approved_by is null or approved_by <> created_by)
);
--> statement-breakpoint
CREATE TABLE "api_reads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"api_key_id" uuid NOT NULL,
	"resource" text NOT NULL,
	"record_id" uuid,
	"status" text NOT NULL,
	"at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "api_reads_status" CHECK (status in ('ok', 'not_found', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "complaint_categories" (
	"code" text PRIMARY KEY NOT NULL,
	"name_en" text NOT NULL,
	"name_ar" text NOT NULL,
	"name_ckb" text,
	"position" integer DEFAULT 0 NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consultation_registers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"facility_id" uuid NOT NULL,
	"held_on" date NOT NULL,
	"team_id" uuid NOT NULL,
	"district_pcode" text NOT NULL,
	"source" text NOT NULL,
	"file_sha256" text,
	"row_count" integer NOT NULL,
	"entered_by" uuid,
	"entered_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid,
	CONSTRAINT "consultation_registers_source" CHECK (source in ('grid', 'import'))
);
--> statement-breakpoint
CREATE TABLE "consultation_totals" (
	"month" date NOT NULL,
	"facility_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"sex" text NOT NULL,
	"age_band" text NOT NULL,
	"displacement" text NOT NULL,
	"disability" text NOT NULL,
	"category_code" text NOT NULL,
	"is_new" boolean NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "consultation_totals_month_facility_id_team_id_sex_age_band_displacement_disability_category_code_is_new_pk" PRIMARY KEY("month","facility_id","team_id","sex","age_band","displacement","disability","category_code","is_new"),
	CONSTRAINT "consultation_totals_band" CHECK (age_band in ('0-4', '5-11', '12-17', '18-59', '60+')),
	CONSTRAINT "consultation_totals_count" CHECK (count >= 0)
);
--> statement-breakpoint
CREATE TABLE "consultations" (
	"register_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"sex" text NOT NULL,
	"age_years" smallint NOT NULL,
	"displacement" text NOT NULL,
	"disability" text NOT NULL,
	"category_code" text NOT NULL,
	"is_new" boolean NOT NULL,
	CONSTRAINT "consultations_register_id_position_pk" PRIMARY KEY("register_id","position"),
	CONSTRAINT "consultations_sex" CHECK (sex in ('female', 'male')),
	CONSTRAINT "consultations_age" CHECK (age_years between 0 and 120),
	CONSTRAINT "consultations_displacement" CHECK (displacement in ('idp_in_camp', 'idp_out_of_camp', 'returnee', 'host_community', 'refugee_asylum_seeker', 'other')),
	CONSTRAINT "consultations_disability" CHECK (disability in ('yes', 'no', 'unknown'))
);
--> statement-breakpoint
CREATE TABLE "disclosures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"case_id" uuid,
	"consent_id" uuid,
	"facility_id" uuid,
	"recipient_en" text NOT NULL,
	"recipient_ar" text NOT NULL,
	"fields" text[] NOT NULL,
	"channel" text NOT NULL,
	"basis" text NOT NULL,
	"made_by" uuid,
	"at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"until_on" date,
	"first_read_at" timestamp with time zone,
	"last_read_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ended_because" text,
	"told_at" timestamp with time zone,
	"told_by" uuid,
	CONSTRAINT "disclosures_channel" CHECK (channel in ('facility_page', 'phone', 'fhir', 'paper', 'payment_list')),
	CONSTRAINT "disclosures_basis" CHECK (basis in ('consent', 'emergency', 'contract')),
	CONSTRAINT "disclosures_ended" CHECK (ended_because in ('consent_withdrawn', 'expired', 'revoked', 'finished')),
	CONSTRAINT "disclosures_fields" CHECK (cardinality(fields) > 0)
);
--> statement-breakpoint
CREATE TABLE "facilities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name_en" text NOT NULL,
	"name_ar" text NOT NULL,
	"type" text NOT NULL,
	"district_pcode" text NOT NULL,
	"location_pcode" text NOT NULL,
	"latitude" double precision,
	"longitude" double precision,
	"services" text[] DEFAULT '{}' NOT NULL,
	"days" smallint[] DEFAULT '{0,1,2,3,4}' NOT NULL,
	"opens_at" smallint DEFAULT 480 NOT NULL,
	"closes_at" smallint DEFAULT 840 NOT NULL,
	"is_always_open" boolean DEFAULT false NOT NULL,
	"functional" text NOT NULL,
	"focal_name" text DEFAULT '' NOT NULL,
	"focal_phone" text,
	"verified_on" date,
	"verified_by" uuid,
	"closed_on" date,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "facilities_type" CHECK (type in ('phc_centre', 'phc_sub_centre', 'hospital', 'specialist', 'mobile_team', 'pharmacy')),
	CONSTRAINT "facilities_functional" CHECK (functional in ('full', 'partial', 'none')),
	CONSTRAINT "facilities_position" CHECK ((latitude is null) = (longitude is null) and latitude between -90 and 90 and longitude between -180 and 180),
	CONSTRAINT "facilities_hours" CHECK (opens_at between 0 and 1440 and closes_at between 0 and 1440 and (is_always_open or closes_at > opens_at))
);
--> statement-breakpoint
CREATE TABLE "facility_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"file_name" text NOT NULL,
	"file_sha256" text NOT NULL,
	"report" jsonb NOT NULL,
	"imported_by" uuid NOT NULL,
	"imported_at" timestamp with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "referral_attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"result" text NOT NULL,
	"remark" text DEFAULT '' NOT NULL,
	"made_by" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "referral_attempts_kind" CHECK (kind in ('call', 'visit', 'message', 'through_family')),
	CONSTRAINT "referral_attempts_result" CHECK (result in ('reached', 'not_reached', 'moved_away', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "referral_clinical" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"diagnosis" text DEFAULT '' NOT NULL,
	"emergency_reason" text DEFAULT '' NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "referral_clinical_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"body" text NOT NULL,
	"author_id" uuid,
	"at" timestamp with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "referral_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"code_hash" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"used_at" timestamp with time zone,
	"page_hash" text,
	"first_opened_at" timestamp with time zone,
	"last_opened_at" timestamp with time zone,
	"openings" integer DEFAULT 0 NOT NULL,
	"failed_codes" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "referrals" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"facility_id" uuid NOT NULL,
	"service" text NOT NULL,
	"priority" text NOT NULL,
	"transport" text DEFAULT 'none' NOT NULL,
	"consent_id" uuid,
	"previous_case_id" uuid,
	"requested_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	"received_at" timestamp with time zone,
	"accepted_at" timestamp with time zone,
	"appointment_at" timestamp with time zone,
	"attended_at" timestamp with time zone,
	"completed_at" timestamp with time zone,
	"escalated_at" timestamp with time zone,
	"missed_count" smallint DEFAULT 0 NOT NULL,
	"reject_reason" text,
	"outcome" text,
	"helped" text,
	"satisfaction" smallint,
	"sex" text,
	"age_band" text,
	"displacement" text,
	"has_disability" boolean,
	CONSTRAINT "referrals_service" CHECK (service in ('primary_care', 'emergency', 'maternal_newborn', 'child_health_immunisation', 'ncd', 'mhpss', 'surgery', 'rehabilitation_prosthetics', 'laboratory_imaging', 'dental', 'eye', 'tb_hiv', 'assistive_device', 'other')),
	CONSTRAINT "referrals_priority" CHECK (priority in ('emergency_24h', 'urgent_72h', 'routine_2w')),
	CONSTRAINT "referrals_transport" CHECK (transport in ('none', 'fare', 'vehicle', 'ambulance', 'companion')),
	CONSTRAINT "referrals_reject_reason" CHECK (reject_reason in ('no_capacity', 'wrong_service', 'out_of_area', 'no_medicine', 'security', 'other')),
	CONSTRAINT "referrals_outcome" CHECK (outcome in ('treated', 'admitted', 'referred_onward', 'prescribed', 'declined_by_patient', 'died', 'unknown')),
	CONSTRAINT "referrals_helped" CHECK (helped in ('yes', 'partly', 'no')),
	CONSTRAINT "referrals_satisfaction" CHECK (satisfaction between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "supply_deliveries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"facility_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"district_pcode" text NOT NULL,
	"status" text NOT NULL,
	"planned_on" date NOT NULL,
	"remark" text DEFAULT '' NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"approved_by" uuid,
	"dispatched_at" timestamp with time zone,
	"carrier" text DEFAULT '' NOT NULL,
	"received_on" date,
	"received_by" text DEFAULT '' NOT NULL,
	"receipt_remark" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "supply_deliveries_status" CHECK (status in ('planned', 'approved', 'dispatched', 'received', 'accepted', 'discrepancy', 'closed', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "supply_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"delivery_id" uuid NOT NULL,
	"from_status" text,
	"to_status" text NOT NULL,
	"actor_id" uuid,
	"at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "supply_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"delivery_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"strength_or_model" text DEFAULT '' NOT NULL,
	"batch_or_serial" text NOT NULL,
	"expires_on" date,
	"unit" text NOT NULL,
	"sent" integer NOT NULL,
	"received" integer,
	"damaged" integer,
	"remark" text DEFAULT '' NOT NULL,
	CONSTRAINT "supply_items_kind" CHECK (kind in ('medicine', 'equipment')),
	CONSTRAINT "supply_items_sent" CHECK (sent between 1 and 10000000),
	CONSTRAINT "supply_items_received" CHECK (received >= 0 and damaged between 0 and received),
	CONSTRAINT "supply_items_expiry_known" CHECK (kind <> 'medicine' or expires_on is not null)
);
--> statement-breakpoint
ALTER TABLE "cases" DROP CONSTRAINT "cases_status_real";--> statement-breakpoint
DROP INDEX "cases_of_caseworker";--> statement-breakpoint
DROP INDEX "cases_to_do";--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "released_fields" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "locations" ADD COLUMN "latitude" double precision;--> statement-breakpoint
ALTER TABLE "locations" ADD COLUMN "longitude" double precision;--> statement-breakpoint
ALTER TABLE "api_key_facilities" ADD CONSTRAINT "api_key_facilities_api_key_id_api_keys_id_fk" FOREIGN KEY ("api_key_id") REFERENCES "public"."api_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_key_facilities" ADD CONSTRAINT "api_key_facilities_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_approved_by_users_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_revoked_by_users_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_reads" ADD CONSTRAINT "api_reads_api_key_id_api_keys_id_fk" FOREIGN KEY ("api_key_id") REFERENCES "public"."api_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation_registers" ADD CONSTRAINT "consultation_registers_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation_registers" ADD CONSTRAINT "consultation_registers_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation_registers" ADD CONSTRAINT "consultation_registers_district_pcode_locations_pcode_fk" FOREIGN KEY ("district_pcode") REFERENCES "public"."locations"("pcode") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation_registers" ADD CONSTRAINT "consultation_registers_entered_by_users_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation_registers" ADD CONSTRAINT "consultation_registers_withdrawn_by_users_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation_totals" ADD CONSTRAINT "consultation_totals_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation_totals" ADD CONSTRAINT "consultation_totals_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_register_id_consultation_registers_id_fk" FOREIGN KEY ("register_id") REFERENCES "public"."consultation_registers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_category_code_complaint_categories_code_fk" FOREIGN KEY ("category_code") REFERENCES "public"."complaint_categories"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosures" ADD CONSTRAINT "disclosures_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosures" ADD CONSTRAINT "disclosures_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosures" ADD CONSTRAINT "disclosures_consent_id_consents_id_fk" FOREIGN KEY ("consent_id") REFERENCES "public"."consents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosures" ADD CONSTRAINT "disclosures_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosures" ADD CONSTRAINT "disclosures_made_by_users_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosures" ADD CONSTRAINT "disclosures_told_by_users_id_fk" FOREIGN KEY ("told_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facilities" ADD CONSTRAINT "facilities_district_pcode_locations_pcode_fk" FOREIGN KEY ("district_pcode") REFERENCES "public"."locations"("pcode") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facilities" ADD CONSTRAINT "facilities_location_pcode_locations_pcode_fk" FOREIGN KEY ("location_pcode") REFERENCES "public"."locations"("pcode") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facilities" ADD CONSTRAINT "facilities_verified_by_users_id_fk" FOREIGN KEY ("verified_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facilities" ADD CONSTRAINT "facilities_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facility_imports" ADD CONSTRAINT "facility_imports_imported_by_users_id_fk" FOREIGN KEY ("imported_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_attempts" ADD CONSTRAINT "referral_attempts_case_id_referrals_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."referrals"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_attempts" ADD CONSTRAINT "referral_attempts_made_by_users_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_clinical" ADD CONSTRAINT "referral_clinical_case_id_referrals_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."referrals"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_clinical" ADD CONSTRAINT "referral_clinical_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_clinical_notes" ADD CONSTRAINT "referral_clinical_notes_case_id_referrals_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."referrals"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_clinical_notes" ADD CONSTRAINT "referral_clinical_notes_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_links" ADD CONSTRAINT "referral_links_case_id_referrals_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."referrals"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_links" ADD CONSTRAINT "referral_links_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_consent_id_consents_id_fk" FOREIGN KEY ("consent_id") REFERENCES "public"."consents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_previous_case_id_referrals_case_id_fk" FOREIGN KEY ("previous_case_id") REFERENCES "public"."referrals"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supply_deliveries" ADD CONSTRAINT "supply_deliveries_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supply_deliveries" ADD CONSTRAINT "supply_deliveries_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supply_deliveries" ADD CONSTRAINT "supply_deliveries_district_pcode_locations_pcode_fk" FOREIGN KEY ("district_pcode") REFERENCES "public"."locations"("pcode") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supply_deliveries" ADD CONSTRAINT "supply_deliveries_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supply_deliveries" ADD CONSTRAINT "supply_deliveries_approved_by_users_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supply_events" ADD CONSTRAINT "supply_events_delivery_id_supply_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."supply_deliveries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supply_events" ADD CONSTRAINT "supply_events_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supply_items" ADD CONSTRAINT "supply_items_delivery_id_supply_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."supply_deliveries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "api_key_facilities_one" ON "api_key_facilities" USING btree ("api_key_id","facility_id");--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_hash" ON "api_keys" USING btree ("key_hash");--> statement-breakpoint
CREATE INDEX "api_reads_of_key" ON "api_reads" USING btree ("api_key_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "consultation_registers_day" ON "consultation_registers" USING btree ("facility_id","held_on") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "consultation_registers_of_team" ON "consultation_registers" USING btree ("team_id","held_on","id");--> statement-breakpoint
CREATE INDEX "consultation_registers_by_day" ON "consultation_registers" USING btree ("held_on","id");--> statement-breakpoint
CREATE INDEX "disclosures_of_person" ON "disclosures" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "disclosures_of_case" ON "disclosures" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "disclosures_of_consent" ON "disclosures" USING btree ("consent_id");--> statement-breakpoint
CREATE UNIQUE INDEX "facilities_code" ON "facilities" USING btree ("code");--> statement-breakpoint
CREATE INDEX "facilities_of_district" ON "facilities" USING btree ("district_pcode","name_en");--> statement-breakpoint
CREATE INDEX "facilities_verified" ON "facilities" USING btree ("verified_on");--> statement-breakpoint
CREATE INDEX "facility_imports_by_time" ON "facility_imports" USING btree ("id");--> statement-breakpoint
CREATE INDEX "referral_attempts_of_case" ON "referral_attempts" USING btree ("case_id","id");--> statement-breakpoint
CREATE INDEX "referral_clinical_notes_of_case" ON "referral_clinical_notes" USING btree ("case_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "referral_links_token" ON "referral_links" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "referral_links_live" ON "referral_links" USING btree ("case_id") WHERE revoked_at is null and used_at is null;--> statement-breakpoint
CREATE INDEX "referral_links_of_case" ON "referral_links" USING btree ("case_id","id");--> statement-breakpoint
CREATE INDEX "referrals_of_person" ON "referrals" USING btree ("person_id","case_id");--> statement-breakpoint
CREATE INDEX "referrals_of_facility" ON "referrals" USING btree ("facility_id","case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "referrals_one_successor" ON "referrals" USING btree ("previous_case_id");--> statement-breakpoint
CREATE INDEX "referrals_of_consent" ON "referrals" USING btree ("consent_id");--> statement-breakpoint
CREATE INDEX "referrals_requested" ON "referrals" USING btree ("requested_at");--> statement-breakpoint
CREATE INDEX "referrals_due" ON "referrals" USING btree ("due_at") WHERE attended_at is null and escalated_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "supply_deliveries_reference" ON "supply_deliveries" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "supply_deliveries_of_team" ON "supply_deliveries" USING btree ("team_id","id");--> statement-breakpoint
CREATE INDEX "supply_deliveries_of_facility" ON "supply_deliveries" USING btree ("facility_id","id");--> statement-breakpoint
CREATE INDEX "supply_events_of_delivery" ON "supply_events" USING btree ("delivery_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "supply_items_of_delivery" ON "supply_items" USING btree ("delivery_id","position");--> statement-breakpoint
CREATE INDEX "supply_items_expiry" ON "supply_items" USING btree ("expires_on") WHERE expires_on is not null;--> statement-breakpoint
CREATE INDEX "cases_of_caseworker" ON "cases" USING btree ("caseworker_id","due_on") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "cases_to_do" ON "cases" USING btree ("team_id","status","due_on") WHERE closed_at is null;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_status_real" CHECK ((programme = 'livelihoods' and status in ('draft', 'submitted', 'screening', 'verification', 'training', 'business_plan', 'committee_review', 'waitlisted', 'pending_approval_1', 'pending_approval_2', 'returned', 'approved', 'agreement_signed', 'disbursing', 'suspended', 'monitoring', 'completed', 'ineligible', 'rejected', 'withdrawn', 'cancelled')) or (programme = 'health' and status in ('draft', 'requested', 'received', 'accepted', 'appointment_set', 'no_show', 'attended', 'in_progress', 'on_hold', 'completed', 'feedback_recorded', 'closed', 'rejected', 'lost_to_follow_up', 'failed', 'cancelled')));