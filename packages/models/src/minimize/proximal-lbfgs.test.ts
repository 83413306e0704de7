import { createRng } from '@fashion-mnist/core';
import { createInlinePool } from '@fashion-mnist/kernels';
import { afterAll, describe, expect, it } from 'vitest';
import { CompactCurvature } from './compact-curvature.ts';
import { LbfgsMemory } from './lbfgs-memory.ts';
import { proximalLbfgs } from './proximal-lbfgs.ts';
import type { Evaluation } from './search.ts';
import { runSearch } from './testing/run-search.ts';
import { dot, largestMagnitude } from './vectors.ts';

const pool = await createInlinePool();
afterAll(() => pool.dispose());

const TIGHT = { norm: largestMagnitude, bound: () => 1e-7 };

const PROBLEMS = Array.from({ length: 12 }, (_, i) => ({ size: 4 + i, seed: i, strength: 0.1 + 0.4 * i }));

/** `½ x·A·x - b·x` with a well-conditioned `A`. */
function quadratic(size: number, seed: number) {
  const rng = createRng(seed);
  const vectors = Array.from({ length: size }, () =>
    Float64Array.from({ length: size }, () => rng.nextNormal()),
  );
  const linear = Float64Array.from({ length: size }, () => 3 * rng.nextNormal());
  const times = (point: Float64Array) => {
    const product = point.slice();
    for (const vector of vectors) {
      const share = dot(vector, point);
      for (let i = 0; i < size; i++) product[i] = (product[i] ?? 0) + share * (vector[i] ?? 0);
    }
    return product;
  };
  return {
    times,
    evaluate(point: Float64Array): Evaluation {
      const product = times(point);
      const gradient = product.map((value, i) => value - (linear[i] ?? 0));
      return { value: dot(point, product) / 2 - dot(linear, point), gradient };
    },
  };
}

describe('proximalLbfgs', () => {
  it.each(PROBLEMS)('meets the optimality conditions of the lasso: %j', async ({ size, seed, strength }) => {
    const { evaluate } = quadratic(size, seed);
    const strengths = new Float64Array(size).fill(strength);
    const { result } = await runSearch(
      pool,
      proximalLbfgs(new Float64Array(size), strengths, TIGHT, 1000),
      evaluate,
    );
    expect(result.converged).toBe(true);
    const { gradient } = evaluate(result.point);
    for (const [i, value] of result.point.entries()) {
      const slope = gradient[i] ?? Number.NaN;
      // The search may end where the sum is flat to 2e-9, which is a slope of up to the root of it.
      if (value === 0) expect(Math.abs(slope)).toBeLessThanOrEqual(strength + 1e-2);
      else expect(slope + strength * Math.sign(value)).toBeCloseTo(0, 2);
    }
  });

  it('leaves everything at 0 where the penalty is strong', async () => {
    const { evaluate } = quadratic(5, 1);
    const { result, evaluations } = await runSearch(
      pool,
      proximalLbfgs(new Float64Array(5), new Float64Array(5).fill(1e3), TIGHT, 100),
      evaluate,
    );
    expect([...result.point]).toEqual([0, 0, 0, 0, 0]);
    expect(evaluations).toBe(1);
  });

  it('spares what has no penalty, and ends when the iterations are used up', async () => {
    const { evaluate } = quadratic(6, 3);
    const strengths = Float64Array.of(1e3, 1e3, 1e3, 0, 1e3, 1e3);
    const search = proximalLbfgs(new Float64Array(6), strengths, TIGHT, 1000);
    const { result } = await runSearch(pool, search, evaluate);
    expect([...result.point.keys()].filter((i) => result.point[i] !== 0)).toEqual([3]);
    expect(evaluate(result.point).gradient[3]).toBeCloseTo(0, 3);
    const short = proximalLbfgs(new Float64Array(6), new Float64Array(6), TIGHT, 2);
    const { iterations, converged } = (await runSearch(pool, short, evaluate)).result;
    expect([iterations, converged]).toEqual([2, false]);
  });
});

describe('CompactCurvature', () => {
  it.each(PROBLEMS)(
    'is the inverse of what L-BFGS applies, of the steps both keep: %j',
    async ({ size, seed }) => {
      const rng = createRng(seed);
      const draw = () => Float64Array.from({ length: size }, () => rng.nextNormal());
      const { times } = quadratic(size, seed);
      const [memory, curvature] = [new LbfgsMemory(4), new CompactCurvature(4)];
      for (let i = 0; i <= seed; i++) {
        const step = draw();
        memory.learn(step, times(step));
        curvature.learn(step, times(step));
      }
      const gradient = draw();
      const direction = memory.directionFrom(gradient);
      const { scale, rank, factors, middle } = curvature.modelOf(Int32Array.from(direction.keys()), 1);
      const columns = Array.from({ length: rank }, (_, k) =>
        direction.map((__, i) => factors[i * rank + k] ?? 0),
      );
      const shares = columns.map((column) => dot(column, direction));
      const mixed = columns.map((_, k) =>
        shares.reduce((sum, share, j) => sum + (middle[k * rank + j] ?? 0) * share, 0),
      );
      const curved = direction.map((value, i) =>
        columns.reduce((rest, column, k) => rest - (column[i] ?? 0) * (mixed[k] ?? 0), scale * value),
      );
      for (let i = 0; i < size; i++) expect(curved[i]).toBeCloseTo(-(gradient[i] ?? 0), 5);
    },
  );

  it('is a multiple of the identity while nothing is known, and again once all is forgotten', async () => {
    const curvature = new CompactCurvature(3);
    const one = Int32Array.of(0);
    expect(curvature.modelOf(one, 7)).toMatchObject({ scale: 7, rank: 0 });
    curvature.learn(Float64Array.of(1, 0), Float64Array.of(2, 0));
    expect(curvature.modelOf(one, 7)).toMatchObject({ scale: 2, rank: 2 });
    curvature.learn(Float64Array.of(1, 0), Float64Array.of(-2, 0));
    expect(curvature.modelOf(one, 7)).toMatchObject({ scale: 2, rank: 2 });
    curvature.forget();
    expect(curvature.modelOf(one, 7)).toMatchObject({ scale: 7, rank: 0 });
  });
});
