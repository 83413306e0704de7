import { createRng, type Rng } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KernelsUnderTest } from '../../testing/both-kernels.ts';
import { onBoth } from '../../testing/on-both.ts';

/** What decides how a tree is grown. */
interface Case {
  readonly sampleCount: number;
  readonly featureCount: number;
  readonly classCount: number;
  /** How many different values a feature may have. */
  readonly valueCount: number;
  readonly maxWeight: number;
  readonly areCodes: boolean;
  readonly isEntropy: boolean;
  readonly isRandom: boolean;
  readonly maxDepth: number;
  readonly minSamplesSplit: number;
  readonly minSamplesLeaf: number;
  readonly minWeightFraction: number;
  readonly featureShare: number;
  readonly seed: number;
}

const cases = fc.record<Case>({
  sampleCount: fc.integer({ min: 1, max: 70 }),
  featureCount: fc.integer({ min: 1, max: 9 }),
  classCount: fc.integer({ min: 1, max: 16 }),
  valueCount: fc.constantFrom(1, 2, 7, 256),
  maxWeight: fc.constantFrom(1, 4, 1000),
  areCodes: fc.boolean(),
  isEntropy: fc.boolean(),
  isRandom: fc.boolean(),
  maxDepth: fc.constantFrom(0, 2, 1000),
  minSamplesSplit: fc.constantFrom(2, 9),
  minSamplesLeaf: fc.constantFrom(1, 4),
  minWeightFraction: fc.constantFrom(0, 0.1),
  featureShare: fc.constantFrom(0.2, 0.5, 1),
  seed: fc.nat(),
});

type Alloc = (byteLength: number) => number;

/** Lays out a problem; gives the arguments that the kernels share. */
function place(given: Case, { kernels, heap }: KernelsUnderTest, alloc: Alloc) {
  const { sampleCount, featureCount, classCount, areCodes } = given;
  const rng = createRng(given.seed);
  const cells = sampleCount * featureCount;
  const [rows, columns, values] = [alloc(cells), alloc(4 * cells), alloc(1024 * featureCount)];
  if (areCodes) {
    for (let i = 0; i < cells; i++) heap.u8[rows + i] = rng.nextInt(given.valueCount);
    for (let i = 0; i < 256 * featureCount; i++) heap.f32[values / 4 + i] = (i % 256) / 3 - 20;
    kernels.transposeCodes(rows, sampleCount, featureCount, columns, 0, Math.ceil(featureCount / 32));
  } else {
    const floats = alloc(4 * cells);
    for (let i = 0; i < cells; i++) heap.f32[floats / 4 + i] = (rng.nextInt(given.valueCount) - 3) / 7;
    kernels.orderFloats(floats, sampleCount, featureCount, columns, 0, featureCount);
  }
  const samples = placeSamples(given, rng, { kernels, heap }, alloc);
  const { isEntropy, isRandom, maxDepth, minSamplesSplit, minSamplesLeaf, minWeightFraction } = given;
  const maxFeatures = Math.max(1, Math.floor(given.featureShare * featureCount));
  const data = [areCodes ? rows : 0, columns, values, sampleCount, featureCount, classCount] as const;
  const limits = [maxDepth, minSamplesSplit, minSamplesLeaf, minWeightFraction, maxFeatures] as const;
  return { ...samples, data, rules: [Number(isEntropy), Number(isRandom), ...limits] as const, maxFeatures };
}

function placeSamples(given: Case, rng: Rng, { kernels, heap }: KernelsUnderTest, alloc: Alloc) {
  const { sampleCount, classCount, areCodes, isEntropy } = given;
  const [labels, weights, seeds] = [alloc(4 * sampleCount), alloc(8 * sampleCount), alloc(16)];
  for (let i = 0; i < sampleCount; i++) {
    heap.i32[labels / 4 + i] = rng.nextInt(classCount);
    const weight = rng.nextInt(given.maxWeight) + 1;
    heap.f64[weights / 8 + i] = areCodes ? weight : weight / 16;
  }
  heap.i32.set([rng.nextUint32(), rng.nextUint32(), rng.nextUint32(), rng.nextUint32()], seeds / 4);
  const [counts, treeWeights, samples] = [
    alloc(8 * sampleCount),
    alloc(16 * sampleCount),
    alloc(16 * sampleCount),
  ];
  const [roots, totals] = [alloc(32), alloc(16)];
  const draws = [seeds, sampleCount, sampleCount, labels, weights, classCount, 0, Number(areCodes)] as const;
  kernels.drawSamples(...draws, counts, treeWeights, samples, roots, totals, 0, 2);
  const largest = Math.max(heap.f64[totals / 8]!, heap.f64[totals / 8 + 1]!);
  const terms = alloc(areCodes ? 8 * (largest + 1) : 8);
  if (areCodes) {
    for (let n = 0; n <= largest; n++) heap.f64[terms / 8 + n] = isEntropy ? exactTerm(n) : n * n;
  }
  return { treeWeights, samples, roots, totals, terms };
}

/** `n log2 n` such that sums of it are exact in any order. */
function exactTerm(n: number): number {
  return n === 0 ? 0 : Math.round(n * Math.log2(n) * 2 ** 24) / 2 ** 24;
}

/** What two trees of a case become. */
function growOnBoth(given: Case) {
  return onBoth(({ kernels, heap }, alloc) => {
    const placed = place(given, { kernels, heap }, alloc);
    const { sampleCount, featureCount, classCount } = given;
    const [feature, threshold] = [alloc(16 * sampleCount), alloc(32 * sampleCount)];
    const [leafValues, leafSamples] = [alloc(16 * sampleCount * classCount), alloc(8 * sampleCount)];
    const counts = alloc(16);
    kernels.growTrees(
      ...placed.data,
      ...placed.rules,
      placed.terms,
      placed.treeWeights,
      placed.totals,
      placed.samples,
      alloc(8 * featureCount),
      alloc(32 * sampleCount),
      placed.roots,
      alloc(16 * sampleCount),
      alloc(40 * sampleCount),
      feature,
      threshold,
      leafValues,
      leafSamples,
      counts,
      0,
      2,
    );
    return [0, 1].map((tree) => {
      const start = tree * sampleCount;
      const [nodes = 0, leaves = 0] = heap.i32.subarray(counts / 4 + 2 * tree);
      const at = leafValues / 8 + start * classCount;
      return {
        feature: heap.i32.slice(feature / 4 + 2 * start, feature / 4 + 2 * start + nodes),
        threshold: heap.f64.slice(threshold / 8 + 2 * start, threshold / 8 + 2 * start + nodes),
        leafValues: heap.f64.slice(at, at + leaves * classCount),
        leafSamples: heap.i32.slice(leafSamples / 4 + start, leafSamples / 4 + start + leaves),
      };
    });
  });
}

describe('growTrees', () => {
  it('grows the same trees compiled and as a twin', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { compiled, twin } = growOnBoth(given);
        expect(compiled).toEqual(twin);
      }),
    );
  });

  it('reads codes of large nodes from columns, and of small ones from rows', () => {
    const large = fc.record({
      sampleCount: fc.constant(5000),
      featureCount: fc.constant(3),
      maxDepth: fc.constant(3),
      maxWeight: fc.constant(4),
    });
    fc.assert(
      fc.property(cases, large, (given, size) => {
        const { compiled, twin } = growOnBoth({ ...given, ...size });
        expect(compiled).toEqual(twin);
      }),
      { numRuns: 12 },
    );
  });
});

describe('searchSplits and applySplits', () => {
  it('split a node the same way compiled and as twins', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 4 }), (given, sliceCount) => {
        const { compiled, twin } = onBoth(({ kernels, heap }, alloc) => {
          const placed = place(given, { kernels, heap }, alloc);
          const { sampleCount, featureCount } = given;
          const [splits, results] = [alloc(24 * sliceCount), alloc(24)];
          kernels.searchSplits(
            ...placed.data,
            ...placed.rules,
            placed.terms,
            placed.treeWeights,
            placed.totals,
            placed.samples,
            alloc(4 * featureCount * sliceCount),
            alloc(16 * sampleCount * sliceCount),
            sampleCount,
            placed.roots,
            sliceCount,
            splits,
            0,
            sliceCount,
          );
          const data = placed.data.slice(0, 5) as [number, number, number, number, number];
          const room = [placed.samples, alloc(8 * sampleCount), placed.roots] as const;
          kernels.applySplits(...data, Number(given.isRandom), ...room, splits, sliceCount, results, 0, 1);
          const [feature = 0, middle = 0, ...seeds] = heap.i32.subarray(results / 4 + 2, results / 4 + 6);
          const threshold = feature < 0 ? 0 : heap.f64[results / 8];
          const samples = heap.i32.slice(placed.samples / 4, placed.samples / 4 + 2 * sampleCount);
          return { feature, middle, seeds, threshold, samples };
        });
        expect(compiled).toEqual(twin);
      }),
    );
  });
});
