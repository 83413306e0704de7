import { addScaled, dot, fetchSample, loadRow } from './rows';
import {
  ACTIVE, CONVERGED, drawNext, EPOCHS, FIRST, nextRandom, OUT_OF_EPOCHS, OUTCOME, peekNext, POSITION, RANDOM, SECOND,
  shrinkAway, THIRD,
} from './search-state';

// The greatest violation of this epoch, that below which shrunk samples come back, and whether none was away at its start.
const VIOLATION = FIRST, SHRINKING_TOLERANCE = SECOND, IS_FROM_ALL = THIRD;

/**
 * The sequential dual method for the support vector machine of Crammer and Singer: one sample after the other, over all
 * its classes at once. There is one item.
 */
export function descendCrammerSinger(
  samples: usize, elementBytes: i32, featureCount: i32, centre: usize, factor: usize, squares: usize, costs: usize,
  codes: usize, classCount: i32, width: i32, row: usize, weights: usize, multipliers: usize, classOrders: usize,
  ownPlaces: usize, activeClasses: usize, room: usize, order: usize, orderLength: i32, sampleCount: i32, state: usize,
  tolerance: f64, epochLimit: f64, visits: i32, begin: i32, end: i32,
): void {
  if (begin >= end) return;
  const rowBytes = <usize>width << 2;
  const gradients = room;
  const constants = room + (<usize>classCount << 3);
  let left = visits;
  while (left > 0 && load<f64>(state, OUTCOME) === 0) {
    let position = <i32>load<f64>(state, POSITION), active = <i32>load<f64>(state, ACTIVE);
    let random = <u32>load<f64>(state, RANDOM);
    let violation = load<f64>(state, VIOLATION);
    for (; position < active && left > 0; left--) {
      random = nextRandom(random);
      const sample = drawNext(order, position, active, random);
      const square = load<f64>(squares + (<usize>sample << 3));
      if (square <= 0) {
        position++;
        continue;
      }
      const cost = load<f64>(costs + (<usize>sample << 3));
      const alphas = multipliers + ((<usize>sample * <usize>classCount) << 3);
      const classOrder = classOrders + ((<usize>sample * <usize>classCount) << 2);
      const ownPlace = ownPlaces + (<usize>sample << 2);
      const activeCount = activeClasses + (<usize>sample << 2);
      loadRow(samples, elementBytes, featureCount, sample, centre, factor, row);
      if (position + 1 < active)
        fetchSample(samples, elementBytes, featureCount, peekNext(order, position + 1, active, random));
      const own = load<i32>(codes + (<usize>sample << 2));
      for (let m = 0, count = load<i32>(activeCount); m < count; m++) {
        const code = load<i32>(classOrder + (<usize>m << 2));
        store<f64>(gradients + (<usize>m << 3), <f64>dot(row, weights + <usize>code * rowBytes, width) + (code === own ? 0 : 1));
      }
      const least = leastGradient(gradients, alphas, classOrder, load<i32>(activeCount), own, cost);
      const greatest = greatestOf(gradients, load<i32>(activeCount));
      shrinkClasses(gradients, alphas, classOrder, ownPlace, activeCount, cost, least);
      const count = load<i32>(activeCount);
      if (count <= 1) {
        active--;
        shrinkAway(order, position, active);
        continue;
      }
      position++;
      if (greatest - least <= 1e-12) continue;
      violation = max(violation, greatest - least);
      const threshold = solveForSample(gradients, constants, alphas, classOrder, count, load<i32>(ownPlace), square, cost);
      for (let m = 0; m < count; m++) {
        const code = load<i32>(classOrder + (<usize>m << 2));
        const alpha = alphas + (<usize>code << 3);
        const next = min(code === own ? cost : 0, (threshold - load<f64>(constants + (<usize>m << 3))) / square);
        const step = next - load<f64>(alpha);
        store<f64>(alpha, next);
        if (abs(step) >= 1e-12) addScaled(weights + <usize>code * rowBytes, row, <f32>step, width);
      }
    }
    store<f64>(state, <f64>position, POSITION);
    store<f64>(state, <f64>active, ACTIVE);
    store<f64>(state, <f64>random, RANDOM);
    store<f64>(state, violation, VIOLATION);
    if (position >= active) endEpoch(state, activeClasses, sampleCount, classCount, orderLength, tolerance, epochLimit);
  }
}

function endEpoch(
  state: usize, activeClasses: usize, sampleCount: i32, classCount: i32, orderLength: i32, tolerance: f64, epochLimit: f64,
): void {
  const violation = load<f64>(state, VIOLATION);
  const shrinkingTolerance = load<f64>(state, SHRINKING_TOLERANCE);
  const epochs = load<f64>(state, EPOCHS) + 1;
  if (violation < shrinkingTolerance) {
    if (violation < tolerance && load<f64>(state, IS_FROM_ALL) === 1) store<f64>(state, CONVERGED, OUTCOME);
    store<f64>(state, <f64>orderLength, ACTIVE);
    for (let sample = 0; sample < sampleCount; sample++) store<i32>(activeClasses + (<usize>sample << 2), classCount);
    store<f64>(state, max(shrinkingTolerance / 2, tolerance), SHRINKING_TOLERANCE);
    store<f64>(state, 1, IS_FROM_ALL);
  } else store<f64>(state, 0, IS_FROM_ALL);
  if (load<f64>(state, OUTCOME) === 0 && epochs >= epochLimit) store<f64>(state, OUT_OF_EPOCHS, OUTCOME);
  store<f64>(state, epochs, EPOCHS);
  store<f64>(state, 0, POSITION);
  store<f64>(state, -Infinity, VIOLATION);
}

/** The least gradient of the multipliers that may grow. */
function leastGradient(gradients: usize, alphas: usize, classOrder: usize, count: i32, own: i32, cost: f64): f64 {
  let least = Infinity;
  for (let m = 0; m < count; m++) {
    const code = load<i32>(classOrder + (<usize>m << 2));
    const bound = code === own ? cost : 0;
    if (load<f64>(alphas + (<usize>code << 3)) < bound) least = min(least, load<f64>(gradients + (<usize>m << 3)));
  }
  return least;
}

function greatestOf(values: usize, count: i32): f64 {
  let greatest = -Infinity;
  for (let m = 0; m < count; m++) greatest = max(greatest, load<f64>(values + (<usize>m << 3)));
  return greatest;
}

/** Moves the classes whose multipliers stay at their bounds behind the active ones. */
function shrinkClasses(
  gradients: usize, alphas: usize, classOrder: usize, ownPlace: usize, activeCount: usize, cost: f64, least: f64,
): void {
  let count = load<i32>(activeCount), ownAt = load<i32>(ownPlace);
  for (let m = 0; m < count; ) {
    const place = classOrder + (<usize>m << 2), gradient = gradients + (<usize>m << 3);
    const code = load<i32>(place);
    const bound = m === ownAt ? cost : 0;
    if (load<f64>(alphas + (<usize>code << 3)) !== bound || load<f64>(gradient) >= least) {
      m++;
      continue;
    }
    count--;
    const last = classOrder + (<usize>count << 2), lastGradient = gradients + (<usize>count << 3);
    const value = load<f64>(gradient);
    store<i32>(place, load<i32>(last));
    store<i32>(last, code);
    store<f64>(gradient, load<f64>(lastGradient));
    store<f64>(lastGradient, value);
    if (ownAt === m) ownAt = count;
    else if (ownAt === count) ownAt = m;
  }
  store<i32>(activeCount, count);
  store<i32>(ownPlace, ownAt);
}

/**
 * Fills `constants`, and returns the threshold from which the multipliers of a sample follow.
 *
 * @see Keerthi, Sundararajan, Chang, Hsieh & Lin 2008, section 3.1, as in liblinear.
 */
function solveForSample(
  gradients: usize, constants: usize, alphas: usize, classOrder: usize, count: i32, ownAt: i32, square: f64, cost: f64,
): f64 {
  const sorted = constants + (constants - gradients);
  for (let m = 0; m < count; m++) {
    const code = load<i32>(classOrder + (<usize>m << 2));
    const value = load<f64>(gradients + (<usize>m << 3)) - square * load<f64>(alphas + (<usize>code << 3));
    store<f64>(constants + (<usize>m << 3), value);
    insertDescending(sorted, m, m === ownAt ? value + square * cost : value);
  }
  let sum = load<f64>(sorted) - square * cost;
  let taken = 1;
  for (; taken < count; taken++) {
    const value = load<f64>(sorted + (<usize>taken << 3));
    if (sum >= <f64>taken * value) break;
    sum += value;
  }
  return sum / <f64>taken;
}

function insertDescending(sorted: usize, length: i32, value: f64): void {
  let at = sorted + (<usize>length << 3);
  for (; at > sorted && load<f64>(at - 8) < value; at -= 8) store<f64>(at, load<f64>(at - 8));
  store<f64>(at, value);
}
