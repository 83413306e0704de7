/** Gives a whole number below a bound. */
export type Draw = (bound: number) => number;

/**
 * Numbers that are the same for the same seed, and as quick as millions of inputs need them.
 *
 * @see Marsaglia 2003, "Xorshift RNGs" (13, 17, 5).
 */
export function createDraw(seed: number): Draw {
  let state = seed | 0 || 1;
  return (bound) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % bound;
  };
}
