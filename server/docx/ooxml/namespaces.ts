const OFFICE = 'http://schemas.openxmlformats.org';
const MICROSOFT = 'http://schemas.microsoft.com/office';

/** Prefixes that every WordprocessingML part of ours declares; `mc:Ignorable` names the newer ones. */
export const WORD_NAMESPACES = {
  'xmlns:w': `${OFFICE}/wordprocessingml/2006/main`,
  'xmlns:r': `${OFFICE}/officeDocument/2006/relationships`,
  'xmlns:wp': `${OFFICE}/drawingml/2006/wordprocessingDrawing`,
  'xmlns:a': `${OFFICE}/drawingml/2006/main`,
  'xmlns:pic': `${OFFICE}/drawingml/2006/picture`,
  'xmlns:mc': `${OFFICE}/markup-compatibility/2006`,
  'xmlns:w14': `${MICROSOFT}/word/2010/wordml`,
  'xmlns:w15': `${MICROSOFT}/word/2012/wordml`,
  'xmlns:w16cid': `${MICROSOFT}/word/2016/wordml/cid`,
  'xmlns:w16cex': `${MICROSOFT}/word/2018/wordml/cex`,
  'mc:Ignorable': 'w14 w15 w16cid w16cex',
} as const;

export const PICTURE_NAMESPACE = WORD_NAMESPACES['xmlns:pic'];
export const DRAWING_NAMESPACE = WORD_NAMESPACES['xmlns:a'];
export const RELATIONSHIPS_NAMESPACE = `${OFFICE}/package/2006/relationships`;
export const CONTENT_TYPES_NAMESPACE = `${OFFICE}/package/2006/content-types`;

const RELATION = `${OFFICE}/officeDocument/2006/relationships`;
export const RELATION_TYPES = {
  document: `${RELATION}/officeDocument`,
  core: `${OFFICE}/package/2006/relationships/metadata/core-properties`,
  app: `${RELATION}/extended-properties`,
  custom: `${RELATION}/custom-properties`,
  styles: `${RELATION}/styles`,
  numbering: `${RELATION}/numbering`,
  settings: `${RELATION}/settings`,
  fontTable: `${RELATION}/fontTable`,
  header: `${RELATION}/header`,
  footer: `${RELATION}/footer`,
  footnotes: `${RELATION}/footnotes`,
  image: `${RELATION}/image`,
  hyperlink: `${RELATION}/hyperlink`,
  comments: `${RELATION}/comments`,
  commentsExtended: `${MICROSOFT}/2011/relationships/commentsExtended`,
  commentsIds: `${MICROSOFT}/2016/09/relationships/commentsIds`,
  commentsExtensible: `${MICROSOFT}/2018/08/relationships/commentsExtensible`,
  people: `${MICROSOFT}/2011/relationships/people`,
} as const;
export type RelationType = keyof typeof RELATION_TYPES;

/** `application/vnd.openxmlformats-officedocument.wordprocessingml.<kind>+xml` */
export function wordContentType(kind: string): string {
  return `application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml`;
}
