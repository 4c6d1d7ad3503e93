/**
 * One assignment as the open contracting standard sees it: what has been planned, invited, awarded,
 * signed and carried out so far. A part that has not been reached is null or an empty list.
 */
import type { CalendarDate } from '#app/domain/shared/calendar-date.ts';
import type { Bilingual } from '#app/domain/shared/locale.ts';

export type ContractingProcess = {
  ocid: string;
  title: Bilingual;
  parties: Party[];
  /** Ids of parties. */
  buyerId: string;
  planning: Planning;
  tender: Tender | null;
  awards: Award[];
  contracts: Contract[];
};

/** Minor units (fen, cents) of the currency. */
export type Money = { minor: number; currency: string };

export type Party = {
  id: string;
  name: Bilingual;
  roles: ('buyer' | 'procuringEntity' | 'tenderer' | 'supplier' | 'funder' | 'payer' | 'payee')[];
};

export type Planning = {
  at: Date;
  project: { id: string; name: Bilingual };
  budget: Money | null;
  documents: PublishedDocument[];
  milestones: ProcessMilestone[];
};

export type Tender = {
  at: Date;
  id: string;
  status: 'planned' | 'active' | 'complete' | 'cancelled';
  method: 'open' | 'selective' | 'limited' | 'direct';
  /** The method as the World Bank names it, e.g. `CQS`. */
  methodDetails: string;
  value: Money | null;
  /** Ids of parties. */
  tendererIds: string[];
  documents: PublishedDocument[];
  milestones: ProcessMilestone[];
};

export type Award = {
  id: string;
  at: Date;
  status: 'pending' | 'active' | 'cancelled';
  value: Money | null;
  supplierIds: string[];
  documents: PublishedDocument[];
};

export type Contract = {
  id: string;
  awardId: string;
  status: 'pending' | 'active' | 'terminated';
  /** The amount as it was signed. */
  value: Money;
  signedOn: CalendarDate;
  period: { startsOn: CalendarDate; endsOn: CalendarDate };
  documents: PublishedDocument[];
  milestones: ProcessMilestone[];
  amendments: ContractAmendment[];
  transactions: PaymentTransaction[];
  terminatedAt: Date | null;
};

/** An amendment in force, with what the contract comes to since. */
export type ContractAmendment = {
  id: string;
  at: Date;
  description: string;
  rationale: string;
  value: Money;
  endsOn: CalendarDate;
};

export type PaymentTransaction = {
  id: string;
  paidOn: CalendarDate;
  value: Money;
  payerId: string;
  payeeId: string;
};

export type PublishedDocument = {
  id: string;
  type:
    | 'noObjectionCertificate'
    | 'shortlistedFirms'
    | 'evaluationReports'
    | 'technicalSpecifications'
    | 'biddingDocuments'
    | 'contractSigned'
    | 'contractAnnexe';
  title: Bilingual;
  publishedAt: Date;
  /** Absolute address. */
  url: string | null;
};

export type ProcessMilestone = {
  id: string;
  title: Bilingual;
  /** Open codelist: `delivery`, `approval`, `reporting`, `preProcurement`, … */
  type: string;
  dueOn: CalendarDate | null;
  metAt: Date | null;
  status: 'scheduled' | 'met' | 'notMet' | 'partiallyMet';
};
