/**
 * Reads a workbook of somebody, in a process that may be killed: bytes on standard input, lines of
 * JSON on standard output. First `{"sheet": name}` for a sheet, then its rows, one a line; at last
 * `{"end": true}`. Or `{"refused": code}`, whatever came before.
 */
import { PACKED_BYTES_MAX } from './limits.mjs';
import { openPackage } from './open-package.mjs';
import { findWorkbook, readDateStyles, readSharedStrings } from './parts.mjs';
import { nothingRead, readSheet } from './read-sheet.mjs';
import { Refused, refuse } from './refuse.mjs';

try {
  await readWorkbook(await allOf(process.stdin));
  await tell({ end: true });
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  await tell({ refused: error.code });
}

async function readWorkbook(bytes) {
  const parts = openPackage(bytes);
  const found = findWorkbook(parts);
  const workbook = {
    strings: readSharedStrings(found.strings),
    dateStyles: readDateStyles(found.styles),
    dates1904: found.dates1904,
    read: nothingRead(),
  };
  for (const { name, part } of found.sheets) {
    const rows = readSheet(parts.get(part) ?? refuse('xlsx.damaged'), workbook);
    await tell({ sheet: name });
    for (const row of rows) await tell(row);
  }
}

async function allOf(stream) {
  const pieces = [];
  let length = 0;
  for await (const piece of stream) {
    length += piece.length;
    if (length > PACKED_BYTES_MAX) refuse('xlsx.too-large');
    pieces.push(piece);
  }
  return new Uint8Array(Buffer.concat(pieces));
}

function tell(line) {
  if (process.stdout.write(`${JSON.stringify(line)}\n`)) return undefined;
  return new Promise((resolve) => process.stdout.once('drain', resolve));
}
