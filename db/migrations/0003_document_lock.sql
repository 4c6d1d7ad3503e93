ALTER TABLE "documents" ADD COLUMN "locked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "locked_by" text;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_locked_by_people_id_fk" FOREIGN KEY ("locked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_lock_whole" CHECK (("documents"."locked_at" is null) = ("documents"."locked_by" is null));--> statement-breakpoint
-- A locked text takes no update from anybody, whatever the program believes. The log moves the head of
-- its document in the same statement, so the head is where it is stopped; open texts pay nothing.
CREATE FUNCTION refuse_locked_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'document % is locked', OLD.id USING ERRCODE = 'integrity_constraint_violation';
END
$$;--> statement-breakpoint
CREATE TRIGGER documents_locked BEFORE UPDATE OF last_seq ON "documents"
  FOR EACH ROW WHEN (OLD.locked_at IS NOT NULL) EXECUTE FUNCTION refuse_locked_document();--> statement-breakpoint
-- Whoever is in a live document is looked at again when its state changes.
CREATE TRIGGER documents_access AFTER UPDATE OF locked_at, assignment_id, kind ON "documents"
  FOR EACH ROW EXECUTE FUNCTION notify_access_changed('document', 'id');--> statement-breakpoint
-- A new password ends every session that the old one opened.
CREATE FUNCTION end_sessions_of_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM sessions WHERE person_id = NEW.id;
  RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER people_password AFTER UPDATE OF password_hash ON "people"
  FOR EACH ROW WHEN (OLD.password_hash IS DISTINCT FROM NEW.password_hash)
  EXECUTE FUNCTION end_sessions_of_person();
