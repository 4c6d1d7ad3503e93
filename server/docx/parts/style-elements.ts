/** Small pieces that style definitions are made of. Order inside w:pPr and w:rPr is Word's. */
import { element, NOTHING, together, valued, type Attributes, type Xml } from '../ooxml/xml.ts';

type StyleDefinition = {
  id: string;
  /** Word's own English name of a built-in style, or a name of ours. */
  name: string;
  type: 'paragraph' | 'character' | 'table';
  basedOn?: string;
  next?: string;
  isDefault?: true;
  /** A style that Word does not know by itself. */
  isCustom?: true;
  /** Offered in the gallery of the ribbon. */
  isQuick?: true;
  paragraph?: readonly Xml[];
  run?: readonly Xml[];
  /** Table properties and conditional formats, complete. */
  table?: Xml;
};

export function style(definition: StyleDefinition): Xml {
  return element(
    'w:style',
    {
      'w:type': definition.type,
      'w:default': definition.isDefault === true ? 1 : undefined,
      'w:customStyle': definition.isCustom === true ? 1 : undefined,
      'w:styleId': definition.id,
    },
    together(
      valued('w:name', definition.name),
      definition.basedOn === undefined ? NOTHING : valued('w:basedOn', definition.basedOn),
      definition.next === undefined ? NOTHING : valued('w:next', definition.next),
      definition.isQuick === true ? element('w:qFormat') : NOTHING,
      properties('w:pPr', definition.paragraph),
      properties('w:rPr', definition.run),
      definition.table ?? NOTHING,
    ),
  );
}

export function fonts(faces: { latin?: string; eastAsia?: string }): Xml {
  return element('w:rFonts', {
    'w:ascii': faces.latin,
    'w:hAnsi': faces.latin,
    'w:eastAsia': faces.eastAsia,
    'w:cs': faces.latin,
  });
}

/** @param halfPoints type size; complex scripts get the same. */
export function size(halfPoints: number): Xml {
  return together(valued('w:sz', halfPoints), valued('w:szCs', halfPoints));
}

export const BOLD = together(element('w:b'), element('w:bCs'));

/** Twips; `line` in 240ths of a line. */
export function spacing(space: { before?: number; after?: number; line?: number }): Xml {
  return element('w:spacing', {
    'w:before': space.before,
    'w:after': space.after,
    'w:line': space.line,
    'w:lineRule': space.line === undefined ? undefined : 'auto',
  });
}

export function indent(twips: {
  left?: number;
  right?: number;
  hanging?: number;
  firstLine?: number;
}): Xml {
  return element('w:ind', {
    'w:left': twips.left,
    'w:right': twips.right,
    'w:hanging': twips.hanging,
    'w:firstLine': twips.firstLine,
  });
}

export function border(name: string, line: { eighths: number; colour: string }): Xml {
  const attributes: Attributes = {
    'w:val': 'single',
    'w:sz': line.eighths,
    'w:space': name === 'w:left' ? 8 : 1,
    'w:color': line.colour,
  };
  return element(name, attributes);
}

function properties(name: 'w:pPr' | 'w:rPr', pieces: readonly Xml[] | undefined): Xml {
  return pieces === undefined ? NOTHING : element(name, {}, together(...pieces));
}
