import { createRng } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR_LOSSES } from '../../kernels-of/linear.ts';
import { expectClose } from '../../testing/close.ts';
import { onBoth } from '../../testing/on-both.ts';

interface PassCase {
  readonly kernel: 'linearLossOfBytes' | 'linearLossOfFloats';
  readonly loss: number;
  readonly samples: number;
  readonly features: number;
  readonly outputs: number;
  readonly pieceRows: number;
  readonly blockRows: number;
  readonly seed: number;
}

function passOnBoth({ kernel, loss, samples, features, outputs, pieceRows, blockRows, seed }: PassCase) {
  const stride = 8 * Math.ceil(features / 8);
  const lanes = 4 * Math.ceil(outputs / 4);
  const pieces = Math.ceil(samples / pieceRows);
  return onBoth(({ kernels, heap }, alloc) => {
    const rng = createRng(seed);
    const floats = (length: number, draw: (i: number) => number) => {
      const pointer = alloc(length * 4);
      for (let i = 0; i < length; i++) heap.f32[pointer / 4 + i] = draw(i);
      return pointer;
    };
    const bytes = alloc(samples * features + 8);
    for (let i = 0; i < samples * features; i++) heap.u8[bytes + i] = rng.nextInt(256);
    const rows = floats(samples * stride, (i) => (i % stride < features ? rng.nextNormal() : 0));
    const mean = floats(stride, () => 100 + rng.nextNormal());
    const inverseScale = floats(stride, (i) => (i < features ? 0.01 + rng.nextFloat() / 50 : 0));
    const codes = alloc(samples * 4);
    for (let i = 0; i < samples; i++) heap.i32[codes / 4 + i] = rng.nextInt(Math.max(outputs, 1));
    const sampleWeights = floats(samples, () => rng.nextFloat());
    const sideWeights = floats(2 * lanes, () => rng.nextFloat());
    const weights = floats(outputs * stride, (i) => (i % stride < features ? rng.nextNormal() : 0));
    const intercepts = floats(lanes, (i) => (i < outputs ? rng.nextNormal() : -1e30));
    const classes = alloc(lanes * 4);
    for (let i = 0; i < lanes; i++) heap.i32[classes / 4 + i] = i < outputs ? outputs - 1 - i : -1;
    const gradients = alloc(pieces * outputs * stride * 4);
    const tails = alloc(pieces * 2 * lanes * 8);
    const targets = [codes, sampleWeights, sideWeights, loss, weights, intercepts, classes, outputs] as const;
    const sums = [pieceRows, blockRows, gradients, tails] as const;
    const pass = (begin: number, end: number) => {
      if (kernel === 'linearLossOfFloats')
        kernels.linearLossOfFloats(rows, samples, features, ...targets, ...sums, begin, end);
      else
        kernels.linearLossOfBytes(
          bytes,
          samples,
          features,
          mean,
          inverseScale,
          ...targets,
          ...sums,
          begin,
          end,
        );
    };
    const split = Math.floor(pieces / 2);
    pass(0, split);
    pass(split, pieces);
    const used = (i: number) => i % lanes < outputs;
    return {
      gradients: heap.f32.slice(gradients / 4, gradients / 4 + pieces * outputs * stride),
      tails: heap.f64.slice(tails / 8, tails / 8 + pieces * 2 * lanes).filter((_, i) => used(i)),
    };
  });
}

describe.each(['linearLossOfBytes', 'linearLossOfFloats'] as const)('%s', (kernel) => {
  it.each([...LINEAR_LOSSES.keys()].map((loss) => ({ loss, name: LINEAR_LOSSES[loss] })))(
    'computes the same $name loss and gradient compiled and as a twin',
    ({ loss }) => {
      fc.assert(
        fc.property(
          fc.integer({ min: 0, max: 50 }),
          fc.integer({ min: 1, max: 40 }),
          fc.integer({ min: 1, max: 13 }),
          fc.integer({ min: 1, max: 30 }),
          fc.integer({ min: 1, max: 4 }),
          fc.nat(),
          (samples, features, outputs, pieceRows, pairs, seed) => {
            const sizes = { samples, features, outputs, pieceRows, blockRows: 2 * pairs, seed };
            const { compiled, twin } = passOnBoth({ kernel, loss, ...sizes });
            // Margins of some 40 float32 products, polynomials good to 2e-7, and sums of up to 50 slopes; beside a loss
            // and a slope of 1, since those of a sample well told apart are differences of nearly equal numbers.
            expectClose([1, ...compiled.gradients], [1, ...twin.gradients], 1e-4);
            expectClose([1, ...compiled.tails], [1, ...twin.tails], 1e-4);
          },
        ),
      );
    },
  );
});

describe('linearLossOfFloats', () => {
  it.each([...LINEAR_LOSSES.keys()])('stays finite where margins are huge, loss %s', (loss) => {
    const { compiled, twin } = onBoth(({ kernels, heap }, alloc) => {
      const pointerTo = (...values: number[]) => {
        const pointer = alloc(values.length * 4);
        heap.f32.set(values, pointer / 4);
        return pointer;
      };
      const rows = pointerTo(...new Array<number>(16).fill(1000));
      const codes = alloc(8);
      heap.i32.set([0, 1], codes / 4);
      const ones = pointerTo(...new Array<number>(8).fill(1));
      const weights = pointerTo(...new Array<number>(8).fill(5), ...new Array<number>(8).fill(-5));
      const intercepts = pointerTo(0, 0, -1e30, -1e30);
      const classes = alloc(16);
      heap.i32.set([0, 1, -1, -1], classes / 4);
      const [gradients, tails] = [alloc(64), alloc(64)];
      const targets = [codes, ones, ones, loss, weights, intercepts, classes, 2] as const;
      kernels.linearLossOfFloats(rows, 2, 8, ...targets, 2, 2, gradients, tails, 0, 1);
      return [0, 1, 4, 5].map((i) => heap.f64[tails / 8 + i]!);
    });
    expectClose(compiled, twin, 1e-6);
  });
});

describe('sumParts', () => {
  it('sums in the same order compiled and as a twin, bit for bit', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.nat(9), fc.nat(), (vectors, parts, seed) => {
        const { compiled, twin } = onBoth(({ kernels, heap }, alloc) => {
          const rng = createRng(seed);
          const [from, to] = [alloc(vectors * parts * 16), alloc(vectors * 32)];
          for (let i = 0; i < vectors * parts * 4; i++) heap.f32[from / 4 + i] = rng.nextNormal();
          const split = Math.floor(vectors / 2);
          kernels.sumParts(from, parts, vectors * 4, to, 0, split);
          kernels.sumParts(from, parts, vectors * 4, to, split, vectors);
          return heap.f64.slice(to / 8, to / 8 + vectors * 4);
        });
        expect(compiled).toEqual(twin);
      }),
    );
  });
});
