import { FLOATS, sampleBytes, WEIGHTED } from '../sample-kind';
import { boundFinely } from './bounds';
import { byteDistance, floatDistance, weightedBound, weightedDistance } from './distances';
import { rowBytesOf } from './group-sums';
import { offer } from './nearest-list';

const BOUND_MOST: i32 = 65535;
const COARSE_UNITS: f64 = 8;
/** Covers the rounding of distances, of which radii are made. */
const CUSHION: f64 = 1.000000001;

let kindOf: i32 = 0;
let features: i32 = 0;
let doubleWeights: usize = 0;
let wholeWeights: usize = 0;
let stepsPerUnit: f64 = 0;
let referenceRows: usize = 0;
let referenceNames: usize = 0;
let fineRows: usize = 0;
let fineBytes: usize = 0;
let fineUnit: f64 = 0;

let queryRow: usize = 0;
let queryFine: usize = 0;
let fineError: f64 = 0;
let coarseError: f64 = 0;
let ceiling: f64 = 0;
let listLength: i32 = 0;
let listNames: usize = 0;
let listDistances: usize = 0;

/** How samples are measured. */
export function setMeasure(kind: i32, featureCount: i32, weights: usize, weights16: usize, steps: f64): void {
  kindOf = kind;
  features = featureCount;
  doubleWeights = weights;
  wholeWeights = weights16;
  stepsPerUnit = steps;
}

/** What is searched. */
export function setReferences(rows: usize, names: usize, fine: usize, fineCount: i32, unit: f64): void {
  referenceRows = rows;
  referenceNames = names;
  fineRows = fine;
  fineBytes = rowBytesOf(fineCount);
  fineUnit = unit;
}

/**
 * What is asked.
 *
 * @param mostDistance - No neighbour is farther.
 */
export function setQuery(row: usize, fine: usize, errorOfFine: f64, errorOfCoarse: f64, mostDistance: f64): void {
  queryRow = row;
  queryFine = fine;
  fineError = errorOfFine;
  coarseError = errorOfCoarse;
  ceiling = mostDistance;
}

/** Where its nearest go. */
export function setList(distances: usize, names: usize, length: i32): void {
  listDistances = distances;
  listNames = names;
  listLength = length;
}

/** What a neighbour is not farther than, as far as is known. */
export function radius(): f64 {
  return min(ceiling, load<f64>(listDistances));
}

/** The greatest bound, in coarse units, of a reference that may lie within the radius. */
export function coarseLimit(): i32 {
  return min(BOUND_MOST, wholeAtMost((radius() * CUSHION + coarseError) / (fineUnit * COARSE_UNITS)));
}

/**
 * Considers the references of a chunk whose bounds are at most `most` and within the radius.
 *
 * @param bounds - `[count]` uint16, up to a whole number of vectors.
 */
export function scan(bounds: usize, first: i32, count: i32, most: i32): void {
  let limit = min(most, coarseLimit());
  let limits = i16x8.splat(<i16>limit);
  for (let start = 0; start < count; start += 8) {
    const at = bounds + ((<usize>start) << 1);
    let near = i16x8.bitmask(i16x8.le_u(v128.load(at), limits));
    for (; near !== 0; near &= near - 1) {
      const place = start + ctz(near);
      if (place >= count || <i32>load<u16>(bounds + ((<usize>place) << 1)) > limit) continue;
      if (!consider(first + place)) continue;
      limit = min(most, coarseLimit());
      limits = i16x8.splat(<i16>limit);
    }
  }
}

/** @returns Whether the reference belongs to the nearest so far. */
function consider(reference: i32): bool {
  const limit = wholeAtMost((radius() * CUSHION + fineError) / fineUnit);
  if (boundFinely(queryFine, fineRows + (<usize>reference) * fineBytes, fineBytes, limit) > limit) return false;
  const distance = distanceTo(referenceRows + (<usize>reference) * sampleBytes(kindOf, features));
  return offer(listDistances, listNames, listLength, distance, load<i32>(referenceNames + ((<usize>reference) << 2)));
}

/** The distance of the query from a reference; something above the radius when it exceeds that. */
function distanceTo(row: usize): f64 {
  if (kindOf === FLOATS) return floatDistance(queryRow, row, features, radius());
  if (kindOf !== WEIGHTED) return byteDistance(queryRow, row, features, radius());
  const limit = wholeAtMost(radius() * CUSHION * stepsPerUnit);
  return weightedBound(queryRow, row, wholeWeights, features, limit) > limit
    ? Infinity
    : weightedDistance(queryRow, row, doubleWeights, features);
}

function wholeAtMost(value: f64): i32 {
  return <i32>min<f64>(<f64>i32.MAX_VALUE, Math.floor(value));
}
