CREATE TABLE "consultation_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"file_name" text NOT NULL,
	"file_sha256" text NOT NULL,
	"report" jsonb NOT NULL,
	"imported_by" uuid NOT NULL,
	"imported_at" timestamp with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consultation_sums" (
	"month" date NOT NULL,
	"team_id" uuid NOT NULL,
	"dimension" text NOT NULL,
	"value" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "consultation_sums_month_team_id_dimension_value_pk" PRIMARY KEY("month","team_id","dimension","value"),
	CONSTRAINT "consultation_sums_dimension" CHECK (dimension in ('all', 'facility', 'sex', 'age_band', 'displacement', 'disability', 'category', 'visit')),
	CONSTRAINT "consultation_sums_count" CHECK (count >= 0)
);
--> statement-breakpoint
ALTER TABLE "consultation_totals" DROP CONSTRAINT "consultation_totals_facility_id_facilities_id_fk";
--> statement-breakpoint
ALTER TABLE "consultation_totals" DROP CONSTRAINT "consultation_totals_team_id_teams_id_fk";
--> statement-breakpoint
ALTER TABLE "consultation_imports" ADD CONSTRAINT "consultation_imports_imported_by_users_id_fk" FOREIGN KEY ("imported_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consultation_imports_by_time" ON "consultation_imports" USING btree ("imported_by","id");