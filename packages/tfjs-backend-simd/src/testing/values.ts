/** Values between -1 and 1, the same for the same seed. */
export function someValues(size: number, seed: number): Float32Array {
  const values = new Float32Array(size);
  let state = (seed * 2 + 1) | 0;
  for (let index = 0; index < size; index++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    values[index] = state / 2 ** 31;
  }
  return values;
}

export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((size, length) => size * length, 1);
}
