import type { Heap } from '../../compute/heap.ts';
import type { ManhattanKernels } from '../../kernels-of/manhattan.ts';

const MOST = 16_383;
const PANEL = 16;
const FLOATS = 2;
const ROUGH_COUNT = 16;
const COORDINATES = 160;

/** Sums as whole units, and what was rounded off in all. */
interface Quantized {
  readonly whole: Int16Array;
  readonly error: number;
}

export function groupSumTwins(
  heap: Heap,
): Pick<ManhattanKernels, 'sumGroups' | 'packCoarsePanels' | 'roughCoordinates'> {
  function coarseRow(coarse: number, sample: number, coarseCount: number): Int16Array {
    const start = coarse / 2 + sample * filledUp(coarseCount);
    return heap.i16.slice(start, start + coarseCount);
  }

  function roughSums(sums: Int16Array, roughOf: number): Int16Array {
    const rough = new Int16Array(ROUGH_COUNT);
    sums.forEach((sum, group) => {
      const at = heap.i32[roughOf / 4 + group]!;
      rough[at] = Math.max(-MOST, Math.min(MOST, rough[at]! + sum));
    });
    return rough;
  }

  return {
    sumGroups(
      samples,
      kind,
      featureCount,
      weights,
      members,
      fineStarts,
      fineCount,
      coarseOf,
      coarseCount,
      centre,
      unit,
      fine,
      coarse,
      errors,
      begin,
      end,
    ) {
      const { u8, i16, i32, f32, f64 } = heap;
      const [values, first] = kind === FLOATS ? [f32, samples / 4] : [u8, samples];
      const centres = f64.subarray(centre / 8, centre / 8 + fineCount);
      const offset = centres.reduce((sum, value) => sum + Math.abs(value), 0);
      for (let sample = begin; sample < end; sample++) {
        const [fineSums, coarseSums] = [new Float64Array(fineCount), new Float64Array(coarseCount)];
        let magnitude = 0;
        for (let group = 0; group < fineCount; group++) {
          const [start, stop] = [i32[fineStarts / 4 + group]!, i32[fineStarts / 4 + group + 1]!];
          for (let at = start; at < stop; at++) {
            const feature = i32[members / 4 + at]!;
            const value = values[first + sample * featureCount + feature]! * f64[weights / 8 + feature]!;
            magnitude += Math.abs(value);
            fineSums[group]! += value;
          }
          fineSums[group]! -= centres[group]!;
          coarseSums[i32[coarseOf / 4 + group]!]! += fineSums[group]!;
        }
        const rounding = (magnitude + offset) * featureCount * Number.EPSILON;
        [
          { sums: fineSums, step: unit, to: fine },
          { sums: coarseSums, step: unit * 8, to: coarse },
        ].forEach(({ sums, step, to }, place) => {
          const { whole, error } = quantize(sums, step);
          i16.set(whole, to / 2 + sample * whole.length);
          f32[errors / 4 + sample * 2 + place] = rounding + error;
        });
      }
    },

    packCoarsePanels(coarse, sampleCount, coarseCount, roughOf, panels, begin, end) {
      const { i16 } = heap;
      const columnCount = ROUGH_COUNT + coarseCount;
      for (let panel = begin; panel < end; panel++) {
        for (let place = 0; place < PANEL; place++) {
          const sample = panel * PANEL + place;
          const sums = coarseRow(coarse, sample, coarseCount);
          const columns = sample < sampleCount ? [...roughSums(sums, roughOf), ...sums] : [];
          for (let column = 0; column < columnCount; column++)
            i16[panels / 2 + (panel * columnCount + column) * PANEL + place] = columns[column] ?? 0;
        }
      }
    },

    roughCoordinates(coarse, coarseCount, roughOf, coordinates, begin, end) {
      for (let sample = begin; sample < end; sample++) {
        const sums = roughSums(coarseRow(coarse, sample, coarseCount), roughOf);
        heap.i16.set(sums, coordinates / 2 + sample * COORDINATES);
      }
    },
  };
}

function quantize(sums: Float64Array, unit: number): Quantized {
  const whole = new Int16Array(filledUp(sums.length));
  let error = 0;
  sums.forEach((sum, group) => {
    const value = Math.max(-MOST, Math.min(MOST, sum / unit));
    whole[group] = Math.floor(value + 0.5);
    error += Math.abs(whole[group] - value);
  });
  return { whole, error: error * unit };
}

function filledUp(groupCount: number): number {
  return Math.ceil(groupCount / 8) * 8;
}
