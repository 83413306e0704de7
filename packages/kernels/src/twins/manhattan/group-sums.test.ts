import { createRng } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectClose } from '../../testing/close.ts';
import { onBoth } from '../../testing/on-both.ts';

const sizes = fc.record({
  sampleCount: fc.integer({ min: 0, max: 40 }),
  featureCount: fc.integer({ min: 1, max: 70 }),
  fineCount: fc.integer({ min: 1, max: 30 }),
  coarseCount: fc.integer({ min: 1, max: 12 }),
  seed: fc.nat(),
});

describe('sumGroups', () => {
  it.each([
    ['bytes', 0],
    ['weighted bytes', 1],
    ['floats', 2],
  ])('does the same compiled and as a twin, for %s', (_, kind) => {
    fc.assert(
      fc.property(sizes, ({ sampleCount, featureCount, fineCount, coarseCount, seed }) => {
        const { compiled, twin } = onBoth(({ kernels, heap }, alloc) => {
          const rng = createRng(seed);
          const samples = alloc(sampleCount * featureCount * 4);
          const [weights, centre] = [alloc(featureCount * 8), alloc(fineCount * 8)];
          const [members, coarseOf] = [alloc(featureCount * 4), alloc(fineCount * 4)];
          const fineStarts = alloc((fineCount + 1) * 4);
          const [fineLength, coarseLength] = [fineCount, coarseCount].map(
            (count) => 8 * Math.ceil(count / 8),
          );
          const [fine, coarse] = [
            alloc(sampleCount * fineLength! * 2),
            alloc(sampleCount * coarseLength! * 2),
          ];
          const errors = alloc(sampleCount * 8);
          for (let i = 0; i < sampleCount * featureCount; i++) {
            if (kind === 2) heap.f32[samples / 4 + i] = 100 * rng.nextNormal();
            else heap.u8[samples + i] = rng.nextInt(256);
          }
          for (let i = 0; i < featureCount; i++) {
            heap.f64[weights / 8 + i] = kind === 1 ? rng.nextFloat() : 1;
          }
          heap.i32.set(rng.permutation(featureCount), members / 4);
          const starts = Int32Array.from({ length: fineCount - 1 }, () => rng.nextInt(featureCount + 1));
          heap.i32.set([0, ...starts.toSorted(), featureCount], fineStarts / 4);
          for (let group = 0; group < fineCount; group++) {
            heap.i32[coarseOf / 4 + group] = rng.nextInt(coarseCount);
            heap.f64[centre / 8 + group] = rng.nextInt(100);
          }
          const groups = [
            members,
            fineStarts,
            fineCount,
            coarseOf,
            coarseCount,
            centre,
            2 ** -(seed % 8),
          ] as const;
          const split = Math.floor(sampleCount / 3);
          for (const [begin, end] of [
            [0, split],
            [split, sampleCount],
          ] as const)
            kernels.sumGroups(
              ...([samples, kind, featureCount, weights, ...groups] as const),
              ...([fine, coarse, errors, begin, end] as const),
            );
          return {
            fine: heap.i16.slice(fine / 2, fine / 2 + sampleCount * fineLength!),
            coarse: heap.i16.slice(coarse / 2, coarse / 2 + sampleCount * coarseLength!),
            errors: heap.f32.slice(errors / 4, errors / 4 + sampleCount * 2),
          };
        });
        expect([compiled.fine, compiled.coarse]).toEqual([twin.fine, twin.coarse]);
        // What is rounded off is added up in another order, and rounded to float32.
        expectClose(compiled.errors, twin.errors, 1e-6);
      }),
      { numRuns: 40 },
    );
  });
});

describe('packCoarsePanels', () => {
  it('does the same compiled and as a twin', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 70 }),
        fc.integer({ min: 1, max: 20 }),
        fc.nat(),
        (sampleCount, coarseCount, seed) => {
          const panelCount = Math.ceil(sampleCount / 16);
          const length = panelCount * (16 + coarseCount) * 16;
          const { compiled, twin } = onBoth(({ kernels, heap }, alloc) => {
            const rng = createRng(seed);
            const values = Int16Array.from({ length: sampleCount * 8 * Math.ceil(coarseCount / 8) }, () =>
              rng.nextInt(2000),
            );
            const [coarse, panels] = [alloc(values.byteLength), alloc(length * 2)];
            const roughOf = alloc(coarseCount * 4);
            for (let group = 0; group < coarseCount; group++) heap.i32[roughOf / 4 + group] = rng.nextInt(16);
            heap.i16.set(values, coarse / 2);
            kernels.packCoarsePanels(coarse, sampleCount, coarseCount, roughOf, panels, 0, panelCount);
            return heap.i16.slice(panels / 2, panels / 2 + length);
          });
          expect(compiled).toEqual(twin);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('roughCoordinates', () => {
  it('does the same compiled and as a twin, also where sums exceed int16', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 1, max: 60 }),
        fc.nat(),
        (sampleCount, coarseCount, seed) => {
          const rowLength = 8 * Math.ceil(coarseCount / 8);
          const { compiled, twin } = onBoth(({ kernels, heap }, alloc) => {
            const rng = createRng(seed);
            const [coarse, roughOf] = [alloc(sampleCount * rowLength * 2), alloc(coarseCount * 4)];
            const coordinates = alloc(sampleCount * 320);
            for (let i = 0; i < sampleCount * rowLength; i++)
              heap.i16[coarse / 2 + i] = rng.nextInt(32_767) - 16_383;
            for (let group = 0; group < coarseCount; group++) heap.i32[roughOf / 4 + group] = rng.nextInt(16);
            kernels.roughCoordinates(coarse, coarseCount, roughOf, coordinates, 0, sampleCount);
            return heap.i16.slice(coordinates / 2, coordinates / 2 + sampleCount * 160);
          });
          expect(compiled).toEqual(twin);
        },
      ),
      { numRuns: 40 },
    );
  });
});
