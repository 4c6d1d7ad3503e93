import { SaxesParser } from 'saxes';
import { Refused, refuse } from './refuse.mjs';

/**
 * Reads one part from beginning to end. Names come without their prefix; a document type, and with
 * it every entity of its own, is refused.
 *
 * @param {Uint8Array} bytes
 * @param {{
 *   open?: (name: string, attributes: (name: string) => string | undefined) => void,
 *   close?: (name: string) => void,
 *   text?: (text: string) => void,
 * }} listener
 */
export function readXml(bytes, listener) {
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on('doctype', () => refuse('xlsx.unsafe'));
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, attributes }) => {
    listener.open?.(local, (wanted) => attributeOf(attributes, wanted));
  });
  parser.on('closetag', ({ local }) => listener.close?.(local));
  const onText = (text) => listener.text?.(text);
  parser.on('text', onText);
  parser.on('cdata', onText);
  try {
    const decoder = new TextDecoder(encodingOf(bytes), { fatal: true });
    for (let start = 0; start < bytes.length; start += PIECE) {
      const piece = bytes.subarray(start, start + PIECE);
      parser.write(decoder.decode(piece, { stream: start + PIECE < bytes.length }));
    }
    parser.close();
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused('xlsx.damaged');
  }
}

function attributeOf(attributes, wanted) {
  for (const name in attributes) {
    if (attributes[name].local === wanted) return attributes[name].value;
  }
  return undefined;
}

function encodingOf(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

const PIECE = 64 * 1024;
