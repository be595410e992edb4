ALTER TABLE "business_plans" DROP COLUMN "jobs_now";--> statement-breakpoint
ALTER TABLE "business_plans" DROP COLUMN "jobs_planned_women";--> statement-breakpoint
ALTER TABLE "business_plans" DROP COLUMN "jobs_planned_men";