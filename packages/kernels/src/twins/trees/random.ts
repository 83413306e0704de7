const STEP = 0x9e3779b9;
const LEFT = 0x85ebca6b;
const RIGHT = 0xc2b2ae35;

/** Draws whole numbers below bounds. */
export function drawsOf(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (state + STEP) | 0;
    return Math.floor((mix(state) * bound) / 2 ** 32);
  };
}

/** The word of a stream at a place, the first one's being 0. */
export function wordAt(seed: number, place: number): number {
  return mix((seed + Math.imul(STEP, place + 1)) | 0);
}

/** A number of `[0, 1)` that a node draws for a feature. */
export function uniformOf(seed: number, feature: number): number {
  return mix(seed ^ mix(feature + STEP)) / 2 ** 32;
}

export function leftSeed(seed: number): number {
  return mix(seed ^ LEFT);
}

export function rightSeed(seed: number): number {
  return mix(seed ^ RIGHT);
}

function mix(word: number): number {
  let mixed = word ^ (word >>> 16);
  mixed = Math.imul(mixed, 0x7feb352d);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x846ca68b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
