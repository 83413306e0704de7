import type { Heap } from '../../compute/heap.ts';
import type { TsneDivergenceKernels } from '../../kernels-of/tsne/divergence.ts';

export function tsneDivergenceTwins(heap: Heap): TsneDivergenceKernels {
  return {
    tsneDivergenceTerms(points, rowStarts, columns, weights, terms, grain, begin, end) {
      const { i32, f32, f64 } = heap;
      let sum = 0;
      let total = 0;
      for (let row = begin; row < end; row++) {
        for (let e = i32[rowStarts / 4 + row]!; e < i32[rowStarts / 4 + row + 1]!; e++) {
          const other = i32[columns / 4 + e]!;
          const weight = f32[weights / 4 + e]!;
          const dx = f32[points / 4 + 2 * row]! - f32[points / 4 + 2 * other]!;
          const dy = f32[points / 4 + 2 * row + 1]! - f32[points / 4 + 2 * other + 1]!;
          if (weight > 0) sum += weight * Math.log(weight * (1 + dx * dx + dy * dy));
          total += weight;
        }
      }
      const slot = terms / 8 + 2 * Math.floor(begin / grain);
      f64[slot] = sum;
      f64[slot + 1] = total;
    },

    tsneDivergence(terms, termCount, sums, sumCount, selfSum, divergence, _begin, _end) {
      const { f64 } = heap;
      const logSum = Math.log(
        f64.subarray(sums / 8, sums / 8 + sumCount).reduce((sum, slot) => sum + slot, 0) - selfSum,
      );
      let result = 0;
      for (let i = 0; i < termCount; i++)
        result += f64[terms / 8 + 2 * i]! + logSum * f64[terms / 8 + 2 * i + 1]!;
      f64[divergence / 8] = result;
    },
  };
}
