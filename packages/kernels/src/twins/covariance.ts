import type { Heap } from '../compute/heap.ts';
import type { CovarianceKernels } from '../kernels-of/covariance.ts';

export function covarianceTwins(heap: Heap): CovarianceKernels {
  return {
    clearSums(sums, begin, end) {
      heap.f64.fill(0, sums / 8 + begin, sums / 8 + end);
    },
    packSamplePairs(samples, rowCount, featureCount, panels, begin, end) {
      const { u8, i16 } = heap;
      const pairCount = Math.ceil(rowCount / 2);
      for (let row = 2 * begin; row < 2 * end; row++) {
        for (let feature = 0; feature < 8 * Math.ceil(featureCount / 8); feature++) {
          const isThere = row < rowCount && feature < featureCount;
          const at =
            panels / 2 + ((feature >> 3) * pairCount + (row >> 1)) * 16 + (feature & 7) * 2 + (row & 1);
          i16[at] = isThere ? u8[samples + row * featureCount + feature]! : 0;
        }
      }
    },
    addByteProducts(panels, panelCount, pairCount, products, begin, end) {
      const { i16, f64 } = heap;
      const width = 8 * panelCount;
      const start = (feature: number) => panels / 2 + (feature >> 3) * pairCount * 16 + (feature & 7) * 2;
      for (let i = 8 * begin; i < 8 * end; i++) {
        for (let j = i - (i & 7); j < width; j++) {
          let sum = 0;
          for (let at = 0; at < pairCount * 16; at += 16) {
            sum += i16[start(i) + at]! * i16[start(j) + at]!;
            sum += i16[start(i) + at + 1]! * i16[start(j) + at + 1]!;
          }
          f64[products / 8 + i * width + j]! += sum;
        }
      }
    },
    addByteSums(panels, pairCount, sums, begin, end) {
      const { i16, f64 } = heap;
      for (let at = 16 * pairCount * begin; at < 16 * pairCount * end; at++) {
        const feature = 8 * Math.floor(at / (16 * pairCount)) + ((at >> 1) & 7);
        f64[sums / 8 + feature]! += i16[panels / 2 + at]!;
      }
    },
    packCentredSamples(samples, rowCount, featureCount, origin, panels, begin, end) {
      const { f32, f64 } = heap;
      for (let row = begin; row < end; row++) {
        for (let feature = 0; feature < 4 * Math.ceil(featureCount / 4); feature++) {
          const at = panels / 8 + ((feature >> 2) * rowCount + row) * 4 + (feature & 3);
          f64[at] =
            feature < featureCount
              ? f32[samples / 4 + row * featureCount + feature]! - f32[origin / 4 + feature]!
              : 0;
        }
      }
    },
    addFloatProducts(panels, panelCount, rowCount, products, begin, end) {
      const { f64 } = heap;
      const width = 4 * panelCount;
      const start = (feature: number) => panels / 8 + (feature >> 2) * rowCount * 4 + (feature & 3);
      for (let i = 4 * begin; i < 4 * end; i++) {
        for (let j = i - (i & 3); j < width; j++) {
          let sum = 0;
          for (let at = 0; at < 4 * rowCount; at += 4) sum += f64[start(i) + at]! * f64[start(j) + at]!;
          f64[products / 8 + i * width + j]! += sum;
        }
      }
    },
    addFloatSums(panels, rowCount, sums, begin, end) {
      const { f64 } = heap;
      for (let at = 4 * rowCount * begin; at < 4 * rowCount * end; at++) {
        const feature = 4 * Math.floor(at / (4 * rowCount)) + (at & 3);
        f64[sums / 8 + feature]! += f64[panels / 8 + at]!;
      }
    },
    covarianceFromSums(products, stride, sums, sampleCount, featureCount, covariance, variances, begin, end) {
      const { f64 } = heap;
      for (let i = begin; i < end; i++) {
        for (let j = i; j < featureCount; j++) {
          const shared = (f64[sums / 8 + i]! * f64[sums / 8 + j]!) / sampleCount;
          const value = (f64[products / 8 + i * stride + j]! - shared) / (sampleCount - 1);
          f64[covariance / 8 + i * featureCount + j] = value;
          f64[covariance / 8 + j * featureCount + i] = value;
        }
        f64[variances / 8 + i] = f64[covariance / 8 + i * featureCount + i]!;
      }
    },
  };
}
