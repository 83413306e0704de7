import { expect, it } from 'vitest';
import { runKernel } from '../../testing/on-both-backends.ts';
import { expectSameOnThreads } from '../../testing/on-threads.ts';
import { someValues } from '../../testing/values.ts';
import { seededDropout } from './seeded-dropout.ts';

/** Wellons' lowbias32, in exact integers. */
function lowBias(value: bigint): bigint {
  let x = value ^ (value >> 16n);
  x = (x * 0x7feb352dn) & 0xffffffffn;
  x ^= x >> 15n;
  x = (x * 0x846ca68bn) & 0xffffffffn;
  return x ^ (x >> 16n);
}

it('drops the elements whose hash is below the rate, and raises the others', async () => {
  for (const [rate, seed] of [
    [0, 1],
    [0.25, 7],
    [0.5, 4_000_000_000],
    [0.9, 0],
  ] as const) {
    const values = someValues(1001, 3);
    const [y] = await runKernel('simd', 'SeededDropout', { x: { values, shape: [7, 143] } }, { rate, seed });
    const expected = Array.from(values, (value, index) => {
      const hash = lowBias(BigInt(index) ^ lowBias(BigInt(seed)));
      return hash >= BigInt(Math.floor(rate * 2 ** 32)) ? Math.fround(value / Math.fround(1 - rate)) : 0;
    });
    expect(Array.from(y!.values)).toEqual(expected);
    expect(y!.shape).toEqual([7, 143]);
  }
});

it('drops about as many as the rate says', async () => {
  const x = { shape: [100_000], values: new Float32Array(100_000).fill(1) };
  const [y] = await runKernel('simd', 'SeededDropout', { x }, { rate: 0.3, seed: 5 });
  const dropped = Array.from(y!.values).filter((value) => value === 0).length;
  expect(Math.abs(dropped / 100_000 - 0.3)).toBeLessThan(0.01);
});

it('drops the same elements on one thread and on three', async () => {
  const x = { shape: [70_001], values: someValues(70_001, 1) };
  await expectSameOnThreads({ kernel: seededDropout, inputs: { x }, attrs: { rate: 0.5, seed: 9 } });
});
