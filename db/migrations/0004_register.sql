CREATE TABLE "assignment_transitions" (
	"id" text PRIMARY KEY NOT NULL,
	"assignment_id" text NOT NULL,
	"no" integer NOT NULL,
	"from_stage" text NOT NULL,
	"to_stage" text NOT NULL,
	"occurred_on" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"actor_id" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "assignment_transitions_no" UNIQUE("assignment_id","no"),
	CONSTRAINT "assignment_transitions_from" CHECK ("assignment_transitions"."from_stage" in ('PLANNED', 'TOR_DRAFT', 'TOR_REVIEW', 'TOR_CLEARED', 'ADVERTISED', 'LIMITED', 'INVITED', 'SHORTLISTED', 'QUALIFIED', 'ONE_INVITED', 'RFP_ISSUED', 'PROPOSALS_RECEIVED', 'TECH_EVALUATED', 'COMBINED_EVALUATED', 'COMPARED', 'NEGOTIATION', 'SIGNED', 'IMPLEMENTING', 'COMPLETED', 'CLOSED', 'CANCELLED', 'TERMINATED')),
	CONSTRAINT "assignment_transitions_to" CHECK ("assignment_transitions"."to_stage" in ('PLANNED', 'TOR_DRAFT', 'TOR_REVIEW', 'TOR_CLEARED', 'ADVERTISED', 'LIMITED', 'INVITED', 'SHORTLISTED', 'QUALIFIED', 'ONE_INVITED', 'RFP_ISSUED', 'PROPOSALS_RECEIVED', 'TECH_EVALUATED', 'COMBINED_EVALUATED', 'COMPARED', 'NEGOTIATION', 'SIGNED', 'IMPLEMENTING', 'COMPLETED', 'CLOSED', 'CANCELLED', 'TERMINATED'))
);
--> statement-breakpoint
CREATE TABLE "individual_holders" (
	"assignment_id" text NOT NULL,
	"person_id" text NOT NULL,
	"since" date NOT NULL,
	CONSTRAINT "individual_holders_assignment_id_person_id_pk" PRIMARY KEY("assignment_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "saved_views_name" UNIQUE("person_id","name"),
	CONSTRAINT "saved_views_name_length" CHECK (char_length("saved_views"."name") between 1 and 80)
);
--> statement-breakpoint
CREATE TABLE "stage_plans" (
	"assignment_id" text NOT NULL,
	"stage" text NOT NULL,
	"planned_on" date NOT NULL,
	CONSTRAINT "stage_plans_assignment_id_stage_pk" PRIMARY KEY("assignment_id","stage"),
	CONSTRAINT "stage_plans_stage" CHECK ("stage_plans"."stage" in ('PLANNED', 'TOR_DRAFT', 'TOR_REVIEW', 'TOR_CLEARED', 'ADVERTISED', 'LIMITED', 'INVITED', 'SHORTLISTED', 'QUALIFIED', 'ONE_INVITED', 'RFP_ISSUED', 'PROPOSALS_RECEIVED', 'TECH_EVALUATED', 'COMBINED_EVALUATED', 'COMPARED', 'NEGOTIATION', 'SIGNED', 'IMPLEMENTING', 'COMPLETED', 'CLOSED', 'CANCELLED', 'TERMINATED'))
);
--> statement-breakpoint
CREATE TABLE "calendar_days" (
	"date" date PRIMARY KEY NOT NULL,
	"is_working" boolean NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar_overrides" (
	"date" date PRIMARY KEY NOT NULL,
	"is_working" boolean NOT NULL,
	"reason" text NOT NULL,
	"entered_by" text NOT NULL,
	"entered_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar_years" (
	"year" integer PRIMARY KEY NOT NULL,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "candidate_events" (
	"id" text PRIMARY KEY NOT NULL,
	"candidate_id" text NOT NULL,
	"event" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"person_id" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "candidate_events_event" CHECK ("candidate_events"."event" in ('INTERESTED', 'LISTED', 'INVITED', 'PROPOSED', 'EVALUATED', 'SELECTED', 'REJECTED'))
);
--> statement-breakpoint
CREATE TABLE "candidates" (
	"id" text PRIMARY KEY NOT NULL,
	"assignment_id" text NOT NULL,
	"no" integer NOT NULL,
	"kind" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"organisation_id" text,
	"person_id" text,
	"added_by" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "candidates_no" UNIQUE("assignment_id","no"),
	CONSTRAINT "candidates_kind" CHECK ("candidates"."kind" in ('FIRM', 'PERSON'))
);
--> statement-breakpoint
CREATE TABLE "conflict_declarations" (
	"candidate_id" text NOT NULL,
	"person_id" text NOT NULL,
	"declaration" text NOT NULL,
	"statement" text DEFAULT '' NOT NULL,
	"declared_at" timestamp with time zone NOT NULL,
	CONSTRAINT "conflict_declarations_candidate_id_person_id_pk" PRIMARY KEY("candidate_id","person_id"),
	CONSTRAINT "conflict_declarations_declaration" CHECK ("conflict_declarations"."declaration" in ('NONE', 'CONFLICT'))
);
--> statement-breakpoint
CREATE TABLE "criteria" (
	"id" text PRIMARY KEY NOT NULL,
	"assignment_id" text NOT NULL,
	"no" integer NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"phase" text NOT NULL,
	"text_zh" text NOT NULL,
	"text_en" text NOT NULL,
	"max_points" integer,
	CONSTRAINT "criteria_no" UNIQUE("assignment_id","no"),
	CONSTRAINT "criteria_kind" CHECK ("criteria"."kind" in ('MANDATORY', 'PREFERRED')),
	CONSTRAINT "criteria_subject" CHECK ("criteria"."subject" in ('CANDIDATE', 'KEY_EXPERT')),
	CONSTRAINT "criteria_phase" CHECK ("criteria"."phase" in ('SHORTLIST', 'PROPOSAL')),
	CONSTRAINT "criteria_key_experts_later" CHECK ("criteria"."subject" <> 'KEY_EXPERT' or "criteria"."phase" <> 'SHORTLIST'),
	CONSTRAINT "criteria_points" CHECK (("criteria"."kind" = 'PREFERRED') = ("criteria"."max_points" is not null) and "criteria"."max_points" > 0)
);
--> statement-breakpoint
CREATE TABLE "evaluation_scores" (
	"candidate_id" text NOT NULL,
	"criterion_id" text NOT NULL,
	"evaluator_id" text NOT NULL,
	"hundredths" integer NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"scored_at" timestamp with time zone NOT NULL,
	CONSTRAINT "evaluation_scores_candidate_id_criterion_id_evaluator_id_pk" PRIMARY KEY("candidate_id","criterion_id","evaluator_id"),
	CONSTRAINT "evaluation_scores_range" CHECK ("evaluation_scores"."hundredths" >= 0)
);
--> statement-breakpoint
CREATE TABLE "financial_proposals" (
	"candidate_id" text PRIMARY KEY NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"opened_on" date NOT NULL,
	"entered_by" text NOT NULL,
	CONSTRAINT "financial_proposals_currency" CHECK ("financial_proposals"."currency" ~ '^[A-Z]{3}$'),
	CONSTRAINT "financial_proposals_amount" CHECK ("financial_proposals"."amount_minor" > 0)
);
--> statement-breakpoint
CREATE TABLE "no_objection_decisions" (
	"no_objection_id" text PRIMARY KEY NOT NULL,
	"decision" text NOT NULL,
	"comments" text DEFAULT '' NOT NULL,
	"decided_by" text NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "no_objection_decisions_decision" CHECK ("no_objection_decisions"."decision" in ('GRANTED', 'COMMENTS', 'REFUSED'))
);
--> statement-breakpoint
CREATE TABLE "no_objections" (
	"id" text PRIMARY KEY NOT NULL,
	"assignment_id" text NOT NULL,
	"no" integer NOT NULL,
	"subject" text NOT NULL,
	"document_version_id" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"due_on" date,
	"requested_by" text NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	CONSTRAINT "no_objections_no" UNIQUE("assignment_id","no"),
	CONSTRAINT "no_objections_once" UNIQUE("subject","document_version_id"),
	CONSTRAINT "no_objections_subject" CHECK ("no_objections"."subject" in ('TOR', 'SHORTLIST', 'RFP', 'TECHNICAL_EVALUATION', 'COMBINED_EVALUATION', 'CONTRACT', 'AMENDMENT'))
);
--> statement-breakpoint
CREATE TABLE "procurement_rules" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"method" text,
	"value" integer NOT NULL,
	"unit" text NOT NULL,
	"effective_from" date NOT NULL,
	"effective_to" date,
	"source_zh" text NOT NULL,
	"source_en" text NOT NULL,
	"is_confirmed" boolean NOT NULL,
	CONSTRAINT "procurement_rules_once" UNIQUE NULLS NOT DISTINCT("name","method","effective_from"),
	CONSTRAINT "procurement_rules_method" CHECK ("procurement_rules"."method" in ('QCBS', 'QBS', 'FBS', 'LCS', 'CQS', 'CDS', 'INDV')),
	CONSTRAINT "procurement_rules_period" CHECK ("procurement_rules"."effective_to" >= "procurement_rules"."effective_from")
);
--> statement-breakpoint
CREATE TABLE "milestone_events" (
	"id" text PRIMARY KEY NOT NULL,
	"milestone_id" text NOT NULL,
	"result" text NOT NULL,
	"occurred_on" date NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"person_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "milestone_events_result" CHECK ("milestone_events"."result" in ('MET', 'PARTLY_MET', 'NOT_MET'))
);
--> statement-breakpoint
CREATE TABLE "milestones" (
	"id" text PRIMARY KEY NOT NULL,
	"assignment_id" text NOT NULL,
	"no" integer NOT NULL,
	"type" text NOT NULL,
	"title_zh" text NOT NULL,
	"title_en" text NOT NULL,
	"due_on" date NOT NULL,
	CONSTRAINT "milestones_no" UNIQUE("assignment_id","no"),
	CONSTRAINT "milestones_type" CHECK ("milestones"."type" in ('APPROVAL', 'REPORTING', 'DELIVERY', 'PAYMENT'))
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"id" text PRIMARY KEY NOT NULL,
	"deliverable_id" text NOT NULL,
	"no" integer NOT NULL,
	"document_version_id" text NOT NULL,
	"submitted_by" text NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "submissions_no" UNIQUE("deliverable_id","no"),
	CONSTRAINT "submissions_version" UNIQUE("document_version_id"),
	CONSTRAINT "submissions_no_positive" CHECK ("submissions"."no" > 0)
);
--> statement-breakpoint
CREATE TABLE "time_request_decisions" (
	"time_request_id" text PRIMARY KEY NOT NULL,
	"decision" text NOT NULL,
	"granted_due_on" date,
	"note" text DEFAULT '' NOT NULL,
	"decided_by" text NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "time_request_decisions_decision" CHECK ("time_request_decisions"."decision" in ('GRANTED', 'REFUSED')),
	CONSTRAINT "time_request_decisions_granted" CHECK (("time_request_decisions"."decision" = 'GRANTED') = ("time_request_decisions"."granted_due_on" is not null))
);
--> statement-breakpoint
CREATE TABLE "time_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"deliverable_id" text NOT NULL,
	"due_on_before" date NOT NULL,
	"requested_due_on" date NOT NULL,
	"reason" text NOT NULL,
	"requested_by" text NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	CONSTRAINT "time_requests_later" CHECK ("time_requests"."requested_due_on" > "time_requests"."due_on_before")
);
--> statement-breakpoint
CREATE TABLE "amendment_agreements" (
	"amendment_id" text NOT NULL,
	"party" text NOT NULL,
	"person_id" text NOT NULL,
	"agreed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "amendment_agreements_amendment_id_party_pk" PRIMARY KEY("amendment_id","party"),
	CONSTRAINT "amendment_agreements_party" CHECK ("amendment_agreements"."party" in ('CLIENT', 'CONSULTANT'))
);
--> statement-breakpoint
CREATE TABLE "commitment_checks" (
	"id" text PRIMARY KEY NOT NULL,
	"commitment_id" text NOT NULL,
	"deliverable_id" text NOT NULL,
	"result" text NOT NULL,
	"reached_value" text,
	"evidence" text DEFAULT '' NOT NULL,
	"document_version_id" text,
	"checked_by" text NOT NULL,
	"checked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "commitment_checks_result" CHECK ("commitment_checks"."result" in ('MET', 'PARTLY_MET', 'NOT_MET', 'NOT_DUE')),
	CONSTRAINT "commitment_checks_evidence" CHECK ("commitment_checks"."result" not in ('MET', 'PARTLY_MET') or char_length("commitment_checks"."evidence") > 0)
);
--> statement-breakpoint
CREATE TABLE "commitments" (
	"id" text PRIMARY KEY NOT NULL,
	"assignment_id" text NOT NULL,
	"no" integer NOT NULL,
	"kind" text NOT NULL,
	"text_zh" text NOT NULL,
	"text_en" text NOT NULL,
	"target_value" text,
	"unit" text,
	"due_on" date,
	"document_version_id" text,
	"quote" text DEFAULT '' NOT NULL,
	CONSTRAINT "commitments_no" UNIQUE("assignment_id","no"),
	CONSTRAINT "commitments_kind" CHECK ("commitments"."kind" in ('TECHNICAL_ROUTE', 'INDICATOR', 'OUTPUTS', 'SCHEDULE')),
	CONSTRAINT "commitments_target" CHECK ("commitments"."target_value" ~ '^-?[0-9]+([.][0-9]+)?$'),
	CONSTRAINT "commitments_unit" CHECK ("commitments"."target_value" is null or "commitments"."unit" is not null)
);
--> statement-breakpoint
CREATE TABLE "contract_amendments" (
	"id" text PRIMARY KEY NOT NULL,
	"contract_id" text NOT NULL,
	"no" integer NOT NULL,
	"kind" text NOT NULL,
	"new_ends_on" date,
	"amount_change_minor" bigint,
	"reason" text NOT NULL,
	"evaluation_version_id" text,
	"document_version_id" text,
	"proposed_by" text NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "contract_amendments_no" UNIQUE("contract_id","no"),
	CONSTRAINT "contract_amendments_kind" CHECK ("contract_amendments"."kind" in ('EXTENSION', 'RENEWAL', 'SCOPE', 'PRICE')),
	CONSTRAINT "contract_amendments_time" CHECK (("contract_amendments"."kind" in ('EXTENSION', 'RENEWAL')) = ("contract_amendments"."new_ends_on" is not null)),
	CONSTRAINT "contract_amendments_price" CHECK ("contract_amendments"."kind" <> 'PRICE' or "contract_amendments"."amount_change_minor" is not null)
);
--> statement-breakpoint
CREATE TABLE "contracts" (
	"id" text PRIMARY KEY NOT NULL,
	"assignment_id" text NOT NULL,
	"organisation_id" text,
	"person_id" text,
	"candidate_id" text,
	"signed_on" date NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"document_version_id" text,
	"entered_by" text NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "contracts_assignment_id_unique" UNIQUE("assignment_id"),
	CONSTRAINT "contracts_currency" CHECK ("contracts"."currency" ~ '^[A-Z]{3}$'),
	CONSTRAINT "contracts_amount" CHECK ("contracts"."amount_minor" > 0),
	CONSTRAINT "contracts_consultant" CHECK (num_nonnulls("contracts"."organisation_id", "contracts"."person_id") = 1),
	CONSTRAINT "contracts_period" CHECK ("contracts"."starts_on" >= "contracts"."signed_on" and "contracts"."ends_on" > "contracts"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "payment_events" (
	"id" text PRIMARY KEY NOT NULL,
	"payment_id" text NOT NULL,
	"event" text NOT NULL,
	"occurred_on" date NOT NULL,
	"reference" text DEFAULT '' NOT NULL,
	"person_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "payment_events_once" UNIQUE("payment_id","event"),
	CONSTRAINT "payment_events_event" CHECK ("payment_events"."event" in ('INVOICED', 'RELEASED'))
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"id" text PRIMARY KEY NOT NULL,
	"contract_id" text NOT NULL,
	"no" integer NOT NULL,
	"deliverable_id" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	CONSTRAINT "payments_no" UNIQUE("contract_id","no"),
	CONSTRAINT "payments_amount" CHECK ("payments"."amount_minor" > 0)
);
--> statement-breakpoint
CREATE TABLE "model_elements" (
	"id" text PRIMARY KEY NOT NULL,
	"model" text NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"title_zh" text NOT NULL,
	"title_en" text NOT NULL,
	"meaning_zh" text DEFAULT '' NOT NULL,
	"meaning_en" text DEFAULT '' NOT NULL,
	"unit" text,
	"source" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "model_elements_key" UNIQUE("model","key"),
	CONSTRAINT "model_elements_model" CHECK ("model_elements"."model" in ('ETS', 'VERIFIER', 'INCLUSION', 'SERVICE')),
	CONSTRAINT "model_elements_kind" CHECK ("model_elements"."kind" in ('TABLE', 'FIELD', 'RULE', 'STATE_MACHINE', 'INDICATOR'))
);
--> statement-breakpoint
CREATE TABLE "model_instances" (
	"id" text PRIMARY KEY NOT NULL,
	"element_id" text NOT NULL,
	"key" text NOT NULL,
	"title_zh" text NOT NULL,
	"title_en" text NOT NULL,
	"source" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "model_instances_key" UNIQUE("element_id","key")
);
--> statement-breakpoint
CREATE TABLE "record_links" (
	"id" text PRIMARY KEY NOT NULL,
	"assignment_id" text NOT NULL,
	"document_id" text,
	"thread_id" text,
	"deliverable_id" text,
	"commitment_id" text,
	"element_id" text,
	"instance_id" text,
	"relation" text NOT NULL,
	"revision" integer NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "record_links_once" UNIQUE NULLS NOT DISTINCT("assignment_id","document_id","thread_id","deliverable_id","commitment_id","element_id","instance_id","relation"),
	CONSTRAINT "record_links_relation" CHECK ("record_links"."relation" in ('COVERS', 'PROPOSES_CHANGE', 'CITES', 'EVIDENCE_FOR')),
	CONSTRAINT "record_links_from" CHECK (num_nonnulls("record_links"."document_id", "record_links"."thread_id", "record_links"."deliverable_id", "record_links"."commitment_id") <= 1),
	CONSTRAINT "record_links_to" CHECK (num_nonnulls("record_links"."element_id", "record_links"."instance_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "ocds_releases" (
	"id" text PRIMARY KEY NOT NULL,
	"assignment_id" text,
	"ocid" text NOT NULL,
	"release_id" text NOT NULL,
	"released_at" timestamp with time zone NOT NULL,
	"body" jsonb NOT NULL,
	"file_name" text NOT NULL,
	"imported_by" text NOT NULL,
	"imported_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ocds_releases_once" UNIQUE("ocid","release_id")
);
--> statement-breakpoint
CREATE TABLE "register_imports" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"file_name" text NOT NULL,
	"sha256" "bytea" NOT NULL,
	"rows" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"applied_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "assignments" DROP CONSTRAINT "assignments_stage";--> statement-breakpoint
ALTER TABLE "documents" DROP CONSTRAINT "documents_kind";--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "review" text DEFAULT 'PRIOR' NOT NULL;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "step_reference" text;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "planned_amount_minor" bigint;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "planned_currency" text;--> statement-breakpoint
ALTER TABLE "deliverable_events" ADD COLUMN "side" text;--> statement-breakpoint
ALTER TABLE "deliverable_events" ADD COLUMN "submission_id" text;--> statement-breakpoint
ALTER TABLE "deliverables" ADD COLUMN "due_rule" text DEFAULT 'FIXED_DATE' NOT NULL;--> statement-breakpoint
ALTER TABLE "deliverables" ADD COLUMN "accepted_by" text DEFAULT 'PMO' NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_events" ADD COLUMN "assignment_id" text;--> statement-breakpoint
ALTER TABLE "assignment_transitions" ADD CONSTRAINT "assignment_transitions_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_transitions" ADD CONSTRAINT "assignment_transitions_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "individual_holders" ADD CONSTRAINT "individual_holders_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "individual_holders" ADD CONSTRAINT "individual_holders_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_plans" ADD CONSTRAINT "stage_plans_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_overrides" ADD CONSTRAINT "calendar_overrides_entered_by_people_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_events" ADD CONSTRAINT "candidate_events_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_events" ADD CONSTRAINT "candidate_events_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_added_by_people_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_declarations" ADD CONSTRAINT "conflict_declarations_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_declarations" ADD CONSTRAINT "conflict_declarations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "criteria" ADD CONSTRAINT "criteria_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_scores" ADD CONSTRAINT "evaluation_scores_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_scores" ADD CONSTRAINT "evaluation_scores_criterion_id_criteria_id_fk" FOREIGN KEY ("criterion_id") REFERENCES "public"."criteria"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_scores" ADD CONSTRAINT "evaluation_scores_evaluator_id_people_id_fk" FOREIGN KEY ("evaluator_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "financial_proposals" ADD CONSTRAINT "financial_proposals_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "financial_proposals" ADD CONSTRAINT "financial_proposals_entered_by_people_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "no_objection_decisions" ADD CONSTRAINT "no_objection_decisions_no_objection_id_no_objections_id_fk" FOREIGN KEY ("no_objection_id") REFERENCES "public"."no_objections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "no_objection_decisions" ADD CONSTRAINT "no_objection_decisions_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "no_objections" ADD CONSTRAINT "no_objections_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "no_objections" ADD CONSTRAINT "no_objections_document_version_id_document_versions_id_fk" FOREIGN KEY ("document_version_id") REFERENCES "public"."document_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "no_objections" ADD CONSTRAINT "no_objections_requested_by_people_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone_events" ADD CONSTRAINT "milestone_events_milestone_id_milestones_id_fk" FOREIGN KEY ("milestone_id") REFERENCES "public"."milestones"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone_events" ADD CONSTRAINT "milestone_events_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_deliverable_id_deliverables_id_fk" FOREIGN KEY ("deliverable_id") REFERENCES "public"."deliverables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_document_version_id_document_versions_id_fk" FOREIGN KEY ("document_version_id") REFERENCES "public"."document_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_submitted_by_people_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_request_decisions" ADD CONSTRAINT "time_request_decisions_time_request_id_time_requests_id_fk" FOREIGN KEY ("time_request_id") REFERENCES "public"."time_requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_request_decisions" ADD CONSTRAINT "time_request_decisions_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_requests" ADD CONSTRAINT "time_requests_deliverable_id_deliverables_id_fk" FOREIGN KEY ("deliverable_id") REFERENCES "public"."deliverables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_requests" ADD CONSTRAINT "time_requests_requested_by_people_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendment_agreements" ADD CONSTRAINT "amendment_agreements_amendment_id_contract_amendments_id_fk" FOREIGN KEY ("amendment_id") REFERENCES "public"."contract_amendments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendment_agreements" ADD CONSTRAINT "amendment_agreements_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_checks" ADD CONSTRAINT "commitment_checks_commitment_id_commitments_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_checks" ADD CONSTRAINT "commitment_checks_deliverable_id_deliverables_id_fk" FOREIGN KEY ("deliverable_id") REFERENCES "public"."deliverables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_checks" ADD CONSTRAINT "commitment_checks_document_version_id_document_versions_id_fk" FOREIGN KEY ("document_version_id") REFERENCES "public"."document_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_checks" ADD CONSTRAINT "commitment_checks_checked_by_people_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_document_version_id_document_versions_id_fk" FOREIGN KEY ("document_version_id") REFERENCES "public"."document_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_amendments" ADD CONSTRAINT "contract_amendments_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_amendments" ADD CONSTRAINT "contract_amendments_evaluation_version_id_document_versions_id_fk" FOREIGN KEY ("evaluation_version_id") REFERENCES "public"."document_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_amendments" ADD CONSTRAINT "contract_amendments_document_version_id_document_versions_id_fk" FOREIGN KEY ("document_version_id") REFERENCES "public"."document_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_amendments" ADD CONSTRAINT "contract_amendments_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_document_version_id_document_versions_id_fk" FOREIGN KEY ("document_version_id") REFERENCES "public"."document_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_entered_by_people_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_events" ADD CONSTRAINT "payment_events_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_events" ADD CONSTRAINT "payment_events_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_deliverable_id_deliverables_id_fk" FOREIGN KEY ("deliverable_id") REFERENCES "public"."deliverables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_instances" ADD CONSTRAINT "model_instances_element_id_model_elements_id_fk" FOREIGN KEY ("element_id") REFERENCES "public"."model_elements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_links" ADD CONSTRAINT "record_links_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_links" ADD CONSTRAINT "record_links_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_links" ADD CONSTRAINT "record_links_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_links" ADD CONSTRAINT "record_links_deliverable_id_deliverables_id_fk" FOREIGN KEY ("deliverable_id") REFERENCES "public"."deliverables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_links" ADD CONSTRAINT "record_links_commitment_id_commitments_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_links" ADD CONSTRAINT "record_links_element_id_model_elements_id_fk" FOREIGN KEY ("element_id") REFERENCES "public"."model_elements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_links" ADD CONSTRAINT "record_links_instance_id_model_instances_id_fk" FOREIGN KEY ("instance_id") REFERENCES "public"."model_instances"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_links" ADD CONSTRAINT "record_links_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ocds_releases" ADD CONSTRAINT "ocds_releases_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ocds_releases" ADD CONSTRAINT "ocds_releases_imported_by_people_id_fk" FOREIGN KEY ("imported_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_imports" ADD CONSTRAINT "register_imports_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "individual_holders_person" ON "individual_holders" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "candidate_events_candidate" ON "candidate_events" USING btree ("candidate_id","at");--> statement-breakpoint
CREATE INDEX "milestone_events_milestone" ON "milestone_events" USING btree ("milestone_id","at");--> statement-breakpoint
CREATE INDEX "milestones_due" ON "milestones" USING btree ("due_on");--> statement-breakpoint
CREATE INDEX "time_requests_deliverable" ON "time_requests" USING btree ("deliverable_id");--> statement-breakpoint
CREATE INDEX "commitment_checks_commitment" ON "commitment_checks" USING btree ("commitment_id","deliverable_id");--> statement-breakpoint
CREATE INDEX "record_links_element" ON "record_links" USING btree ("element_id");--> statement-breakpoint
CREATE INDEX "record_links_instance" ON "record_links" USING btree ("instance_id");--> statement-breakpoint
CREATE INDEX "ocds_releases_assignment" ON "ocds_releases" USING btree ("assignment_id");--> statement-breakpoint
ALTER TABLE "deliverable_events" ADD CONSTRAINT "deliverable_events_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliverables_due" ON "deliverables" USING btree ("due_on");--> statement-breakpoint
CREATE INDEX "audit_events_assignment" ON "audit_events" USING btree ("assignment_id","seq");--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_review" CHECK ("assignments"."review" in ('PRIOR', 'POST'));--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_planned_currency" CHECK ("assignments"."planned_currency" ~ '^[A-Z]{3}$');--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_planned_whole" CHECK (("assignments"."planned_amount_minor" is null) = ("assignments"."planned_currency" is null) and "assignments"."planned_amount_minor" >= 0);--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_stage" CHECK ("assignments"."stage" in ('PLANNED', 'TOR_DRAFT', 'TOR_REVIEW', 'TOR_CLEARED', 'ADVERTISED', 'LIMITED', 'INVITED', 'SHORTLISTED', 'QUALIFIED', 'ONE_INVITED', 'RFP_ISSUED', 'PROPOSALS_RECEIVED', 'TECH_EVALUATED', 'COMBINED_EVALUATED', 'COMPARED', 'NEGOTIATION', 'SIGNED', 'IMPLEMENTING', 'COMPLETED', 'CLOSED', 'CANCELLED', 'TERMINATED'));--> statement-breakpoint
ALTER TABLE "deliverable_events" ADD CONSTRAINT "deliverable_events_side" CHECK ("deliverable_events"."side" in ('PMO', 'BANK'));--> statement-breakpoint
-- What was accepted or returned before sides were told apart was done by the project office.
UPDATE "deliverable_events" SET "side" = 'PMO' WHERE "event" <> 'SUBMITTED';--> statement-breakpoint
ALTER TABLE "deliverable_events" ADD CONSTRAINT "deliverable_events_side_of" CHECK (("deliverable_events"."event" = 'SUBMITTED') = ("deliverable_events"."side" is null));--> statement-breakpoint
ALTER TABLE "deliverables" ADD CONSTRAINT "deliverables_due_rule" CHECK ("deliverables"."due_rule" in ('PMO_ARRANGEMENT', 'PROJECT_PROGRESS', 'FIXED_DATE'));--> statement-breakpoint
ALTER TABLE "deliverables" ADD CONSTRAINT "deliverables_accepted_by" CHECK ("deliverables"."accepted_by" in ('PMO', 'BANK', 'BOTH'));--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_kind" CHECK ("documents"."kind" in ('TOR', 'PROPOSAL', 'PROPOSAL_REVIEW', 'SHORTLIST_REPORT', 'RFP', 'EVALUATION_REPORT', 'CONTRACT', 'CONTRACT_AMENDMENT', 'INCEPTION_REPORT', 'INTERIM_REPORT', 'FINAL_REPORT', 'ASSESSMENT', 'PROGRESS_REPORT', 'TRAVEL_REPORT', 'MEETING_AGENDA', 'MEETING_MINUTES', 'MEETING_SUMMARY'));--> statement-breakpoint
-- Events that were written before they named their assignment.
UPDATE "audit_events" SET "assignment_id" = "subject_id" WHERE "subject_type" = 'assignment';--> statement-breakpoint
UPDATE "audit_events" e SET "assignment_id" = d."assignment_id" FROM "documents" d
  WHERE e."subject_type" = 'document' AND d."id" = e."subject_id";--> statement-breakpoint
UPDATE "audit_events" e SET "assignment_id" = d."assignment_id" FROM "threads" t JOIN "documents" d ON d."id" = t."document_id"
  WHERE e."subject_type" = 'thread' AND t."id" = e."subject_id";--> statement-breakpoint
-- What happened stays as it was written, whatever the program believes.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% % never changes', TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
END
$$;--> statement-breakpoint
CREATE TRIGGER document_versions_stay BEFORE UPDATE OR DELETE ON "document_versions" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER submissions_stay BEFORE UPDATE OR DELETE ON "submissions" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER deliverable_events_stay BEFORE UPDATE OR DELETE ON "deliverable_events" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER time_request_decisions_stay BEFORE UPDATE OR DELETE ON "time_request_decisions" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER milestone_events_stay BEFORE UPDATE OR DELETE ON "milestone_events" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER assignment_transitions_stay BEFORE UPDATE OR DELETE ON "assignment_transitions" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER candidate_events_stay BEFORE UPDATE OR DELETE ON "candidate_events" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER no_objections_stay BEFORE UPDATE OR DELETE ON "no_objections" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER no_objection_decisions_stay BEFORE UPDATE OR DELETE ON "no_objection_decisions" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER contracts_stay BEFORE UPDATE OR DELETE ON "contracts" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER amendment_agreements_stay BEFORE UPDATE OR DELETE ON "amendment_agreements" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER payment_events_stay BEFORE UPDATE OR DELETE ON "payment_events" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER commitment_checks_stay BEFORE UPDATE OR DELETE ON "commitment_checks" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER ocds_releases_stay BEFORE UPDATE OR DELETE ON "ocds_releases" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER audit_events_stay BEFORE UPDATE OR DELETE ON "audit_events" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
-- Numbers run 1, 2, 3, … without gaps among the rows of one owner.
CREATE FUNCTION require_next_number() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  next integer;
BEGIN
  EXECUTE format('SELECT coalesce(max(no), 0) + 1 FROM %I WHERE %I = $1', TG_TABLE_NAME, TG_ARGV[0])
    INTO next USING to_jsonb(NEW) ->> TG_ARGV[0];
  IF NEW.no <> next THEN
    RAISE EXCEPTION '% number % where % is next', TG_TABLE_NAME, NEW.no, next
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;--> statement-breakpoint
CREATE TRIGGER document_versions_gapless BEFORE INSERT ON "document_versions" FOR EACH ROW EXECUTE FUNCTION require_next_number('document_id');--> statement-breakpoint
CREATE TRIGGER submissions_gapless BEFORE INSERT ON "submissions" FOR EACH ROW EXECUTE FUNCTION require_next_number('deliverable_id');--> statement-breakpoint
CREATE TRIGGER assignment_transitions_gapless BEFORE INSERT ON "assignment_transitions" FOR EACH ROW EXECUTE FUNCTION require_next_number('assignment_id');--> statement-breakpoint
CREATE TRIGGER no_objections_gapless BEFORE INSERT ON "no_objections" FOR EACH ROW EXECUTE FUNCTION require_next_number('assignment_id');--> statement-breakpoint
CREATE TRIGGER contract_amendments_gapless BEFORE INSERT ON "contract_amendments" FOR EACH ROW EXECUTE FUNCTION require_next_number('contract_id');--> statement-breakpoint
-- Who begins or ceases to hold an assignment is looked at again in every open document.
CREATE TRIGGER individual_holders_access AFTER INSERT OR UPDATE OR DELETE ON "individual_holders"
  FOR EACH ROW EXECUTE FUNCTION notify_access_changed('assignment', 'assignment_id');
