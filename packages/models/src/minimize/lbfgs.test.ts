import { createInlinePool } from '@fashion-mnist/kernels';
import { afterAll, describe, expect, it } from 'vitest';
import { FLOAT32_ROUNDING } from './convergence.ts';
import { lbfgs } from './lbfgs.ts';
import type { Evaluation } from './search.ts';
import { runSearch } from './testing/run-search.ts';
import { dot, largestMagnitude } from './vectors.ts';
import { searchLine } from './wolfe-line-search.ts';

const pool = await createInlinePool();
afterAll(() => pool.dispose());

const TIGHT = { norm: largestMagnitude, bound: () => 1e-8 };
const PAIRS = { maxIterations: 1000, pairCount: 5, rounding: FLOAT32_ROUNDING };

/** Rosenbrock's valley, least at (1, 1). */
function valley([x = 0, y = 0]: Float64Array): Evaluation {
  const gap = y - x * x;
  return {
    value: 100 * gap * gap + (1 - x) ** 2,
    gradient: Float64Array.of(-400 * x * gap - 2 * (1 - x), 200 * gap),
  };
}

describe('lbfgs', () => {
  it('follows a curved valley to its end', async () => {
    const { result, evaluations } = await runSearch(
      pool,
      lbfgs(Float64Array.of(-1.2, 1), TIGHT, PAIRS),
      valley,
    );
    expect(result.converged).toBe(true);
    expect(result.point[0]).toBeCloseTo(1, 6);
    expect(result.point[1]).toBeCloseTo(1, 6);
    expect(evaluations).toBeLessThan(2 * result.iterations);
  });

  it('needs no step where it starts at the minimum', async () => {
    const { result, evaluations } = await runSearch(pool, lbfgs(Float64Array.of(1, 1), TIGHT, PAIRS), valley);
    expect([result.iterations, result.converged, evaluations]).toEqual([0, true, 1]);
  });

  it('ends when the iterations are used up', async () => {
    const few = { ...PAIRS, maxIterations: 3 };
    const { result } = await runSearch(pool, lbfgs(Float64Array.of(-1.2, 1), TIGHT, few), valley);
    expect([result.iterations, result.converged]).toEqual([3, false]);
    expect(result.value).toBeLessThan(valley(Float64Array.of(-1.2, 1)).value);
  });

  it('ends where rounding hides the descent', async () => {
    const rounded = (point: Float64Array): Evaluation => {
      const { value, gradient } = valley(point);
      return { value: 1000 + Math.fround(value), gradient: gradient.map((slope) => slope + 1e-3) };
    };
    const search = lbfgs(Float64Array.of(-1.2, 1), { norm: largestMagnitude, bound: () => 0 }, PAIRS);
    const { result } = await runSearch(pool, search, rounded);
    expect(result.converged).toBe(true);
    expect(result.point[0]).toBeCloseTo(1, 1);
  });

  it('ends where the function is not finite around', async () => {
    const cliff = (point: Float64Array): Evaluation =>
      point[0] === 0
        ? { value: 1, gradient: Float64Array.of(1) }
        : { value: Number.NaN, gradient: Float64Array.of(Number.NaN) };
    const { result } = await runSearch(pool, lbfgs(Float64Array.of(0), TIGHT, PAIRS), cliff);
    expect([result.iterations, result.converged, result.point[0]]).toEqual([0, false, 0]);
  });
});

describe('searchLine', () => {
  const start = { point: Float64Array.of(0), value: 0, gradient: Float64Array.of(-1) };
  /** Least at 10, with a slope of -1 at 0. */
  const hollow = ([x = 0]: Float64Array): Evaluation => ({
    value: -x + (x * x) / 20,
    gradient: Float64Array.of(-1 + x / 10),
  });

  it.each([1e-3, 0.5, 5, 30, 1e4])(
    'meets the strong Wolfe conditions from a first step of %s',
    async (firstStep) => {
      const direction = Float64Array.of(1);
      const { result } = await runSearch(
        pool,
        searchLine(start, direction, firstStep, FLOAT32_ROUNDING),
        hollow,
      );
      const step = result?.point[0] ?? Number.NaN;
      expect(result?.value).toBeLessThanOrEqual(-1e-3 * step);
      expect(Math.abs(dot(result?.gradient ?? direction, direction))).toBeLessThanOrEqual(0.9);
    },
  );

  it('takes a good first step as it is', async () => {
    expect(
      (await runSearch(pool, searchLine(start, Float64Array.of(1), 8, FLOAT32_ROUNDING), hollow)).evaluations,
    ).toBe(1);
  });

  it('finds no place on a line that only rises', async () => {
    const wall = ([x = 0]: Float64Array): Evaluation => ({ value: x, gradient: Float64Array.of(1) });
    expect(
      (await runSearch(pool, searchLine(start, Float64Array.of(1), 1, FLOAT32_ROUNDING), wall)).result,
    ).toBeUndefined();
  });
});
