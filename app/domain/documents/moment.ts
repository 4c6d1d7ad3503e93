/** A place in the past of a document: after a row of its log, or as it was at an instant. */
export type Moment = { seq: number } | { at: Date };
