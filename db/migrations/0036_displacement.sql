CREATE TABLE "location_boundaries" (
	"pcode" text PRIMARY KEY NOT NULL,
	"level" integer NOT NULL,
	"polygons" jsonb NOT NULL,
	"source" text NOT NULL,
	"loaded_by" uuid,
	"loaded_at" timestamp with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "monitored_locations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" text,
	"dtm_location_id" text,
	"pcode" text,
	"name_en" text NOT NULL,
	"name_ar" text NOT NULL,
	"dtm_name_en" text DEFAULT '' NOT NULL,
	"dtm_name_ar" text DEFAULT '' NOT NULL,
	"aliases" text[] DEFAULT '{}' NOT NULL,
	"search_text" text NOT NULL,
	"district_pcode" text NOT NULL,
	"sub_district_pcode" text,
	"community_pcode" text,
	"latitude" double precision,
	"longitude" double precision,
	"position_district_pcode" text,
	"is_camp" boolean DEFAULT false NOT NULL,
	"closed_on" date,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "monitored_locations_position" CHECK ((latitude is null) = (longitude is null) and latitude between -90 and 90 and longitude between -180 and 180)
);
--> statement-breakpoint
CREATE TABLE "displacement_round_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"from_status" text,
	"to_status" text NOT NULL,
	"actor_id" uuid,
	"at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "displacement_rounds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"edition" integer DEFAULT 1 NOT NULL,
	"counted_on" date NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"corrects_id" uuid,
	"remark" text DEFAULT '' NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"submitted_by" uuid,
	"validated_by" uuid,
	"published_by" uuid,
	"published_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "displacement_rounds_status" CHECK (status in ('open', 'submitted', 'validated', 'published', 'superseded', 'discarded')),
	CONSTRAINT "displacement_rounds_number" CHECK (number between 1 and 9999),
	CONSTRAINT "displacement_rounds_correction" CHECK ((edition = 1) = (corrects_id is null))
);
--> statement-breakpoint
CREATE TABLE "displacement_totals" (
	"round_id" uuid NOT NULL,
	"district_pcode" text NOT NULL,
	"population" text NOT NULL,
	"locations" integer NOT NULL,
	"families" integer NOT NULL,
	"counted" integer NOT NULL,
	"multiplied" integer NOT NULL,
	CONSTRAINT "displacement_totals_round_id_district_pcode_population_pk" PRIMARY KEY("round_id","district_pcode","population")
);
--> statement-breakpoint
CREATE TABLE "displacement_counts" (
	"round_id" uuid NOT NULL,
	"location_id" uuid NOT NULL,
	"population" text NOT NULL,
	"families" integer NOT NULL,
	"individuals" integer NOT NULL,
	"method" text NOT NULL,
	"confidence" text,
	"origins" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"periods" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"shelters" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"breakdown_unit" text,
	"import_id" uuid,
	"entered_by" uuid NOT NULL,
	"entered_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "displacement_counts_round_id_population_location_id_pk" PRIMARY KEY("round_id","population","location_id"),
	CONSTRAINT "displacement_counts_population" CHECK (population in ('idp', 'returnee')),
	CONSTRAINT "displacement_counts_method" CHECK (method in ('counted', 'families_x6', 'camp_x5')),
	CONSTRAINT "displacement_counts_confidence" CHECK (confidence in ('high', 'medium', 'low')),
	CONSTRAINT "displacement_counts_unit" CHECK (breakdown_unit in ('families', 'individuals')),
	CONSTRAINT "displacement_counts_numbers" CHECK (families between 0 and 1000000 and individuals between families and 10000000 and (families > 0 or individuals = 0)),
	CONSTRAINT "displacement_counts_multiplied" CHECK (individuals = case method when 'families_x6' then families * 6 when 'camp_x5' then families * 5 else individuals end)
);
--> statement-breakpoint
CREATE TABLE "displacement_import_rows" (
	"import_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"line" integer NOT NULL,
	"cells" jsonb NOT NULL,
	"reading" jsonb,
	"location_id" uuid,
	"finding" text,
	"families_before" integer,
	CONSTRAINT "displacement_import_rows_import_id_position_pk" PRIMARY KEY("import_id","position"),
	CONSTRAINT "displacement_import_rows_finding" CHECK (finding in ('ready', 'changes', 'applied', 'same', 'unknown_place', 'dismissed', 'twice', 'unreadable', 'total', 'elsewhere', 'empty'))
);
--> statement-breakpoint
CREATE TABLE "displacement_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"population" text NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"sheet_name" text DEFAULT '' NOT NULL,
	"other_sheets" text[] DEFAULT '{}' NOT NULL,
	"header" jsonb NOT NULL,
	"header_line" integer NOT NULL,
	"mapping" jsonb,
	"is_remembered" boolean DEFAULT false NOT NULL,
	"state" text DEFAULT 'mapping' NOT NULL,
	"row_count" integer NOT NULL,
	"done_count" integer DEFAULT 0 NOT NULL,
	"totals" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"running" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"imported_by" uuid NOT NULL,
	"imported_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "displacement_imports_state" CHECK (state in ('mapping', 'checking', 'checked', 'running', 'done', 'cancelled')),
	CONSTRAINT "displacement_imports_population" CHECK (population in ('idp', 'returnee'))
);
--> statement-breakpoint
CREATE TABLE "displacement_mappings" (
	"signature" text PRIMARY KEY NOT NULL,
	"mapping" jsonb NOT NULL,
	"saved_by" uuid NOT NULL,
	"saved_at" timestamp with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "location_boundaries" ADD CONSTRAINT "location_boundaries_pcode_locations_pcode_fk" FOREIGN KEY ("pcode") REFERENCES "public"."locations"("pcode") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "location_boundaries" ADD CONSTRAINT "location_boundaries_loaded_by_users_id_fk" FOREIGN KEY ("loaded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monitored_locations" ADD CONSTRAINT "monitored_locations_district_pcode_locations_pcode_fk" FOREIGN KEY ("district_pcode") REFERENCES "public"."locations"("pcode") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monitored_locations" ADD CONSTRAINT "monitored_locations_sub_district_pcode_locations_pcode_fk" FOREIGN KEY ("sub_district_pcode") REFERENCES "public"."locations"("pcode") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monitored_locations" ADD CONSTRAINT "monitored_locations_community_pcode_locations_pcode_fk" FOREIGN KEY ("community_pcode") REFERENCES "public"."locations"("pcode") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monitored_locations" ADD CONSTRAINT "monitored_locations_position_district_pcode_locations_pcode_fk" FOREIGN KEY ("position_district_pcode") REFERENCES "public"."locations"("pcode") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monitored_locations" ADD CONSTRAINT "monitored_locations_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "displacement_round_events" ADD CONSTRAINT "displacement_round_events_round_id_displacement_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."displacement_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "displacement_round_events" ADD CONSTRAINT "displacement_round_events_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "displacement_rounds" ADD CONSTRAINT "displacement_rounds_corrects_id_displacement_rounds_id_fk" FOREIGN KEY ("corrects_id") REFERENCES "public"."displacement_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "displacement_rounds" ADD CONSTRAINT "displacement_rounds_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "displacement_rounds" ADD CONSTRAINT "displacement_rounds_submitted_by_users_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "displacement_rounds" ADD CONSTRAINT "displacement_rounds_validated_by_users_id_fk" FOREIGN KEY ("validated_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "displacement_rounds" ADD CONSTRAINT "displacement_rounds_published_by_users_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "displacement_totals" ADD CONSTRAINT "displacement_totals_round_id_displacement_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."displacement_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "displacement_totals" ADD CONSTRAINT "displacement_totals_district_pcode_locations_pcode_fk" FOREIGN KEY ("district_pcode") REFERENCES "public"."locations"("pcode") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "displacement_counts" ADD CONSTRAINT "displacement_counts_round_id_displacement_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."displacement_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "displacement_counts" ADD CONSTRAINT "displacement_counts_location_id_monitored_locations_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."monitored_locations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "displacement_counts" ADD CONSTRAINT "displacement_counts_import_id_displacement_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."displacement_imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "displacement_counts" ADD CONSTRAINT "displacement_counts_entered_by_users_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "displacement_import_rows" ADD CONSTRAINT "displacement_import_rows_import_id_displacement_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."displacement_imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "displacement_import_rows" ADD CONSTRAINT "displacement_import_rows_location_id_monitored_locations_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."monitored_locations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "displacement_imports" ADD CONSTRAINT "displacement_imports_round_id_displacement_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."displacement_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "displacement_imports" ADD CONSTRAINT "displacement_imports_imported_by_users_id_fk" FOREIGN KEY ("imported_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "displacement_mappings" ADD CONSTRAINT "displacement_mappings_saved_by_users_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "monitored_locations_place" ON "monitored_locations" USING btree ("place_id");--> statement-breakpoint
CREATE UNIQUE INDEX "monitored_locations_pcode" ON "monitored_locations" USING btree ("pcode");--> statement-breakpoint
CREATE INDEX "monitored_locations_by_name" ON "monitored_locations" USING btree ("name_en","id");--> statement-breakpoint
CREATE INDEX "monitored_locations_of_district" ON "monitored_locations" USING btree ("district_pcode","name_en","id");--> statement-breakpoint
CREATE INDEX "monitored_locations_of_community" ON "monitored_locations" USING btree ("community_pcode");--> statement-breakpoint
CREATE INDEX "displacement_round_events_of_round" ON "displacement_round_events" USING btree ("round_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "displacement_rounds_edition" ON "displacement_rounds" USING btree ("number","edition");--> statement-breakpoint
CREATE UNIQUE INDEX "displacement_rounds_published" ON "displacement_rounds" USING btree ("number") WHERE status = 'published';--> statement-breakpoint
CREATE UNIQUE INDEX "displacement_rounds_under_way" ON "displacement_rounds" USING btree ("number") WHERE status in ('open', 'submitted', 'validated');--> statement-breakpoint
CREATE INDEX "displacement_rounds_by_day" ON "displacement_rounds" USING btree ("counted_on","id");--> statement-breakpoint
CREATE INDEX "displacement_totals_of_district" ON "displacement_totals" USING btree ("district_pcode","round_id");--> statement-breakpoint
CREATE INDEX "displacement_counts_of_location" ON "displacement_counts" USING btree ("location_id","round_id");--> statement-breakpoint
CREATE INDEX "displacement_import_rows_found" ON "displacement_import_rows" USING btree ("import_id","finding","position");--> statement-breakpoint
CREATE INDEX "displacement_import_rows_of_location" ON "displacement_import_rows" USING btree ("location_id","import_id");--> statement-breakpoint
CREATE INDEX "displacement_imports_of_round" ON "displacement_imports" USING btree ("round_id","id");--> statement-breakpoint
CREATE INDEX "displacement_imports_of_file" ON "displacement_imports" USING btree ("sha256");