import type { Heap } from '../../compute/heap.ts';
import type { NeighborsKernels } from '../../kernels-of/neighbors.ts';

const RUN = 512;
const COORDINATES = 160;
const LONGEST = 16_000;
const MOST = 5600;
/** How many axes the samples are described by at the end of each level. */
const LEVEL_AXES: readonly number[] = [14, 44, 90, 152];

type ProjectionKernels = Pick<NeighborsKernels, 'projectBytes' | 'projectFloats' | 'projectWeightedBytes'>;

export function neighborProjectionTwins(heap: Heap): ProjectionKernels {
  return {
    projectBytes(
      samples,
      featureCount,
      centre,
      directions,
      axisCount,
      mixing,
      scale,
      coordinates,
      begin,
      end,
    ) {
      const { u8, i16, f64 } = heap;
      const pairCount = Math.ceil(featureCount / 2);
      const directionAt = (axis: number, i: number) =>
        i16[directions / 2 + ((axis >> 3) * pairCount + (i >> 1)) * 16 + (axis & 7) * 2 + (i & 1)]!;
      for (let row = begin; row < end; row++) {
        const start = samples + row * featureCount;
        const values = new Float64Array(featureCount).map((_, i) => u8[start + i]! - u8[centre + i]!);
        const dots = mix(innerProducts(values, axisCount, directionAt), f64.subarray(mixing / 8));
        i16.set(coordinatesOf(dots, squaredLength(values), scale), coordinates / 2 + row * COORDINATES);
      }
    },

    projectFloats(
      samples,
      featureCount,
      centre,
      directions,
      axisCount,
      mixing,
      scale,
      coordinates,
      begin,
      end,
    ) {
      const { i16, f32, f64 } = heap;
      const directionAt = (axis: number, i: number) =>
        f64[directions / 8 + ((axis >> 2) * featureCount + i) * 4 + (axis & 3)]!;
      for (let row = begin; row < end; row++) {
        const start = samples / 4 + row * featureCount;
        const values = new Float64Array(featureCount).map((_, i) => f32[start + i]! - f32[centre / 4 + i]!);
        const dots = mix(innerProducts(values, axisCount, directionAt), f64.subarray(mixing / 8));
        i16.set(coordinatesOf(dots, squaredLength(values), scale), coordinates / 2 + row * COORDINATES);
      }
    },

    projectWeightedBytes(
      samples,
      weights,
      featureCount,
      centre,
      directions,
      axisCount,
      mixing,
      scale,
      coordinates,
      begin,
      end,
    ) {
      const { u8, i16, f32, f64 } = heap;
      const pairCount = Math.ceil(featureCount / 2);
      const directionAt = (axis: number, i: number) =>
        i16[directions / 2 + ((axis >> 3) * pairCount + (i >> 1)) * 16 + (axis & 7) * 2 + (i & 1)]!;
      for (let row = begin; row < end; row++) {
        const start = samples + row * featureCount;
        const values = new Float64Array(featureCount).map((_, i) => {
          const product = Math.fround(u8[start + i]! * f32[weights / 4 + i]!);
          const whole = Math.min(Math.floor(Math.fround(product + 0.5)), 32_767);
          return Math.max(-MOST, Math.min(MOST, whole - i16[centre / 2 + i]!));
        });
        const dots = mix(innerProducts(values, axisCount, directionAt), f64.subarray(mixing / 8));
        i16.set(coordinatesOf(dots, squaredLength(values), scale), coordinates / 2 + row * COORDINATES);
      }
    },
  };
}

function innerProducts(
  values: Float64Array,
  axisCount: number,
  directionAt: (axis: number, feature: number) => number,
): Float64Array {
  return new Float64Array(axisCount).map((_, axis) =>
    sumOfRuns(values.length, (i) => values[i]! * directionAt(axis, i)),
  );
}

function squaredLength(values: Float64Array): number {
  return sumOfRuns(values.length, (i) => values[i]! * values[i]!);
}

function sumOfRuns(length: number, term: (index: number) => number): number {
  let total = 0;
  for (let start = 0; start < length; start += RUN) {
    let sum = 0;
    for (let i = start; i < Math.min(start + RUN, length); i++) sum += term(i);
    total += sum;
  }
  return total;
}

/** The lower triangle times a vector. */
function mix(parts: Float64Array, mixing: Float64Array): Float64Array {
  return parts.map((_, axis) => {
    let dot = 0;
    for (let i = 0; i <= axis; i++)
      dot += parts[i]! * mixing[((axis >> 2) * parts.length + i) * 4 + (axis & 3)]!;
    return dot;
  });
}

function coordinatesOf(dots: Float64Array, square: number, scale: number): Int16Array {
  const factor = scale * Math.min(1, LONGEST / (scale * Math.sqrt(square)));
  const row: number[] = [];
  let rest = square;
  let axis = 0;
  let length = 0;
  for (const levelAxes of LEVEL_AXES) {
    if (axis > 0) row.push(length);
    for (; axis < levelAxes; axis++) {
      const dot = dots[axis] ?? 0;
      rest -= dot * dot;
      row.push(Math.floor(dot * factor + 0.5));
    }
    length = Math.floor(Math.sqrt(Math.max(rest, 0)) * factor + 0.5);
    row.push(length);
    if (axis === LEVEL_AXES[0]) row.push(0);
  }
  return Int16Array.from(row);
}
