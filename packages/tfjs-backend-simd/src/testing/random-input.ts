import type { TestInput } from './on-both-backends.ts';

/** Values between -1 and 1, the same for the same seed. */
export function randomInput(shape: readonly number[], seed: number): TestInput {
  const size = shape.reduce((product, length) => product * length, 1);
  let state = Math.imul(seed + 1, 0x9e3779b1);
  const values = Float32Array.from({ length: size }, () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x297a2d39) | 0;
    return (state >>> 8) / 2 ** 23 - 1;
  });
  return { values, shape };
}
