import { CELLS_MAX, COLUMNS_MAX, MERGED_AREAS_MAX, ROWS_MAX, TEXT_TOTAL_MAX } from './limits.mjs';
import { dateOfSerial } from './date-serial.mjs';
import { textCollector } from './parts.mjs';
import { readXml } from './read-xml.mjs';
import { refuse } from './refuse.mjs';

/** Counts over all sheets of a workbook. */
export const nothingRead = () => ({ rows: 0, cells: 0, characters: 0 });

/**
 * The rows of a sheet that hold anything. Cells without a value and without a formula are left out.
 *
 * @param {Uint8Array} bytes
 * @param {{
 *   strings: string[], dateStyles: boolean[], dates1904: boolean,
 *   read: { rows: number, cells: number, characters: number },
 * }} workbook
 * @returns {import('../cell.ts').ReadRow[]}
 */
export function readSheet(bytes, workbook) {
  const rows = [];
  const areas = [];
  const cellText = textCollector();
  const { openers, closers, place } = steps(rows, areas, { workbook, cellText });
  readXml(bytes, {
    open(name, attribute) {
      if (place.cell) cellText.open(name);
      if (Object.hasOwn(openers, name)) openers[name](attribute);
    },
    text(text) {
      if (place.value !== null) place.value += text;
      else if (place.cell) cellText.text(text);
    },
    close(name) {
      if (place.cell) cellText.close(name);
      if (Object.hasOwn(closers, name)) closers[name]();
    },
  });
  return markMerged(rows, areas);
}

/** What to do at the beginning and at the end of each element that says something. */
function steps(rows, areas, { workbook, cellText }) {
  const place = { row: { number: 0, cells: [] }, column: -1, cell: null, value: null };
  const openers = {
    row(attribute) {
      place.row = { number: numberOf(attribute('r')) ?? place.row.number + 1, cells: [] };
      place.column = -1;
    },
    c(attribute) {
      const name = attribute('r');
      place.column = name === undefined ? place.column + 1 : columnOf(name);
      const style = Number(attribute('s') ?? 0);
      place.cell = { column: place.column, type: attribute('t') ?? 'n', style, raw: '' };
    },
    f() {
      if (place.cell) place.cell.formula = true;
    },
    v() {
      place.value = '';
    },
    mergeCell(attribute) {
      areas.push(attribute('ref') ?? '');
      if (areas.length > MERGED_AREAS_MAX) refuse('xlsx.too-large');
    },
  };
  const closers = {
    v() {
      if (place.cell) place.cell.raw = place.value;
      place.value = null;
    },
    c() {
      const text = cellText.take();
      if (place.cell?.type === 'inlineStr') place.cell.raw = text;
      const read = place.cell && readCell(place.cell, workbook);
      if (read) keep(read, place.row, workbook.read);
      place.cell = null;
    },
    row() {
      if (place.row.cells.length === 0) return;
      workbook.read.rows += 1;
      if (workbook.read.rows > ROWS_MAX) refuse('xlsx.too-many-rows');
      rows.push(place.row);
    },
  };
  return { openers, closers, place };
}

function keep(cell, row, read) {
  read.cells += 1;
  read.characters += cell.value.length;
  if (cell.column >= COLUMNS_MAX) refuse('xlsx.too-many-columns');
  if (read.cells > CELLS_MAX || read.characters > TEXT_TOTAL_MAX) refuse('xlsx.too-large');
  row.cells.push(cell);
}

function readCell({ column, type, style, raw, formula }, workbook) {
  if (raw === '' && !formula) return null;
  const cell = (kind, value) => ({ column, kind, value, ...(formula ? { formula } : {}) });
  switch (type) {
    case 's':
      return cell('text', workbook.strings[Number(raw)] ?? refuse('xlsx.damaged'));
    case 'b':
      return cell('boolean', raw === '1' || raw === 'true' ? 'true' : 'false');
    case 'e':
      return cell('error', raw);
    case 'd':
      return cell('date', raw.slice(0, 19).replace(/T00:00:00$/, ''));
    case 'n': {
      const number = Number(raw);
      if (raw === '' || !Number.isFinite(number)) return cell('error', raw);
      const date = workbook.dateStyles[style] ? dateOfSerial(number, workbook.dates1904) : null;
      return date === null ? cell('number', decimalOf(number)) : cell('date', date);
    }
    default:
      return cell('text', raw);
  }
}

/** Spreadsheets show 15 digits; more are the noise of binary fractions. Never with an exponent. */
function decimalOf(number) {
  const [digits, exponent] = number.toExponential(14).split('e');
  const places = 14 - Number(exponent);
  if (places < 0 || places > 100) return String(number);
  const plain = Number(`${digits}e${exponent}`).toFixed(places);
  return plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain;
}

function markMerged(rows, areas) {
  for (const area of areas) {
    const [from, to] = area.split(':').map((place) => numberOf(/\d+$/.exec(place)?.[0]));
    if (from === undefined) continue;
    for (const row of rows) {
      if (row.number < from || row.number > (to ?? from)) continue;
      row.merged ??= [];
      if (row.merged.length < MERGED_SHOWN_MAX) row.merged.push(area);
    }
  }
  return rows;
}

/** `AB12` -> 27 */
function columnOf(place) {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/i.exec(place)?.[0].toUpperCase() ?? refuse('xlsx.damaged')) {
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  return column - 1;
}

function numberOf(digits) {
  return digits !== undefined && /^\d{1,7}$/.test(digits) ? Number(digits) : undefined;
}

const MERGED_SHOWN_MAX = 5;
