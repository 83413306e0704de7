import { createRng, ndArray } from '@fashion-mnist/core';
import { createInlinePool, LINEAR_LOSSES } from '@fashion-mnist/kernels';
import { describe, expect, it } from 'vitest';
import { featureMatrix } from '../../samples/features.ts';
import { fitSmooth } from './fit-smooth.ts';
import { placeLinearLoss } from './linear-loss.ts';
import type { LinearProblem } from './linear-problem.ts';

const STOPPING = { kind: 'largestSlope', tolerance: 1e-4 } as const;

function randomProblem(sampleCount: number, featureCount: number, classCount: number): LinearProblem {
  const rng = createRng(sampleCount);
  const data = Float32Array.from({ length: sampleCount * featureCount }, () => rng.nextNormal());
  const codes = Int32Array.from({ length: sampleCount }, (_, i) =>
    i < classCount ? i : rng.nextInt(classCount),
  );
  return { matrix: featureMatrix(ndArray(data, [sampleCount, featureCount])), codes, classCount };
}

describe('placeLinearLoss', () => {
  it.each([...LINEAR_LOSSES])(
    'computes slopes of the %s loss that agree with its differences',
    async (name) => {
      const problem = randomProblem(70, 3, 3);
      const pool = await createInlinePool();
      const loss = await placeLinearLoss(pool, pool.region(), problem, name, 3);
      const rng = createRng(5);
      const coef = Float64Array.from({ length: 9 }, () => rng.nextNormal());
      const intercept = Float64Array.from({ length: 3 }, () => rng.nextNormal());
      const classes = [0, 1, 2];
      const total = async (changed: Partial<{ coef: Float64Array; intercept: Float64Array }>) =>
        (await loss.evaluate({ classes, coef, intercept, ...changed })).losses.reduce(
          (sum, value) => sum + value,
          0,
        );
      const { coefGradient, interceptGradient } = await loss.evaluate({ classes, coef, intercept });
      // As small as differences of float32 margins allow: the error is some 1e-6 / step.
      const step = 2 ** -7;
      for (let i = 0; i < 9; i++) {
        const nudged = (by: number) => total({ coef: coef.map((value, k) => value + (k === i ? by : 0)) });
        const slope = ((await nudged(step)) - (await nudged(-step))) / (2 * step);
        expect(Math.abs(slope - (coefGradient[i] ?? 0))).toBeLessThan(0.05);
      }
      for (let i = 0; i < 3; i++) {
        const nudged = (by: number) =>
          total({ intercept: intercept.map((value, k) => value + (k === i ? by : 0)) });
        const slope = ((await nudged(step)) - (await nudged(-step))) / (2 * step);
        expect(Math.abs(slope - (interceptGradient[i] ?? 0))).toBeLessThan(0.05);
      }
      await pool.dispose();
    },
  );

  it('computes some outputs as it computes them beside all others', async () => {
    const problem = randomProblem(50, 6, 7);
    const pool = await createInlinePool();
    const loss = await placeLinearLoss(pool, pool.region(), problem, 'logistic', 7);
    const rng = createRng(5);
    const coef = Float64Array.from({ length: 42 }, () => rng.nextNormal());
    const intercept = Float64Array.from({ length: 7 }, () => rng.nextNormal());
    const all = await loss.evaluate({ classes: [0, 1, 2, 3, 4, 5, 6], coef, intercept });
    const some = await loss.evaluate({
      classes: [2, 5],
      coef: Float64Array.of(...coef.subarray(12, 18), ...coef.subarray(30, 36)),
      intercept: Float64Array.of(intercept[2] ?? 0, intercept[5] ?? 0),
    });
    expect(some.losses[0]).toBeCloseTo(all.losses[2] ?? 0, 4);
    expect(some.losses[1]).toBeCloseTo(all.losses[5] ?? 0, 4);
    for (let i = 0; i < 6; i++)
      expect(some.coefGradient[6 + i]).toBeCloseTo(all.coefGradient[30 + i] ?? 0, 4);
    await pool.dispose();
  });

  it('refuses more classes than scratch has room for', async () => {
    const pool = await createInlinePool();
    const placed = placeLinearLoss(pool, pool.region(), randomProblem(2, 1, 2), 'logistic', 70_000);
    await expect(placed).rejects.toMatchObject({ code: 'E_MEMORY' });
    await pool.dispose();
  });
});

describe('fitSmooth', () => {
  it('goes with all classes in step: as many passes as the longest search needs', async () => {
    const problem = randomProblem(200, 10, 4);
    let passes = 0;
    const options = {
      loss: 'logistic',
      l2: 1,
      intercept: 'free',
      stopping: STOPPING,
      maxIterations: 200,
    } as const;
    const fit = await fitSmooth(problem, options, { onProgress: () => passes++ });
    expect(fit.converged).toBe(true);
    expect(passes).toBeLessThan(2 * Math.max(...fit.iterations));
    for (const code of [0, 1, 2, 3]) {
      const binary = { ...problem, codes: problem.codes.map((own) => Number(own === code)), classCount: 2 };
      const alone = await fitSmooth(binary, options, {});
      expect(alone.losses[0]).toBeCloseTo(fit.losses[code] ?? 0, 3);
    }
  });

  it('scales rows longer than a thread can, as floats beforehand', async () => {
    const width = 40_000;
    const rng = createRng(9);
    const data = Uint8Array.from({ length: 4 * width }, () => rng.nextInt(256));
    const scaling = { mean: new Float64Array(width).fill(127), scale: new Float64Array(width).fill(70) };
    const matrix = featureMatrix({ data, shape: [4, width], scaling });
    const options = {
      loss: 'squaredHinge',
      l2: 1,
      intercept: 'free',
      stopping: STOPPING,
      maxIterations: 20,
    } as const;
    const fit = await fitSmooth({ matrix, codes: Int32Array.of(0, 1, 0, 1), classCount: 2 }, options, {});
    const score = (row: number) =>
      fit.coef.reduce(
        (sum, value, i) => sum + (value * ((data[row * width + i] ?? 0) - 127)) / 70,
        fit.intercept[0] ?? 0,
      );
    expect([0, 1, 2, 3].map((row) => score(row) > 0)).toEqual([false, true, false, true]);
  });
});
