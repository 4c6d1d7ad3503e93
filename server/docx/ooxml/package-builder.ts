/**
 * An Office Open XML package under construction: parts, their content types, and the relationships
 * between them. The same parts in the same order give the same bytes.
 */
import { strToU8, zipSync, type Zippable } from 'fflate';
import {
  CONTENT_TYPES_NAMESPACE,
  RELATIONSHIPS_NAMESPACE,
  RELATION_TYPES,
  type RelationType,
} from './namespaces.ts';
import { asPart, element, together, type Xml } from './xml.ts';

export type PackageBuilder = {
  /** @param part.name path in the package without leading slash. */
  addXml(part: { name: string; contentType: string; root: Xml }): void;
  /** A binary part; its type is declared once for its file extension. */
  addBytes(part: { name: string; contentType: string; bytes: Uint8Array }): void;
  /** @returns the relationship id inside `from`; the same target twice gives the same id. */
  relate(relation: Relation): string;
  toBytes(): Uint8Array;
};

type Relation = {
  /** Name of the part that refers, or '' for the package itself. */
  from: string;
  type: RelationType;
  /** Path relative to the folder of `from`, or an absolute address when external. */
  target: string;
  external?: true;
};

export function createPackage(): PackageBuilder {
  const parts = new Map<string, Uint8Array>();
  const overrides = new Map<string, string>();
  const defaults = new Map(Object.entries(DEFAULT_TYPES));
  const relations = new Map<string, Relation[]>();

  return {
    addXml({ name, contentType, root }) {
      parts.set(name, strToU8(asPart(root)));
      overrides.set(name, contentType);
    },
    addBytes({ name, contentType, bytes }) {
      parts.set(name, bytes);
      defaults.set(name.slice(name.lastIndexOf('.') + 1), contentType);
    },
    relate(relation) {
      const known = relations.get(relation.from) ?? [];
      relations.set(relation.from, known);
      const present = known.findIndex(
        ({ type, target }) => type === relation.type && target === relation.target,
      );
      if (present !== -1) return `rId${present + 1}`;
      known.push(relation);
      return `rId${known.length}`;
    },
    toBytes() {
      const files: Zippable = {
        '[Content_Types].xml': strToU8(asPart(contentTypes(defaults, overrides))),
      };
      for (const [from, known] of relations) {
        files[relationsName(from)] = strToU8(asPart(relationships(known)));
      }
      for (const [name, bytes] of parts) files[name] = bytes;
      return zipSync(files, { mtime: EARLIEST_ZIP_DATE, level: 6 });
    },
  };
}

/** `word/document.xml` keeps its relationships in `word/_rels/document.xml.rels`. */
function relationsName(from: string): string {
  const slash = from.lastIndexOf('/') + 1;
  return `${from.slice(0, slash)}_rels/${from.slice(slash)}.rels`;
}

function relationships(known: readonly Relation[]): Xml {
  const entries = known.map(({ type, target, external }, index) =>
    element('Relationship', {
      Id: `rId${index + 1}`,
      Type: RELATION_TYPES[type],
      Target: target,
      TargetMode: external === true ? 'External' : undefined,
    }),
  );
  return element('Relationships', { xmlns: RELATIONSHIPS_NAMESPACE }, together(...entries));
}

function contentTypes(
  defaults: ReadonlyMap<string, string>,
  overrides: ReadonlyMap<string, string>,
): Xml {
  const byExtension = [...defaults].map(([extension, contentType]) =>
    element('Default', { Extension: extension, ContentType: contentType }),
  );
  const byName = [...overrides].map(([name, contentType]) =>
    element('Override', { PartName: `/${name}`, ContentType: contentType }),
  );
  return element('Types', { xmlns: CONTENT_TYPES_NAMESPACE }, together(...byExtension, ...byName));
}

const DEFAULT_TYPES = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
};
/** Zip stores wall-clock time without zone; made from local parts it is the same everywhere. */
const EARLIEST_ZIP_DATE = new Date(1980, 0, 1);
