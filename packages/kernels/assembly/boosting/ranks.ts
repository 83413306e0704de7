import { GROUP_FEATURES } from './bins';

/** Floats as bins, `[groupCount][rowCount][16]`: how many of its feature's edges lie below a value. Items are groups. */
export function binFloats(
  samples: usize, rowCount: i32, featureCount: i32, edges: usize, starts: usize, bins: usize, begin: i32, end: i32,
): void {
  for (let group = begin; group < end; group++) {
    const first = group * GROUP_FEATURES;
    const width = min(GROUP_FEATURES, featureCount - first);
    let to = bins + (((<usize>group) * (<usize>rowCount)) << 4);
    let from = samples + ((<usize>first) << 2);
    for (let row = 0; row < rowCount; row++, to += 16, from += (<usize>featureCount) << 2) {
      v128.store(to, i8x16.splat(0));
      for (let i = 0; i < width; i++) {
        const value = <f64>load<f32>(from + ((<usize>i) << 2));
        store<u8>(to + <usize>i, <u8>countBelow(value, edges, starts + ((<usize>(first + i)) << 2)));
      }
    }
  }
}

/** Floats as ranks, `[featureCount][rowCount]` float32: how many of its feature's edges lie below. Items are features. */
export function rankFloats(
  samples: usize, rowCount: i32, featureCount: i32, edges: usize, starts: usize, ranks: usize, begin: i32, end: i32,
): void {
  for (let feature = begin; feature < end; feature++) {
    let to = ranks + (((<usize>feature) * (<usize>rowCount)) << 2);
    let from = samples + ((<usize>feature) << 2);
    for (let row = 0; row < rowCount; row++, to += 4, from += (<usize>featureCount) << 2)
      store<f32>(to, <f32>countBelow(<f64>load<f32>(from), edges, starts + ((<usize>feature) << 2)));
  }
}

function countBelow(value: f64, edges: usize, start: usize): i32 {
  const first = load<i32>(start);
  let low = first, high = load<i32>(start, 4);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (load<f64>(edges + ((<usize>middle) << 3)) < value) low = middle + 1;
    else high = middle;
  }
  return low - first;
}
