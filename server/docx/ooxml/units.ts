/** WordprocessingML counts in twentieths of a point (twips), DrawingML in EMU. */
export function twipsFromMillimetres(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4);
}

/** A CSS pixel is 1/96 inch. */
export function twipsFromPixels(pixels: number): number {
  return Math.round(pixels * 15);
}

export function emuFromPixels(pixels: number): number {
  return Math.round(pixels * 9525);
}

export function pixelsFromTwips(twips: number): number {
  return twips / 15;
}

const WIDTH = twipsFromMillimetres(210);
const HEIGHT = twipsFromMillimetres(297);
const TOP = twipsFromMillimetres(25);
const SIDE = twipsFromMillimetres(26);
const BOTTOM = twipsFromMillimetres(28);

/** A4 with the margins of the printed page, in twips. */
export const PAGE = {
  width: WIDTH,
  height: HEIGHT,
  top: TOP,
  side: SIDE,
  bottom: BOTTOM,
  textWidth: WIDTH - 2 * SIDE,
  textHeight: HEIGHT - TOP - BOTTOM,
};
