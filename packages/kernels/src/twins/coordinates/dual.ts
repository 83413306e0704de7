import type { Heap } from '../../compute/heap.ts';
import type { CoordinatesKernels } from '../../kernels-of/coordinates.ts';
import { addScaled, dot, featuresOf, loadRow } from './rows.ts';
import {
  ACTIVE,
  CONVERGED,
  EPOCHS,
  FIFTH,
  FIRST,
  FOURTH,
  goOn,
  OUT_OF_EPOCHS,
  OUTCOME,
  SECOND,
  STATE_LENGTH,
  THIRD,
} from './search-state.ts';

const [GREATEST, LEAST, GREATEST_KEPT, LEAST_KEPT] = [FIRST, SECOND, THIRD, FOURTH] as const;
const SHRINKING_TOLERANCE = FIFTH;

export function dualTwins(heap: Heap): Pick<CoordinatesKernels, 'descendDual' | 'weightsOfMultipliers'> {
  return {
    descendDual(
      samples,
      elementBytes,
      featureCount,
      sampleCount,
      centre,
      factor,
      squares,
      costs,
      width,
      rows,
      weights,
      multipliers,
      orders,
      orderLength,
      states,
      sums,
      firstSummed,
      tolerance,
      epochLimit,
      visits,
      begin,
      end,
    ) {
      const { f64, i32 } = heap;
      const layout = { samples, elementBytes, featureCount, centre, factor };
      for (let problem = begin; problem < end; problem++) {
        const [row, w] = [rows + 4 * problem * width, weights + 4 * problem * width];
        const [ofSamples, ofOrder] = [problem * sampleCount, orders / 4 + problem * orderLength];
        const state = f64.subarray(states / 8 + problem * STATE_LENGTH).subarray(0, STATE_LENGTH);
        const visit = (sample: number): boolean => {
          const cost = f64[costs / 8 + ofSamples + sample]!;
          const alpha = f64[multipliers / 8 + ofSamples + sample]!;
          loadRow(heap, layout, sample, row);
          const gradient = dot(heap, row, w, width) * Math.sign(cost) - 1;
          if (isToShrink(state, gradient, alpha, Math.abs(cost))) return false;
          const projected = project(gradient, alpha, Math.abs(cost));
          state[GREATEST] = Math.max(state[GREATEST]!, projected);
          state[LEAST] = Math.min(state[LEAST]!, projected);
          if (Math.abs(projected) <= 1e-12) return true;
          const optimum = alpha - gradient / f64[squares / 8 + sample]!;
          const next = Math.min(Math.max(optimum, 0), Math.abs(cost));
          f64[multipliers / 8 + ofSamples + sample] = next;
          addScaled(heap, w, row, (next - alpha) * Math.sign(cost), width);
          return true;
        };
        const order = i32.subarray(ofOrder, ofOrder + orderLength);
        const endEpoch = () => {
          endDualEpoch(state, orderLength, tolerance, epochLimit);
          if (state[EPOCHS]! < firstSummed) return;
          for (let i = 0; i < width; i++) f64[sums / 8 + problem * width + i]! += heap.f32[w / 4 + i]!;
        };
        goOn({ state, order, visit, endEpoch }, visits);
      }
    },
    weightsOfMultipliers(
      samples,
      elementBytes,
      featureCount,
      sampleCount,
      centre,
      factor,
      costs,
      width,
      rows,
      multipliers,
      sums,
      weights,
      begin,
      end,
    ) {
      const { f32, f64 } = heap;
      const layout = { samples, elementBytes, featureCount, centre, factor };
      for (let problem = begin; problem < end; problem++) {
        const first = problem * sampleCount;
        const row = f32.subarray(rows / 4 + problem * width, rows / 4 + (problem + 1) * width);
        const sum = f64.subarray(sums / 8 + problem * width, sums / 8 + (problem + 1) * width).fill(0);
        for (let sample = 0; sample < sampleCount; sample++) {
          const alpha = f64[multipliers / 8 + first + sample]! * Math.sign(f64[costs / 8 + first + sample]!);
          if (alpha === 0) continue;
          row.set(featuresOf(heap, layout, sample));
          for (let i = 0; i < width; i++) sum[i]! += alpha * row[i]!;
        }
        f32.set(sum, weights / 4 + problem * width);
      }
    },
  };
}

function isToShrink(state: Float64Array, gradient: number, alpha: number, bound: number): boolean {
  if (alpha === 0) return gradient > state[GREATEST_KEPT]!;
  return alpha === bound && gradient < state[LEAST_KEPT]!;
}

/** The gradient as far as the bounds let it act. */
function project(gradient: number, alpha: number, bound: number): number {
  if (alpha === 0) return Math.min(gradient, 0);
  return alpha === bound ? Math.max(gradient, 0) : gradient;
}

function endDualEpoch(state: Float64Array, orderLength: number, tolerance: number, epochLimit: number): void {
  const [greatest, least] = [state[GREATEST]!, state[LEAST]!];
  const isWithin = greatest - least <= state[SHRINKING_TOLERANCE]!;
  if (greatest - least <= tolerance && state[ACTIVE] === orderLength) state[OUTCOME] = CONVERGED;
  else if (state[EPOCHS]! >= epochLimit) state[OUTCOME] = OUT_OF_EPOCHS;
  if (isWithin) {
    state[ACTIVE] = orderLength;
    state[SHRINKING_TOLERANCE] = Math.max(state[SHRINKING_TOLERANCE]! / 2, tolerance);
  }
  state[GREATEST_KEPT] = isWithin || greatest <= 0 ? Infinity : greatest;
  state[LEAST_KEPT] = isWithin || least >= 0 ? -Infinity : least;
  state[GREATEST] = -Infinity;
  state[LEAST] = Infinity;
}
