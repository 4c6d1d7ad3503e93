import type { Image } from '#app/domain/documents/document-tree.ts';
import type { DocxImage } from '../docx-input.ts';
import { DRAWING_NAMESPACE, PICTURE_NAMESPACE } from '../ooxml/namespaces.ts';
import { emuFromPixels, PAGE, pixelsFromTwips } from '../ooxml/units.ts';
import { element, together, type Xml } from '../ooxml/xml.ts';
import { languageOfText } from './block-language.ts';
import { bookmarked } from './bookmark.ts';
import { writeParagraph } from './paragraph.ts';
import { writeRun } from './run.ts';
import { DOCUMENT_PART, type BlockPlace, type Writing } from './writing.ts';

/** A picture in a line of its own. Where its bytes are missing its description stands instead. */
export function writeImage(image: Image, place: BlockPlace, writing: Writing): Xml {
  const source = writing.input.images.get(image.attachmentId);
  const content =
    source === undefined
      ? description(image, writing)
      : element('w:r', {}, drawing(image, { source, place, writing }));
  return writeParagraph({ style: 'Figure' }, bookmarked(image.id, content, writing));
}

function description(image: Image, writing: Writing): Xml {
  const words = image.alternativeText.trim() === '' ? image.attachmentId : image.alternativeText;
  const language = languageOfText(words) ?? writing.input.language;
  return writeRun(`[${words}]`, { language });
}

type Embedding = { source: DocxImage; place: BlockPlace; writing: Writing };

function drawing(image: Image, { source, place, writing }: Embedding): Xml {
  const id = writing.nextId('drawing');
  const size = displayedSize(image, source, place);
  const extent = { cx: emuFromPixels(size.width), cy: emuFromPixels(size.height) };
  const about = { id, name: `image${id}`, descr: image.alternativeText };
  const picture = element(
    'pic:pic',
    { 'xmlns:pic': PICTURE_NAMESPACE },
    together(
      element('pic:nvPicPr', {}, together(element('pic:cNvPr', about), element('pic:cNvPicPr'))),
      pictureFill(pictureRelation(image.attachmentId, source, writing)),
      pictureShape(extent),
    ),
  );
  const graphic = element(
    'a:graphic',
    { 'xmlns:a': DRAWING_NAMESPACE },
    element('a:graphicData', { uri: PICTURE_NAMESPACE }, picture),
  );
  const locks = element('a:graphicFrameLocks', {
    'xmlns:a': DRAWING_NAMESPACE,
    noChangeAspect: 1,
  });
  const inline = together(
    element('wp:extent', extent),
    element('wp:effectExtent', { l: 0, t: 0, r: 0, b: 0 }),
    element('wp:docPr', about),
    element('wp:cNvGraphicFramePr', {}, locks),
    graphic,
  );
  return element(
    'w:drawing',
    {},
    element('wp:inline', { distT: 0, distB: 0, distL: 0, distR: 0 }, inline),
  );
}

function pictureFill(relationId: string): Xml {
  return element(
    'pic:blipFill',
    {},
    together(
      element('a:blip', { 'r:embed': relationId }),
      element('a:stretch', {}, element('a:fillRect')),
    ),
  );
}

function pictureShape(extent: { cx: number; cy: number }): Xml {
  return element(
    'pic:spPr',
    {},
    together(
      element('a:xfrm', {}, together(element('a:off', { x: 0, y: 0 }), element('a:ext', extent))),
      element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
    ),
  );
}

/** Pixels: as wide as asked, but within the column and the page, and in the picture's own shape. */
function displayedSize(image: Image, source: DocxImage, place: BlockPlace) {
  const own = { width: Math.max(source.width, 1), height: Math.max(source.height, 1) };
  const wanted = image.width !== null && image.width > 0 ? image.width : own.width;
  const scale = Math.min(
    wanted / own.width,
    pixelsFromTwips(place.width) / own.width,
    (pixelsFromTwips(PAGE.textHeight) * PAGE_SHARE) / own.height,
  );
  return { width: Math.max(own.width * scale, 1), height: Math.max(own.height * scale, 1) };
}

/** Leaves room for a caption on the page of a very tall picture. */
const PAGE_SHARE = 0.9;

function pictureRelation(attachmentId: string, source: DocxImage, writing: Writing): string {
  const known = writing.pictures.get(attachmentId);
  if (known !== undefined) return known;
  const extension = source.mediaType.slice('image/'.length);
  const target = `media/image${writing.pictures.size + 1}.${extension}`;
  writing.package.addBytes({
    name: `word/${target}`,
    contentType: source.mediaType,
    bytes: source.bytes,
  });
  const id = writing.package.relate({ from: DOCUMENT_PART, type: 'image', target });
  writing.pictures.set(attachmentId, id);
  return id;
}
