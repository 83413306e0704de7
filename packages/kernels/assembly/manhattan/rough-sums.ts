import { ROW_BYTES } from '../neighbors/coordinates';
import { rowBytesOf } from './group-sums';

/** Rough groups, of which some may be empty. */
export const ROUGH: i32 = 16;

/** Differences of two such numbers still fit in int16. */
const MOST: i32 = 16383;

/** Sums of the coarse sums of a sample, capped, which cannot raise a difference. */
export function sumRoughly(coarse: usize, coarseCount: i32, roughOf: usize, to: usize): void {
  memory.fill(to, 0, <usize>ROUGH * 2);
  for (let group: usize = 0; group < <usize>coarseCount; group++) {
    const sum = to + ((<usize>load<i32>(roughOf + (group << 2))) << 1);
    const value = <i32>load<i16>(sum) + <i32>load<i16>(coarse + (group << 1));
    store<i16>(sum, <i16>max(-MOST, min(MOST, value)));
  }
}

/** Rough sums as the coordinates by which a balanced tree orders samples: the first sixteen of a row. Items are samples. */
export function roughCoordinates(
  coarse: usize, coarseCount: i32, roughOf: usize, coordinates: usize, begin: i32, end: i32,
): void {
  const rowBytes = rowBytesOf(coarseCount);
  for (let sample = begin; sample < end; sample++)
    sumRoughly(coarse + (<usize>sample) * rowBytes, coarseCount, roughOf, coordinates + (<usize>sample) * ROW_BYTES);
}
