import type { Heap } from '../compute/heap.ts';
import type { CountingSortKernels } from '../kernels-of/counting-sort.ts';

export function countingSortTwins(heap: Heap): CountingSortKernels {
  return {
    countKeys(keys, keyCount, histograms, grain, begin, end) {
      const { i32 } = heap;
      const histogram = histograms / 4 + Math.floor(begin / grain) * keyCount;
      i32.fill(0, histogram, histogram + keyCount);
      for (let i = begin; i < end; i++) i32[histogram + i32[keys / 4 + i]!]!++;
    },

    startKeys(keyCount, pieceCount, histograms, starts, _begin, _end) {
      const { i32 } = heap;
      let place = 0;
      for (let key = 0; key < keyCount; key++) {
        i32[starts / 4 + key] = place;
        for (let piece = 0; piece < pieceCount; piece++) {
          const at = histograms / 4 + piece * keyCount + key;
          const count = i32[at]!;
          i32[at] = place;
          place += count;
        }
      }
      i32[starts / 4 + keyCount] = place;
    },

    orderByKey(keys, keyCount, histograms, order, grain, begin, end) {
      const { i32 } = heap;
      const places = histograms / 4 + Math.floor(begin / grain) * keyCount;
      for (let i = begin; i < end; i++) i32[order / 4 + i32[places + i32[keys / 4 + i]!]!++] = i;
    },
  };
}
