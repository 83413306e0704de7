import type { Heap } from '../../compute/heap.ts';
import type { UmapGraphKernels } from '../../kernels-of/umap/graph.ts';
import { fuzzyUnion } from './fuzzy-union.ts';

const STEPS = 64;
const TOLERANCE = 1e-5;
const LEAST_SCALE = 1e-3;

export function umapGraphTwins(heap: Heap): Pick<UmapGraphKernels, 'umapMemberships' | 'umapUnionRows'> {
  return {
    umapMemberships(
      indices,
      distances,
      neighborCount,
      isQuery,
      meanDistance,
      outIndices,
      outWeights,
      begin,
      end,
    ) {
      const { i32, f32 } = heap;
      for (let item = begin; item < end; item++) {
        const row = item * neighborCount;
        const listed = f32.slice(distances / 4 + row, distances / 4 + row + neighborCount);
        const nearest = isQuery === 1 ? 0 : (listed.find((distance) => distance > 0) ?? 0);
        const excesses = Array.from(listed, (distance) => distance - nearest);
        const mean = listed.reduce((sum, distance) => sum + distance, 0) / neighborCount;
        const scale = Math.max(fitScale(excesses), LEAST_SCALE * (nearest > 0 ? mean : meanDistance));
        const sorted = excesses
          .map((excess, j) => ({ index: i32[indices / 4 + row + j]!, weight: membership(excess, scale) }))
          .toSorted((a, b) => a.index - b.index);
        for (const [j, { index, weight }] of sorted.entries()) {
          i32[outIndices / 4 + row + j] = index;
          f32[outWeights / 4 + row + j] = isQuery === 0 && index === item ? 0 : weight;
        }
      }
    },

    umapUnionRows(indices, weights, neighborCount, order, starts, rowStarts, columns, values, begin, end) {
      const { i32, f32 } = heap;
      for (let row = begin; row < end; row++) {
        const united = new Map<number, number>();
        for (let j = row * neighborCount; j < (row + 1) * neighborCount; j++)
          united.set(i32[indices / 4 + j]!, f32[weights / 4 + j]!);
        for (let e = i32[starts / 4 + row]!; e < i32[starts / 4 + row + 1]!; e++) {
          const entry = i32[order / 4 + e]!;
          const column = Math.floor(entry / neighborCount);
          united.set(column, fuzzyUnion(united.get(column) ?? 0, f32[weights / 4 + entry]!));
        }
        const sorted = [...united].toSorted(([a], [b]) => a - b);
        const first = i32[rowStarts / 4 + row]!;
        for (let entry = first; entry < i32[rowStarts / 4 + row + 1]!; entry++) {
          const [column, value] = sorted[entry - first] ?? [row, 0];
          i32[columns / 4 + entry] = column;
          f32[values / 4 + entry] = value;
        }
      }
    },
  };
}

function membership(excess: number, scale: number): number {
  return excess <= 0 || scale === 0 ? 1 : Math.exp(-excess / scale);
}

function fitScale(excesses: readonly number[]): number {
  const target = Math.log2(excesses.length);
  let [low, high, scale] = [0, Infinity, 1];
  for (let step = 0; step < STEPS; step++) {
    const sum = excesses.slice(1).reduce((total, excess) => total + membership(excess, scale), 0);
    if (Math.abs(sum - target) < TOLERANCE) break;
    if (sum > target) high = scale;
    else low = scale;
    scale = high === Infinity ? 2 * scale : (low + high) / 2;
  }
  return scale;
}
