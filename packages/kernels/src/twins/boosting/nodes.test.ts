import { createRng, type Rng } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Heap } from '../../compute/heap.ts';
import { onBoth } from '../../testing/on-both.ts';
import { placer } from '../../testing/placer.ts';

const counts = fc.integer({ min: 0, max: 40 });
const some = fc.integer({ min: 1, max: 40 });

interface Forest {
  readonly rowCount: number;
  readonly treeCount: number;
  readonly isWeighted: boolean;
  /** Whether gradients are whole numbers, so that many splits are equally good, and a seed decides between them. */
  readonly isTied: boolean;
}

/** Random gradients of some trees, and two nodes a tree, of all and of every third row. */
function plantNodes(heap: Heap, alloc: (byteLength: number) => number, rng: Rng, forest: Forest) {
  const { rowCount, treeCount, isWeighted, isTied } = forest;
  const place = placer(heap, alloc);
  const gradients = place('f64', treeCount * rowCount, () =>
    isTied ? rng.nextInt(3) - 1 : rng.nextNormal(),
  );
  const curvatures = place('f64', treeCount * rowCount, () => rng.nextFloat());
  const weights = isWeighted ? place('f64', rowCount, () => 3 * rng.nextFloat()) : 0;
  const entries = alloc(16 * treeCount * rowCount);
  const all = place('i32', rowCount, (i) => i);
  const thirds = place('i32', Math.ceil(rowCount / 3), (i) => 3 * i);
  const nodes = alloc(2 * treeCount * 80);
  for (let tree = 0; tree < treeCount; tree++) {
    const treeEntries = entries + tree * rowCount * 16;
    heap.i32.set([all, rowCount, treeEntries, tree], nodes / 4 + 40 * tree);
    heap.i32.set([thirds, Math.ceil(rowCount / 3), treeEntries, tree], nodes / 4 + 40 * tree + 20);
    for (const node of [2 * tree, 2 * tree + 1])
      heap.i32.set([0, -1, isTied ? rng.nextUint32() : 0], nodes / 4 + 20 * node + 16);
  }
  return { gradients, curvatures, weights, entries, nodes, nodeCount: 2 * treeCount };
}

const forests = fc.record({
  rowCount: fc.oneof(counts, fc.integer({ min: 250, max: 900 })),
  treeCount: fc.integer({ min: 1, max: 3 }),
  isWeighted: fc.boolean(),
  isTied: fc.boolean(),
});

describe('sums and splits of nodes', () => {
  it('are the same compiled and as twins, bit for bit, on bins and on ranks', () => {
    fc.assert(
      fc.property(
        forests,
        some,
        fc.integer({ min: 1, max: 255 }),
        fc.nat(),
        (forest, features, bins, seed) => {
          const { compiled, twin } = onBoth(({ kernels, heap }, alloc) => {
            const rng = createRng(seed);
            const place = placer(heap, alloc);
            const { rowCount, treeCount } = forest;
            const planted = plantNodes(heap, alloc, rng, forest);
            const { gradients, curvatures, weights, entries, nodes, nodeCount } = planted;
            const scales = [2 ** 20, 2 ** 30] as const;
            const items = treeCount * rowCount;
            kernels.packEntries(gradients, curvatures, weights, rowCount, ...scales, entries, 0, items);
            kernels.sumNodes(nodes, gradients, curvatures, weights, rowCount, 0, nodeCount);
            const sums = heap.i32.slice(nodes / 4, nodes / 4 + 20 * nodeCount);

            const groupCount = Math.ceil(features / 16);
            const values = Uint8Array.from({ length: groupCount * 16 * rowCount }, () => rng.nextInt(bins));
            const binned = place('u8', values.length, (i) => values[i]!);
            const ranks = place('f32', features * rowCount, (i) => {
              const [feature, row] = [Math.floor(i / rowCount), i % rowCount];
              return values[((feature >> 4) * rowCount + row) * 16 + (feature & 15)]!;
            });
            const binCounts = place('i32', 16 * groupCount, () => bins);
            const masks = place('u8', 2 * nodeCount * groupCount, (i) => {
              const left = features - 8 * (i % (2 * groupCount));
              const possible = left >= 8 ? 255 : left > 0 ? 2 ** left - 1 : 0;
              return seed % 2 === 0 ? possible : possible & rng.nextInt(256);
            });
            const items2 = groupCount * nodeCount;
            const [found, foundByRank] = [alloc(32 * items2), alloc(32 * items2)];
            const bounds = [1 + rng.nextInt(3), rng.nextInt(2) * 2 ** 31, rng.nextInt(2) * 2 ** 30] as const;
            const split = Math.floor(items2 / 2);
            const byBin = [
              nodes,
              nodeCount,
              binned,
              rowCount,
              binCounts,
              masks,
              groupCount,
              ...bounds,
              found,
            ] as const;
            kernels.findByteSplits(...byBin, 0, split);
            kernels.findByteSplits(...byBin, split, items2);
            const slotBytes = 4096 * 16 + 4096 / 8;
            const slots = place('u8', slotBytes * groupCount, () => 0);
            const byRank = [
              nodes,
              nodeCount,
              ranks,
              rowCount,
              features,
              masks,
              groupCount,
              ...bounds,
            ] as const;
            for (let group = 0; group < groupCount; group++) {
              const range = [group * nodeCount, (group + 1) * nodeCount] as const;
              kernels.findRankSplits(...byRank, slots, slotBytes, 4096, foundByRank, ...range);
            }
            return {
              entries: heap.i32.slice(entries / 4, entries / 4 + 4 * items),
              sums,
              splits: heap.i32.slice(found / 4, found / 4 + 8 * items2),
              rankSplits: heap.i32.slice(foundByRank / 4, foundByRank / 4 + 8 * items2),
              slots: heap.u8.subarray(slots, slots + slotBytes * groupCount).some((byte) => byte !== 0),
            };
          });
          expect(compiled).toEqual(twin);
          expect(compiled.rankSplits).toEqual(compiled.splits);
          expect(compiled.slots).toBe(false);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('findByteSplits', () => {
  it('finds the same of a node whose histograms it takes from those of the parent, and keeps them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 900 }), some, fc.nat(), (rowCount, features, seed) => {
        const { compiled, twin } = onBoth(({ kernels, heap }, alloc) => {
          const rng = createRng(seed);
          const place = placer(heap, alloc);
          const groupCount = Math.ceil(features / 16);
          const binCount = 1 + rng.nextInt(256);
          const binned = place('u8', groupCount * rowCount * 16, (i) =>
            16 * Math.floor(i / (16 * rowCount)) + (i % 16) < features ? rng.nextInt(binCount) : 0,
          );
          const binCounts = place('i32', 16 * groupCount, (i) => (i < features ? binCount : 0));
          const values = place('f64', rowCount, () => rng.nextNormal());
          const entries = alloc(16 * rowCount);
          kernels.packEntries(values, 0, 0, rowCount, 2 ** 20, 2 ** 20, entries, 0, rowCount);
          const lesserCount = 1 + rng.nextInt(Math.floor(rowCount / 2));
          const rows = place('i32', rowCount, (i) => i);
          const tieSeed = rng.nextUint32();
          const masks = place('u8', 4 * groupCount, (i) =>
            Math.max(0, 2 ** Math.min(8, Math.max(0, features - 8 * (i % (2 * groupCount)))) - 1),
          );
          const slotBytes = groupCount * 16 * 4096;
          const [parentSlot, wholeSlot] = [alloc(slotBytes), alloc(slotBytes)];
          const search = (records: readonly (readonly [number, number, number, number])[]) => {
            const nodes = alloc(80 * records.length);
            for (const [i, [start, count, slot, partner]] of records.entries()) {
              heap.i32.set([rows + 4 * start, count, entries, 0], nodes / 4 + 20 * i);
              heap.i32.set([slot, partner, tieSeed + count], nodes / 4 + 20 * i + 16);
            }
            const [splits, items] = [alloc(32 * groupCount * records.length), groupCount * records.length];
            kernels.sumNodes(nodes, values, values, 0, rowCount, 0, records.length);
            const bins = [binned, rowCount, binCounts, masks, groupCount] as const;
            kernels.findByteSplits(nodes, records.length, ...bins, 1, 0, 0, splits, 0, items);
            return heap.i32.slice(splits / 4, splits / 4 + 8 * items);
          };
          const greaterCount = rowCount - lesserCount;
          search([[0, rowCount, parentSlot, -1]]);
          const derived = search([
            [greaterCount, lesserCount, 0, 1],
            [0, greaterCount, parentSlot, -2],
          ]);
          const direct = search([
            [greaterCount, lesserCount, 0, -1],
            [0, greaterCount, 0, -1],
          ]);
          search([[0, greaterCount, wholeSlot, -1]]);
          const kept = [parentSlot, wholeSlot].map((slot) => heap.u8.slice(slot, slot + 4096 * features));
          return { derived, direct, isKept: kept[0]!.every((byte, i) => byte === kept[1]![i]) };
        });
        expect(compiled).toEqual(twin);
        expect(compiled.derived).toEqual(compiled.direct);
        expect(compiled.isKept).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe('partitionRows', () => {
  it('keeps the order of rows on either side', () => {
    fc.assert(
      fc.property(counts, fc.nat(255), fc.nat(), (rowCount, leftBin, seed) => {
        const { compiled, twin } = onBoth(({ kernels, heap }, alloc) => {
          const rng = createRng(seed);
          const place = placer(heap, alloc);
          const bytes = Uint8Array.from({ length: rowCount }, () => rng.nextInt(256));
          const binned = place('u8', 16 * rowCount, (i) => (i % 16 === 5 ? bytes[i >> 4]! : 0));
          const ranks = place('f32', rowCount, (i) => bytes[i]!);
          const rows = place('i32', rowCount, (i) => i);
          const leftCount = bytes.filter((byte) => byte <= leftBin).length;
          const [to, toByRank, splits] = [alloc(4 * rowCount), alloc(4 * rowCount), alloc(64)];
          heap.i32.set([rows, rowCount, to, leftCount, binned + 5, leftBin], splits / 4);
          heap.i32.set([rows, rowCount, toByRank, leftCount, ranks, leftBin], splits / 4 + 8);
          kernels.partitionRows(splits, 1, 0, 1);
          kernels.partitionRows(splits, 4, 1, 2);
          const wanted = Array.from(bytes.keys()).toSorted(
            (a, b) => Number(bytes[a]! > leftBin) - Number(bytes[b]! > leftBin),
          );
          return [to, toByRank].map((pointer) => ({
            rows: Array.from(heap.i32.subarray(pointer / 4, pointer / 4 + rowCount)),
            wanted,
          }));
        });
        expect(compiled).toEqual(twin);
        for (const { rows, wanted } of compiled) expect(rows).toEqual(wanted);
      }),
    );
  });
});
