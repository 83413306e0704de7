import type { Heap } from '../../compute/heap.ts';
import type { CoordinatesKernels } from '../../kernels-of/coordinates.ts';
import { addScaled, dot, loadRow } from './rows.ts';
import {
  ACTIVE,
  CONVERGED,
  EPOCHS,
  FIRST,
  goOn,
  OUT_OF_EPOCHS,
  OUTCOME,
  SECOND,
  STATE_LENGTH,
  swap,
  THIRD,
} from './search-state.ts';

const [VIOLATION, SHRINKING_TOLERANCE, IS_FROM_ALL] = [FIRST, SECOND, THIRD] as const;

/** The classes of one sample as far as they are not shrunk away: parallel lists. */
interface SampleClasses {
  readonly order: Int32Array;
  readonly alphas: Float64Array;
  readonly gradients: Float64Array;
  readonly own: number;
  readonly cost: number;
  readonly square: number;
}

export function crammerSingerTwins(heap: Heap): Pick<CoordinatesKernels, 'descendCrammerSinger'> {
  return {
    descendCrammerSinger(
      samples,
      elementBytes,
      featureCount,
      centre,
      factor,
      squares,
      costs,
      codes,
      classCount,
      width,
      row,
      weights,
      multipliers,
      classOrders,
      ownPlaces,
      activeClasses,
      room,
      order,
      orderLength,
      sampleCount,
      states,
      tolerance,
      epochLimit,
      visits,
      begin,
      end,
    ) {
      if (begin >= end) return;
      const { f64, i32 } = heap;
      const layout = { samples, elementBytes, featureCount, centre, factor };
      const state = f64.subarray(states / 8, states / 8 + STATE_LENGTH);
      const sampleOrder = i32.subarray(order / 4, order / 4 + orderLength);
      const activeCounts = i32.subarray(activeClasses / 4, activeClasses / 4 + sampleCount);
      const slice = <T extends Int32Array | Float64Array>(values: T, bytes: number, sample: number) =>
        values.subarray(bytes + sample * classCount, bytes + (sample + 1) * classCount) as T;

      const visit = (sample: number): boolean => {
        const square = f64[squares / 8 + sample]!;
        if (square <= 0) return true;
        const classes: SampleClasses = {
          order: slice(i32, classOrders / 4, sample),
          alphas: slice(f64, multipliers / 8, sample),
          gradients: f64.subarray(room / 8, room / 8 + classCount),
          own: i32[codes / 4 + sample]!,
          cost: f64[costs / 8 + sample]!,
          square,
        };
        loadRow(heap, layout, sample, row);
        let count = activeCounts[sample]!;
        for (let m = 0; m < count; m++) {
          const code = classes.order[m]!;
          const product = dot(heap, row, weights + 4 * code * width, width);
          classes.gradients[m] = product + (code === classes.own ? 0 : 1);
        }
        const violation = violationOf(classes, count);
        count = shrinkClasses(classes, count, violation.least);
        activeCounts[sample] = count;
        i32[ownPlaces / 4 + sample] = classes.order.indexOf(classes.own);
        if (count <= 1) return false;
        if (violation.size <= 1e-12) return true;
        state[VIOLATION] = Math.max(state[VIOLATION]!, violation.size);
        const steps = solve(classes, count);
        for (let m = 0; m < count; m++)
          if (Math.abs(steps[m]!) >= 1e-12)
            addScaled(heap, weights + 4 * classes.order[m]! * width, row, steps[m]!, width);
        return true;
      };

      const endEpoch = () => {
        if (endSequentialEpoch(state, orderLength, tolerance, epochLimit)) activeCounts.fill(classCount);
      };
      goOn({ state, order: sampleOrder, visit, endEpoch }, visits);
    },
  };
}

function boundOf({ own, cost }: SampleClasses, code: number): number {
  return code === own ? cost : 0;
}

function violationOf(classes: SampleClasses, count: number): { least: number; size: number } {
  const gradients = classes.gradients.subarray(0, count);
  const mayGrow = (code: number) => classes.alphas[code]! < boundOf(classes, code);
  const least = Math.min(...gradients.filter((_, m) => mayGrow(classes.order[m]!)));
  return { least, size: Math.max(...gradients) - least };
}

function shrinkClasses(classes: SampleClasses, count: number, least: number): number {
  const { order, alphas, gradients } = classes;
  let left = count;
  for (let m = 0; m < left; ) {
    const code = order[m]!;
    if (alphas[code] === boundOf(classes, code) && gradients[m]! < least) {
      left--;
      swap(order, m, left);
      swap(gradients, m, left);
    } else m++;
  }
  return left;
}

/** Moves the multipliers to the optimum for this sample; returns by how much. */
function solve(classes: SampleClasses, count: number): Float64Array {
  const { order, alphas, gradients, own, square, cost } = classes;
  const constants = Float64Array.from(
    { length: count },
    (_, m) => gradients[m]! - square * alphas[order[m]!]!,
  );
  const sorted = constants
    .map((value, m) => (order[m] === own ? value + square * cost : value))
    .toSorted()
    .toReversed();
  let sum = sorted[0]! - square * cost;
  let taken = 1;
  for (; taken < count && sum < taken * sorted[taken]!; taken++) sum += sorted[taken]!;
  return constants.map((value, m) => {
    const code = order[m]!;
    const next = Math.min(boundOf(classes, code), (sum / taken - value) / square);
    const step = next - alphas[code]!;
    alphas[code] = next;
    return step;
  });
}

/** True when all samples and classes come back. */
function endSequentialEpoch(
  state: Float64Array,
  orderLength: number,
  tolerance: number,
  epochLimit: number,
): boolean {
  const isBack = state[VIOLATION]! < state[SHRINKING_TOLERANCE]!;
  if (isBack && state[VIOLATION]! < tolerance && state[IS_FROM_ALL] === 1) state[OUTCOME] = CONVERGED;
  else if (state[EPOCHS]! >= epochLimit) state[OUTCOME] = OUT_OF_EPOCHS;
  if (isBack) {
    state[ACTIVE] = orderLength;
    state[SHRINKING_TOLERANCE] = Math.max(state[SHRINKING_TOLERANCE]! / 2, tolerance);
  }
  state[IS_FROM_ALL] = isBack ? 1 : 0;
  state[VIOLATION] = -Infinity;
  return isBack;
}
