import { daysBetween, PROJECT_TIME_ZONE } from '#app/domain/shared/calendar-date.ts';
import { fractionDigits } from '#app/domain/shared/currency.ts';
import type { WrittenCell, WrittenSheet } from './cell.ts';
import { columnName } from './column-name.ts';
import type { SharedStrings } from './shared-strings.ts';
import { STYLE } from './styles.ts';

/** One worksheet as XML, its header in bold and frozen. */
export function writeSheet(sheet: WrittenSheet, strings: SharedStrings): string {
  const widths = sheet.columns.map(
    ({ width }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const header = sheet.columns.map(({ header: words }, column) =>
    cell(columnName(column) + 1, STYLE.header, ` t="s"><v>${strings.numberOf(words)}</v></c>`),
  );
  const rows = sheet.rows.map((cells, index) => {
    const written = cells.map((one, column) =>
      writeCell(columnName(column) + (index + 2), one, strings),
    );
    return `<row r="${index + 2}">${written.join('')}</row>`;
  });
  return (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    (widths.length === 0 ? '' : `<cols>${widths.join('')}</cols>`) +
    `<sheetData><row r="1">${header.join('')}</row>${rows.join('')}</sheetData></worksheet>`
  );
}

function writeCell(place: string, value: WrittenCell, strings: SharedStrings): string {
  if (value === null) return '';
  const number = (style: number, digits: string | number) =>
    cell(place, style, `><v>${digits}</v></c>`);
  switch (value.type) {
    case 'text': {
      const style = LOOKS_LIKE_A_FORMULA.test(value.value) ? STYLE.quoted : STYLE.plain;
      return cell(place, style, ` t="s"><v>${strings.numberOf(value.value)}</v></c>`);
    }
    case 'integer':
      return number(STYLE.integer, value.value);
    case 'decimal':
      if (!/^-?\d+(\.\d+)?$/.test(value.value)) {
        throw new RangeError(`"${value.value}" is not a decimal.`);
      }
      return number(STYLE.plain, value.value);
    case 'money':
      return number(...moneyCell(value));
    case 'date':
      return number(STYLE.date, daysBetween(DAY_ZERO, value.value));
    case 'instant':
      return number(STYLE.instant, serialOf(value.value));
    case 'boolean':
      return cell(place, STYLE.plain, ` t="b"><v>${value.value ? 1 : 0}</v></c>`);
  }
}

function cell(place: string, style: number, rest: string): string {
  return `<c r="${place}" s="${style}"${rest}`;
}

/** Placed by its digits, never by dividing: 0.29 must not become 0.28999999999999998. */
function moneyCell(money: { minor: number; currency: string }): [style: number, digits: string] {
  const places = fractionDigits(money.currency);
  const digits = String(Math.abs(money.minor)).padStart(places + 1, '0');
  const sign = money.minor < 0 ? '-' : '';
  const whole = sign + digits.slice(0, digits.length - places);
  if (places === 0) return [STYLE.wholeMoney, whole];
  const style = places === 2 ? STYLE.money : STYLE.fineMoney;
  return [style, `${whole}.${digits.slice(digits.length - places)}`];
}

/** Days since the day zero of spreadsheets, to the second, as the project's clocks show it. */
function serialOf(at: Date): string {
  const wall = WALL_CLOCK.format(at);
  const seconds = (Date.parse(`${wall.replace(' ', 'T')}Z`) - Date.parse(DAY_ZERO)) / 1000;
  return (seconds / 86_400).toFixed(10);
}

/** Spreadsheets count from here for every date since March 1900. */
const DAY_ZERO = '1899-12-30';
const LOOKS_LIKE_A_FORMULA = /^[=+\-@\t\r\n]/;
const WALL_CLOCK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: PROJECT_TIME_ZONE,
  dateStyle: 'short',
  timeStyle: 'medium',
});
