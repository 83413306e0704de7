import type { Heap } from '../compute/heap.ts';
import type { ProductsKernels } from '../kernels-of/products.ts';

const FLOAT_RUN = 512;
const DISTANCE_RUN = 256;

export function productsTwins(heap: Heap): ProductsKernels {
  return {
    packColumns(matrix, rowCount, columnCount, panels, begin, end) {
      const { f32 } = heap;
      for (let at = 8 * rowCount * begin; at < 8 * rowCount * end; at++) {
        const row = Math.floor(at / 8) % rowCount;
        const column = 8 * Math.floor(at / (8 * rowCount)) + (at % 8);
        f32[panels / 4 + at] = column < columnCount ? f32[matrix / 4 + row * columnCount + column]! : 0;
      }
    },
    multiplyCentredFloats(samples, centre, inner, panels, columnCount, bias, product, begin, end) {
      const { f32 } = heap;
      const values = f32.subarray(samples / 4);
      multiplyCentred(f32, values, { centre, inner, panels, columnCount, bias, product }, begin, end);
    },
    multiplyCentredBytes(samples, centre, inner, panels, columnCount, bias, product, begin, end) {
      const { u8, f32 } = heap;
      const values = u8.subarray(samples);
      multiplyCentred(f32, values, { centre, inner, panels, columnCount, bias, product }, begin, end);
    },
    packRowsOfBytes(rows, rowCount, featureCount, panels, begin, end) {
      const { u8, i16 } = heap;
      const length = featureCount + (featureCount % 2);
      for (let row = 8 * begin; row < 8 * end; row++) {
        for (let k = 0; k < length; k++) {
          const isThere = row < rowCount && k < featureCount;
          const value = isThere ? u8[rows + row * featureCount + k]! : 0;
          i16[panels / 2 + packedPairIndex(row, k, length / 2)] = value;
        }
      }
    },
    squaredDistancesOfBytes(rows, featureCount, panels, packedCount, distances, begin, end) {
      const { u8, i16, f64 } = heap;
      const pairCount = Math.ceil(featureCount / 2);
      for (let row = begin; row < end; row++) {
        for (let other = 0; other < packedCount; other++) {
          let sum = 0;
          for (let k = 0; k < featureCount; k++) {
            const value = i16[panels / 2 + packedPairIndex(other, k, pairCount)]!;
            sum += (u8[rows + row * featureCount + k]! - value) ** 2;
          }
          f64[distances / 8 + row * packedCount + other] = sum;
        }
      }
    },
    packRowsOfFloats(rows, rowCount, featureCount, panels, begin, end) {
      const { f32, f64 } = heap;
      for (let row = 4 * begin; row < 4 * end; row++) {
        for (let k = 0; k < featureCount; k++) {
          const value = row < rowCount ? f32[rows / 4 + row * featureCount + k]! : 0;
          f64[panels / 8 + packedRowIndex(row, k, featureCount)] = value;
        }
      }
    },
    squaredDistancesOfFloats(rows, featureCount, panels, packedCount, distances, begin, end) {
      const { f32, f64 } = heap;
      for (let row = begin; row < end; row++) {
        for (let other = 0; other < packedCount; other++) {
          let total = 0;
          for (let start = 0; start < featureCount; start += DISTANCE_RUN) {
            let sum = 0;
            for (let k = start; k < Math.min(start + DISTANCE_RUN, featureCount); k++) {
              const value = f64[panels / 8 + packedRowIndex(other, k, featureCount)]!;
              sum += (f32[rows / 4 + row * featureCount + k]! - value) ** 2;
            }
            total += sum;
          }
          f64[distances / 8 + row * packedCount + other] = total;
        }
      }
    },
  };
}

interface AffineProduct {
  readonly centre: number;
  readonly inner: number;
  readonly panels: number;
  readonly columnCount: number;
  readonly bias: number;
  readonly product: number;
}

function multiplyCentred(
  f32: Float32Array,
  values: Float32Array | Uint8Array,
  { centre, inner, panels, columnCount, bias, product }: AffineProduct,
  begin: number,
  end: number,
): void {
  for (let row = begin; row < end; row++) {
    for (let column = 0; column < columnCount; column++) {
      const from = panels / 4 + (column >> 3) * inner * 8 + (column & 7);
      let total = f32[bias / 4 + column]!;
      for (let start = 0; start < inner; start += FLOAT_RUN) {
        let sum = 0;
        for (let k = start; k < Math.min(start + FLOAT_RUN, inner); k++) {
          const value = Math.fround(values[row * inner + k]! - f32[centre / 4 + k]!);
          sum = Math.fround(sum + Math.fround(value * f32[from + 8 * k]!));
        }
        total = Math.fround(total + sum);
      }
      f32[product / 4 + row * columnCount + column] = total;
    }
  }
}

/** Where feature `k` of a row lies in `[panel][pair][8][2]`. */
function packedPairIndex(row: number, k: number, pairCount: number): number {
  return (((row >> 3) * pairCount + (k >> 1)) * 8 + (row & 7)) * 2 + (k & 1);
}

/** Where feature `k` of a row lies in `[panel][feature][4]`. */
function packedRowIndex(row: number, k: number, featureCount: number): number {
  return ((row >> 2) * featureCount + k) * 4 + (row & 3);
}
