import type { NdArray } from '@fashion-mnist/core';
import type { Pixels } from '@fashion-mnist/transforms';

/** Values that are shown as black and as white. */
export interface ShownRange {
  readonly black: number;
  readonly white: number;
}

/**
 * The range of values that are to be compared: of bytes all of them, of float32 values the least and the greatest
 * finite one of all pictures, so that the same value has the same grey in each.
 */
export function shownRange(pictures: readonly NdArray<Pixels>[]): ShownRange {
  if (pictures.every(({ data }) => data instanceof Uint8Array)) return { black: 0, white: 255 };
  let black = Infinity;
  let white = -Infinity;
  for (const { data } of pictures)
    for (const value of data) {
      if (!Number.isFinite(value)) continue;
      if (value < black) black = value;
      if (value > white) white = value;
    }
  return black <= white ? { black, white } : { black: 0, white: 0 };
}

/**
 * Values as grey levels `0..255`, in proportion; all black where they are all the same. What lies beyond the range, also
 * what is infinite, is as its ends are; NaN is black.
 */
export function grayLevels(values: Pixels, { black, white }: ShownRange): Uint8Array {
  const scale = white > black ? 255 / (white - black) : 0;
  return Uint8Array.from(Uint8ClampedArray.from(values, (value) => Math.round((value - black) * scale)));
}
