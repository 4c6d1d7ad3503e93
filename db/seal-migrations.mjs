/**
 * `npm run migration:seal` writes down the hash of every new migration. A migration that was sealed
 * has run somewhere: it is never edited, renamed or removed; a mistake is mended by the next one.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));
const SEALS = join(MIGRATIONS, 'hashes.json');

/** @returns {Record<string, string>} sha256 in hex by file name, as they were sealed. */
export function sealedHashes() {
  return existsSync(SEALS) ? JSON.parse(readFileSync(SEALS, 'utf8')) : {};
}

/** @returns {Record<string, string>} sha256 in hex by file name, as the files are now. */
export function currentHashes() {
  const names = readdirSync(MIGRATIONS).filter((name) => name.endsWith('.sql'));
  return Object.fromEntries(names.sort().map((name) => [name, hashOf(join(MIGRATIONS, name))]));
}

/** @returns {string[]} names of sealed migrations that were changed or are gone. */
export function brokenSeals() {
  const now = currentHashes();
  return Object.entries(sealedHashes())
    .filter(([name, hash]) => now[name] !== hash)
    .map(([name]) => name);
}

function seal() {
  const broken = brokenSeals();
  if (broken.length > 0) {
    console.error(`Sealed migrations were changed: ${broken.join(', ')}. Restore them.`);
    process.exitCode = 1;
    return;
  }
  const hashes = currentHashes();
  writeFileSync(SEALS, `${JSON.stringify(hashes, null, 2)}\n`);
  console.log(`${Object.keys(hashes).length} migrations are sealed.`);
}

/** Line ends may differ between check-outs; the SQL does not. */
function hashOf(path) {
  return createHash('sha256')
    .update(readFileSync(path, 'utf8').replaceAll('\r\n', '\n'))
    .digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) seal();
