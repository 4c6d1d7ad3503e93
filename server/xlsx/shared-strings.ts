import { asElementText } from './escape.ts';

/** The texts of a workbook, each kept once; cells name them by number. */
export type SharedStrings = { numberOf(value: string): number; toXml(): string };

export function createSharedStrings(): SharedStrings {
  const numbers = new Map<string, number>();
  return {
    numberOf(value) {
      if (value.length > TEXT_MAX) {
        throw new RangeError(`A cell holds ${TEXT_MAX} characters, not ${value.length}.`);
      }
      const known = numbers.get(value) ?? numbers.size;
      numbers.set(value, known);
      return known;
    },
    toXml() {
      const items = [...numbers.keys()].map(
        (value) => `<si><t xml:space="preserve">${asElementText(value)}</t></si>`,
      );
      return `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${items.length}">${items.join('')}</sst>`;
    },
  };
}

/** The limit of every spreadsheet program. */
const TEXT_MAX = 32_767;
