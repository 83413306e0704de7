import { createRng, type Rng } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Heap } from '../../compute/heap.ts';
import { expectClose } from '../../testing/close.ts';
import { onBoth } from '../../testing/on-both.ts';

type Alloc = (byteLength: number) => number;

const STATE_LENGTH = 12;

const shapes = fc.record({
  features: fc.oneof(fc.integer({ min: 1, max: 45 }), fc.constantFrom(16, 32)),
  samples: fc.nat(12),
  problems: fc.integer({ min: 1, max: 13 }),
  seed: fc.nat(),
});

interface Shape {
  readonly features: number;
  readonly samples: number;
  readonly problems: number;
  readonly seed: number;
}

const rules = fc.record({
  loss: fc.nat(7),
  schedule: fc.nat(4),
  l2: fc.constantFrom(0, 0.01),
  l1: fc.constantFrom(0, 0.01),
  averageFrom: fc.constantFrom(0, 1, 5),
  isWeighted: fc.boolean(),
  fitsIntercept: fc.nat(1),
  areFloats: fc.boolean(),
  groupSize: fc.integer({ min: 1, max: 13 }),
});

interface Rule {
  readonly loss: number;
  readonly schedule: number;
  readonly l2: number;
  readonly l1: number;
  readonly averageFrom: number;
  readonly isWeighted: boolean;
  readonly fitsIntercept: number;
  readonly areFloats: boolean;
  readonly groupSize: number;
}

const widthOf = (features: number): number => 16 * Math.ceil(features / 16);

function placeInts(heap: Heap, alloc: Alloc, values: ArrayLike<number>): number {
  const pointer = alloc(values.length * 4);
  heap.i32.set(values, pointer / 4);
  return pointer;
}

/** Rows of normal numbers, now and then of zeros only; the padding is 0. */
function placeRows(heap: Heap, alloc: Alloc, count: number, features: number, rng: Rng): number {
  const width = widthOf(features);
  const pointer = alloc(count * width * 4);
  for (let row = 0; row < count; row++) {
    const scale = rng.nextInt(6) === 0 ? 0 : 1;
    for (let i = 0; i < width; i++)
      heap.f32[pointer / 4 + row * width + i] = i < features ? scale * rng.nextNormal() : 0;
  }
  return pointer;
}

/** Bytes and what scales them to about unit size, or floats: the arguments of kernels that take samples. */
function placeSamples(
  heap: Heap,
  alloc: Alloc,
  count: number,
  features: number,
  areFloats: boolean,
  rng: Rng,
): readonly [samples: number, areFloats: number, features: number, mean: number, inverseScale: number] {
  const samples = alloc(count * features * 4);
  for (let i = 0; i < count * features; i++) {
    if (areFloats) heap.f32[samples / 4 + i] = rng.nextNormal();
    else heap.u8[samples + i] = rng.nextInt(256);
  }
  const [mean, inverseScale] = [alloc(features * 4), alloc(features * 4)];
  for (let i = 0; i < features; i++) {
    heap.f32[mean / 4 + i] = 100 + 50 * rng.nextFloat();
    heap.f32[inverseScale / 4 + i] = 0.02 * rng.nextFloat();
  }
  return [samples, areFloats ? 1 : 0, features, mean, inverseScale];
}

const drawn = (rng: Rng, length: number, bound: number): number[] =>
  Array.from({ length }, () => rng.nextInt(bound));

/** What is left in memory after two commands: the weights, the averages, the received penalties, the states. */
function learnOnBoth({ features, samples, problems, seed }: Shape, rule: Rule) {
  return onBoth(({ kernels, heap }, alloc) => {
    const rng = createRng(seed);
    const width = widthOf(features);
    const values = placeSamples(heap, alloc, samples, features, rule.areFloats, rng);
    const rows = alloc(problems * width * 4);
    const order = placeInts(heap, alloc, rng.permutation(samples));
    const codes = placeInts(heap, alloc, drawn(rng, samples, problems));
    const sampleWeights = rule.isWeighted ? alloc(samples * 8) : 0;
    if (rule.isWeighted) heap.f64.set(drawn(rng, samples, 3), sampleWeights / 8);
    // Every second problem has ended already.
    const listed = Array.from({ length: Math.ceil(problems / 2) }, (_, i) => 2 * i).toReversed();
    const list = placeInts(heap, alloc, listed);
    const groups = Math.ceil(listed.length / rule.groupSize);
    const [weights = 0, averages = 0, received = 0] = [1, rule.averageFrom, rule.l1].map((isThere) => {
      if (isThere === 0) return 0;
      const pointer = alloc(problems * width * 4);
      heap.f32.fill(0, pointer / 4, pointer / 4 + problems * width);
      return pointer;
    });
    const states = alloc(problems * STATE_LENGTH * 8);
    for (let i = 0; i < problems; i++)
      heap.f64.set([1, 0, 1, 0.05, 0, 0, 0, 1, 0, 1 + i / 4, 0.5, i], states / 8 + i * STATE_LENGTH);
    const { loss, schedule, l2, l1, averageFrom, fitsIntercept, groupSize } = rule;
    const learn = (first: number, count: number) =>
      kernels.learnOneAgainstRest(
        ...([...values, order + first * 4, count, codes, sampleWeights] as const),
        ...([list, listed.length, groupSize, rows, weights, averages, received, states] as const),
        ...([
          loss,
          0.8,
          schedule,
          schedule === 1 ? 200 : 0.5,
          0.1,
          l2,
          l1,
          averageFrom,
          fitsIntercept,
        ] as const),
        0,
        groups,
      );
    const middle = Math.floor(samples / 2);
    learn(0, middle);
    learn(middle, samples - middle);
    return {
      learned: [weights, averages, received].map((pointer) =>
        pointer === 0 ? new Float32Array() : heap.f32.slice(pointer / 4, pointer / 4 + problems * width),
      ),
      states: heap.f64.slice(states / 8, states / 8 + problems * STATE_LENGTH),
    };
  });
}

describe('learnOneAgainstRest', () => {
  it('does the same compiled and as a twin, up to the last digits of exp, log and pow', () => {
    fc.assert(
      fc.property(shapes, rules, (shape, rule) => {
        const { compiled, twin } = learnOnBoth(shape, rule);
        compiled.learned.forEach((values, i) => {
          expectClose(values, twin.learned[i]!, 1e-5);
        });
        expectClose(compiled.states, twin.states, 1e-5);
      }),
    );
  });

  it('does not let the groups change what a problem learns', () => {
    fc.assert(
      fc.property(shapes, rules, (shape, rule) => {
        const alone = learnOnBoth(shape, { ...rule, groupSize: 1 }).compiled;
        const together = learnOnBoth(shape, { ...rule, groupSize: shape.problems }).compiled;
        expect(together).toEqual(alone);
      }),
    );
  });
});

describe('prepareRows', () => {
  it('does the same compiled and as a twin, bit for bit, on any range of places', () => {
    fc.assert(
      fc.property(shapes, fc.boolean(), fc.nat(12), ({ features, samples, seed }, areFloats, skipped) => {
        const { compiled, twin } = onBoth(({ kernels, heap }, alloc) => {
          const rng = createRng(seed);
          const width = widthOf(features);
          const values = placeSamples(heap, alloc, samples, features, areFloats, rng);
          const order = placeInts(heap, alloc, samples === 0 ? [] : drawn(rng, samples, samples));
          const rows = alloc(samples * width * 4);
          const begin = Math.min(skipped, samples);
          kernels.prepareRows(...values, order, rows, begin, samples);
          return heap.f32.slice(rows / 4, rows / 4 + samples * width);
        });
        expect(compiled).toEqual(twin);
      }),
    );
  });
});

describe('projectOnProblems', () => {
  it('does the same compiled and as a twin, bit for bit', () => {
    fc.assert(
      fc.property(shapes, ({ features, samples, problems, seed }) => {
        const { compiled, twin } = onBoth(({ kernels, heap }, alloc) => {
          const rng = createRng(seed);
          const rows = placeRows(heap, alloc, samples, features, rng);
          const weights = placeRows(heap, alloc, problems, features, rng);
          const list = placeInts(heap, alloc, drawn(rng, problems, problems));
          const products = alloc(samples * problems * 4);
          kernels.projectOnProblems(rows, widthOf(features), list, problems, weights, products, 0, samples);
          return heap.f32.slice(products / 4, products / 4 + samples * problems);
        });
        expect(compiled).toEqual(twin);
      }),
    );
  });
});
