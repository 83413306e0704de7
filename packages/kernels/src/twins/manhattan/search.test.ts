import { createRng } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KernelsUnderTest } from '../../testing/both-kernels.ts';
import { expectClose } from '../../testing/close.ts';
import { onBoth } from '../../testing/on-both.ts';

const sizes = fc.record({
  queryCount: fc.integer({ min: 0, max: 11 }),
  referenceCount: fc.integer({ min: 1, max: 90 }),
  featureCount: fc.integer({ min: 1, max: 150 }),
  choice: fc.nat(),
  seed: fc.nat(),
});
type Sizes = typeof sizes extends fc.Arbitrary<infer T> ? T : never;

const KINDS = [
  ['bytes', 0],
  ['weighted bytes', 1],
  ['floats', 2],
] as const;

function placeRandom(
  { heap }: KernelsUnderTest,
  alloc: (byteLength: number) => number,
  kind: number,
  { queryCount, referenceCount, featureCount, seed }: Sizes,
) {
  const rng = createRng(seed);
  const rows = (count: number) => {
    const pointer = alloc(count * featureCount * 4);
    for (let i = 0; i < count * featureCount; i++) {
      if (kind === 2) heap.f32[pointer / 4 + i] = rng.nextNormal();
      else heap.u8[pointer + i] = rng.nextInt(3) * rng.nextInt(85);
    }
    return pointer;
  };
  const weights = alloc(featureCount * 8);
  for (let i = 0; i < featureCount; i++) heap.f64[weights / 8 + i] = kind === 1 ? rng.nextFloat() : 1;
  return { queries: rows(queryCount), references: rows(referenceCount), weights };
}

function readLists({ heap }: KernelsUnderTest, indices: number, distances: number, length: number) {
  return {
    indices: [...heap.i32.subarray(indices / 4, indices / 4 + length)],
    distances: [...heap.f64.subarray(distances / 8, distances / 8 + length)],
  };
}

describe('searchManhattan', () => {
  it.each(KINDS)('does the same compiled and as a twin that measures everything, for %s', (_, kind) => {
    fc.assert(
      fc.property(sizes, (size) => {
        const { queryCount, referenceCount, featureCount, choice } = size;
        const { compiled, twin } = onBoth((under, alloc) => {
          const { kernels, heap } = under;
          const { queries, references, weights } = placeRandom(under, alloc, kind, size);
          const weights16 = alloc(featureCount * 2);
          const steps = 2 ** (6 + (choice % 8));
          for (let i = 0; i < featureCount; i++)
            heap.i16[weights16 / 2 + i] = Math.floor(heap.f64[weights / 8 + i]! * steps);
          const [fineCount, coarseCount] = [Math.ceil(featureCount / 4), Math.ceil(featureCount / 16)];
          const [members, coarseOf] = [alloc(featureCount * 4), alloc(fineCount * 4)];
          const fineStarts = alloc((fineCount + 1) * 4);
          const centre = alloc(fineCount * 8);
          for (let i = 0; i < featureCount; i++) heap.i32[members / 4 + i] = i;
          for (let group = 0; group <= fineCount; group++)
            heap.i32[fineStarts / 4 + group] = Math.min(4 * group, featureCount);
          for (let group = 0; group < fineCount; group++) {
            heap.i32[coarseOf / 4 + group] = group >> 2;
            heap.f64[centre / 8 + group] = 0;
          }
          const unit = kind === 0 ? 1 : 1 / 64;
          const sum = (samples: number, count: number) => {
            const [fine, coarse] = [alloc(count * (fineCount + 8) * 2), alloc(count * (coarseCount + 8) * 2)];
            const errors = alloc(count * 8);
            const groups = [members, fineStarts, fineCount, coarseOf, coarseCount, centre, unit] as const;
            kernels.sumGroups(
              ...([samples, kind, featureCount, weights, ...groups] as const),
              ...([fine, coarse, errors, 0, count] as const),
            );
            const all = heap.f32.subarray(errors / 4, errors / 4 + count * 2);
            return { fine, coarse, errors, greatest: Math.max(0, ...all) };
          };
          const [own, others] = [sum(queries, queryCount), sum(references, referenceCount)];
          const panelCount = Math.ceil(referenceCount / 16);
          const panels = alloc(panelCount * (16 + coarseCount) * 32);
          const roughOf = alloc(coarseCount * 4);
          for (let group = 0; group < coarseCount; group++) heap.i32[roughOf / 4 + group] = group & 15;
          kernels.packCoarsePanels(
            others.coarse,
            referenceCount,
            coarseCount,
            roughOf,
            panels,
            0,
            panelCount,
          );
          const orders = createRng(choice);
          const [queryOrder, referenceOrder] = [alloc(queryCount * 4), alloc(referenceCount * 4)];
          heap.i32.set(orders.permutation(queryCount), queryOrder / 4);
          heap.i32.set(orders.permutation(referenceCount), referenceOrder / 4);
          const neighborCount = 1 + (choice % referenceCount);
          const length = queryCount * neighborCount;
          const [indices, distances] = [alloc(length * 4), alloc(length * 8)];
          const blocks = Math.ceil(queryCount / 4);
          for (const [begin, end] of [
            [0, blocks >> 1],
            [blocks >> 1, blocks],
          ] as const)
            kernels.searchManhattan(
              ...([queries, queryOrder, own.fine, own.coarse, own.errors, queryCount] as const),
              ...([
                references,
                referenceOrder,
                others.fine,
                panels,
                others.greatest,
                others.greatest,
              ] as const),
              ...([referenceCount, kind, featureCount, weights, weights16, steps] as const),
              ...([
                fineCount,
                coarseCount,
                roughOf,
                unit,
                neighborCount,
                indices,
                distances,
                begin,
                end,
              ] as const),
            );
          return readLists(under, indices, distances, length);
        });
        expect(compiled).toEqual(twin);
      }),
      { numRuns: 60 },
    );
  });
});

describe('searchMinkowski', () => {
  it.each(KINDS)('does the same compiled and as a twin that measures everything, for %s', (_, kind) => {
    fc.assert(
      fc.property(sizes, fc.double({ min: 1, max: 6, noNaN: true }), (size, exponent) => {
        const { queryCount, referenceCount, featureCount, choice } = size;
        const { compiled, twin } = onBoth((under, alloc) => {
          const { kernels, heap } = under;
          const { queries, references, weights } = placeRandom(under, alloc, kind, size);
          const powers = alloc(256 * 8);
          for (let i = 0; i < 256; i++) heap.f64[powers / 8 + i] = i ** exponent;
          const neighborCount = 1 + (choice % referenceCount);
          const length = queryCount * neighborCount;
          const [indices, distances] = [alloc(length * 4), alloc(length * 8)];
          kernels.searchMinkowski(
            ...([queries, references, referenceCount, kind, featureCount] as const),
            ...([weights, powers, exponent, neighborCount, indices, distances, 0, queryCount] as const),
          );
          return readLists(under, indices, distances, length);
        });
        // Sums in another order, and powers of another implementation; neighbours as far as that may change places.
        expectClose(compiled.distances, twin.distances, 1e-12);
      }),
      { numRuns: 40 },
    );
  });
});
