import type { Heap } from '../../compute/heap.ts';
import type { UmapGraphKernels } from '../../kernels-of/umap/graph.ts';

export function umapDiffuseTwins(
  heap: Heap,
): Pick<UmapGraphKernels, 'umapLargest' | 'umapRowScales' | 'umapDiffuse'> {
  return {
    umapLargest(values, largest, grain, begin, end) {
      const { f32 } = heap;
      const piece = f32.slice(values / 4 + begin, values / 4 + end);
      f32[largest / 4 + Math.floor(begin / grain)] = piece.reduce((a, b) => Math.max(a, b), 0);
    },

    umapRowScales(rowStarts, values, scales, begin, end) {
      const { i32, f32, f64 } = heap;
      for (let row = begin; row < end; row++) {
        const weights = f32.slice(
          values / 4 + i32[rowStarts / 4 + row]!,
          values / 4 + i32[rowStarts / 4 + row + 1]!,
        );
        const degree = weights.reduce((sum, weight) => sum + weight, 0);
        f64[scales / 8 + row] = degree > 0 ? 1 / Math.sqrt(degree) : 0;
      }
    },

    umapDiffuse(rowStarts, columns, values, scales, rowCount, vectorCount, from, to, begin, end) {
      const { i32, f32, f64 } = heap;
      for (let row = begin; row < end; row++) {
        for (let vector = 0; vector < vectorCount; vector++) {
          const start = vector * rowCount;
          let sum = 0;
          for (let entry = i32[rowStarts / 4 + row]!; entry < i32[rowStarts / 4 + row + 1]!; entry++) {
            const column = i32[columns / 4 + entry]!;
            sum += f32[values / 4 + entry]! * f64[scales / 8 + column]! * f64[from / 8 + start + column]!;
          }
          f64[to / 8 + start + row] = 0.5 * (f64[from / 8 + start + row]! + f64[scales / 8 + row]! * sum);
        }
      }
    },
  };
}
