import type { Heap } from '../../compute/heap.ts';

/** Pairs of int64 as numbers, exact below 2^53: gradient (whose lowest 24 bits hold the count) and curvature. */
export interface EntryWords {
  gradient(entry: number): number;
  curvature(entry: number): number;
  store(entry: number, gradient: number, count: number, curvature: number): void;
}

const WORD = 2 ** 32;

export function entryWords(heap: Heap): EntryWords {
  return {
    gradient: (entry) => heap.i32[entry / 4 + 1]! * 256 + (heap.i32[entry / 4]! >>> 24),
    curvature: (entry) => heap.i32[entry / 4 + 3]! * WORD + (heap.i32[entry / 4 + 2]! >>> 0),
    store(entry, gradient, count, curvature) {
      const { i32 } = heap;
      i32[entry / 4 + 1] = Math.floor(gradient / 256);
      i32[entry / 4] = (gradient - 256 * Math.floor(gradient / 256)) * 2 ** 24 + count;
      i32[entry / 4 + 3] = Math.floor(curvature / WORD);
      i32[entry / 4 + 2] = curvature - WORD * Math.floor(curvature / WORD);
    },
  };
}
