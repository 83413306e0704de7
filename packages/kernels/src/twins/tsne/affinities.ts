import type { Heap } from '../../compute/heap.ts';
import type { TsneAffinityKernels } from '../../kernels-of/tsne/affinities.ts';
import { fitPrecision } from './fit-precision.ts';

export function tsneAffinityTwins(heap: Heap): TsneAffinityKernels {
  return {
    tsneAffinities(...args) {
      const [indices, distances, neighborCount, hasSelf, perplexity, stride, order, ranks, ...rest] = args;
      const [outIndices, outWeights, begin, end] = rest;
      const { i32, f32 } = heap;
      const listed = neighborCount + hasSelf;
      for (let row = begin; row < end; row++) {
        const item = i32[order / 4 + row]!;
        const list = Array.from({ length: listed }, (_, j) => ({
          index: i32[indices / 4 + item * listed + j]!,
          square: f32[distances / 4 + item * listed + j]! ** 2,
        }));
        const self = hasSelf === 1 ? list.findIndex(({ index }) => index === item) : -1;
        const others = list.filter((_, j) => j !== self).slice(0, neighborCount);
        const nearest = others[0]?.square ?? 0;
        const weights = fitPrecision(
          others.map(({ square }) => square - nearest),
          perplexity,
        );
        const sorted = others
          .map(({ index }, j) => ({ index: i32[ranks / 4 + index]!, weight: weights[j]! }))
          .toSorted((a, b) => a.index - b.index);
        for (let j = 0; j < stride; j++) {
          i32[outIndices / 4 + row * stride + j] = sorted[j]?.index ?? 0;
          f32[outWeights / 4 + row * stride + j] = sorted[j]?.weight ?? 0;
        }
      }
    },

    tsneRowLengths(indices, neighborCount, order, starts, lengths, begin, end) {
      const { i32 } = heap;
      for (let row = begin; row < end; row++) {
        const members = new Set<number>();
        for (let j = 0; j < neighborCount; j++) members.add(i32[indices / 4 + row * neighborCount + j]!);
        for (let e = i32[starts / 4 + row]!; e < i32[starts / 4 + row + 1]!; e++)
          members.add(Math.floor(i32[order / 4 + e]! / neighborCount));
        i32[lengths / 4 + row] = 4 * Math.ceil(members.size / 4);
      }
    },

    tsneRowStarts(lengths, rowCount, rowStarts, _begin, _end) {
      const { i32 } = heap;
      i32[rowStarts / 4] = 0;
      for (let row = 0; row < rowCount; row++)
        i32[rowStarts / 4 + row + 1] = i32[rowStarts / 4 + row]! + i32[lengths / 4 + row]!;
    },

    tsneSymmetricRows(
      indices,
      weights,
      neighborCount,
      scale,
      order,
      starts,
      rowStarts,
      columns,
      values,
      begin,
      end,
    ) {
      const { i32, f32 } = heap;
      for (let row = begin; row < end; row++) {
        const joint = new Map<number, number>();
        const add = (column: number, entry: number) =>
          joint.set(column, Math.fround((joint.get(column) ?? 0) + f32[weights / 4 + entry]!));
        for (let j = row * neighborCount; j < (row + 1) * neighborCount; j++) add(i32[indices / 4 + j]!, j);
        for (let e = i32[starts / 4 + row]!; e < i32[starts / 4 + row + 1]!; e++) {
          const entry = i32[order / 4 + e]!;
          add(Math.floor(entry / neighborCount), entry);
        }
        const sorted = [...joint].toSorted(([a], [b]) => a - b);
        const first = i32[rowStarts / 4 + row]!;
        for (let entry = first; entry < i32[rowStarts / 4 + row + 1]!; entry++) {
          const [column, value] = sorted[entry - first] ?? [row, 0];
          i32[columns / 4 + entry] = column;
          f32[values / 4 + entry] = value * Math.fround(scale);
        }
      }
    },
  };
}
