import type { Heap } from '../../compute/heap.ts';
import type { UmapBlockKernels } from '../../kernels-of/umap/blocks.ts';

export function umapBlockTwins(heap: Heap): UmapBlockKernels {
  return {
    umapHalve(points, order, pointCount, segmentCount, axis, begin, end) {
      const { i32, f32 } = heap;
      const key = (point: number) => f32[points / 4 + 2 * point + axis]!;
      for (let segment = begin; segment < end; segment++) {
        i32
          .subarray(
            order / 4 + cut(pointCount, segment, segmentCount),
            order / 4 + cut(pointCount, segment + 1, segmentCount),
          )
          .sort((a, b) => key(a) - key(b) || a - b);
      }
    },

    umapAssignBlocks(order, pointCount, blockCount, blocks, begin, end) {
      const { i32 } = heap;
      for (let block = begin; block < end; block++) {
        const last = cut(pointCount, block + 1, blockCount);
        for (let i = cut(pointCount, block, blockCount); i < last; i++)
          i32[blocks / 4 + i32[order / 4 + i]!] = block;
      }
    },

    umapBucketEdges(rowStarts, columns, values, blocks, blockCount, leastWeight, rows, buckets, begin, end) {
      const { i32, f32 } = heap;
      const least = Math.fround(leastWeight);
      for (let row = begin; row < end; row++) {
        for (let entry = i32[rowStarts / 4 + row]!; entry < i32[rowStarts / 4 + row + 1]!; entry++) {
          const a = i32[blocks / 4 + row]!;
          const b = i32[blocks / 4 + i32[columns / 4 + entry]!]!;
          const weight = f32[values / 4 + entry]!;
          i32[rows / 4 + entry] = row;
          i32[buckets / 4 + entry] =
            weight > 0 && weight >= least ? Math.min(a, b) * blockCount + Math.max(a, b) : blockCount ** 2;
        }
      }
    },

    umapGatherEdges(order, rows, columns, values, slots, largestWeight, heads, tails, rates, begin, end) {
      const { i32, f32 } = heap;
      for (let edge = begin; edge < end; edge++) {
        const entry = i32[order / 4 + edge]!;
        i32[heads / 4 + edge] = i32[slots / 4 + i32[rows / 4 + entry]!]!;
        i32[tails / 4 + edge] = i32[slots / 4 + i32[columns / 4 + entry]!]!;
        f32[rates / 4 + edge] = f32[values / 4 + entry]! / Math.fround(largestWeight);
      }
    },

    umapInvert(order, inverse, begin, end) {
      const { i32 } = heap;
      for (let i = begin; i < end; i++) i32[inverse / 4 + i32[order / 4 + i]!] = i;
    },

    umapGatherPoints(from, order, to, begin, end) {
      const { i32, f32 } = heap;
      for (let i = begin; i < end; i++) {
        const source = from / 4 + 2 * i32[order / 4 + i]!;
        f32[to / 4 + 2 * i] = f32[source]!;
        f32[to / 4 + 2 * i + 1] = f32[source + 1]!;
      }
    },

    umapCopyPoints(from, to, begin, end) {
      heap.f32.copyWithin(to / 4 + 2 * begin, from / 4 + 2 * begin, from / 4 + 2 * end);
    },
  };
}

function cut(count: number, part: number, partCount: number): number {
  return Math.floor((count * part) / partCount);
}
