import type { Heap } from '../../compute/heap.ts';
import type { UmapGraphKernels } from '../../kernels-of/umap/graph.ts';
import { fuzzyUnion } from './fuzzy-union.ts';

const { fround } = Math;

export function umapLabelTwins(heap: Heap): Pick<UmapGraphKernels, 'umapIntersectLabels' | 'umapReunite'> {
  return {
    umapIntersectLabels(rowStarts, columns, values, labels, farDistance, unknownDistance, begin, end) {
      const { i32, f32 } = heap;
      const factorBetween = (a: number, b: number) => {
        if (a === -1 || b === -1) return fround(Math.exp(-unknownDistance));
        return a === b ? 1 : fround(Math.exp(-farDistance));
      };
      for (let row = begin; row < end; row++) {
        const first = i32[rowStarts / 4 + row]!;
        const last = i32[rowStarts / 4 + row + 1]!;
        const label = i32[labels / 4 + row]!;
        for (let entry = first; entry < last; entry++)
          f32[values / 4 + entry]! *= factorBetween(label, i32[labels / 4 + i32[columns / 4 + entry]!]!);
        const largest = f32.slice(values / 4 + first, values / 4 + last).reduce((a, b) => Math.max(a, b), 0);
        if (largest === 0) continue;
        for (let entry = first; entry < last; entry++) f32[values / 4 + entry]! /= largest;
      }
    },

    umapReunite(rowStarts, columns, values, united, begin, end) {
      const { i32, f32 } = heap;
      for (let row = begin; row < end; row++) {
        for (let entry = i32[rowStarts / 4 + row]!; entry < i32[rowStarts / 4 + row + 1]!; entry++) {
          const column = i32[columns / 4 + entry]!;
          const others = i32.subarray(
            columns / 4 + i32[rowStarts / 4 + column]!,
            columns / 4 + i32[rowStarts / 4 + column + 1]!,
          );
          const place = others.indexOf(row);
          const other = place === -1 ? 0 : f32[values / 4 + i32[rowStarts / 4 + column]! + place]!;
          f32[united / 4 + entry] = fuzzyUnion(f32[values / 4 + entry]!, other);
        }
      }
    },
  };
}
