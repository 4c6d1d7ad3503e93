import { unzipSync } from 'fflate';
import { ENTRIES_MAX, RATIO_COUNTS_FROM, RATIO_MAX, UNPACKED_BYTES_MAX } from './limits.mjs';
import { Refused, refuse } from './refuse.mjs';

/**
 * The parts of a package that hold tables, by name in lower case. Sizes are checked as the file
 * declares them, before anything is unpacked; what unpacks to more than it declared is cut there.
 *
 * @param {Uint8Array} bytes
 * @returns {Map<string, Uint8Array>}
 */
export function openPackage(bytes) {
  if (startsWith(bytes, COMPOUND_FILE)) {
    refuse(holdsUtf16(bytes, 'EncryptedPackage') ? 'xlsx.encrypted' : 'xlsx.old-format');
  }
  if (!startsWith(bytes, ZIP_ENTRY)) refuse('xlsx.not-a-workbook');
  let entries = 0;
  let unpacked = 0;
  try {
    const parts = unzipSync(bytes, {
      filter({ name, size, originalSize }) {
        entries += 1;
        if (entries > ENTRIES_MAX) refuse('xlsx.bomb');
        if (!NEEDED.test(name)) return false;
        unpacked += originalSize;
        if (unpacked > UNPACKED_BYTES_MAX) refuse('xlsx.bomb');
        if (originalSize > RATIO_COUNTS_FROM && originalSize > size * RATIO_MAX) {
          refuse('xlsx.bomb');
        }
        return true;
      },
    });
    return new Map(Object.entries(parts).map(([name, part]) => [name.toLowerCase(), part]));
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused('xlsx.damaged');
  }
}

/** Everything else (pictures, macros, links to elsewhere) is not even unpacked. */
const NEEDED =
  /^(\[content_types\]\.xml|_rels\/\.rels|[^/]+\/[^/]+\.xml|[^/]+\/_rels\/[^/]+\.rels|[^/]+\/worksheets\/[^/]+\.xml)$/i;
const ZIP_ENTRY = [0x50, 0x4b, 0x03, 0x04];
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

function startsWith(bytes, start) {
  return start.every((byte, index) => bytes[index] === byte);
}

function holdsUtf16(bytes, word) {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
    Buffer.from(word, 'utf16le'),
  );
}
