/**
 * @param {string} id number of the format; some numbers are dates in every workbook.
 * @param {string | undefined} code the format as written in this workbook.
 */
export function isDateFormat(id, code) {
  if (code === undefined) return BUILT_IN_DATES.has(Number(id));
  const shown = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return /[ymdhs]/i.test(shown.replace(/general|E[+-]/gi, ''));
}

/**
 * A spreadsheet's day number as `YYYY-MM-DD`, with `THH:MM:SS` when there is a time; null when it
 * is no day of the years 1900 to 9999.
 *
 * @param {number} serial
 * @param {boolean} from1904
 */
export function dateOfSerial(serial, from1904) {
  // The day numbers of 1900 count a 29 February that never was.
  const days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const seconds = Math.round(days * 86_400);
  if (!(seconds >= 86_400 && seconds < LAST_DAY * 86_400)) return null;
  const written = new Date(DAY_ZERO + seconds * 1000).toISOString();
  return seconds % 86_400 === 0 ? written.slice(0, 10) : written.slice(0, 19);
}

const BUILT_IN_DATES = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51,
  52, 53, 54, 55, 56, 57, 58,
]);
const DAY_ZERO = Date.UTC(1899, 11, 30);
const LAST_DAY = 2_958_466;
