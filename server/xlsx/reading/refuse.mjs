/** Ends the reading with a code of `XLSX_REFUSALS`. */
export class Refused extends Error {
  /** @param {string} code */
  constructor(code) {
    super(code);
    this.code = code;
  }
}

/** @param {string} code */
export function refuse(code) {
  throw new Refused(code);
}
