import { createRng, ndArray } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import { covariance } from './covariance.ts';
import { principalComponents } from './principal-components.ts';
import { randomBytes, randomFloats } from './testing/random-samples.ts';

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

  it('satisfies the eigenvalue equation of the covariance with orthonormal axes', async () => {
    const samples = randomBytes(300, 40, 2);
    const { components, explainedVariance } = await principalComponents(samples, { componentCount: 5 });
    const { covariance: matrix } = await covariance(samples);
    for (let axis = 0; axis < 5; axis++) {
      const vector = components.data.subarray(axis * 40, (axis + 1) * 40);
      for (let i = 0; i < 40; i++) {
        const image = vector.reduce((sum, value, k) => sum + matrix.data[i * 40 + k]! * value, 0);
        expect(Math.abs(image - explainedVariance[axis]! * vector[i]!)).toBeLessThan(
          1e-7 * explainedVariance[0]!,
        );
      }
      for (let other = 0; other <= axis; other++) {
        const dot = vector.reduce((sum, value, k) => sum + value * components.data[other * 40 + k]!, 0);
        expect(dot).toBeCloseTo(other === axis ? 1 : 0, 10);
      }
    }
  });

  it('explains all variance with as many axes as features', async () => {
    const { explainedVarianceRatio } = await principalComponents(randomFloats(50, 4, 3), {
      componentCount: 4,
    });
    expect(explainedVarianceRatio.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  it('makes the largest loading of each axis positive', async () => {
    const { components } = await principalComponents(randomFloats(100, 6, 4), { componentCount: 6 });
    for (let axis = 0; axis < 6; axis++) {
      const vector = [...components.data.subarray(axis * 6, (axis + 1) * 6)];
      expect(Math.max(...vector)).toBe(Math.max(...vector.map(Math.abs)));
    }
  });

  it('gives axes without variance for samples that are all alike', async () => {
    const { components, explainedVariance, explainedVarianceRatio } = await principalComponents(
      ndArray(new Uint8Array(30).fill(7), [10, 3]),
    );
    expect([...explainedVariance, ...explainedVarianceRatio]).toEqual([0, 0, 0, 0]);
    expect(components.data.every(Number.isFinite)).toBe(true);
  });

  it('gives the same bytes again', async () => {
    const samples = randomBytes(60, 12, 5);
    expect(await principalComponents(samples)).toEqual(await principalComponents(samples));
  });

  it.each([0, 4, 1.5])('refuses %s axes of three features', async (componentCount) => {
    await expect(principalComponents(randomBytes(9, 3, 1), { componentCount })).rejects.toMatchObject({
      code: 'E_COUNT',
    });
  });
});
