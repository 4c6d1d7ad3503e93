ALTER TABLE "documents" ADD COLUMN "last_sha256" "bytea";--> statement-breakpoint
UPDATE "documents" SET "last_sha256" = last.sha256 FROM "document_updates" AS last
  WHERE last.document_id = "documents".id AND last.seq = "documents".last_seq;
