import type { PictureSize } from '../../../augmentation/editing/picture-size.ts';

/** A value for each byte, and for each two bytes side by side: half the work of looking them up one by one. */
export interface ByteValues {
  readonly single: Float32Array;
  /** Each is the memory of two float32 values. Undefined where it would not survive being read as one number. */
  readonly pairs: Float64Array | undefined;
}

/** @param single - Values of the 256 bytes; borrowed. */
export function byteValues(single: Float32Array): ByteValues {
  if (!single.every(Number.isFinite)) return { single, pairs: undefined };
  const values = new Float32Array(2 * 256 ** 2);
  const bytes = new Uint8Array(2);
  const pair = new Uint16Array(bytes.buffer);
  for (let first = 0; first < 256; first++)
    for (let second = 0; second < 256; second++) {
      bytes.set([first, second]);
      const place = 2 * (pair[0] as number);
      values[place] = single[first] as number;
      values[place + 1] = single[second] as number;
    }
  return { single, pairs: new Float64Array(values.buffer) };
}

/** Writes the values of an image, mirrored or not. @param start - Its first pixel in the target. */
export type LookUp = (start: number, areRowsMirrored: boolean, areColumnsMirrored: boolean) => void;

/**
 * @param bytes - One image, which is read anew each time.
 * @param target - Images of the same size.
 */
export function lookUpOf(
  { single, pairs }: ByteValues,
  bytes: Uint8Array,
  size: PictureSize,
  target: Float32Array,
): LookUp {
  const isEven = size.width % 2 === 0 && target.byteOffset % 8 === 0;
  return pairs !== undefined && isEven
    ? lookUpPairs(pairs, bytes, size, target)
    : lookUpSingles(single, bytes, size, target);
}

function lookUpSingles(
  values: Float32Array,
  bytes: Uint8Array,
  { height, width }: PictureSize,
  target: Float32Array,
): LookUp {
  return (start, areRowsMirrored, areColumnsMirrored) => {
    for (let row = 0; row < height; row++) {
      const from = (areRowsMirrored ? height - 1 - row : row) * width;
      const to = start + row * width;
      for (let column = 0; column < width; column++) {
        const pixel = areColumnsMirrored ? width - 1 - column : column;
        target[to + column] = values[bytes[from + pixel] as number] as number;
      }
    }
  };
}

function lookUpPairs(
  pairs: Float64Array,
  bytes: Uint8Array,
  { height, width }: PictureSize,
  target: Float32Array,
): LookUp {
  const pairSize = { height, width: width / 2 };
  const bytePairs = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
  const targetPairs = new Float64Array(target.buffer, target.byteOffset, Math.floor(target.length / 2));
  const flatSize = { height: 1, width: bytePairs.length };
  return (start, areRowsMirrored, areColumnsMirrored) => {
    const first = start / 2;
    if (areColumnsMirrored) lookUpMirrored(pairs, bytePairs, pairSize, areRowsMirrored, targetPairs, first);
    else if (areRowsMirrored) lookUpForward(pairs, bytePairs, pairSize, targetPairs, first);
    else lookUpForward(pairs, bytePairs, flatSize, targetPairs, first);
  };
}

/** From the last row to the first; two at a time, because half the work would be in the loop. */
function lookUpForward(
  pairs: Float64Array,
  bytePairs: Uint16Array,
  { height, width }: PictureSize,
  target: Float64Array,
  start: number,
): void {
  let to = start;
  for (let row = height - 1; row >= 0; row--) {
    const end = (row + 1) * width;
    let pair = row * width;
    for (; pair < end - 1; pair += 2, to += 2) {
      target[to] = pairs[bytePairs[pair] as number] as number;
      target[to + 1] = pairs[bytePairs[pair + 1] as number] as number;
    }
    if (pair < end) target[to++] = pairs[bytePairs[pair] as number] as number;
  }
}

function lookUpMirrored(
  pairs: Float64Array,
  bytePairs: Uint16Array,
  { height, width }: PictureSize,
  areRowsMirrored: boolean,
  target: Float64Array,
  start: number,
): void {
  let to = start;
  for (let row = 0; row < height; row++) {
    const from = (areRowsMirrored ? height - 1 - row : row) * width;
    for (let pair = from + width - 1; pair >= from; pair--) {
      const bytePair = bytePairs[pair] as number;
      target[to++] = pairs[((bytePair << 8) | (bytePair >> 8)) & 0xffff] as number;
    }
  }
}
