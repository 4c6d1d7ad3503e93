/**
 * A small strict XML reader for tests: throws on anything that is not well-formed XML 1.0 with
 * namespaces. Knows no DOCTYPE, comments or CDATA, because our own files hold none.
 */
export type XmlElement = {
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
};

export function parseStrictXml(source: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open = [{ element: root, prefixes: new Set(['xml', 'xmlns', '']) }];
  const declaration = /^<\?xml version="1\.0" encoding="UTF-8" standalone="yes"\?>\s*/;
  let rest = source.replace(declaration, '');
  if (rest === source) throw new Error('The XML declaration is missing.');

  while (rest !== '') {
    const current = open.at(-1);
    if (current === undefined) throw new Error('More was closed than opened.');
    const [token] = /^(?:<\/[^<>]*>|<(?:[^<>"]|"[^"<]*")*>|[^<]+)/.exec(rest) ?? [];
    if (token === undefined) throw new Error(`Not well-formed at: ${rest.slice(0, 80)}`);
    rest = rest.slice(token.length);
    if (token.startsWith('</')) {
      if (token !== `</${current.element.name}>`) throw new Error(`Wrong end tag ${token}`);
      open.pop();
    } else if (token.startsWith('<')) {
      const element = parseStartTag(token);
      const declared = Object.keys(element.attributes)
        .filter((name) => name.startsWith('xmlns:'))
        .map((name) => name.slice('xmlns:'.length));
      const prefixes = new Set([...current.prefixes, ...declared]);
      for (const name of [element.name, ...Object.keys(element.attributes)]) {
        const prefix = name.includes(':') ? name.slice(0, name.indexOf(':')) : '';
        if (!prefixes.has(prefix)) throw new Error(`Prefix of ${name} is not declared.`);
      }
      current.element.children.push(element);
      if (!token.endsWith('/>')) open.push({ element, prefixes });
    } else {
      if (token.includes(']]>')) throw new Error(']]> stands in text.');
      if (open.length === 1 && token.trim() !== '') throw new Error('Text outside the root.');
      current.element.children.push(resolved(token));
    }
  }
  const roots = root.children.filter((child) => typeof child !== 'string');
  if (open.length !== 1 || roots.length !== 1) throw new Error('Not exactly one closed root.');
  return roots[0] as XmlElement;
}

/** Every element of this name below `element`, in document order. */
export function descendants(element: XmlElement, name: string): XmlElement[] {
  return elementsOf(element).flatMap((child) =>
    child.name === name ? [child, ...descendants(child, name)] : descendants(child, name),
  );
}

export function elementsOf(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string');
}

export function textOf(element: XmlElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : textOf(child)))
    .join('');
}

function parseStartTag(tag: string): XmlElement {
  const [head, name = ''] = /^<([A-Za-z_][\w.:-]*)/.exec(tag) ?? [];
  if (head === undefined) throw new Error(`Not a start tag: ${tag}`);
  const attributes: Record<string, string> = {};
  let rest = tag.slice(head.length).replace(/\/?>$/, '');
  while (rest !== '') {
    const [whole, key = '', value = ''] = /^\s+([A-Za-z_][\w.:-]*)="([^"<]*)"/.exec(rest) ?? [];
    if (whole === undefined) throw new Error(`Not an attribute: ${rest}`);
    if (key in attributes) throw new Error(`Attribute ${key} stands twice.`);
    attributes[key] = resolved(value);
    rest = rest.slice(whole.length);
  }
  return { name, attributes, children: [] };
}

function resolved(raw: string): string {
  const value = raw.replace(/&([^;]*);?/g, (reference, name: string) => {
    if (!reference.endsWith(';')) throw new Error(`A bare ampersand: ${raw}`);
    const code = /^#(\d+)$/.exec(name)?.[1];
    const character = code === undefined ? ENTITIES[name] : String.fromCodePoint(Number(code));
    if (character === undefined) throw new Error(`Unknown entity ${reference}`);
    return character;
  });
  if (!ALLOWED.test(value)) throw new Error(`A forbidden character: ${JSON.stringify(raw)}`);
  return value;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** The characters of XML 1.0; with the u flag a lone half of a pair matches none of them. */
const ALLOWED = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u;
