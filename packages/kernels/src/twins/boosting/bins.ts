import type { Heap } from '../../compute/heap.ts';
import type { BoostingKernels } from '../../kernels-of/boosting.ts';

type BinKernels = Pick<BoostingKernels, 'groupBytes' | 'countBins' | 'mapBins' | 'binFloats' | 'rankFloats'>;

export function binTwins(heap: Heap): BinKernels {
  /** How many edges of a feature lie below a value. */
  const countBelow = (value: number, edges: number, starts: number, feature: number): number => {
    const { i32, f64 } = heap;
    const first = i32[starts / 4 + feature]!;
    let low = first;
    let high = i32[starts / 4 + feature + 1]!;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (f64[edges / 8 + middle]! < value) low = middle + 1;
      else high = middle;
    }
    return low - first;
  };

  return {
    groupBytes(samples, rowCount, featureCount, bins, begin, end) {
      const { u8 } = heap;
      for (let feature = 0; feature < 16 * Math.ceil(featureCount / 16); feature++) {
        const to = bins + (feature >> 4) * rowCount * 16 + (feature & 15);
        for (let row = begin; row < end; row++)
          u8[to + row * 16] = feature < featureCount ? u8[samples + row * featureCount + feature]! : 0;
      }
    },

    countBins(bins, rowCount, rows, count, counts, begin, end) {
      const { u8, i32 } = heap;
      for (let group = begin; group < end; group++) {
        const to = counts / 4 + group * 4096;
        i32.fill(0, to, to + 4096);
        for (let i = 0; i < count; i++) {
          const from = bins + (group * rowCount + i32[rows / 4 + i]!) * 16;
          for (let feature = 0; feature < 16; feature++) i32[to + feature * 256 + u8[from + feature]!]!++;
        }
      }
    },

    mapBins(bins, rowCount, tables, begin, end) {
      const { u8 } = heap;
      for (let at = begin * rowCount * 16; at < end * rowCount * 16; at++) {
        const feature = Math.floor(at / (rowCount * 16)) * 16 + (at & 15);
        u8[bins + at] = u8[tables + feature * 256 + u8[bins + at]!]!;
      }
    },

    binFloats(samples, rowCount, featureCount, edges, starts, bins, begin, end) {
      const { u8, f32 } = heap;
      for (let feature = 16 * begin; feature < 16 * end; feature++) {
        const to = bins + (feature >> 4) * rowCount * 16 + (feature & 15);
        for (let row = 0; row < rowCount; row++)
          u8[to + row * 16] =
            feature < featureCount
              ? countBelow(f32[samples / 4 + row * featureCount + feature]!, edges, starts, feature)
              : 0;
      }
    },

    rankFloats(samples, rowCount, featureCount, edges, starts, ranks, begin, end) {
      const { f32 } = heap;
      for (let feature = begin; feature < end; feature++) {
        for (let row = 0; row < rowCount; row++) {
          const value = f32[samples / 4 + row * featureCount + feature]!;
          f32[ranks / 4 + feature * rowCount + row] = countBelow(value, edges, starts, feature);
        }
      }
    },
  };
}
