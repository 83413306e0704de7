/**
 * A stream of 32-bit words: a counter behind a finalizer. Every node has a seed of its own, so that a tree does not
 * depend on the order in which its nodes are split.
 */

const STEP: u32 = 0x9e3779b9;
const LEFT: u32 = 0x85ebca6b;
const RIGHT: u32 = 0xc2b2ae35;

let state: u32 = 0;

export function startStream(seed: u32): void {
  state = seed;
}

/** A whole number below a bound. */
export function drawBelow(bound: i32): i32 {
  state += STEP;
  return <i32>((<u64>mix(state) * <u64>bound) >> 32);
}

/** The word of a stream at a place, the first one's being 0. */
export function wordAt(seed: u32, place: i32): u32 {
  return mix(seed + STEP * <u32>(place + 1));
}

/** A number of `[0, 1)` that a node draws for a feature, whenever it is asked. */
export function uniformOf(seed: u32, feature: i32): f64 {
  return <f64>mix(seed ^ mix(<u32>feature + STEP)) / 4294967296.0;
}

export function leftSeed(seed: u32): u32 {
  return mix(seed ^ LEFT);
}

export function rightSeed(seed: u32): u32 {
  return mix(seed ^ RIGHT);
}

/** @see Wellons 2018, "Prospecting for hash functions": lowbias32 */
function mix(word: u32): u32 {
  word ^= word >>> 16;
  word *= 0x7feb352d;
  word ^= word >>> 15;
  word *= 0x846ca68b;
  return word ^ (word >>> 16);
}
