/** What pages show of the data models and of the links to them. Types only. */
import type { LinkCompleteness } from '../../domain/models/link-completeness.ts';
import type { LinkRelation, Model, ModelElementKind } from '../../domain/models/model.ts';
import type { RecordType } from '../../domain/models/record-reference.ts';
import type { Bilingual } from '../../domain/shared/locale.ts';

/** An element of the registry, or one instance of it. */
export type TargetView = {
  /** `element:…` or `instance:…`. */
  reference: string;
  to: string;
  model: Model;
  /** Null for an instance. */
  kind: ModelElementKind | null;
  key: string;
  title: Bilingual;
  revision: number;
};

/** A record that can be linked, under the name that people know it by. */
export type RecordView = {
  /** `document:…` and so on. */
  reference: string;
  type: RecordType;
  assignmentCode: string;
  label: Bilingual;
  to: string;
};

export type LinkView = {
  id: string;
  relation: LinkRelation;
  record: RecordView;
  target: TargetView;
  /** Revision when it was made; behind the target's when the model has moved on. */
  revision: number;
  mayRemove: boolean;
};

export type ModelsPage = {
  elements: (TargetView & { links: number; unit: string | null })[];
  completeness: LinkCompleteness;
};

export type ElementPage = {
  element: TargetView & {
    meaning: Bilingual;
    unit: string | null;
    source: string;
  };
  instances: (TargetView & { links: number })[];
  /** Links to the element and to its instances, as far as the reader may see the records. */
  backlinks: LinkView[];
};

export type AssignmentLinksPage = {
  links: LinkView[];
  records: RecordView[];
  completeness: LinkCompleteness;
  mayLink: boolean;
  /** Found by the words of the picker. */
  targets: TargetView[];
};
