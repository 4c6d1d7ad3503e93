/**
 * Text as it stands in an element or a quoted attribute of a workbook. What XML cannot hold is
 * spelled `_xHHHH_`, the way spreadsheet programs do, and words that look like such a spelling are
 * spelled so too. Halves of surrogate pairs become U+FFFD: no encoding can hold them.
 */
export function asElementText(value: string): string {
  return value
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      SPELLED,
      (found) => `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

// eslint-disable-next-line no-control-regex -- control characters are exactly what must be spelled
const SPELLED = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g;
