import { BYTES, FLOATS, WEIGHTED } from '../sample-kind';
import { squaredDistance } from './balls';
import {
  BALL_BYTES, BLOCK, CENTRES_BYTES, coordinate, LEVELS, PANEL_BYTES, PANEL_NORM_BYTES, QUERIES, RADIUS, ROW_BYTES,
} from './coordinates';
import { floatDistance, roughWeightedSquare, squaredByteDistance, weightedDistance } from './distances';
import { heapify, isLess, siftDown, sortHeap } from './key-heap';
import { nearPairs } from './near-pairs';
import { behindBlock, blockBall, blockRows, blockThresholds, narrowThresholds, packQueries } from './query-block';

/** The distance of a neighbour not found yet; as float32, not a number. */
const UNKNOWN: i32 = 0x7fffffff;
/** Twice the relative rounding error of float32. */
const FLOAT_EPSILON: f64 = 1.1920928955078125e-7;

let queryRows: usize = 0;
let queryNames: usize = 0;
let referenceRows: usize = 0;
let referenceNames: usize = 0;
let features: i32 = 0;
let kindOf: i32 = 0;
let differenceWeights: usize = 0;
let roughWeights: usize = 0;
let roughMargin: f64 = 0;
let quantum: f64 = 0;
let roundedOff: f64 = 0;
let listLength: i32 = 0;
let lists: usize = 0;
let listDistances: usize = 0;

/**
 * The nearest references of queries, exact: lower bounds rule out whole blocks, panels of eight, then single references;
 * what is left is measured. Items are blocks of 256 queries; blocks of references are visited from near to far.
 */
export function searchNeighbors(
  queries: usize, queryOrder: usize, queryCoordinates: usize, queryCount: i32,
  references: usize, referenceOrder: usize, referenceCount: i32,
  panels: usize, panelNorms: usize, centres: usize, centreNorms: usize, balls: usize, ballSize: i32,
  featureCount: i32, kind: i32, weights: usize, weights32: usize, scale: f64, slack: f64, neighborCount: i32, indices: usize, distances: usize,
  begin: i32, end: i32,
): void {
  queryRows = queries;
  queryNames = queryOrder;
  referenceRows = references;
  referenceNames = referenceOrder;
  features = featureCount;
  kindOf = kind;
  differenceWeights = weights;
  roughWeights = weights32;
  roughMargin = 1 + (<f64>(featureCount >> 4) + 64) * FLOAT_EPSILON;
  quantum = scale;
  roundedOff = slack;
  listLength = neighborCount;
  lists = indices;
  listDistances = distances;
  const ballCount = (referenceCount + ballSize - 1) / ballSize;
  const blockCount = (referenceCount + BLOCK - 1) / BLOCK;
  const blocksPerBall = ballSize / BLOCK;
  const visits = reaches() + QUERIES * 4, farness = visits + ((<usize>ballCount) << 2);

  for (let item = begin; item < end; item++) {
    const start = item * QUERIES, stop = min(start + QUERIES, queryCount);
    packQueries(queryCoordinates, start, stop);
    for (let query = start; query < stop; query++) clearList(query);
    for (let place = 0; place < QUERIES; place++) setReach(place, start + place < stop ? UNKNOWN : 0);
    orderVisits(balls, ballCount, farness, visits);
    for (let visit = 0; visit < ballCount; visit++) {
      const ball = word(visits, visit);
      const radii = coordinate(blockBall(), RADIUS) + coordinate(balls + (<usize>ball) * BALL_BYTES, RADIUS);
      if (word(farness, visit) - radii > farthestReach()) continue;
      const first = ball * blocksPerBall;
      for (let block = first; block < min(first + blocksPerBall, blockCount); block++) {
        const at = <usize>block;
        visitBlock(start, stop, block, centres + at * CENTRES_BYTES, centreNorms + (at << 5), panels, panelNorms);
      }
    }
    for (let query = start; query < stop; query++) finishList(query);
  }
}

/** Balls with the distances of their centres from that of the queries, the nearest first. */
function orderVisits(balls: usize, ballCount: i32, farness: usize, visits: usize): void {
  for (let ball = 0; ball < ballCount; ball++) {
    const distance = Math.sqrt(<f64>squaredDistance(blockBall(), balls + (<usize>ball) * BALL_BYTES));
    store<i32>(farness + ((<usize>ball) << 2), <i32>distance);
    store<i32>(visits + ((<usize>ball) << 2), ball);
  }
  heapify(farness, visits, ballCount);
  sortHeap(farness, visits, ballCount);
}

function visitBlock(
  start: i32, stop: i32, block: i32, centres: usize, centreNorms: usize, panels: usize, panelNorms: usize,
): void {
  for (let first = start; first < stop; first += 4) {
    const rows = blockRows() + (<usize>(first - start)) * ROW_BYTES;
    const thresholds = blockThresholds() + ((<usize>(first - start)) << 2);
    let near = nearPairs(centres, centreNorms, rows, thresholds, 1);
    near |= near >> 16;
    near = (near | (near >> 8)) & 255;
    for (; near !== 0; near &= near - 1) {
      const panel = block * 8 + ctz(near);
      const at = <usize>panel;
      let pairs = <u32>nearPairs(panels + at * PANEL_BYTES, panelNorms + at * PANEL_NORM_BYTES, rows, thresholds, LEVELS);
      for (let query = first; pairs !== 0; query++, pairs >>= 8)
        if (pairs & 255) measure(query, query - start, panel * 8, pairs & 255);
    }
  }
}

/** Takes the true distances of some references of a panel. */
function measure(query: i32, place: i32, panelStart: i32, members: i32): void {
  const names = listOf(lists, query), distances = listOf(listDistances, query);
  const before = load<i32>(distances);
  for (; members !== 0; members &= members - 1) {
    const reference = panelStart + ctz(members);
    const name = word(referenceNames, reference);
    if (!isLess(0, name, load<i32>(distances), load<i32>(names))) continue;
    if (kindOf === WEIGHTED && isRoughlyFarther(query, reference, load<i32>(distances))) continue;
    const distance = distanceOf(query, reference);
    if (isLess(distance, name, load<i32>(distances), load<i32>(names)))
      siftDown(distances, names, listLength, 0, distance, name);
  }
  if (load<i32>(distances) === before) return;
  const reach = narrowThresholds(place, length(load<i32>(distances)) * quantum + roundedOff);
  if (reach >= 0) setReach(place, reach);
}

/** Whether a reference is surely farther from a query than a distance. What is not a number yet is never exceeded. */
function isRoughlyFarther(query: i32, reference: i32, distance: i32): bool {
  const most = length(distance), limit = <f32>(most * most * roughMargin);
  const a = queryRows + <usize>query * <usize>features, b = referenceRows + <usize>reference * <usize>features;
  return roughWeightedSquare(a, b, roughWeights, features, limit) > limit;
}

/** As a word that orders as distances do: the squared distance of bytes, the bits of that of floats. */
function distanceOf(query: i32, reference: i32): i32 {
  const a = <usize>query * <usize>features, b = <usize>reference * <usize>features;
  if (kindOf === FLOATS) return reinterpret<i32>(floatDistance(queryRows + (a << 2), referenceRows + (b << 2), features));
  if (kindOf === WEIGHTED)
    return reinterpret<i32>(weightedDistance(queryRows + a, referenceRows + b, differenceWeights, features));
  return squaredByteDistance(queryRows + a, referenceRows + b, features);
}

function length(distance: i32): f64 {
  return kindOf === BYTES ? Math.sqrt(<f64>distance) : <f64>reinterpret<f32>(distance);
}

function clearList(query: i32): void {
  const names = listOf(lists, query), distances = listOf(listDistances, query);
  for (let at: usize = 0; at < ((<usize>listLength) << 2); at += 4) {
    store<i32>(names + at, UNKNOWN);
    store<i32>(distances + at, UNKNOWN);
  }
}

function finishList(query: i32): void {
  const distances = listOf(listDistances, query);
  sortHeap(distances, listOf(lists, query), listLength);
  for (let at: usize = 0; at < ((<usize>listLength) << 2); at += 4)
    store<f32>(distances + at, <f32>length(load<i32>(distances + at)));
}

/** The list of a query, at the place that the query had before it was ordered. */
function listOf(words: usize, query: i32): usize {
  return words + (<usize>word(queryNames, query)) * ((<usize>listLength) << 2);
}

/** How far each query of the block looks, int32. */
function reaches(): usize {
  return behindBlock();
}

function setReach(place: i32, reach: i32): void {
  store<i32>(reaches() + ((<usize>place) << 2), reach);
}

function farthestReach(): i32 {
  let farthest = 0;
  for (let place = 0; place < QUERIES; place++) farthest = max(farthest, word(reaches(), place));
  return farthest;
}

function word(words: usize, at: i32): i32 {
  return load<i32>(words + ((<usize>at) << 2));
}
