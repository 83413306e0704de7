import { createRng } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onBoth } from '../../testing/on-both.ts';

interface Draw {
  readonly sampleCount: number;
  readonly drawCount: number;
  readonly classCount: number;
  readonly isBalanced: boolean;
  readonly areCodes: boolean;
  readonly seed: number;
}

const draws = fc.record<Draw>({
  sampleCount: fc.integer({ min: 1, max: 60 }),
  drawCount: fc.integer({ min: 0, max: 90 }),
  classCount: fc.integer({ min: 1, max: 16 }),
  isBalanced: fc.boolean(),
  areCodes: fc.boolean(),
  seed: fc.nat(),
});

function drawOnBoth({ sampleCount, drawCount, classCount, isBalanced, areCodes, seed }: Draw) {
  const treeCount = 2;
  return onBoth(({ kernels, heap }, alloc) => {
    const rng = createRng(seed);
    const [seeds, labels, weights] = [alloc(8 * treeCount), alloc(4 * sampleCount), alloc(8 * sampleCount)];
    for (let i = 0; i < 2 * treeCount; i++) heap.i32[seeds / 4 + i] = rng.nextUint32();
    for (let i = 0; i < sampleCount; i++) heap.i32[labels / 4 + i] = rng.nextInt(classCount);
    for (let i = 0; i < sampleCount; i++) heap.f64[weights / 8 + i] = rng.nextInt(4);
    const each = treeCount * sampleCount;
    const [counts, treeWeights, samples] = [alloc(4 * each), alloc(8 * each), alloc(8 * each)];
    const [roots, totals] = [alloc(16 * treeCount), alloc(8 * treeCount)];
    const drawn = [seeds, sampleCount, drawCount, labels, weights, classCount] as const;
    const flags = [Number(isBalanced), Number(areCodes && !isBalanced)] as const;
    const written = [counts, treeWeights, samples, roots, totals] as const;
    kernels.drawSamples(...drawn, ...flags, ...written, 0, 1);
    kernels.drawSamples(...drawn, ...flags, ...written, 1, treeCount);
    return Array.from({ length: treeCount }, (_, tree) => {
      const [begin = 0, end = 0, depth, rootSeed] = heap.i32.subarray(roots / 4 + 4 * tree);
      return {
        depth,
        rootSeed,
        samples: heap.i32.slice(samples / 4 + 2 * begin, samples / 4 + 2 * end),
        counts: heap.i32.slice(counts / 4 + begin, counts / 4 + begin + sampleCount),
        weights: heap.f64.slice(treeWeights / 8 + begin, treeWeights / 8 + begin + sampleCount),
        total: heap.f64[totals / 8 + tree],
      };
    });
  });
}

describe('drawSamples', () => {
  it('does the same compiled and as a twin, bit for bit', () => {
    fc.assert(
      fc.property(draws, (draw) => {
        const { compiled, twin } = drawOnBoth(draw);
        expect(compiled).toEqual(twin);
      }),
    );
  });

  it('draws as often as it is told, or takes every row once', () => {
    fc.assert(
      fc.property(draws, (draw) => {
        for (const { counts } of drawOnBoth(draw).compiled) {
          const total = counts.reduce((sum, count) => sum + count, 0);
          expect(total).toBe(draw.drawCount === 0 ? draw.sampleCount : draw.drawCount);
        }
      }),
    );
  });

  it('draws every row about equally often', () => {
    const sampleCount = 20;
    const draw = { classCount: 2, isBalanced: false, areCodes: true, seed: 4 };
    const [tree] = drawOnBoth({ ...draw, sampleCount, drawCount: 20_000 }).compiled;
    const chi = tree!.counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    // Chi-squared with 19 degrees of freedom exceeds 43.8 once in a thousand.
    expect(chi).toBeLessThan(43.8);
  });
});
