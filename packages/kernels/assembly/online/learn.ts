import { scratch } from '../scratch';
import { lossOf, slopeOf } from './losses';
import {
  AVERAGE_DIVISOR, AVERAGE_FACTOR, AVERAGE_INTERCEPT, DRIFT, INTERCEPT, LOSS, NEGATIVE_WEIGHT, POSITIVE_CODE,
  POSITIVE_WEIGHT, RATE, SCALE, STATE_BYTES, STEP,
} from './problem-state';
import { multiplyProblems } from './problem-products';
import { dotScaled, fetchSamples, paddedRowBytes, prepareRow, ROWS_AHEAD } from './rows';
import { shrink } from './shrink';
import { addScaled, dot, scaleBy } from './vectors';

const OPTIMAL = 1;
const INVERSE_SCALING = 2;
const PASSIVE_AGGRESSIVE_1 = 3;
const PASSIVE_AGGRESSIVE_2 = 4;

const LARGEST_SLOPE: f64 = 1e12;
const LEAST_SCALE: f64 = 1e-9;

/** Learns from samples in order, for each problem of a group: one class against the rest. Items are groups. */
export function learnOneAgainstRest(
  samples: usize, areFloats: i32, featureCount: i32, mean: usize, inverseScale: usize, order: usize, sampleCount: i32,
  codes: usize, sampleWeights: usize, problems: usize, problemCount: i32, groupSize: i32, rows: usize,
  weights: usize, averages: usize, received: usize, states: usize,
  loss: i32, lossParameter: f64, schedule: i32, scheduleParameter: f64,
  alpha: f64, l2Penalty: f64, l1Penalty: f64, averageFrom: f64, fitsIntercept: i32, begin: i32, end: i32,
): void {
  const rowBytes = paddedRowBytes(featureCount);
  for (let group = begin; group < end; group++) {
    const from = problems + ((<usize>(group * groupSize)) << 2);
    const to = from + ((<usize>min(groupSize, problemCount - group * groupSize)) << 2);
    const row = rows + (<usize>(group * groupSize)) * rowBytes;
    const needsRow = to - from > 4 || areFloats || (featureCount & 15) !== 0 || schedule >= PASSIVE_AGGRESSIVE_1;
    for (let place = 0; place < sampleCount; place++) {
      if (place % ROWS_AHEAD === 0) fetchSamples(samples, areFloats, featureCount, order, place, sampleCount);
      const sample = load<i32>(order + ((<usize>place) << 2));
      if (needsRow) prepareRow(samples, areFloats, featureCount, mean, inverseScale, sample, row);
      const code = load<i32>(codes + ((<usize>sample) << 2));
      const sampleWeight = sampleWeights ? load<f64>(sampleWeights + ((<usize>sample) << 3)) : 1.0;
      const squaredNorm: f64 = schedule >= PASSIVE_AGGRESSIVE_1 ? <f64>dot(row, row, rowBytes) : 0;
      const rate = commonRate(stateOf(states, from), schedule, scheduleParameter, alpha);
      if (needsRow) multiplyProblems(row, weights, from, to, rowBytes, scratch);
      else {
        const bytes = samples + <usize>sample * <usize>featureCount;
        const product = dotScaled(bytes, mean, inverseScale, weights + (<usize>load<i32>(from)) * rowBytes, rowBytes);
        store<f32>(scratch, product);
        if (hasSlope(stateOf(states, from), product, code, loss, lossParameter))
          prepareRow(samples, areFloats, featureCount, mean, inverseScale, sample, row);
      }
      for (let at = from, product = scratch; at < to; at += 4, product += 4) {
        const offset = (<usize>load<i32>(at)) * rowBytes;
        step(
          stateOf(states, at), row, rowBytes, <f64>load<f32>(product), code, sampleWeight, squaredNorm, rate,
          weights + offset, averages ? averages + offset : 0, received ? received + offset : 0,
          loss, lossParameter, schedule, scheduleParameter, l2Penalty, l1Penalty, averageFrom, fitsIntercept,
        );
      }
    }
    for (let at = from; at < to && averages; at += 4) {
      const offset = (<usize>load<i32>(at)) * rowBytes;
      settleAverage(stateOf(states, at), weights + offset, averages + offset, rowBytes);
    }
  }
}

/** Whether a sample moves the weights. */
function hasSlope(state: usize, product: f64, code: i32, loss: i32, lossParameter: f64): bool {
  const target: f64 = <f64>code === load<f64>(state, POSITIVE_CODE) ? 1 : -1;
  const decision = product * load<f64>(state, SCALE) + load<f64>(state, INTERCEPT);
  return slopeOf(loss, lossParameter, decision, target) !== 0;
}

function stateOf(states: usize, problem: usize): usize {
  return states + (<usize>load<i32>(problem)) * STATE_BYTES;
}

/** What all problems of a schedule that depends on the step alone share; else 0. */
function commonRate(state: usize, schedule: i32, parameter: f64, alpha: f64): f64 {
  const time = load<f64>(state, STEP);
  if (schedule === OPTIMAL) return 1 / (alpha * (parameter + time - 1));
  if (schedule === INVERSE_SCALING) return load<f64>(state, RATE) / Math.pow(time, parameter);
  return 0;
}

/** One sample for one problem, as scikit-learn's `_plain_sgd`; the weights are `scale * w`. */
function step(
  state: usize, row: usize, rowBytes: usize, product: f64, code: i32, sampleWeight: f64, squaredNorm: f64, rate: f64,
  w: usize, average: usize, received: usize, loss: i32, lossParameter: f64, schedule: i32, scheduleParameter: f64,
  l2Penalty: f64, l1Penalty: f64, averageFrom: f64, fitsIntercept: i32,
): void {
  const isPositive = <f64>code === load<f64>(state, POSITIVE_CODE);
  const target: f64 = isPositive ? 1 : -1;
  const decision = product * load<f64>(state, SCALE) + load<f64>(state, INTERCEPT);
  const lost = lossOf(loss, lossParameter, decision, target);
  store<f64>(state, load<f64>(state, LOSS) + lost, LOSS);
  const eta = schedule === OPTIMAL || schedule === INVERSE_SCALING ? rate : load<f64>(state, RATE);
  let change: f64;
  if (schedule === PASSIVE_AGGRESSIVE_1) {
    if (squaredNorm === 0) return;
    change = target * min<f64>(scheduleParameter, lost / squaredNorm);
  } else if (schedule === PASSIVE_AGGRESSIVE_2) {
    change = (target * lost) / (squaredNorm + 0.5 / scheduleParameter);
  } else {
    const slope = slopeOf(loss, lossParameter, decision, target);
    change = -eta * max<f64>(-LARGEST_SLOPE, min<f64>(LARGEST_SLOPE, slope));
  }
  change *= sampleWeight * (isPositive ? load<f64>(state, POSITIVE_WEIGHT) : load<f64>(state, NEGATIVE_WEIGHT));

  if (l2Penalty > 0) decay(state, max<f64>(0, 1 - l2Penalty * eta), w, average, rowBytes);
  const scale = load<f64>(state, SCALE);
  if (change !== 0) {
    addScaled(row, <f32>(change / scale), w, rowBytes);
    if (fitsIntercept) store<f64>(state, load<f64>(state, INTERCEPT) + change, INTERCEPT);
  }
  const time = load<f64>(state, STEP);
  if (average && averageFrom <= time) updateAverage(state, row, change / scale, time - averageFrom + 1, average, rowBytes);
  if (received) {
    const total = load<f64>(state, DRIFT) + l1Penalty * eta;
    store<f64>(state, total, DRIFT);
    shrink(w, received, scale, total, rowBytes);
  }
  store<f64>(state, time + 1, STEP);
}

function decay(state: usize, factor: f64, w: usize, average: usize, rowBytes: usize): void {
  const scale = load<f64>(state, SCALE) * factor;
  store<f64>(state, scale, SCALE);
  if (scale >= LEAST_SCALE) return;
  if (average) settleAverage(state, w, average, rowBytes);
  scaleBy(w, <f32>scale, rowBytes);
  store<f64>(state, 1, SCALE);
}

/** The mean of the weights after every step is `(average + factor * w) / divisor`. @see Bottou 2012, section 5.1 */
function updateAverage(state: usize, row: usize, change: f64, count: f64, average: usize, rowBytes: usize): void {
  const factor = load<f64>(state, AVERAGE_FACTOR);
  if (change !== 0) addScaled(row, <f32>(-factor * change), average, rowBytes);
  let divisor = load<f64>(state, AVERAGE_DIVISOR);
  if (count > 1) divisor /= 1 - 1 / count;
  store<f64>(state, divisor, AVERAGE_DIVISOR);
  store<f64>(state, factor + (divisor / count) * load<f64>(state, SCALE), AVERAGE_FACTOR);
  const mean = load<f64>(state, AVERAGE_INTERCEPT);
  store<f64>(state, mean + (load<f64>(state, INTERCEPT) - mean) / count, AVERAGE_INTERCEPT);
}

/** The average itself, with the factor 0 and the divisor 1: kept small, float32 suffices for it. */
function settleAverage(state: usize, w: usize, average: usize, rowBytes: usize): void {
  addScaled(w, <f32>load<f64>(state, AVERAGE_FACTOR), average, rowBytes);
  scaleBy(average, <f32>(1 / load<f64>(state, AVERAGE_DIVISOR)), rowBytes);
  store<f64>(state, 0, AVERAGE_FACTOR);
  store<f64>(state, 1, AVERAGE_DIVISOR);
}
