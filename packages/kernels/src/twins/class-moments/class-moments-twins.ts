import type { Heap } from '../../compute/heap.ts';
import type { ClassMomentsKernels } from '../../kernels-of/class-moments.ts';

export function classMomentsTwins(heap: Heap): ClassMomentsKernels {
  const membersOf = (order: number, starts: number, group: number): Int32Array => {
    const { i32 } = heap;
    return i32.subarray(order / 4 + i32[starts / 4 + group]!, order / 4 + i32[starts / 4 + group + 1]!);
  };
  const valuesOf = (samples: number, areFloats: number): Float32Array | Uint8Array =>
    areFloats ? heap.f32.subarray(samples / 4) : heap.u8.subarray(samples);

  return {
    addClassSums(samples, featureCount, order, starts, sums, squares, begin, end) {
      const { u8, f64 } = heap;
      for (let group = begin; group < end; group++) {
        for (const sample of membersOf(order, starts, group)) {
          for (let feature = 0; feature < featureCount; feature++) {
            const byte = u8[samples + sample * featureCount + feature]!;
            f64[sums / 8 + group * featureCount + feature]! += byte;
            f64[squares / 8 + group * featureCount + feature]! += byte * byte;
          }
        }
      }
    },
    addWeightedPowers(
      ...[samples, areFloats, featureCount, order, starts, weights, origins, power, sums, begin, end]
    ) {
      const { f64 } = heap;
      const values = valuesOf(samples, areFloats);
      for (let group = begin; group < end; group++) {
        for (const sample of membersOf(order, starts, group)) {
          const weight = weights === 0 ? 1 : f64[weights / 8 + sample]!;
          for (let feature = 0; feature < featureCount; feature++) {
            const at = group * featureCount + feature;
            const distance = values[sample * featureCount + feature]! - f64[origins / 8 + at]!;
            f64[sums / 8 + at]! += weight * (power === 1 ? distance : distance * distance);
          }
        }
      }
    },
    gaussianExponents(
      samples,
      areFloats,
      featureCount,
      locations,
      precisions,
      classCount,
      exponents,
      begin,
      end,
    ) {
      const { f64 } = heap;
      const values = valuesOf(samples, areFloats);
      for (let sample = begin; sample < end; sample++) {
        for (let group = 0; group < classCount; group++) {
          let sum = 0;
          for (let feature = 0; feature < featureCount; feature++) {
            const at = group * featureCount + feature;
            const distance = values[sample * featureCount + feature]! - f64[locations / 8 + at]!;
            sum += distance * distance * f64[precisions / 8 + at]!;
          }
          f64[exponents / 8 + sample * classCount + group] = sum;
        }
      }
    },
  };
}
