/**
 * XML as text that can only be made here: `Xml` is a branded string, so words of a person cannot
 * reach a part without passing `text` or an attribute of `element`, which escape them.
 */
declare const brand: unique symbol;
export type Xml = string & { readonly [brand]: true };
export type Attributes = Readonly<Record<string, string | number | undefined>>;

export const NOTHING = '' as Xml;

/** An attribute whose value is undefined is left out. */
export function element(name: string, attributes: Attributes = {}, children: Xml = NOTHING): Xml {
  const written = Object.entries(attributes)
    .map(([key, value]) =>
      value === undefined ? '' : ` ${key}="${escapeAttribute(String(value))}"`,
    )
    .join('');
  return (
    children === '' ? `<${name}${written}/>` : `<${name}${written}>${children}</${name}>`
  ) as Xml;
}

/** An element with the one attribute `w:val`, the commonest form of WordprocessingML. */
export function valued(name: string, value: string | number): Xml {
  return element(name, { 'w:val': value });
}

export function text(value: string): Xml {
  return withoutForbiddenCharacters(value)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\r/g, '&#13;') as Xml;
}

export function together(...pieces: readonly Xml[]): Xml {
  return pieces.join('') as Xml;
}

export function asPart(root: Xml): Xml {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}` as Xml;
}

/**
 * Drops what XML 1.0 cannot hold in any spelling: control characters other than tab and line
 * ends, U+FFFE and U+FFFF, and halves of surrogate pairs.
 */
export function withoutForbiddenCharacters(value: string): string {
  return value.replace(FORBIDDEN, '');
}

function escapeAttribute(value: string): string {
  return text(value).replace(/"/g, '&quot;').replace(/\n/g, '&#10;').replace(/\t/g, '&#9;');
}

// With the u flag a well-formed pair is one code point, so \p{Cs} matches only lone halves.
// eslint-disable-next-line no-control-regex -- control characters are exactly what must go
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu;
