import { scratch } from '../scratch';

const MOST_STEPS: i32 = 64;
const TOLERANCE: f64 = 1e-5;

/** On the logarithm of the precision. */
const LONGEST_LEAP: f64 = 2;

/**
 * Turns lists of neighbours into conditional probabilities whose entropy is that of `perplexity` equal ones, sorted by
 * index. A list may hold its own item (`hasSelf`), which is left out; rows are filled up to `stride` with nothing.
 * Row `i` is that of item `order[i]`; in rows, items go by their `ranks`.
 */
export function tsneAffinities(
  indices: usize,
  distances: usize,
  neighborCount: i32,
  hasSelf: i32,
  perplexity: f64,
  stride: i32,
  order: usize,
  ranks: usize,
  outIndices: usize,
  outWeights: usize,
  begin: i32,
  end: i32,
): void {
  const listed = neighborCount + hasSelf;
  const logPerplexity = Math.log(perplexity);
  for (let i = begin; i < end; i++) {
    const item = load<i32>(order + ((<usize>i) << 2));
    const list = (<usize>(item * listed)) << 2;
    const row = (<usize>(i * stride)) << 2;
    takeNeighbors(indices + list, distances + list, neighborCount, hasSelf ? item : -1, ranks, outIndices + row);
    const sum = fitPrecision(neighborCount, logPerplexity);
    for (let j = 0; j < neighborCount; j++)
      store<f32>(outWeights + row + ((<usize>j) << 2), <f32>(load<f64>(weight(neighborCount, j)) / sum));
    sortByIndex(outIndices + row, outWeights + row, neighborCount);
    for (let j = neighborCount; j < stride; j++) {
      store<i32>(outIndices + row + ((<usize>j) << 2), 0);
      store<f32>(outWeights + row + ((<usize>j) << 2), 0);
    }
  }
}

/** Squared distances beyond the nearest go to scratch, ranks to their row. */
function takeNeighbors(indices: usize, distances: usize, count: i32, self: i32, ranks: usize, to: usize): void {
  let nearest: f64 = 0;
  let taken = 0;
  for (let j: usize = 0; taken < count; j++) {
    const index = load<i32>(indices + (j << 2));
    if (index == self) {
      self = -1;
      continue;
    }
    const distance = <f64>load<f32>(distances + (j << 2));
    const square = distance * distance;
    if (taken == 0) nearest = square;
    store<f64>(scratch + ((<usize>taken) << 3), square - nearest);
    store<i32>(to + ((<usize>taken) << 2), load<i32>(ranks + ((<usize>index) << 2)));
    taken++;
  }
}

/**
 * Finds the precision by Newton's steps on its logarithm, or by bisection where those leave the bracket. Leaves the
 * weights behind the squares in scratch, and returns their sum.
 */
function fitPrecision(count: i32, logPerplexity: f64): f64 {
  let precision = startPrecision(count);
  let low: f64 = 0;
  let high: f64 = Infinity;
  let sum: f64 = 0;
  for (let step = 0; step < MOST_STEPS; step++) {
    sum = 0;
    let first: f64 = 0;
    let second: f64 = 0;
    for (let j = 0; j < count; j++) {
      const square = load<f64>(scratch + ((<usize>j) << 3));
      const value = Math.exp(-precision * square);
      store<f64>(weight(count, j), value);
      sum += value;
      first += square * value;
      second += square * square * value;
    }
    const mean = first / sum;
    const excess = Math.log(sum) + precision * mean - logPerplexity;
    if (Math.abs(excess) < TOLERANCE) break;
    if (excess > 0) low = precision;
    else high = precision;
    const slope = precision * precision * (second / sum - mean * mean);
    const next = precision * Math.exp(min(max(excess / slope, -LONGEST_LEAP), LONGEST_LEAP));
    precision = next > low && next < high ? next : Math.sqrt(low * high);
  }
  return sum;
}

function startPrecision(count: i32): f64 {
  let sum: f64 = 0;
  for (let j = 0; j < count; j++) sum += load<f64>(scratch + ((<usize>j) << 3));
  return sum > 0 ? <f64>count / sum : 1;
}

function weight(count: i32, j: i32): usize {
  return scratch + ((<usize>(count + j)) << 3);
}

function sortByIndex(indices: usize, weights: usize, count: i32): void {
  for (let j = 1; j < count; j++) {
    const index = load<i32>(indices + ((<usize>j) << 2));
    const value = load<f32>(weights + ((<usize>j) << 2));
    let place = (<usize>j) << 2;
    for (; place > 0 && load<i32>(indices + place - 4) > index; place -= 4) {
      store<i32>(indices + place, load<i32>(indices + place - 4));
      store<f32>(weights + place, load<f32>(weights + place - 4));
    }
    store<i32>(indices + place, index);
    store<f32>(weights + place, value);
  }
}
