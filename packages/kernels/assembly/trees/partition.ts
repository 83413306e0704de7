import { areCodes, codesOf, codeStride, isRandom, keysOf, setData, setRules, valueOf } from './problem';
import { leftSeed, rightSeed } from './random';

/** The threshold of the last partition. */
export let threshold: f64 = 0;

/**
 * Puts the samples of a node that go left before the others; on both sides they keep their order. Sets `threshold`: the
 * drawn one, or halfway between the greatest value to the left and the smallest to the right.
 *
 * @returns Where the right side begins.
 */
export function partition(samples: usize, spare: usize, begin: i32, end: i32, feature: i32, code: u32, drawn: f64): i32 {
  const first = samples + ((<usize>begin) << 3), last = samples + ((<usize>end) << 3);
  const codes = areCodes() ? codesOf(feature, end - begin) : keysOf(feature);
  const stride = areCodes() ? codeStride(end - begin) : 4;
  const isByte = areCodes();
  let left = first, right = spare + ((<usize>begin) << 3), nearest: u32 = 0xffffffff;
  const rightStart = right;
  for (let at = first; at < last; at += 8) {
    const sample = load<u64>(at);
    const place = codes + <usize>(sample & 0xffffffff) * stride;
    const here = isByte ? <u32>load<u8>(place) : load<u32>(place);
    store<u64>(left, sample);
    store<u64>(right, sample);
    const goesLeft = here <= code;
    left += <usize>goesLeft << 3;
    right += <usize>!goesLeft << 3;
    nearest = goesLeft ? nearest : min(nearest, here);
  }
  memory.copy(left, rightStart, right - rightStart);
  threshold = isRandom ? drawn : halfway(valueOf(feature, code), valueOf(feature, nearest));
  return begin + <i32>((left - first) >> 3);
}

function halfway(left: f64, right: f64): f64 {
  return left / 2 + right / 2;
}

/** Carries out the best splits that were found for nodes. Items are nodes. */
export function applySplits(
  rows: usize, columns: usize, values: usize, sampleCount: i32, features: i32, random: i32,
  samples: usize, spare: usize, nodes: usize, splits: usize, sliceCount: i32, results: usize, begin: i32, end: i32,
): void {
  setData(rows, columns, values, sampleCount, features, 0);
  setRules(0, random, 1, 0);
  for (let item = begin; item < end; item++) {
    const split = bestOf(splits + <usize>(item * sliceCount) * 24, sliceCount);
    const feature = load<i32>(split, 16), node = nodes + ((<usize>item) << 4), result = results + <usize>item * 24;
    let middle = 0;
    if (feature >= 0)
      middle = partition(samples, spare, load<i32>(node), load<i32>(node, 4), feature, load<u32>(split, 20), load<f64>(split, 8));
    store<f64>(result, threshold);
    store<i32>(result, feature, 8);
    store<i32>(result, middle, 12);
    store<u32>(result, leftSeed(load<u32>(node, 12)), 16);
    store<u32>(result, rightSeed(load<u32>(node, 12)), 20);
  }
}

/** The first of the splits with the greatest score. */
function bestOf(split: usize, count: i32): usize {
  let best = split;
  for (let i = 1; i < count; i++) {
    split += 24;
    if (load<f64>(split) > load<f64>(best)) best = split;
  }
  return best;
}
