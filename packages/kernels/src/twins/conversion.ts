import type { Heap } from '../compute/heap.ts';
import type { ConversionKernels } from '../kernels-of/conversion.ts';

export function conversionTwins(heap: Heap): ConversionKernels {
  return {
    scaleBytes(from, to, scale, begin, end) {
      const { u8, f32 } = heap;
      const factor = Math.fround(scale);
      for (let i = begin; i < end; i++) f32[to / 4 + i] = u8[from + i]! * factor;
    },
  };
}
