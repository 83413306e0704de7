import { scratch } from '../scratch';
import { writeBall } from './balls';
import {
  BALL_BYTES, QUERIES, coordinate, COORDINATES, LEVELS, levelStart, NOBODY, normOfLevel, RADIUS, ROW_BYTES,
} from './coordinates';

/** Lower bounds are compared in quantised space; this covers the rounding of 153 coordinates on both sides. */
const SLACK: f64 = 13;
/** Twice this still fits in int16. */
const LONGEST_REACH: f64 = 16383;
const NONE: i32 = -0x7fffffff;

/** The rows of the queries as `nearPairs` takes them. */
export function blockRows(): usize {
  return scratch;
}

/** `[4][256]` int32: what the lower bound of each query must be below. */
export function blockThresholds(): usize {
  return scratch + (<usize>QUERIES) * ROW_BYTES;
}

export function blockBall(): usize {
  return norms() + LEVELS * QUERIES * 4;
}

/** The first byte of scratch behind the block. */
export function behindBlock(): usize {
  return blockBall() + BALL_BYTES;
}

function norms(): usize {
  return blockThresholds() + LEVELS * QUERIES * 4;
}

/** Lays out the queries `start..stop`. Nothing is known of their neighbours yet. */
export function packQueries(coordinates: usize, start: i32, stop: i32): void {
  for (let query = 0; query < QUERIES; query++) {
    const isThere = start + query < stop;
    const to = blockRows() + (<usize>query) * ROW_BYTES;
    if (isThere) packQuery(coordinates + (<usize>(start + query)) * ROW_BYTES, query, to);
    else memory.fill(to, 0, ROW_BYTES);
    openThresholds(query, isThere ? NOBODY - 1 : NONE);
  }
  writeBall(coordinates, start, stop, blockBall());
}

function packQuery(row: usize, query: i32, to: usize): void {
  for (let i = 0; i < COORDINATES; i++) store<i16>(to + ((<usize>i) << 1), <i16>(-2 * coordinate(row, i)));
  let norm = 0;
  for (let level = 0; level < LEVELS; level++) {
    const start = levelStart(level);
    if (level > 0) store<i16>(to + ((<usize>start) << 1), <i16>(2 * coordinate(row, start)));
    norm += normOfLevel(row, level);
    store<i32>(norms() + wordAt(level, query), norm);
  }
}

/**
 * Narrows what a query looks at to references within a distance of it.
 *
 * @param distance - In quantised space.
 * @returns How far it reaches there, rounded up; or -1 where it cannot tell near from far.
 */
export function narrowThresholds(query: i32, distance: f64): i32 {
  const reach = Math.ceil(distance) + SLACK;
  if (!(reach <= LONGEST_REACH)) return -1;
  const square = <i32>(reach * reach);
  for (let level = 0; level < LEVELS; level++)
    store<i32>(blockThresholds() + wordAt(level, query), square + 1 - load<i32>(norms() + wordAt(level, query)));
  setReach(query, <i32>reach);
  return <i32>reach;
}

function openThresholds(query: i32, threshold: i32): void {
  for (let level = 0; level < LEVELS; level++) store<i32>(blockThresholds() + wordAt(level, query), threshold);
  setReach(query, 0);
}

/** The bound of a ball is the distance of its centre less its radius: the reach times the radius stands for that. */
function setReach(query: i32, reach: i32): void {
  store<i16>(blockRows() + (<usize>query) * ROW_BYTES + RADIUS * 2, <i16>(-2 * reach));
}

function wordAt(level: i32, query: i32): usize {
  return (<usize>(level * QUERIES + query)) << 2;
}
