import { isRegisterField } from '#app/domain/documents/template.ts';
import { element, NOTHING, together, valued, type Xml } from '../ooxml/xml.ts';
import { writeRun, type RunLook } from './run.ts';
import type { Writing } from './writing.ts';

/** Tag of the content control by which a field is known again in a returned file. */
export function fieldTag(field: string): string {
  return `dagang:field:${field}`;
}

/**
 * A content control around the present value. What the register does not know yet is a blank line
 * to fill in, as on a form; a name that is no field of the register stands in braces.
 */
export function writeRegisterField(field: string, look: RunLook, writing: Writing): Xml {
  const known = isRegisterField(field) ? writing.input.registerValues[field] : `{${field}}`;
  const value = known.replace(/\s+/g, ' ').trim();
  const isBlank = value === '';
  const properties = together(
    valued('w:alias', field),
    valued('w:tag', fieldTag(field)),
    valued('w:id', writing.nextId('control')),
    isBlank ? element('w:showingPlcHdr') : NOTHING,
    element('w:text'),
  );
  const run = isBlank
    ? writeRun(BLANK, { ...look, style: 'PlaceholderText' })
    : writeRun(value, look);
  return element(
    'w:sdt',
    {},
    together(element('w:sdtPr', {}, properties), element('w:sdtContent', {}, run)),
  );
}

const BLANK = '________';
