import { sampleBytes } from '../sample-kind';
import { scratch } from '../scratch';
import { boundCoarsely, boundRoughly, QUERIES } from './bounds';
import { coarseLimit, radius, scan, setList, setMeasure, setQuery, setReferences } from './candidates';
import { PANEL, panelBytesOf } from './coarse-panels';
import { rowBytesOf } from './group-sums';
import { clearList, sortList } from './nearest-list';
import { ROUGH, sumRoughly } from './rough-sums';
import { BINS_BYTES, boundOfSmallest } from './smallest-bounds';

/** References that are bounded at a time: their bounds stay in scratch. */
const CHUNK: i32 = 62976;
const BOUND_MOST: i32 = 65535;
/** How many of the smallest bounds are measured first, beyond those wanted. */
const SCOUTS: i32 = 20;
/** Where so great a share of a chunk is wanted, looking for the nearest first does not pay. */
const LARGE_SHARE: i32 = 4;

let rows: usize = 0;
let rowBytes: usize = 0;
let orderOfQueries: usize = 0;
let fineRows: usize = 0;
let fineBytes: usize = 0;
let errors: usize = 0;
let fineErrorOfReferences: f64 = 0;
let coarseErrorOfReferences: f64 = 0;
let listLength: i32 = 0;
let lists: usize = 0;
let listDistances: usize = 0;

/**
 * The nearest references of queries in Manhattan distance, exact: bounds by ever finer sums of features rule nearly all
 * of them out; what is left is measured. Items are blocks of four queries.
 */
export function searchManhattan(
  queries: usize, queryOrder: usize, queryFine: usize, queryCoarse: usize, queryErrors: usize, queryCount: i32,
  references: usize, referenceOrder: usize, referenceFine: usize, panels: usize, referenceFineError: f64,
  referenceCoarseError: f64, referenceCount: i32, kind: i32, featureCount: i32, weights: usize, weights16: usize,
  steps: f64, fineCount: i32, coarseCount: i32, roughOf: usize, unit: f64, neighborCount: i32, indices: usize,
  distances: usize, begin: i32, end: i32,
): void {
  rows = queries;
  rowBytes = sampleBytes(kind, featureCount);
  orderOfQueries = queryOrder;
  fineRows = queryFine;
  fineBytes = rowBytesOf(fineCount);
  errors = queryErrors;
  fineErrorOfReferences = referenceFineError;
  coarseErrorOfReferences = referenceCoarseError;
  listLength = neighborCount;
  lists = indices;
  listDistances = distances;
  setMeasure(kind, featureCount, weights, weights16, steps);
  setReferences(references, referenceOrder, referenceFine, fineCount, unit);

  for (let item = begin; item < end; item++) {
    const start = item * QUERIES, stop = min(start + QUERIES, queryCount);
    placeSums(queryCoarse, coarseCount, roughOf, start, stop);
    for (let first = 0; first < referenceCount; first += CHUNK) {
      const count = min(CHUNK, referenceCount - first), panelCount = (count + PANEL - 1) / PANEL;
      const at = panels + (<usize>(first / PANEL)) * panelBytesOf(coarseCount);
      boundRoughly(roughPointers(), at, panelCount, coarseCount, bounds(0), CHUNK);
      for (let place = 0; place < stop - start; place++) {
        if (first === 0) store<f64>(ceiling(place), roughRadius(start + place, place, count));
        enter(start + place, place);
        store<i32>(limits() + ((<usize>place) << 2), coarseLimit());
      }
      for (let place = stop - start; place < QUERIES; place++)
        store<i32>(limits() + ((<usize>place) << 2), load<i32>(limits()));
      boundCoarsely(coarsePointers(), limits(), at, panelCount, coarseCount, bounds(0), CHUNK);
      for (let place = 0; place < stop - start; place++) {
        enter(start + place, place);
        scan(bounds(place), first, count, BOUND_MOST);
      }
    }
    for (let query = start; query < stop; query++) sortList(distancesOf(query), namesOf(query), listLength);
  }
}

/** Rough and coarse sums of a block; missing queries are stood in for by its last one. */
function placeSums(queryCoarse: usize, coarseCount: i32, roughOf: usize, start: i32, stop: i32): void {
  for (let place = 0; place < QUERIES; place++) {
    const coarse = queryCoarse + (<usize>min(start + place, stop - 1)) * rowBytesOf(coarseCount);
    const rough = roughSums() + ((<usize>(place * ROUGH)) << 1);
    sumRoughly(coarse, coarseCount, roughOf, rough);
    store<u32>(coarsePointers() + ((<usize>place) << 2), <u32>coarse);
    store<u32>(roughPointers() + ((<usize>place) << 2), <u32>rough);
  }
}

/** Empties the list of a query. @returns How far away as many as wanted of the smallest bounds are in truth. */
function roughRadius(query: i32, place: i32, count: i32): f64 {
  store<f64>(ceiling(place), Infinity);
  enter(query, place);
  clearList(distancesOf(query), namesOf(query), listLength);
  if (listLength > count / LARGE_SHARE) return Infinity;
  scan(bounds(place), 0, count, boundOfSmallest(bounds(place), count, listLength + SCOUTS, bins()));
  const found = radius();
  clearList(distancesOf(query), namesOf(query), listLength);
  return found;
}

function enter(query: i32, place: i32): void {
  const at = <usize>query;
  const fineError = fineErrorOfReferences + <f64>load<f32>(errors + (at << 3));
  const coarseError = coarseErrorOfReferences + <f64>load<f32>(errors + (at << 3), 4);
  setQuery(rows + at * rowBytes, fineRows + at * fineBytes, fineError, coarseError, load<f64>(ceiling(place)));
  setList(distancesOf(query), namesOf(query), listLength);
}

function distancesOf(query: i32): usize {
  return listDistances + ((placeInResult(query) * (<usize>listLength)) << 3);
}

function namesOf(query: i32): usize {
  return lists + ((placeInResult(query) * (<usize>listLength)) << 2);
}

function placeInResult(query: i32): usize {
  return <usize>load<i32>(orderOfQueries + ((<usize>query) << 2));
}

/** `[4][CHUNK]` uint16. */
function bounds(place: i32): usize {
  return scratch + ((<usize>(place * CHUNK)) << 1);
}

function bins(): usize {
  return bounds(QUERIES);
}

/** `[4]` float64: a distance that no neighbour exceeds. */
function ceiling(place: i32): usize {
  return bins() + BINS_BYTES + ((<usize>place) << 3);
}

function coarsePointers(): usize {
  return ceiling(QUERIES);
}

function roughPointers(): usize {
  return coarsePointers() + <usize>QUERIES * 4;
}

/** `[4]` int32: the greatest bounds within the ceilings. */
function limits(): usize {
  return roughPointers() + <usize>QUERIES * 4;
}

/** `[4][16]` int16. */
function roughSums(): usize {
  return limits() + <usize>QUERIES * 4;
}
