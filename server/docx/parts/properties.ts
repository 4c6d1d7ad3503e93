/** docProps: what the file says about itself, and by which document and version we know it again. */
import type { BlockLanguage } from '#app/domain/documents/document-tree.ts';
import { element, text, together, type Xml } from '../ooxml/xml.ts';

type Part = { contentType: string; root: Xml };

export function corePropertiesPart(about: {
  title: string;
  subject: string;
  author: string;
  language: BlockLanguage;
  createdAt: Date;
}): Part {
  const instant = text(about.createdAt.toISOString().replace(/\.\d+Z$/, 'Z'));
  const date = { 'xsi:type': 'dcterms:W3CDTF' };
  const pieces = together(
    element('dc:title', {}, text(about.title)),
    element('dc:subject', {}, text(about.subject)),
    element('dc:creator', {}, text(about.author)),
    element('dc:language', {}, text(about.language === 'zh' ? 'zh-CN' : 'en-US')),
    element('dcterms:created', date, instant),
    element('dcterms:modified', date, instant),
  );
  return {
    contentType: 'application/vnd.openxmlformats-package.core-properties+xml',
    root: element('cp:coreProperties', CORE_NAMESPACES, pieces),
  };
}

export function appPropertiesPart(): Part {
  return {
    contentType: `${OFFICE_DOCUMENT}.extended-properties+xml`,
    root: element(
      'Properties',
      { xmlns: `${OFFICE_NAMESPACE}/extended-properties` },
      element('Application', {}, text('Dagang')),
    ),
  };
}

/** A file that comes back is recognised by these two values. */
export const DOCUMENT_ID_PROPERTY = 'DagangDocumentId';
export const REVISION_PROPERTY = 'DagangRevision';

export function customPropertiesPart(identity: { documentId: string; revision: number }): Part {
  const values = [
    { name: DOCUMENT_ID_PROPERTY, value: element('vt:lpwstr', {}, text(identity.documentId)) },
    { name: REVISION_PROPERTY, value: element('vt:i4', {}, text(String(identity.revision))) },
  ];
  const properties = values.map(({ name, value }, index) =>
    element('property', { fmtid: CUSTOM_FORMAT, pid: FIRST_CUSTOM_ID + index, name }, value),
  );
  return {
    contentType: `${OFFICE_DOCUMENT}.custom-properties+xml`,
    root: element(
      'Properties',
      {
        xmlns: `${OFFICE_NAMESPACE}/custom-properties`,
        'xmlns:vt': `${OFFICE_NAMESPACE}/docPropsVTypes`,
      },
      together(...properties),
    ),
  };
}

const OFFICE_DOCUMENT = 'application/vnd.openxmlformats-officedocument';
const OFFICE_NAMESPACE = 'http://schemas.openxmlformats.org/officeDocument/2006';
/** Fixed by the standard: the format of user-defined properties, whose ids begin at 2. */
const CUSTOM_FORMAT = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';
const FIRST_CUSTOM_ID = 2;
const CORE_NAMESPACES = {
  'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:dcterms': 'http://purl.org/dc/terms/',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
};
