/** The looks of a cell, by their number in the list of formats below. */
export const STYLE = {
  plain: 0,
  header: 1,
  /** Text that a spreadsheet program must not take for a formula when somebody edits it. */
  quoted: 2,
  integer: 3,
  date: 4,
  instant: 5,
  wholeMoney: 6,
  money: 7,
  fineMoney: 8,
} as const;

const DATE = 164;
const INSTANT = 165;
const FINE_MONEY = 166;

const format = (numFmtId: number, more = '') =>
  `<xf numFmtId="${numFmtId}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"${more}/>`;

export const STYLES =
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<numFmts count="3">' +
  `<numFmt numFmtId="${DATE}" formatCode="yyyy-mm-dd"/>` +
  `<numFmt numFmtId="${INSTANT}" formatCode="yyyy-mm-dd hh:mm"/>` +
  `<numFmt numFmtId="${FINE_MONEY}" formatCode="#,##0.000"/>` +
  '</numFmts>' +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF4"/></patternFill></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="9">' +
  format(0) +
  '<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' +
  format(49, ' quotePrefix="1"') +
  format(1) +
  format(DATE) +
  format(INSTANT) +
  format(3) +
  format(4) +
  format(FINE_MONEY) +
  '</cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
  '</styleSheet>';
