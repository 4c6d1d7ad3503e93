/** Pictures of a document: which are taken, read from their own bytes and never from their name. */
import type { Refusal } from '../shared/refusal-code.ts';
import { granted, refused, type Result } from '../shared/result.ts';

export type PictureType = 'image/png' | 'image/jpeg' | 'image/gif';
export type Picture = { mediaType: PictureType; width: number; height: number };

export const PICTURE_BYTES_MAX = 10 * 1024 * 1024;
/** A small file can unpack to gigabytes; this is more than any camera of a phone takes. */
export const PICTURE_PIXELS_MAX = 40_000_000;

/** What kind of picture the bytes are and how large, or why they are refused. */
export function checkedPicture(bytes: Uint8Array): Result<Picture, Refusal> {
  if (bytes.byteLength > PICTURE_BYTES_MAX) return refused({ code: 'attachment.too-large' });
  const picture = readPng(bytes) ?? readGif(bytes) ?? readJpeg(bytes);
  if (picture === null || picture.width < 1 || picture.height < 1) {
    return refused({ code: 'attachment.type' });
  }
  if (picture.width * picture.height > PICTURE_PIXELS_MAX) {
    return refused({ code: 'attachment.too-large' });
  }
  return granted(picture);
}

/** PNG, 11.2.2: the IHDR chunk stands first and holds both sizes. */
function readPng(bytes: Uint8Array): Picture | null {
  if (!startsWith(bytes, PNG_SIGNATURE) || textAt(bytes, 12, 4) !== 'IHDR') return null;
  const view = viewOf(bytes);
  if (view.byteLength < 24) return null;
  return { mediaType: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** GIF89a, 18: the logical screen descriptor follows the signature. */
function readGif(bytes: Uint8Array): Picture | null {
  const signature = textAt(bytes, 0, 6);
  if ((signature !== 'GIF87a' && signature !== 'GIF89a') || bytes.byteLength < 10) return null;
  const view = viewOf(bytes);
  return {
    mediaType: 'image/gif',
    width: view.getUint16(6, true),
    height: view.getUint16(8, true),
  };
}

/** JPEG (ITU T.81, B.2): walks the segments to the frame header, which holds both sizes. */
function readJpeg(bytes: Uint8Array): Picture | null {
  if (!startsWith(bytes, JPEG_SIGNATURE)) return null;
  const view = viewOf(bytes);
  let at = 2;
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== MARKER) return null;
    const code = view.getUint8(at + 1);
    if (code === MARKER) {
      // A marker may be preceded by any number of fill bytes.
      at += 1;
    } else if (isFrameHeader(code)) {
      return {
        mediaType: 'image/jpeg',
        width: view.getUint16(at + 7),
        height: view.getUint16(at + 5),
      };
    } else {
      const length = view.getUint16(at + 2);
      if (length < 2) return null;
      at += 2 + length;
    }
  }
  return null;
}

/** SOF0 to SOF15 without DHT, JPG and DAC, which share the range. */
function isFrameHeader(code: number): boolean {
  return code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((value, index) => bytes[index] === value);
}

function textAt(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + length));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG_SIGNATURE = [0xff, 0xd8, 0xff];
const MARKER = 0xff;
