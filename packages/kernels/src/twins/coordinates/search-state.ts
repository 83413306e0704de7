/** Numbers of a state, in the order of their places. */
export const STATE_LENGTH = 10;
const POSITION = 0;
export const ACTIVE = 1;
export const EPOCHS = 2;
export const OUTCOME = 3;
const RANDOM = 4;
export const FIRST = 5;
export const SECOND = 6;
export const THIRD = 7;
export const FOURTH = 8;
export const FIFTH = 9;

export const CONVERGED = 1;
export const OUT_OF_EPOCHS = 2;

function nextRandom(random: number): number {
  let word = random;
  word ^= word << 13;
  word ^= word >>> 17;
  word ^= word << 5;
  return word >>> 0;
}

/** A search as it stands in memory. */
export interface Search {
  readonly state: Float64Array;
  readonly order: Int32Array;
  /** False when the coordinate is to be shrunk away. */
  readonly visit: (coordinate: number) => boolean;
  readonly endEpoch: () => void;
}

/** Visits coordinates in random order, until the visits are used up or the search has ended. */
export function goOn({ state, order, visit, endEpoch }: Search, visits: number): void {
  for (let left = visits; left > 0 && state[OUTCOME] === 0; ) {
    for (; state[POSITION]! < state[ACTIVE]! && left > 0; left--) {
      const random = nextRandom(state[RANDOM]!);
      state[RANDOM] = random;
      const position = state[POSITION]!;
      swap(order, position + Math.trunc(random * 2 ** -32 * (state[ACTIVE]! - position)), position);
      if (visit(order[position]!)) state[POSITION] = position + 1;
      else {
        state[ACTIVE]!--;
        swap(order, position, state[ACTIVE]!);
      }
    }
    if (state[POSITION]! < state[ACTIVE]!) continue;
    state[POSITION] = 0;
    state[EPOCHS]!++;
    endEpoch();
  }
}

export function swap(values: Int32Array | Float64Array, a: number, b: number): void {
  const value = values[a]!;
  values[a] = values[b]!;
  values[b] = value;
}
