/** The data models that the texts are about. */
export const MODELS = ['ETS', 'VERIFIER', 'INCLUSION', 'SERVICE'] as const;
export type Model = (typeof MODELS)[number];

export const MODEL_ELEMENT_KINDS = [
  'TABLE',
  'FIELD',
  'RULE',
  'STATE_MACHINE',
  'INDICATOR',
] as const;
export type ModelElementKind = (typeof MODEL_ELEMENT_KINDS)[number];

/** How a record stands to the element or instance it is linked to. */
export const LINK_RELATIONS = ['COVERS', 'PROPOSES_CHANGE', 'CITES', 'EVIDENCE_FOR'] as const;
export type LinkRelation = (typeof LINK_RELATIONS)[number];
