import type { Heap } from '../../compute/heap.ts';
import type { TreesKernels } from '../../kernels-of/trees.ts';
import { keyOf } from './ordered-key.ts';

const BLOCK = 32;
const CODES = 256;

export function columnsTwins(
  heap: Heap,
): Pick<TreesKernels, 'transposeCodes' | 'codeFloats' | 'orderFloats'> {
  return {
    transposeCodes(rows, sampleCount, featureCount, columns, begin, end) {
      const { u8 } = heap;
      for (let feature = BLOCK * begin; feature < Math.min(BLOCK * end, featureCount); feature++) {
        for (let sample = 0; sample < sampleCount; sample++)
          u8[columns + feature * sampleCount + sample] = u8[rows + sample * featureCount + feature]!;
      }
    },
    codeFloats(floats, sampleCount, featureCount, rows, columns, values, valueCounts, begin, end) {
      const { u8, i32, f32 } = heap;
      for (let feature = begin; feature < end; feature++) {
        const all = Float32Array.from(
          { length: sampleCount },
          (_, sample) => f32[floats / 4 + sample * featureCount + feature]! + 0,
        );
        const different = Float32Array.from(new Set(all)).toSorted();
        i32[valueCounts / 4 + feature] = Math.min(different.length, CODES + 1);
        if (different.length > CODES) continue;
        f32.set(different, values / 4 + feature * CODES);
        const codeOf = new Map(Array.from(different, (value, code) => [value, code]));
        all.forEach((value, sample) => {
          const code = codeOf.get(value)!;
          u8[columns + feature * sampleCount + sample] = code;
          u8[rows + sample * featureCount + feature] = code;
        });
      }
    },
    orderFloats(floats, sampleCount, featureCount, columns, begin, end) {
      const { i32, f32 } = heap;
      for (let feature = begin; feature < end; feature++) {
        for (let sample = 0; sample < sampleCount; sample++)
          i32[columns / 4 + feature * sampleCount + sample] = keyOf(
            f32[floats / 4 + sample * featureCount + feature]!,
          );
      }
    },
  };
}
