import { createRng, ndArray } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import { createInlinePool } from '../pool/inline-pool.ts';
import { expectSameOnEveryPool } from '../testing/on-every-pool.ts';
import { randomBytes, randomFloats } from '../testing/random-samples.ts';
import { covariance } from './covariance.ts';
import { principalComponents } from './principal-components.ts';

describe('principalComponents', () => {
  it('finds the axes along which samples were stretched', async () => {
    const rng = createRng(1);
    const axis = [3, 4, 0].map((value) => value / 5);
    const rows = Array.from({ length: 2000 }, () => {
      const along = 10 * rng.nextNormal();
      return axis.map((value) => value * along + rng.nextNormal());
    });
    const { components, explainedVariance } = await principalComponents(
      ndArray(Float32Array.from(rows.flat()), [2000, 3]),
    );
    // Five standard errors: the variance 101 is known to 2·101/√2000, the direction to about 1/(10·√2000).
    expect(Math.abs(explainedVariance[0]! - 101)).toBeLessThan(5 * 4.5);
    axis.forEach((value, i) => expect(Math.abs(components.data[i]! - value)).toBeLessThan(0.015));
  });

  it.each([
    { what: 'a few axes', samples: randomBytes(300, 40, 2), componentCount: 5 },
    { what: 'axes found by iteration', samples: randomBytes(900, 100, 2), componentCount: 7 },
    { what: 'axes of floats found by iteration', samples: randomFloats(500, 90, 3, 9), componentCount: 3 },
    {
      what: 'so many that the whole spectrum is the shorter way',
      samples: randomBytes(150, 99, 4),
      componentCount: 60,
    },
    { what: 'all axes', samples: randomBytes(200, 70, 5), componentCount: 70 },
    { what: 'more axes than vary', samples: randomBytes(12, 150, 6), componentCount: 12 },
  ])('satisfies the eigenvalue equation of the covariance, with orthonormal axes: $what', async (input) => {
    const { samples, componentCount } = input;
    const size = samples.shape[1]!;
    const { components, explainedVariance } = await principalComponents(samples, { componentCount });
    const { covariance: matrix } = await covariance(samples);
    expect([...explainedVariance]).toEqual([...explainedVariance].toSorted((x, y) => y - x));
    for (let axis = 0; axis < componentCount; axis++) {
      const vector = components.data.subarray(axis * size, (axis + 1) * size);
      for (let i = 0; i < size; i++) {
        const image = vector.reduce((sum, value, k) => sum + matrix.data[i * size + k]! * value, 0);
        expect(Math.abs(image - explainedVariance[axis]! * vector[i]!)).toBeLessThan(
          1e-8 * explainedVariance[0]!,
        );
      }
      for (let other = 0; other <= axis; other++) {
        const dot = vector.reduce((sum, value, k) => sum + value * components.data[other * size + k]!, 0);
        expect(dot).toBeCloseTo(other === axis ? 1 : 0, 10);
      }
    }
  });

  it('explains all variance with as many axes as features', async () => {
    const { explainedVariance, explainedVarianceRatio, totalVariance } = await principalComponents(
      randomFloats(50, 4, 3),
      { componentCount: 4 },
    );
    expect(explainedVarianceRatio.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(explainedVariance.reduce((sum, value) => sum + value, 0)).toBeCloseTo(totalVariance, 9);
  });

  it('makes the largest loading of each axis positive', async () => {
    const { components } = await principalComponents(randomFloats(100, 6, 4), { componentCount: 6 });
    for (let axis = 0; axis < 6; axis++) {
      const vector = [...components.data.subarray(axis * 6, (axis + 1) * 6)];
      expect(Math.max(...vector)).toBe(Math.max(...vector.map(Math.abs)));
    }
  });
});

describe('principalComponents of samples that vary little, or are bad', () => {
  it.each([3, 200])(
    'gives axes without variance for samples of %s features that are all alike',
    async (size) => {
      const alike = ndArray(new Uint8Array(10 * size).fill(7), [10, size]);
      const { components, explainedVariance, explainedVarianceRatio, totalVariance } =
        await principalComponents(alike);
      expect([...explainedVariance, ...explainedVarianceRatio, totalVariance]).toEqual([0, 0, 0, 0, 0]);
      const [first, second] = [components.data.subarray(0, size), components.data.subarray(size)];
      const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
      expect(dot(first, first)).toBeCloseTo(1, 12);
      expect(dot(second, second)).toBeCloseTo(1, 12);
      expect(dot(first, second)).toBeCloseTo(0, 12);
    },
  );

  it('leaves out features that do not vary', async () => {
    const rng = createRng(3);
    const data = Uint8Array.from({ length: 100 * 80 }, (_, i) => (i % 80 < 5 ? rng.nextInt(256) : 9));
    const { components } = await principalComponents(ndArray(data, [100, 80]));
    components.data.forEach((value, i) => {
      if (i % 80 >= 5) expect(Math.abs(value)).toBeLessThan(1e-8);
    });
  });

  it('agrees to rounding where there are no vectors of 128 bits', async () => {
    const pool = await createInlinePool({ kernels: 'typescript' });
    const samples = randomBytes(200, 70, 9);
    const plain = await principalComponents(samples, { pool });
    const usual = await principalComponents(samples);
    plain.components.data.forEach((value, i) => expect(value).toBeCloseTo(usual.components.data[i]!, 6));
    expect(plain.mean).toEqual(usual.mean);
  });

  it.each([2, 40])('gives the same bytes on every pool, for %s axes', async (componentCount) => {
    const samples = randomBytes(600, 90, 5);
    await expectSameOnEveryPool((pool) => principalComponents(samples, { componentCount, pool }));
  });

  it.each([0, 4, 1.5])('refuses %s axes of three features', async (componentCount) => {
    await expect(principalComponents(randomBytes(9, 3, 1), { componentCount })).rejects.toMatchObject({
      code: 'E_COUNT',
    });
  });

  it('refuses more axes than there are samples, a single sample, and values that are not finite', async () => {
    await expect(principalComponents(randomBytes(3, 9, 1), { componentCount: 4 })).rejects.toThrow('1..3');
    await expect(principalComponents(randomBytes(1, 9, 1), { componentCount: 1 })).rejects.toMatchObject({
      code: 'E_COUNT',
    });
    const broken = ndArray(Float32Array.of(1, 2, 3, Number.POSITIVE_INFINITY), [2, 2]);
    await expect(principalComponents(broken)).rejects.toMatchObject({ code: 'E_NOT_FINITE' });
  });
});
