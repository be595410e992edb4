ALTER TABLE "consultation_imports" ADD COLUMN "team_ids" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "disclosures" ADD COLUMN "release_list_id" uuid;--> statement-breakpoint
ALTER TABLE "disclosures" ADD CONSTRAINT "disclosures_release_list_id_release_lists_id_fk" FOREIGN KEY ("release_list_id") REFERENCES "public"."release_lists"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consultation_registers_of_facility" ON "consultation_registers" USING btree ("facility_id","held_on");--> statement-breakpoint
CREATE UNIQUE INDEX "disclosures_payment_list" ON "disclosures" USING btree ("release_list_id","case_id") WHERE release_list_id is not null;