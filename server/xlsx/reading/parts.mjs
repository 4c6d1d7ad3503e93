import { SHEETS_MAX, TEXT_MAX } from './limits.mjs';
import { isDateFormat } from './date-serial.mjs';
import { readXml } from './read-xml.mjs';
import { refuse } from './refuse.mjs';

/**
 * Finds the workbook and its sheets by the relationships of the package. Targets outside the
 * package are passed over.
 *
 * @param {Map<string, Uint8Array>} parts
 */
export function findWorkbook(parts) {
  const root = relationships(parts, '_rels/.rels', '').find(({ type }) =>
    type.endsWith('/officeDocument'),
  );
  const bytes = root && parts.get(root.target);
  if (!bytes) return refuse('xlsx.not-a-workbook');
  const folder = root.target.slice(0, root.target.lastIndexOf('/') + 1);
  const related = relationships(
    parts,
    `${folder}_rels/${root.target.slice(folder.length)}.rels`,
    folder,
  );
  const sheets = [];
  let dates1904 = false;
  let isWorkbook = false;
  readXml(bytes, {
    open(name, attribute) {
      if (name === 'workbook') isWorkbook = true;
      if (name === 'workbookPr') dates1904 = /^(1|true)$/.test(attribute('date1904') ?? '');
      if (name === 'sheet') {
        const target = related.find(({ id }) => id === attribute('id'));
        if (target?.type.endsWith('/worksheet')) {
          sheets.push({ name: attribute('name') ?? '', part: target.target });
        }
      }
    },
  });
  if (!isWorkbook || sheets.length === 0) return refuse('xlsx.not-a-workbook');
  if (sheets.length > SHEETS_MAX) refuse('xlsx.too-large');
  const partOf = (ending) => parts.get(related.find(({ type }) => type.endsWith(ending))?.target);
  return { sheets, dates1904, styles: partOf('/styles'), strings: partOf('/sharedStrings') };
}

function relationships(parts, name, folder) {
  const found = [];
  const bytes = parts.get(name);
  if (!bytes) return found;
  readXml(bytes, {
    open(element, attribute) {
      const target = attribute('Target');
      if (element !== 'Relationship' || attribute('TargetMode') === 'External' || !target) return;
      found.push({
        id: attribute('Id'),
        type: attribute('Type') ?? '',
        target: withinPackage(folder, target).toLowerCase(),
      });
    },
  });
  return found;
}

function withinPackage(folder, target) {
  return new URL(target, `package:///${folder}`).pathname.slice(1);
}

/** @returns {string[]} the shared texts, rich ones as plain text and without readings. */
export function readSharedStrings(bytes) {
  const texts = [];
  if (!bytes) return texts;
  const text = textCollector();
  readXml(bytes, {
    open: text.open,
    text: text.text,
    close(name) {
      text.close(name);
      if (name === 'si') texts.push(text.take());
    },
  });
  return texts;
}

/** Gathers what stands in `t`, but not in the phonetic readings beside it. */
export function textCollector() {
  let gathered = '';
  let inText = false;
  let readings = 0;
  return {
    open(name) {
      if (name === 't') inText = true;
      if (name === 'rPh') readings += 1;
    },
    text(text) {
      if (!inText || readings > 0) return;
      gathered += text;
      if (gathered.length > TEXT_MAX * 8) refuse('xlsx.too-large');
    },
    close(name) {
      if (name === 't') inText = false;
      if (name === 'rPh') readings -= 1;
    },
    take() {
      const whole = unspelled(gathered);
      gathered = '';
      if (whole.length > TEXT_MAX) refuse('xlsx.too-large');
      return whole;
    },
  };
}

/** Spreadsheet programs spell what XML cannot hold as `_xHHHH_`. */
function unspelled(text) {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(parseInt(code, 16)));
}

/** @returns {boolean[]} for each cell style, whether its number format shows a date. */
export function readDateStyles(bytes) {
  const formats = new Map();
  const styles = [];
  if (!bytes) return styles;
  let inCellStyles = false;
  readXml(bytes, {
    open(name, attribute) {
      if (name === 'numFmt') formats.set(attribute('numFmtId'), attribute('formatCode') ?? '');
      if (name === 'cellXfs') inCellStyles = true;
      if (name !== 'xf' || !inCellStyles) return;
      const id = attribute('numFmtId') ?? '0';
      styles.push(isDateFormat(id, formats.get(id)));
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return styles;
}
