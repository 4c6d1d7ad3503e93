CREATE TABLE "memberships" (
	"person_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "memberships_person_id_organisation_id_role_pk" PRIMARY KEY("person_id","organisation_id","role"),
	CONSTRAINT "memberships_role" CHECK ("memberships"."role" in ('ADMINISTRATOR', 'PMO_OFFICER', 'RESIDENT_EXPERT', 'BANK_LEAD', 'BANK_REVIEWER', 'FIRM_MEMBER', 'EXTERNAL_EXPERT', 'OBSERVER'))
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	CONSTRAINT "organisations_kind" CHECK ("organisations"."kind" in ('PMO', 'BANK', 'AUTHORITY', 'FIRM', 'EXPERT_BODY'))
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"locale" text,
	"password_hash" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"deactivated_at" timestamp with time zone,
	CONSTRAINT "people_email_unique" UNIQUE("email"),
	CONSTRAINT "people_email_lower" CHECK ("people"."email" = lower("people"."email")),
	CONSTRAINT "people_locale" CHECK ("people"."locale" in ('zh-CN', 'en'))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"channel" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sessions_channel" CHECK ("sessions"."channel" in ('WEB', 'API'))
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "assignment_holders" (
	"assignment_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"since" date NOT NULL,
	CONSTRAINT "assignment_holders_assignment_id_organisation_id_pk" PRIMARY KEY("assignment_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "assignment_invitations" (
	"assignment_id" text NOT NULL,
	"person_id" text NOT NULL,
	"invited_by" text NOT NULL,
	"invited_at" timestamp with time zone NOT NULL,
	CONSTRAINT "assignment_invitations_assignment_id_person_id_pk" PRIMARY KEY("assignment_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "assignment_roles" (
	"assignment_id" text NOT NULL,
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "assignment_roles_assignment_id_person_id_role_pk" PRIMARY KEY("assignment_id","person_id","role"),
	CONSTRAINT "assignment_roles_role" CHECK ("assignment_roles"."role" in ('TOR_LEAD', 'TOR_CONTRIBUTOR', 'KEY_COORDINATOR', 'TECH_REVIEWER', 'CONTRACT_MANAGER'))
);
--> statement-breakpoint
CREATE TABLE "assignments" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"component_id" text,
	"title_zh" text NOT NULL,
	"title_en" text NOT NULL,
	"title_is_assumed" boolean DEFAULT true NOT NULL,
	"component_is_assumed" boolean DEFAULT true NOT NULL,
	"method" text NOT NULL,
	"stage" text NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	CONSTRAINT "assignments_code" UNIQUE("project_id","code"),
	CONSTRAINT "assignments_kind" CHECK ("assignments"."kind" in ('SUBCONTRACT', 'INDIVIDUAL')),
	CONSTRAINT "assignments_method" CHECK ("assignments"."method" in ('QCBS', 'QBS', 'FBS', 'LCS', 'CQS', 'CDS', 'INDV')),
	CONSTRAINT "assignments_stage" CHECK ("assignments"."stage" in ('PLANNED', 'TOR_DRAFT', 'TOR_REVIEW', 'TOR_CLEARED', 'ADVERTISED', 'SHORTLISTED', 'RFP_ISSUED', 'PROPOSALS_RECEIVED', 'TECH_EVALUATED', 'COMBINED_EVALUATED', 'NEGOTIATION', 'SIGNED', 'IMPLEMENTING', 'COMPLETED', 'CLOSED', 'CANCELLED', 'TERMINATED')),
	CONSTRAINT "assignments_code_shape" CHECK (("assignments"."kind" = 'SUBCONTRACT' and "assignments"."code" ~ '^PMI-([1-9]|1[0-9]|2[0-6])$') or ("assignments"."kind" = 'INDIVIDUAL' and "assignments"."code" ~ '^PMI-[1-9][0-9]*(-ICS)?$'))
);
--> statement-breakpoint
CREATE TABLE "components" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"no" integer NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	CONSTRAINT "components_no" UNIQUE("project_id","no"),
	CONSTRAINT "components_no_positive" CHECK ("components"."no" between 1 and 4)
);
--> statement-breakpoint
CREATE TABLE "deliverable_events" (
	"id" text PRIMARY KEY NOT NULL,
	"deliverable_id" text NOT NULL,
	"event" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"person_id" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "deliverable_events_event" CHECK ("deliverable_events"."event" in ('SUBMITTED', 'RETURNED', 'ACCEPTED'))
);
--> statement-breakpoint
CREATE TABLE "deliverables" (
	"id" text PRIMARY KEY NOT NULL,
	"assignment_id" text NOT NULL,
	"no" integer NOT NULL,
	"kind" text NOT NULL,
	"title_zh" text NOT NULL,
	"title_en" text NOT NULL,
	"due_on" date,
	CONSTRAINT "deliverables_no" UNIQUE("assignment_id","no"),
	CONSTRAINT "deliverables_kind" CHECK ("deliverables"."kind" in ('INCEPTION', 'INTERIM', 'FINAL', 'TOR', 'PROPOSAL_REVIEW', 'ASSESSMENT', 'PROGRESS', 'TRAVEL', 'MEETING_SUMMARY'))
);
--> statement-breakpoint
CREATE TABLE "projects" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	CONSTRAINT "projects_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "attachments" (
	"id" text PRIMARY KEY NOT NULL,
	"document_id" text NOT NULL,
	"media_type" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"sha256" "bytea" NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "attachments_media_type" CHECK ("attachments"."media_type" in ('image/png', 'image/jpeg', 'image/gif'))
);
--> statement-breakpoint
CREATE TABLE "document_sessions" (
	"ticket_hash" text PRIMARY KEY NOT NULL,
	"document_id" text NOT NULL,
	"person_id" text NOT NULL,
	"session_id" text NOT NULL,
	"client_id" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "document_sessions_client" UNIQUE("document_id","client_id"),
	CONSTRAINT "document_sessions_client_range" CHECK ("document_sessions"."client_id" between 1 and 4294967295)
);
--> statement-breakpoint
CREATE TABLE "document_snapshots" (
	"document_id" text NOT NULL,
	"seq" bigint NOT NULL,
	"state" "bytea" NOT NULL,
	"sha256" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "document_snapshots_document_id_seq_pk" PRIMARY KEY("document_id","seq")
);
--> statement-breakpoint
CREATE TABLE "document_updates" (
	"document_id" text NOT NULL,
	"seq" bigint NOT NULL,
	"bytes" "bytea" NOT NULL,
	"sha256" "bytea" NOT NULL,
	"previous_sha256" "bytea",
	"person_id" text NOT NULL,
	"session_id" text,
	"client_id" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "document_updates_document_id_seq_pk" PRIMARY KEY("document_id","seq"),
	CONSTRAINT "document_updates_seq_positive" CHECK ("document_updates"."seq" > 0),
	CONSTRAINT "document_updates_sha256_length" CHECK (octet_length("document_updates"."sha256") = 32)
);
--> statement-breakpoint
CREATE TABLE "document_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"document_id" text NOT NULL,
	"no" integer NOT NULL,
	"seq" bigint NOT NULL,
	"state" "bytea" NOT NULL,
	"sha256" "bytea" NOT NULL,
	"reason" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "document_versions_no" UNIQUE("document_id","no"),
	CONSTRAINT "document_versions_no_positive" CHECK ("document_versions"."no" > 0)
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" text PRIMARY KEY NOT NULL,
	"assignment_id" text NOT NULL,
	"kind" text NOT NULL,
	"template_key" text NOT NULL,
	"title" text NOT NULL,
	"last_seq" bigint NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	CONSTRAINT "documents_kind" CHECK ("documents"."kind" in ('TOR', 'PROPOSAL', 'PROPOSAL_REVIEW', 'INCEPTION_REPORT', 'INTERIM_REPORT', 'FINAL_REPORT', 'ASSESSMENT', 'PROGRESS_REPORT', 'TRAVEL_REPORT', 'MEETING_AGENDA', 'MEETING_MINUTES', 'MEETING_SUMMARY')),
	CONSTRAINT "documents_title_length" CHECK (char_length("documents"."title") between 1 and 300)
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" text PRIMARY KEY NOT NULL,
	"thread_id" text NOT NULL,
	"author_id" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "suggestion_acceptances" (
	"thread_id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "thread_closures" (
	"thread_id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "threads" (
	"id" text PRIMARY KEY NOT NULL,
	"document_id" text NOT NULL,
	"number" integer NOT NULL,
	"type" text NOT NULL,
	"visibility" text NOT NULL,
	"author_id" text NOT NULL,
	"author_organisation_id" text NOT NULL,
	"quote" text NOT NULL,
	"prefix" text NOT NULL,
	"suffix" text NOT NULL,
	"range_start" "bytea" NOT NULL,
	"range_end" "bytea" NOT NULL,
	"suggested_text" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "threads_number" UNIQUE("document_id","number"),
	CONSTRAINT "threads_type" CHECK ("threads"."type" in ('QUESTION', 'CHANGE', 'ISSUE', 'NOTE')),
	CONSTRAINT "threads_visibility" CHECK ("threads"."visibility" in ('ALL', 'INSTITUTION')),
	CONSTRAINT "threads_quote_present" CHECK (char_length("threads"."quote") > 0)
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_events_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"actor_id" text,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"details" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_holders" ADD CONSTRAINT "assignment_holders_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_holders" ADD CONSTRAINT "assignment_holders_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_invitations" ADD CONSTRAINT "assignment_invitations_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_invitations" ADD CONSTRAINT "assignment_invitations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_invitations" ADD CONSTRAINT "assignment_invitations_invited_by_people_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_roles" ADD CONSTRAINT "assignment_roles_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_roles" ADD CONSTRAINT "assignment_roles_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_component_id_components_id_fk" FOREIGN KEY ("component_id") REFERENCES "public"."components"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "components" ADD CONSTRAINT "components_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliverable_events" ADD CONSTRAINT "deliverable_events_deliverable_id_deliverables_id_fk" FOREIGN KEY ("deliverable_id") REFERENCES "public"."deliverables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliverable_events" ADD CONSTRAINT "deliverable_events_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliverables" ADD CONSTRAINT "deliverables_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_sessions" ADD CONSTRAINT "document_sessions_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_sessions" ADD CONSTRAINT "document_sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_sessions" ADD CONSTRAINT "document_sessions_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_snapshots" ADD CONSTRAINT "document_snapshots_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_updates" ADD CONSTRAINT "document_updates_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_updates" ADD CONSTRAINT "document_updates_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_acceptances" ADD CONSTRAINT "suggestion_acceptances_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_acceptances" ADD CONSTRAINT "suggestion_acceptances_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_closures" ADD CONSTRAINT "thread_closures_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_closures" ADD CONSTRAINT "thread_closures_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_author_organisation_id_organisations_id_fk" FOREIGN KEY ("author_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "assignment_holders_organisation" ON "assignment_holders" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "deliverable_events_deliverable" ON "deliverable_events" USING btree ("deliverable_id","at");--> statement-breakpoint
CREATE INDEX "attachments_document" ON "attachments" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "documents_assignment" ON "documents" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "messages_thread" ON "messages" USING btree ("thread_id","created_at");--> statement-breakpoint
CREATE INDEX "audit_events_subject" ON "audit_events" USING btree ("subject_type","subject_id");