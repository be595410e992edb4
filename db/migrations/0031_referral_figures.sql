CREATE TABLE "referral_changes" (
	"team_id" uuid NOT NULL,
	"month" date NOT NULL,
	"service" text NOT NULL,
	"priority" text NOT NULL,
	"outcome" text NOT NULL,
	"facility_id" uuid NOT NULL,
	"sex" text NOT NULL,
	"age_band" text NOT NULL,
	"displacement" text NOT NULL,
	"disability" text NOT NULL,
	"district_pcode" text NOT NULL,
	"accept_step" smallint,
	"attend_step" smallint,
	"is_known" boolean NOT NULL,
	"is_missed" boolean NOT NULL,
	"is_rejected" boolean NOT NULL,
	"sign" smallint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "referral_sums" (
	"team_id" uuid NOT NULL,
	"month" date NOT NULL,
	"dimension" text NOT NULL,
	"value" text NOT NULL,
	"measure" text NOT NULL,
	"step" smallint NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "referral_sums_team_id_month_dimension_value_measure_step_pk" PRIMARY KEY("team_id","month","dimension","value","measure","step"),
	CONSTRAINT "referral_sums_measure" CHECK (measure in ('referrals', 'accepted', 'attended', 'known', 'missed', 'rejected')),
	CONSTRAINT "referral_sums_step" CHECK (step >= 0)
);
