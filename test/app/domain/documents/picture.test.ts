import { describe, expect, test } from 'vitest';
import { checkedPicture, PICTURE_BYTES_MAX } from '#app/domain/documents/picture.ts';

describe('a picture is taken', () => {
  test.each([
    ['image/png', png(640, 480)],
    ['image/gif', gif(640, 480)],
    ['image/jpeg', jpeg(640, 480)],
  ])('as %s by its own bytes, with its size', (mediaType, bytes) => {
    expect(checkedPicture(bytes)).toEqual({
      ok: true,
      value: { mediaType, width: 640, height: 480 },
    });
  });

  test('wherever its bytes lie in a buffer', () => {
    const all = new Uint8Array(200);
    all.set(png(3, 4), 100);

    expect(checkedPicture(all.subarray(100))).toMatchObject({ value: { width: 3, height: 4 } });
  });
});

describe('a picture is refused', () => {
  test.each([
    ['text', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['nothing', new Uint8Array()],
    ['a PNG cut short', png(10, 10).subarray(0, 20)],
    [
      'a PNG without a header',
      new Uint8Array([...png(1, 1).subarray(0, 8), ...new Uint8Array(20)]),
    ],
    ['a JPEG without a frame', jpeg(10, 10).subarray(0, 24)],
    [
      'a JPEG whose segment has no length',
      new Uint8Array([0xff, 0xd8, 0xff, 0xe0, ...Array<number>(20).fill(0)]),
    ],
    ['a picture of no width', gif(0, 10)],
  ])('when it is %s', (_what, bytes) => {
    expect(checkedPicture(bytes)).toEqual({ ok: false, refusal: { code: 'attachment.type' } });
  });

  test('when it would unpack to too many pixels', () => {
    const refusal = { code: 'attachment.too-large' };

    expect(checkedPicture(png(100_000, 100_000))).toEqual({ ok: false, refusal });
    expect(checkedPicture(png(8_000, 5_000)).ok).toBe(true);
  });

  test('when it has too many bytes', () => {
    const bytes = new Uint8Array(PICTURE_BYTES_MAX + 1);
    bytes.set(png(1, 1));

    expect(checkedPicture(bytes)).toMatchObject({ refusal: { code: 'attachment.too-large' } });
  });
});

function png(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(40);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

function gif(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(20);
  bytes.set(new TextEncoder().encode('GIF89a'));
  const view = new DataView(bytes.buffer);
  view.setUint16(6, width, true);
  view.setUint16(8, height, true);
  return bytes;
}

/** An application segment, a fill byte and a progressive frame, as cameras write them. */
function jpeg(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(48);
  bytes.set([0xff, 0xd8, 0xff, 0xe0, 0, 16]);
  bytes.set([0xff, 0xff, 0xc2, 0, 17, 8], 20);
  const view = new DataView(bytes.buffer);
  view.setUint16(26, height);
  view.setUint16(28, width);
  return bytes;
}
