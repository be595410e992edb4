-- A list is released as a job that can be left, stopped and gone on with: whose hand it is, and how far it has looked.
ALTER TABLE "release_lists" DROP CONSTRAINT "release_lists_state";--> statement-breakpoint
ALTER TABLE "release_lists" ADD COLUMN "releasing_by" uuid;--> statement-breakpoint
ALTER TABLE "release_lists" ADD COLUMN "released_to" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "release_lists" ADD CONSTRAINT "release_lists_releasing_by_users_id_fk" FOREIGN KEY ("releasing_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_lists" ADD CONSTRAINT "release_lists_state" CHECK (state in ('made', 'releasing', 'released', 'dissolved'));--> statement-breakpoint
drop trigger only_these on release_lists;--> statement-breakpoint
create trigger only_these before update on release_lists for each row execute function only_these_change('state,releasing_by,released_to', '');
