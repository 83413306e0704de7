import { keyOf } from './ordered-key';

const BLOCK = 32;
const CODES = 256;

/** Bytes feature by feature. Items are blocks of 32 features, so that the lines of a sample are read whole. */
export function transposeCodes(
  rows: usize, sampleCount: i32, featureCount: i32, columns: usize, begin: i32, end: i32,
): void {
  for (let block = begin; block < end; block++) {
    const first = block * BLOCK, last = min(first + BLOCK, featureCount);
    let sample = 0;
    for (; sample + 16 <= sampleCount; sample += 16) {
      const from = rows + <usize>sample * <usize>featureCount, to = columns + <usize>sample;
      let feature = first;
      for (; feature + 16 <= last; feature += 16)
        transposeSquare(from + <usize>feature, featureCount, to + <usize>feature * <usize>sampleCount, sampleCount);
      if (feature < last) copyTurned(from, featureCount, to, sampleCount, feature, last, 16);
    }
    if (sample < sampleCount)
      copyTurned(
        rows + <usize>sample * <usize>featureCount, featureCount,
        columns + <usize>sample, sampleCount, first, last, sampleCount - sample,
      );
  }
}

function copyTurned(
  from: usize, featureCount: i32, to: usize, sampleCount: i32, first: i32, last: i32, count: i32,
): void {
  for (let feature = first; feature < last; feature++) {
    const column = to + <usize>feature * <usize>sampleCount;
    for (let i = 0; i < count; i++)
      store<u8>(column + <usize>i, load<u8>(from + <usize>i * <usize>featureCount + <usize>feature));
  }
}

/** Sixteen rows of sixteen bytes become columns: four rounds that interleave rows eight apart. */
function transposeSquare(from: usize, fromStride: i32, to: usize, toStride: i32): void {
  const s = <usize>fromStride, t = <usize>toStride;
  let a0 = v128.load(from), a1 = v128.load(from + s), a2 = v128.load(from + 2 * s), a3 = v128.load(from + 3 * s);
  let a4 = v128.load(from + 4 * s), a5 = v128.load(from + 5 * s), a6 = v128.load(from + 6 * s), a7 = v128.load(from + 7 * s);
  from += 8 * s;
  let a8 = v128.load(from), a9 = v128.load(from + s), aa = v128.load(from + 2 * s), ab = v128.load(from + 3 * s);
  let ac = v128.load(from + 4 * s), ad = v128.load(from + 5 * s), ae = v128.load(from + 6 * s), af = v128.load(from + 7 * s);
  for (let round = 0; round < 4; round++) {
    const b0 = lowBytes(a0, a8), b1 = highBytes(a0, a8), b2 = lowBytes(a1, a9), b3 = highBytes(a1, a9);
    const b4 = lowBytes(a2, aa), b5 = highBytes(a2, aa), b6 = lowBytes(a3, ab), b7 = highBytes(a3, ab);
    const b8 = lowBytes(a4, ac), b9 = highBytes(a4, ac), ba = lowBytes(a5, ad), bb = highBytes(a5, ad);
    const bc = lowBytes(a6, ae), bd = highBytes(a6, ae), be = lowBytes(a7, af), bf = highBytes(a7, af);
    a0 = b0; a1 = b1; a2 = b2; a3 = b3; a4 = b4; a5 = b5; a6 = b6; a7 = b7;
    a8 = b8; a9 = b9; aa = ba; ab = bb; ac = bc; ad = bd; ae = be; af = bf;
  }
  v128.store(to, a0); v128.store(to + t, a1); v128.store(to + 2 * t, a2); v128.store(to + 3 * t, a3);
  v128.store(to + 4 * t, a4); v128.store(to + 5 * t, a5); v128.store(to + 6 * t, a6); v128.store(to + 7 * t, a7);
  to += 8 * t;
  v128.store(to, a8); v128.store(to + t, a9); v128.store(to + 2 * t, aa); v128.store(to + 3 * t, ab);
  v128.store(to + 4 * t, ac); v128.store(to + 5 * t, ad); v128.store(to + 6 * t, ae); v128.store(to + 7 * t, af);
}

function lowBytes(a: v128, b: v128): v128 {
  return v128.shuffle<i8>(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
}

function highBytes(a: v128, b: v128): v128 {
  return v128.shuffle<i8>(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
}

/**
 * Floats as the ranks of their values among those of the same feature, while there are at most 256. Items are features.
 */
export function codeFloats(
  floats: usize, sampleCount: i32, featureCount: i32,
  rows: usize, columns: usize, values: usize, valueCounts: usize, begin: i32, end: i32,
): void {
  const stride = (<usize>featureCount) << 2;
  for (let feature = begin; feature < end; feature++) {
    const from = floats + ((<usize>feature) << 2), table = values + ((<usize>feature) << 10);
    const count = collectValues(from, stride, sampleCount, table);
    store<i32>(valueCounts + ((<usize>feature) << 2), count);
    if (count > CODES) continue;
    const column = columns + <usize>feature * <usize>sampleCount;
    for (let sample = 0; sample < sampleCount; sample++) {
      const code = placeOf(table, count, load<f32>(from + <usize>sample * stride) + 0);
      store<u8>(column + <usize>sample, <u8>code);
      store<u8>(rows + <usize>sample * <usize>featureCount + <usize>feature, <u8>code);
    }
  }
}

/** Writes the different values in ascending order, and tells how many there are; 257 stands for more than 256. */
function collectValues(from: usize, stride: usize, sampleCount: i32, table: usize): i32 {
  let count = 0;
  for (let sample = 0; sample < sampleCount; sample++, from += stride) {
    const value = load<f32>(from) + 0;
    const place = placeOf(table, count, value);
    const at = table + ((<usize>place) << 2);
    if (place < count && load<f32>(at) === value) continue;
    if (count === CODES) return CODES + 1;
    memory.copy(at + 4, at, (<usize>(count - place)) << 2);
    store<f32>(at, value);
    count++;
  }
  return count;
}

/** How many values of a table are smaller. */
function placeOf(table: usize, count: i32, value: f32): i32 {
  let low = 0, high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (load<f32>(table + ((<usize>middle) << 2)) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Floats feature by feature, as words in the same order. Items are features. */
export function orderFloats(
  floats: usize, sampleCount: i32, featureCount: i32, columns: usize, begin: i32, end: i32,
): void {
  const stride = (<usize>featureCount) << 2;
  for (let feature = begin; feature < end; feature++) {
    let from = floats + ((<usize>feature) << 2);
    let to = columns + ((<usize>feature * <usize>sampleCount) << 2);
    for (let sample = 0; sample < sampleCount; sample++, from += stride, to += 4) store<u32>(to, keyOf(load<f32>(from)));
  }
}
