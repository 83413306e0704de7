import { addScaled, dot, loadRow } from './rows';
import {
  ACTIVE, CONVERGED, drawNext, EPOCHS, FIFTH, FIRST, FOURTH, nextRandom, OUT_OF_EPOCHS, OUTCOME, POSITION, RANDOM, SECOND,
  shrinkAway, STATE_BYTES, THIRD,
} from './search-state';

// The greatest and the least projected gradient of this epoch, those beyond which samples are shrunk away, and how far
// apart the former may be for all samples to come back.
const GREATEST = FIRST, LEAST = SECOND, GREATEST_KEPT = THIRD, LEAST_KEPT = FOURTH, SHRINKING_TOLERANCE = FIFTH;

/** Dual coordinate descent for linear support vector machines of two classes with the hinge loss. Items are problems. */
export function descendDual(
  samples: usize, elementBytes: i32, featureCount: i32, sampleCount: i32, centre: usize, factor: usize, squares: usize,
  costs: usize, width: i32, rows: usize, weights: usize, multipliers: usize, orders: usize, orderLength: i32,
  states: usize, sums: usize, firstSummed: f64, tolerance: f64, epochLimit: f64, visits: i32, begin: i32, end: i32,
): void {
  const rowBytes = <usize>width << 2;
  for (let problem = begin; problem < end; problem++) {
    const row = rows + <usize>problem * rowBytes;
    const w = weights + <usize>problem * rowBytes;
    const alphas = multipliers + ((<usize>problem * <usize>sampleCount) << 3);
    const signedCosts = costs + ((<usize>problem * <usize>sampleCount) << 3);
    const order = orders + ((<usize>problem * <usize>orderLength) << 2);
    const state = states + <usize>problem * STATE_BYTES;
    let left = visits;
    while (left > 0 && load<f64>(state, OUTCOME) === 0) {
      let position = <i32>load<f64>(state, POSITION), active = <i32>load<f64>(state, ACTIVE);
      let random = <u32>load<f64>(state, RANDOM);
      let greatest = load<f64>(state, GREATEST), least = load<f64>(state, LEAST);
      const greatestKept = load<f64>(state, GREATEST_KEPT), leastKept = load<f64>(state, LEAST_KEPT);
      for (; position < active && left > 0; left--) {
        random = nextRandom(random);
        const sample = drawNext(order, position, active, random);
        const signedCost = load<f64>(signedCosts + (<usize>sample << 3));
        const sign: f64 = signedCost > 0 ? 1 : -1;
        const bound = abs(signedCost);
        const alpha = load<f64>(alphas + (<usize>sample << 3));
        loadRow(samples, elementBytes, featureCount, sample, centre, factor, row);
        const gradient = <f64>dot(row, w, width) * sign - 1;
        if ((alpha === 0 && gradient > greatestKept) || (alpha === bound && gradient < leastKept)) {
          active--;
          shrinkAway(order, position, active);
          continue;
        }
        position++;
        const projected = alpha === 0 ? min(gradient, 0) : alpha === bound ? max(gradient, 0) : gradient;
        greatest = max(greatest, projected);
        least = min(least, projected);
        if (abs(projected) <= 1e-12) continue;
        const next = min(max(alpha - gradient / load<f64>(squares + (<usize>sample << 3)), 0), bound);
        store<f64>(alphas + (<usize>sample << 3), next);
        addScaled(w, row, <f32>((next - alpha) * sign), width);
      }
      store<f64>(state, <f64>position, POSITION);
      store<f64>(state, <f64>active, ACTIVE);
      store<f64>(state, <f64>random, RANDOM);
      store<f64>(state, greatest, GREATEST);
      store<f64>(state, least, LEAST);
      if (position < active) continue;
      endEpoch(state, orderLength, tolerance, epochLimit);
      if (load<f64>(state, EPOCHS) >= firstSummed) addToSums(sums + <usize>problem * rowBytes * 2, w, 1, width);
    }
  }
}

/**
 * Stops at the tolerance, but only after an epoch of all samples. These come back in stages, not as in liblinear at the
 * tolerance only, which is seldom reached: samples shrunk away too early would stay wrong.
 */
function endEpoch(state: usize, orderLength: i32, tolerance: f64, epochLimit: f64): void {
  const greatest = load<f64>(state, GREATEST), least = load<f64>(state, LEAST);
  const epochs = load<f64>(state, EPOCHS) + 1;
  const shrinkingTolerance = load<f64>(state, SHRINKING_TOLERANCE);
  const isWithin = greatest - least <= shrinkingTolerance;
  const isFromAll = <i32>load<f64>(state, ACTIVE) === orderLength;
  if (greatest - least <= tolerance && isFromAll) store<f64>(state, CONVERGED, OUTCOME);
  else if (epochs >= epochLimit) store<f64>(state, OUT_OF_EPOCHS, OUTCOME);
  if (isWithin) {
    store<f64>(state, <f64>orderLength, ACTIVE);
    store<f64>(state, max(shrinkingTolerance / 2, tolerance), SHRINKING_TOLERANCE);
  }
  store<f64>(state, isWithin || greatest <= 0 ? Infinity : greatest, GREATEST_KEPT);
  store<f64>(state, isWithin || least >= 0 ? -Infinity : least, LEAST_KEPT);
  store<f64>(state, -Infinity, GREATEST);
  store<f64>(state, Infinity, LEAST);
  store<f64>(state, epochs, EPOCHS);
  store<f64>(state, 0, POSITION);
}

/** The weights that belong to the multipliers, summed in float64. Items are problems. */
export function weightsOfMultipliers(
  samples: usize, elementBytes: i32, featureCount: i32, sampleCount: i32, centre: usize, factor: usize, costs: usize,
  width: i32, rows: usize, multipliers: usize, sums: usize, weights: usize, begin: i32, end: i32,
): void {
  const rowBytes = <usize>width << 2;
  for (let problem = begin; problem < end; problem++) {
    const row = rows + <usize>problem * rowBytes;
    const sum = sums + <usize>problem * rowBytes * 2;
    const first = (<usize>problem * <usize>sampleCount) << 3;
    memory.fill(sum, 0, rowBytes * 2);
    for (let sample = 0; sample < sampleCount; sample++) {
      const place = first + (<usize>sample << 3);
      const alpha = load<f64>(multipliers + place);
      if (alpha === 0) continue;
      loadRow(samples, elementBytes, featureCount, sample, centre, factor, row);
      addToSums(sum, row, load<f64>(costs + place) > 0 ? alpha : -alpha, width);
    }
    roundSums(sum, weights + <usize>problem * rowBytes, width);
  }
}

function addToSums(sum: usize, row: usize, step: f64, width: i32): void {
  const steps = f64x2.splat(step);
  for (const end = row + (<usize>width << 2); row < end; row += 16, sum += 32) {
    const values = v128.load(row);
    const low = f64x2.promote_low_f32x4(values);
    const high = f64x2.promote_low_f32x4(v128.shuffle<i64>(values, values, 1, 1));
    v128.store(sum, f64x2.add(v128.load(sum), f64x2.mul(steps, low)));
    v128.store(sum, f64x2.add(v128.load(sum, 16), f64x2.mul(steps, high)), 16);
  }
}

function roundSums(sum: usize, weights: usize, width: i32): void {
  for (let i: usize = 0; i < <usize>width; i++) store<f32>(weights + (i << 2), <f32>load<f64>(sum + (i << 3)));
}
