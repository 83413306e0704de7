import { createRng } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectClose } from '../../testing/close.ts';
import { onBoth } from '../../testing/on-both.ts';
import { placer } from '../../testing/placer.ts';

const counts = fc.integer({ min: 0, max: 40 });
const some = fc.integer({ min: 1, max: 40 });

describe('binning', () => {
  it('of bytes does the same compiled and as a twin', () => {
    fc.assert(
      fc.property(counts, some, fc.nat(), (rowCount, featureCount, seed) => {
        const { compiled, twin } = onBoth(({ kernels, heap }, alloc) => {
          const rng = createRng(seed);
          const place = placer(heap, alloc);
          const groupCount = Math.ceil(featureCount / 16);
          const samples = place('u8', rowCount * featureCount, () => rng.nextInt(256));
          const rows = place('i32', rowCount >> 1, () => rng.nextInt(rowCount));
          const tables = place('u8', groupCount * 4096, () => rng.nextInt(256));
          const [bins, bytes] = [alloc(groupCount * rowCount * 16), groupCount * rowCount * 16];
          const countPointer = alloc(groupCount * 4096 * 4);
          const split = Math.floor(rowCount / 3);
          kernels.groupBytes(samples, rowCount, featureCount, bins, 0, split);
          kernels.groupBytes(samples, rowCount, featureCount, bins, split, rowCount);
          kernels.countBins(bins, rowCount, rows, rowCount >> 1, countPointer, 0, groupCount);
          const grouped = heap.u8.slice(bins, bins + bytes);
          kernels.mapBins(bins, rowCount, tables, 0, groupCount);
          return {
            grouped,
            counted: heap.i32.slice(countPointer / 4, countPointer / 4 + groupCount * 4096),
            mapped: heap.u8.slice(bins, bins + bytes),
          };
        });
        expect(compiled).toEqual(twin);
      }),
      { numRuns: 40 },
    );
  });

  it('of floats does the same compiled and as a twin, and counts the edges below a value', () => {
    fc.assert(
      fc.property(counts, some, fc.nat(9), fc.nat(), (rowCount, featureCount, edgeCount, seed) => {
        const { compiled, twin } = onBoth(({ kernels, heap }, alloc) => {
          const rng = createRng(seed);
          const place = placer(heap, alloc);
          const groupCount = Math.ceil(featureCount / 16);
          const samples = place('f32', rowCount * featureCount, () => rng.nextInt(12));
          const edges = place('f64', featureCount * edgeCount, (i) => i % Math.max(1, edgeCount));
          const starts = place('i32', featureCount + 1, (i) => i * edgeCount);
          const [bins, ranks] = [alloc(groupCount * rowCount * 16), alloc(4 * featureCount * rowCount)];
          kernels.binFloats(samples, rowCount, featureCount, edges, starts, bins, 0, groupCount);
          kernels.rankFloats(samples, rowCount, featureCount, edges, starts, ranks, 0, featureCount);
          const first = heap.f32.slice(samples / 4, samples / 4 + rowCount * featureCount);
          return {
            wanted: Float32Array.from({ length: rowCount * featureCount }, (_, i) =>
              Math.min(edgeCount, first[(i % rowCount) * featureCount + Math.floor(i / rowCount)]!),
            ),
            bins: heap.u8.slice(bins, bins + groupCount * rowCount * 16),
            ranks: heap.f32.slice(ranks / 4, ranks / 4 + featureCount * rowCount),
          };
        });
        expect(compiled).toEqual(twin);
        expect(compiled.ranks).toEqual(compiled.wanted);
      }),
    );
  });
});

describe('softmaxGradients', () => {
  it('agrees compiled and as a twin up to the rounding of exponentials', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 3, max: 11 }), fc.nat(), (rowCount, classCount, seed) => {
        const { compiled, twin } = onBoth(({ kernels, heap }, alloc) => {
          const rng = createRng(seed);
          const place = placer(heap, alloc);
          const cells = rowCount * classCount;
          const scores = place('f64', cells, () => 4 * rng.nextNormal());
          const codes = place('i32', rowCount, () => rng.nextInt(classCount));
          const [gradients, curvatures, losses] = [alloc(8 * cells), alloc(8 * cells), alloc(8 * rowCount)];
          const written = [codes, gradients, curvatures, losses] as const;
          const split = Math.floor(rowCount / 3);
          kernels.softmaxGradients(scores, rowCount, classCount, ...written, 0, split);
          kernels.softmaxGradients(scores, rowCount, classCount, ...written, split, rowCount);
          const taken = (pointer: number, length: number) =>
            heap.f64.slice(pointer / 8, pointer / 8 + length);
          return [taken(gradients, cells), taken(curvatures, cells), taken(losses, rowCount)];
        });
        for (const [i, values] of compiled.entries()) expectClose(values, twin[i]!, 1e-14);
      }),
    );
  });
});

describe('trees', () => {
  it('add the same to scores compiled and as twins, bit for bit', () => {
    fc.assert(
      fc.property(fc.nat(150), some, fc.nat(6), fc.nat(), (rowCount, features, treeCount, seed) => {
        const { compiled, twin } = onBoth(({ kernels, heap }, alloc) => {
          const rng = createRng(seed);
          const place = placer(heap, alloc);
          const bytes = place('u8', rowCount * features, () => rng.nextInt(256));
          const floats = place('f32', rowCount * features, (i) => heap.u8[bytes + i]!);
          const roots = place('i32', treeCount, (i) => 5 * i);
          const scores = place('f64', 3 * rowCount, () => rng.nextNormal());
          const shape = [0, 0, 1, 1, 1].map((_, i) => (i === 0 ? 1 : i === 2 ? 3 : 0));
          const plant = (valueBytes: number) => {
            const nodes = alloc(16 * 5 * treeCount);
            const stream = createRng(seed);
            for (let node = 0; node < 5 * treeCount; node++) {
              const left = shape[node % 5]!;
              const feature = stream.nextInt(features);
              heap.i32[nodes / 4 + 4 * node] = valueBytes * feature;
              heap.i32[nodes / 4 + 4 * node + 1] = left === 0 ? 0 : node - (node % 5) + left;
              heap.f64[nodes / 8 + 2 * node + 1] = left === 0 ? stream.nextNormal() : stream.nextInt(256);
            }
            return nodes;
          };
          const rest = [roots, treeCount, 3, scores, rowCount] as const;
          const split = Math.floor(rowCount / 3);
          const nodes = plant(1);
          kernels.addByteTrees(bytes, features, nodes, ...rest, 0, split);
          kernels.addByteTrees(bytes, features, nodes, ...rest, split, rowCount);
          const first = heap.f64.slice(scores / 8, scores / 8 + 3 * rowCount);
          kernels.addFloatTrees(floats, 4 * features, plant(4), ...rest, 0, rowCount);
          return [first, heap.f64.slice(scores / 8, scores / 8 + 3 * rowCount)];
        });
        expect(compiled).toEqual(twin);
      }),
    );
  });
});
