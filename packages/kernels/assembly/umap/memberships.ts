import { scratch } from '../scratch';

const STEPS: i32 = 64;
const TOLERANCE: f64 = 1e-5;
const LEAST_SCALE: f64 = 1e-3;

/**
 * Turns lists of neighbours into memberships: how surely each neighbour belongs to the neighbourhood of its item.
 * With `isQuery`, lists are of other items than the listed ones; else the item itself keeps no membership.
 */
export function umapMemberships(
  indices: usize,
  distances: usize,
  neighborCount: i32,
  isQuery: i32,
  meanDistance: f64,
  outIndices: usize,
  outWeights: usize,
  begin: i32,
  end: i32,
): void {
  for (let item = begin; item < end; item++) {
    const row = (<usize>(item * neighborCount)) << 2;
    const nearest: f64 = isQuery ? 0 : nearestDistance(distances + row, neighborCount);
    shiftDistances(distances + row, neighborCount, nearest);
    let scale = fitScale(neighborCount);
    const typical = nearest > 0 ? meanOf(distances + row, neighborCount) : meanDistance;
    scale = Math.max(scale, LEAST_SCALE * typical);
    for (let j = 0; j < neighborCount; j++) {
      const index = load<i32>(indices + row + ((<usize>j) << 2));
      const isSelf = !isQuery && index == item;
      insert(outIndices + row, outWeights + row, j, index, isSelf ? 0 : <f32>membership(j, scale));
    }
  }
}

/** The distance to the nearest neighbour that is not a duplicate. */
function nearestDistance(distances: usize, count: i32): f64 {
  for (let j = 0; j < count; j++) {
    const distance = load<f32>(distances + ((<usize>j) << 2));
    if (distance > 0) return <f64>distance;
  }
  return 0;
}

function shiftDistances(distances: usize, count: i32, nearest: f64): void {
  for (let j = 0; j < count; j++)
    store<f64>(scratch + ((<usize>j) << 3), <f64>load<f32>(distances + ((<usize>j) << 2)) - nearest);
}

function membership(j: i32, scale: f64): f64 {
  const excess = load<f64>(scratch + ((<usize>j) << 3));
  return excess <= 0 || scale == 0 ? 1 : Math.exp(-excess / scale);
}

/** The scale at which the memberships of all neighbours but the first add up to the logarithm of their number. */
function fitScale(count: i32): f64 {
  const target = Math.log2(<f64>count);
  let low: f64 = 0;
  let high: f64 = Infinity;
  let scale: f64 = 1;
  for (let step = 0; step < STEPS; step++) {
    let sum: f64 = 0;
    for (let j = 1; j < count; j++) sum += membership(j, scale);
    if (Math.abs(sum - target) < TOLERANCE) break;
    if (sum > target) high = scale;
    else low = scale;
    scale = high == Infinity ? 2 * scale : (low + high) / 2;
  }
  return scale;
}

function meanOf(distances: usize, count: i32): f64 {
  let sum: f64 = 0;
  for (let j = 0; j < count; j++) sum += <f64>load<f32>(distances + ((<usize>j) << 2));
  return sum / <f64>count;
}

/** Keeps a row of `count` entries in ascending order of their indices, with one more. */
function insert(indices: usize, weights: usize, count: i32, index: i32, weight: f32): void {
  let place = (<usize>count) << 2;
  for (; place > 0 && load<i32>(indices + place - 4) > index; place -= 4) {
    store<i32>(indices + place, load<i32>(indices + place - 4));
    store<f32>(weights + place, load<f32>(weights + place - 4));
  }
  store<i32>(indices + place, index);
  store<f32>(weights + place, weight);
}
