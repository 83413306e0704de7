import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KernelsUnderTest } from '../../testing/both-kernels.ts';
import { expectClose } from '../../testing/close.ts';
import { onBoth } from '../../testing/on-both.ts';
import { layOutSamples, type SearchCase, STATE_LENGTH } from '../../testing/search-case.ts';

type Alloc = (byteLength: number) => number;

const cases: fc.Arbitrary<SearchCase> = fc.record({
  sampleCount: fc.integer({ min: 1, max: 40 }),
  featureCount: fc.integer({ min: 1, max: 37 }),
  elementBytes: fc.constantFrom(1, 4),
  classCount: fc.integer({ min: 2, max: 5 }),
  visits: fc.integer({ min: 0, max: 300 }),
  seed: fc.nat(1000),
});

describe('squareRows', () => {
  it('does the same compiled and as a twin, bit for bit', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { compiled, twin } = onBoth((under, alloc) => {
          const { sampleCount, featureCount, elementBytes } = one;
          const { samples, centre, factor } = layOutSamples(under, alloc, one);
          const squares = alloc(8 * sampleCount);
          const split = Math.floor(sampleCount / 3);
          const layout = [samples, elementBytes, featureCount, centre, factor, 0.5, squares] as const;
          under.kernels.squareRows(...layout, 0, split);
          under.kernels.squareRows(...layout, split, sampleCount);
          return under.heap.f64.slice(squares / 8, squares / 8 + sampleCount);
        });
        expect(compiled).toEqual(twin);
      }),
    );
  });
});

function descendDual(one: SearchCase, under: KernelsUnderTest, alloc: Alloc) {
  const { sampleCount, featureCount, elementBytes, visits } = one;
  const { samples, centre, factor, width, doubles, floats, integers, states } = layOutSamples(
    under,
    alloc,
    one,
  );
  const problems = 2;
  const squares = alloc(8 * sampleCount);
  const costs = doubles(
    problems * sampleCount,
    (i) => ((i * 7 + one.seed) % 3 === 0 ? 1 : -1) * (0.1 + (i % 5)),
  );
  const rows = floats(problems * width, (i) => (i % width === featureCount ? 0.5 : 0));
  const weights = floats(problems * width, () => 0);
  const multipliers = doubles(problems * sampleCount, () => 0);
  const orders = integers(problems * sampleCount, (i) => i % sampleCount);
  const state = states(problems, sampleCount, [-Infinity, Infinity, Infinity, -Infinity, 1]);
  const means = doubles(problems * width, () => 0);
  const sums = alloc(8 * problems * width);
  const fresh = alloc(4 * problems * width);
  const { kernels, heap } = under;
  kernels.squareRows(samples, elementBytes, featureCount, centre, factor, 0.5, squares, 0, sampleCount);
  const layout = [samples, elementBytes, featureCount, sampleCount, centre, factor] as const;
  const descend = (begin: number, end: number) =>
    kernels.descendDual(
      ...layout,
      squares,
      costs,
      width,
      rows,
      weights,
      multipliers,
      orders,
      sampleCount,
      state,
      means,
      3,
      1e-3,
      20,
      visits,
      begin,
      end,
    );
  descend(0, 1);
  descend(1, 2);
  descend(0, 2);
  kernels.weightsOfMultipliers(...layout, costs, width, rows, multipliers, sums, fresh, 0, problems);
  return {
    state: heap.f64.slice(state / 8, state / 8 + problems * STATE_LENGTH),
    orders: heap.i32.slice(orders / 4, orders / 4 + problems * sampleCount),
    multipliers: heap.f64.slice(multipliers / 8, multipliers / 8 + problems * sampleCount),
    weights: heap.f32.slice(weights / 4, weights / 4 + problems * width),
    means: heap.f64.slice(means / 8, means / 8 + problems * width),
    fresh: heap.f32.slice(fresh / 4, fresh / 4 + problems * width),
  };
}

describe('descendDual', () => {
  it('takes the same steps compiled and as a twin, bit for bit', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { compiled, twin } = onBoth((under, alloc) => descendDual(one, under, alloc));
        expect(compiled).toEqual(twin);
      }),
    );
  });

  it('keeps the weights that belong to the multipliers', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { compiled } = onBoth((under, alloc) => descendDual(one, under, alloc));
        // Some hundred steps in float32, each rounded.
        expectClose(compiled.weights, compiled.fresh, 1e-4);
      }),
    );
  });
});

function descendCrammerSinger(one: SearchCase, under: KernelsUnderTest, alloc: Alloc) {
  const { sampleCount, featureCount, elementBytes, classCount, visits } = one;
  const { samples, centre, factor, width, doubles, floats, integers, states } = layOutSamples(
    under,
    alloc,
    one,
  );
  const pairs = sampleCount * classCount;
  const squares = alloc(8 * sampleCount);
  const costs = doubles(sampleCount, (i) => 0.1 + (i % 5));
  const codes = integers(sampleCount, (i) => (i * i + one.seed) % classCount);
  const row = floats(width, (i) => (i === featureCount ? 0.5 : 0));
  const weights = floats(classCount * width, () => 0);
  const multipliers = doubles(pairs, () => 0);
  const classOrders = integers(pairs, (i) => i % classCount);
  const ownPlaces = integers(sampleCount, (i) => (i * i + one.seed) % classCount);
  const activeClasses = integers(sampleCount, () => classCount);
  const room = alloc(24 * classCount);
  const order = integers(sampleCount, (i) => i);
  const state = states(1, sampleCount, [-Infinity, 1, 1]);
  const { kernels, heap } = under;
  kernels.squareRows(samples, elementBytes, featureCount, centre, factor, 0.5, squares, 0, sampleCount);
  const descend = (end: number) =>
    kernels.descendCrammerSinger(
      samples,
      elementBytes,
      featureCount,
      centre,
      factor,
      squares,
      costs,
      codes,
      classCount,
      width,
      row,
      weights,
      multipliers,
      classOrders,
      ownPlaces,
      activeClasses,
      room,
      order,
      sampleCount,
      sampleCount,
      state,
      1e-3,
      30,
      visits,
      0,
      end,
    );
  descend(0);
  descend(1);
  descend(1);
  return {
    state: heap.f64.slice(state / 8, state / 8 + STATE_LENGTH),
    multipliers: heap.f64.slice(multipliers / 8, multipliers / 8 + pairs),
    weights: heap.f32.slice(weights / 4, weights / 4 + classCount * width),
    classOrders: heap.i32.slice(classOrders / 4, classOrders / 4 + pairs),
    activeClasses: heap.i32.slice(activeClasses / 4, activeClasses / 4 + sampleCount),
  };
}

describe('descendCrammerSinger', () => {
  it('takes the same steps compiled and as a twin, bit for bit', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { compiled, twin } = onBoth((under, alloc) => descendCrammerSinger(one, under, alloc));
        expect(compiled).toEqual(twin);
      }),
    );
  });

  it('keeps the multipliers of each sample at a sum of 0', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { compiled } = onBoth((under, alloc) => descendCrammerSinger(one, under, alloc));
        for (let sample = 0; sample < one.sampleCount; sample++) {
          const own = compiled.multipliers.subarray(sample * one.classCount, (sample + 1) * one.classCount);
          expect(Math.abs(own.reduce((sum, alpha) => sum + alpha, 0))).toBeLessThan(1e-9);
        }
      }),
    );
  });
});
