import { philox4x32 } from './philox.ts';

/** A seeded stream of random numbers. Drawing changes the stream; `split` does not. */
export interface Rng {
  /** A whole number, `0 <= x < 2^32`, uniform. */
  nextUint32(): number;
  /** A number with 53 random bits, `0 <= x < 1`, uniform. */
  nextFloat(): number;
  /**
   * A whole number, `0 <= x < bound`, uniform without bias.
   *
   * @throws {RangeError} when `bound` is not a whole number in `1..2^32`.
   */
  nextInt(bound: number): number;
  /** A number from the normal distribution with mean 0 and standard deviation 1 (Box–Muller). */
  nextNormal(): number;
  /** The whole numbers `0..length-1` in random order (Fisher–Yates). */
  permutation(length: number): Uint32Array;
  /** The independent stream number `index` of this generator, the same whatever has been drawn before. */
  split(index: number): Rng;
}

/**
 * A generator that gives the same numbers on every platform: Philox4x32-10, counter-based, period 2^66 words.
 *
 * @param seed - A whole number, `0..2^53-1`.
 * @throws {RangeError} when the seed is not such a number.
 * @see Salmon, Moraes, Dror & Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3".
 */
export function createRng(seed: number): Rng {
  requireWholeNumber('seed', seed);
  return createStream(splitWord(seed), new Uint32Array(2));
}

function createStream(key: Uint32Array, streamId: Uint32Array): Rng {
  const [streamLow = 0, streamHigh = 0] = streamId;
  const counter = Uint32Array.of(0, 0, streamLow, streamHigh);
  const block = new Uint32Array(4);
  let used = 4;

  function nextUint32(): number {
    if (used === 4) {
      philox4x32(counter, key, block);
      increment(counter);
      used = 0;
    }
    return block[used++] as number;
  }

  function nextFloat(): number {
    const high = nextUint32() >>> 5;
    const low = nextUint32() >>> 6;
    return (high * 0x4000000 + low) / 2 ** 53;
  }

  function nextInt(bound: number): number {
    if (!Number.isInteger(bound) || bound < 1 || bound > 2 ** 32) {
      throw new RangeError(`bound: expected a whole number in 1..2^32, got ${bound}`);
    }
    // The remainder of two such numbers, exactly: their rounded quotient never reaches the next whole number. `%` is slow.
    const fairLimit = Math.floor(2 ** 32 / bound) * bound;
    let word = nextUint32();
    while (word >= fairLimit) word = nextUint32();
    return word - Math.floor(word / bound) * bound;
  }

  function nextNormal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - nextFloat()));
    return radius * Math.cos(2 * Math.PI * nextFloat());
  }

  function permutation(length: number): Uint32Array {
    requireWholeNumber('length', length);
    const order = new Uint32Array(length);
    for (let index = 0; index < length; index++) order[index] = index;
    for (let last = length - 1; last > 0; last--) {
      const chosen = nextInt(last + 1);
      const moved = order[last] as number;
      order[last] = order[chosen] as number;
      order[chosen] = moved;
    }
    return order;
  }

  function split(index: number): Rng {
    requireWholeNumber('index', index);
    const derived = new Uint32Array(4);
    const [indexLow = 0, indexHigh = 0] = splitWord(index);
    // The upper half of the counter space is kept for deriving keys, so that no child repeats its parent.
    philox4x32(Uint32Array.of(indexLow, indexHigh, streamLow, 0xffffffff), key, derived);
    return createStream(
      derived.slice(0, 2),
      Uint32Array.of(derived[2] as number, (derived[3] as number) >>> 1),
    );
  }

  return { nextUint32, nextFloat, nextInt, nextNormal, permutation, split };
}

function increment(counter: Uint32Array): void {
  counter[0] = (counter[0] as number) + 1;
  if (counter[0] === 0) counter[1] = (counter[1] as number) + 1;
}

function splitWord(value: number): Uint32Array {
  return Uint32Array.of(value % 2 ** 32, Math.floor(value / 2 ** 32));
}

function requireWholeNumber(name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`${name}: expected a whole number in 0..2^53-1, got ${value}`);
  }
}
