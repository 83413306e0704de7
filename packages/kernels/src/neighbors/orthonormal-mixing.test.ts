import { expect, it } from 'vitest';
import { randomFloats } from '../testing/random-samples.ts';
import { orthonormalMixing } from './orthonormal-mixing.ts';

it('makes rows orthonormal, each from itself and those before it', () => {
  const [size, length] = [7, 20];
  const { data: rows } = randomFloats(size, length, 1);
  const gram = innerProducts(rows, size, length);
  const mixing = orthonormalMixing(gram, size);
  const mixed = new Float64Array(size * length);
  for (let row = 0; row < size; row++) {
    for (let i = 0; i < size; i++) {
      const weight = mixing[row * size + i]!;
      if (i > row) expect(weight).toBe(0);
      for (let k = 0; k < length; k++) mixed[row * length + k]! += weight * rows[i * length + k]!;
    }
  }
  innerProducts(mixed, size, length).forEach((product, at) => {
    expect(product).toBeCloseTo(at % (size + 1) === 0 ? 1 : 0, 12);
  });
});

function innerProducts(rows: ArrayLike<number>, size: number, length: number): Float64Array {
  return new Float64Array(size * size).map((_, at) => {
    const [a, b] = [Math.floor(at / size) * length, (at % size) * length];
    let sum = 0;
    for (let k = 0; k < length; k++) sum += rows[a + k]! * rows[b + k]!;
    return sum;
  });
}
