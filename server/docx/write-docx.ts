/**
 * Writes a document as an Office Open XML file for Word and WPS. Equal input gives equal bytes.
 * Each part is made by its own module under `parts/` and `body/`; here they are put together.
 */
import { leafBlocks, type Heading } from '#app/domain/documents/document-tree.ts';
import { headingLists } from './body/heading-numbering.ts';
import { placeComments } from './body/comment-ranges.ts';
import { closingLeaf, documentPart } from './body/document.ts';
import { createIdCounter, DOCUMENT_PART, type Writing } from './body/writing.ts';
import type { DocxInput } from './docx-input.ts';
import type { RelationType } from './ooxml/namespaces.ts';
import { createPackage, type PackageBuilder } from './ooxml/package-builder.ts';
import type { Xml } from './ooxml/xml.ts';
import { commentParts } from './parts/comments.ts';
import { fontTablePart } from './parts/font-table.ts';
import { createFootnotes } from './parts/footnotes.ts';
import { footerPart, headerPart } from './parts/header-footer.ts';
import { HOUSE_STYLES } from './parts/house-style.ts';
import { createNumbering } from './parts/numbering.ts';
import { appPropertiesPart, corePropertiesPart, customPropertiesPart } from './parts/properties.ts';
import { settingsPart } from './parts/settings.ts';
import { stylesPart } from './parts/styles.ts';

export type { DocxComment, DocxImage, DocxInput, DocxMessage } from './docx-input.ts';

/** @returns the bytes of a .docx file. @throws when two comments share an id or a date is none. */
export function writeDocx(input: DocxInput): Uint8Array {
  const target = createPackage();
  target.relate({ from: '', type: 'document', target: DOCUMENT_PART });
  const writing = beginWriting(input, target);
  const edges = {
    header: addWordPart(target, 'header1.xml', {
      type: 'header',
      ...headerPart(input.title, input.language),
    }),
    footer: addWordPart(target, 'footer1.xml', { type: 'footer', ...footerPart() }),
    firstFooter: addWordPart(target, 'footer2.xml', { type: 'footer', ...footerPart() }),
  };
  target.addXml({ name: DOCUMENT_PART, ...documentPart(writing, edges) });
  addSupportingParts(writing);
  addProperties(input, target);
  return target.toBytes();
}

function beginWriting(input: DocxInput, target: PackageBuilder): Writing {
  const leaves = leafBlocks(input.tree);
  const headings = leaves.filter((leaf) => leaf.type === 'heading');
  const linked = linkedNumbering(headings, input);
  const numbering = createNumbering(linked);
  return {
    input,
    package: target,
    numbering,
    footnotes: createFootnotes(),
    ranges: placeComments(leaves, input.comments, closingLeaf(input.tree.blocks)),
    headingLists: headingLists(headings, numbering),
    linkedHeadingList: numbering.headingList(linked),
    nextId: createIdCounter(),
    bookmarkNames: new Set(),
    pictures: new Map(),
  };
}

/** The styles carry the numbering that the document uses first, so that Word goes on with it. */
function linkedNumbering(headings: readonly Heading[], input: DocxInput) {
  for (const { numbering } of headings) if (numbering !== 'none') return numbering;
  return HOUSE_STYLES[input.language].headingNumbering;
}

/** Everything that the body refers to; after the body, because it is collected there. */
function addSupportingParts(writing: Writing): void {
  const { input, numbering, footnotes, ranges, package: target } = writing;
  const hasFootnotes = !footnotes.isEmpty();
  const parts: TypedPart[] = [
    { type: 'styles', ...stylesPart(input.language, writing.linkedHeadingList) },
    { type: 'numbering', ...numbering.toPart() },
    { type: 'settings', ...settingsPart({ language: input.language, hasFootnotes }) },
    { type: 'fontTable', ...fontTablePart() },
    ...commentParts(input.documentId, ranges.comments),
  ];
  if (hasFootnotes) parts.push({ type: 'footnotes', ...footnotes.toPart() });
  for (const part of parts) addWordPart(target, `${part.type}.xml`, part);
}

type TypedPart = { type: RelationType; contentType: string; root: Xml };

/** @returns the relationship id from the document to the part. */
function addWordPart(target: PackageBuilder, name: string, part: TypedPart): string {
  target.addXml({ name: `word/${name}`, contentType: part.contentType, root: part.root });
  return target.relate({ from: DOCUMENT_PART, type: part.type, target: name });
}

function addProperties(input: DocxInput, target: PackageBuilder): void {
  const parts: TypedPart[] = [
    { type: 'core', ...corePropertiesPart(input) },
    { type: 'app', ...appPropertiesPart() },
    { type: 'custom', ...customPropertiesPart(input) },
  ];
  for (const { type, ...part } of parts) {
    const name = `docProps/${type}.xml`;
    target.addXml({ name, ...part });
    target.relate({ from: '', type, target: name });
  }
}
