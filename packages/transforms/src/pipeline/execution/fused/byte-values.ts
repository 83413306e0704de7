import type { PictureSize } from '../../../augmentation/editing/picture-size.ts';

/** A value for each byte, and for each two bytes side by side: half the work of looking them up one by one. */
export interface ByteValues {
  readonly single: Float32Array;
  /**
   * Each is the memory of the values of two bytes, the first of which is the lower byte of the index. Undefined where it
   * would not survive being read as one number, or where bytes stand the other way round in a word.
   */
  readonly pairs: Float64Array | undefined;
}

/** @param single - Values of the 256 bytes; borrowed. */
export function byteValues(single: Float32Array): ByteValues {
  if (!(single.every(Number.isFinite) && isLittleEndian())) return { single, pairs: undefined };
  const values = new Float32Array(2 * 256 ** 2);
  for (let pair = 0; pair < 256 ** 2; pair++) {
    values[2 * pair] = single[pair & 0xff] as number;
    values[2 * pair + 1] = single[pair >> 8] as number;
  }
  return { single, pairs: new Float64Array(values.buffer) };
}

function isLittleEndian(): boolean {
  return new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
}

/** Writes the values of an image, mirrored or not. @param start - Its first pixel in the target. */
export type LookUp = (
  target: LookUpTarget,
  start: number,
  areRowsMirrored: boolean,
  areColumnsMirrored: boolean,
) => void;

/** Memory for images, also seen as pairs of pixels where it begins on a pair. */
export interface LookUpTarget {
  readonly pixels: Float32Array;
  readonly pairs: Float64Array | undefined;
}

export function lookUpTarget(pixels: Float32Array): LookUpTarget {
  const { buffer, byteOffset, length } = pixels;
  const isOnPair = byteOffset % Float64Array.BYTES_PER_ELEMENT === 0;
  return { pixels, pairs: isOnPair ? new Float64Array(buffer, byteOffset, length >> 1) : undefined };
}

/** @param bytes - One image, which is read anew each time. */
export function lookUpOf({ single, pairs }: ByteValues, bytes: Uint8Array, size: PictureSize): LookUp {
  const { height, width } = size;
  const hasWholeWords = pairs !== undefined && width % 4 === 0;
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
  return (target, start, areRowsMirrored, areColumnsMirrored) => {
    if (!hasWholeWords || target.pairs === undefined)
      lookUpSingles(single, bytes, size, areRowsMirrored, areColumnsMirrored, target.pixels, start);
    else if (areColumnsMirrored)
      lookUpMirrored(pairs, words, height, width >> 2, areRowsMirrored, target.pairs, start >> 1);
    else lookUpForward(pairs, words, height, width >> 2, areRowsMirrored, target.pairs, start >> 1);
  };
}

function lookUpSingles(
  values: Float32Array,
  bytes: Uint8Array,
  { height, width }: PictureSize,
  areRowsMirrored: boolean,
  areColumnsMirrored: boolean,
  target: Float32Array,
  start: number,
): void {
  for (let row = 0; row < height; row++) {
    const from = (areRowsMirrored ? height - 1 - row : row) * width;
    const to = start + row * width;
    for (let column = 0; column < width; column++) {
      const pixel = areColumnsMirrored ? width - 1 - column : column;
      target[to + column] = values[bytes[from + pixel] as number] as number;
    }
  }
}

/** Four bytes at a time. */
function lookUpForward(
  pairs: Float64Array,
  words: Uint32Array,
  height: number,
  width: number,
  areRowsMirrored: boolean,
  target: Float64Array,
  start: number,
): void {
  let to = start;
  for (let row = 0; row < height; row++) {
    const from = (areRowsMirrored ? height - 1 - row : row) * width;
    for (let place = from; place < from + width; place++, to += 2) {
      const word = words[place] as number;
      target[to] = pairs[word & 0xffff] as number;
      target[to + 1] = pairs[word >>> 16] as number;
    }
  }
}

/** Four bytes at a time, from the last to the first. */
function lookUpMirrored(
  pairs: Float64Array,
  words: Uint32Array,
  height: number,
  width: number,
  areRowsMirrored: boolean,
  target: Float64Array,
  start: number,
): void {
  let to = start;
  for (let row = 0; row < height; row++) {
    const from = (areRowsMirrored ? height - 1 - row : row) * width;
    for (let place = from + width - 1; place >= from; place--, to += 2) {
      const word = words[place] as number;
      const swapped = ((word & 0x00ff00ff) << 8) | ((word >>> 8) & 0x00ff00ff);
      target[to] = pairs[swapped >>> 16] as number;
      target[to + 1] = pairs[swapped & 0xffff] as number;
    }
  }
}
