-- When a key was last used is read from its log: a column would be written, and audited, with every request.
CREATE UNIQUE INDEX "disclosures_fhir" ON "disclosures" USING btree ("case_id","recipient_en","fields") WHERE channel = 'fhir' and ended_at is null;--> statement-breakpoint
ALTER TABLE "api_keys" DROP COLUMN "last_used_at";