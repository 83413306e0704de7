import type { Heap } from '../../compute/heap.ts';
import type { TsnePlacementKernels } from '../../kernels-of/tsne/placement.ts';

export function tsnePlacementTwins(heap: Heap): TsnePlacementKernels {
  return {
    tsneNormalise(repulsion, potentials, begin, end) {
      const { f32 } = heap;
      for (let i = begin; i < end; i++) {
        const normalisation = Math.max(f32[potentials / 4 + 2 * i + 1]!, Math.fround(1e-12));
        f32[repulsion / 4 + 2 * i]! /= normalisation;
        f32[repulsion / 4 + 2 * i + 1]! /= normalisation;
      }
    },

    tsneMeans(targets, stride, columns, weights, points, begin, end) {
      const { i32, f32 } = heap;
      const { fround } = Math;
      for (let i = begin; i < end; i++) {
        let x = 0;
        let y = 0;
        for (let e = i * stride; e < (i + 1) * stride; e++) {
          const target = targets / 4 + 2 * i32[columns / 4 + e]!;
          x = fround(x + fround(f32[weights / 4 + e]! * f32[target]!));
          y = fround(y + fround(f32[weights / 4 + e]! * f32[target + 1]!));
        }
        f32.set([x, y], points / 4 + 2 * i);
      }
    },
  };
}
