import { clearList, offer, sortList } from './nearest-list';
import { FLOATS, sampleBytes } from '../sample-kind';

/** Features after which a sum may be left. */
const RUN: i32 = 64;

/**
 * The nearest references of queries by the sum of powers of differences, exact: every one is measured until it is too
 * far. Items are queries.
 */
export function searchMinkowski(
  queries: usize, references: usize, referenceCount: i32, kind: i32, featureCount: i32, weights: usize, powers: usize,
  exponent: f64, neighborCount: i32, indices: usize, distances: usize, begin: i32, end: i32,
): void {
  const rowBytes = sampleBytes(kind, featureCount);
  for (let query = begin; query < end; query++) {
    const row = queries + (<usize>query) * rowBytes;
    const list = (<usize>query) * (<usize>neighborCount);
    const names = indices + (list << 2), sums = distances + (list << 3);
    clearList(sums, names, neighborCount);
    for (let reference = 0; reference < referenceCount; reference++) {
      const other = references + (<usize>reference) * rowBytes;
      const sum = kind === FLOATS
        ? sumOfPowers(row, other, featureCount, exponent, load<f64>(sums))
        : sumOfBytePowers(row, other, featureCount, weights, powers, load<f64>(sums));
      offer(sums, names, neighborCount, sum, reference);
    }
    sortList(sums, names, neighborCount);
    for (let place: usize = 0; place < <usize>neighborCount; place++)
      store<f64>(sums + (place << 3), Math.pow(load<f64>(sums + (place << 3)), 1 / exponent));
  }
}

/** Left after a run of features when it exceeds `limit`. */
function sumOfPowers(a: usize, b: usize, featureCount: i32, exponent: f64, limit: f64): f64 {
  let sum: f64 = 0;
  for (let i = 0; i < featureCount && sum <= limit; ) {
    for (const runEnd = min(i + RUN, featureCount); i < runEnd; i++) {
      const at = (<usize>i) << 2;
      sum += Math.pow(Math.abs(<f64>load<f32>(a + at) - <f64>load<f32>(b + at)), exponent);
    }
  }
  return sum;
}

/** The same of bytes, by a table of the powers of all differences. */
function sumOfBytePowers(a: usize, b: usize, featureCount: i32, weights: usize, powers: usize, limit: f64): f64 {
  let s0: f64 = 0, s1: f64 = 0, s2: f64 = 0, s3: f64 = 0;
  const quadEnd = <usize>(featureCount & ~3);
  let i: usize = 0;
  while (i < quadEnd && s0 + s1 + (s2 + s3) <= limit) {
    for (const runEnd = min(i + <usize>RUN, quadEnd); i < runEnd; i += 4) {
      s0 += weightedPower(a + i, b + i, weights + (i << 3), powers);
      s1 += weightedPower(a + i + 1, b + i + 1, weights + ((i + 1) << 3), powers);
      s2 += weightedPower(a + i + 2, b + i + 2, weights + ((i + 2) << 3), powers);
      s3 += weightedPower(a + i + 3, b + i + 3, weights + ((i + 3) << 3), powers);
    }
  }
  let sum = s0 + s1 + (s2 + s3);
  if (sum > limit) return sum;
  for (; i < <usize>featureCount; i++) sum += weightedPower(a + i, b + i, weights + (i << 3), powers);
  return sum;
}

function weightedPower(a: usize, b: usize, weight: usize, powers: usize): f64 {
  const difference = abs(<i32>load<u8>(a) - <i32>load<u8>(b));
  return load<f64>(weight) * load<f64>(powers + ((<usize>difference) << 3));
}
