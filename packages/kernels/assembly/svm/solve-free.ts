import { dot } from '../coordinates/rows';
import { addMoves, listMove } from './tell-others';
import {
  bounds, duals, freeLeft, freeRoom, gradients, held, judge, mayGrow, mayShrink, mostFree, moves, rows, setFreeLeft,
} from './variables';

/** Fewer are soon settled two by two. */
const LEAST_FREE = 8;
const MOST_ITERATIONS = 1500;
const MULTIPLY_ADDS_PER_TURN = 200_000_000;
const STATE_BYTES: usize = 64;

let count: i32 = 0;
/** Those that have not reached an end. */
let open: i32 = 0;
let width: i32 = 0;
/** The square of the last projected gradient; 0 when the next direction is the steepest. */
let square: f64 = 0;
let nearest: i32 = 0;

// One number per free variable, float64 where nothing else is said.
let places: usize = 0;
/** How far it has gone. */
let travels: usize = 0;
/** What its gradient is there. */
let residuals: usize = 0;
let directions: usize = 0;
let slopes: usize = 0;
/** Float32, filled up with zeros to whole runs of 16. */
let direction32: usize = 0;
/** Where a variable has reached an end of its box and stays: that end; else not a number. */
let ends: usize = 0;
/** The kernel among them, float32. */
let matrix: usize = 0;

/**
 * Begins to move all held variables that are at no end of their boxes at once, with the sum of the duals kept. Where the
 * kernel is ill-conditioned, as linear ones are, the steps of two variables at a time creep for millions of steps towards
 * what this finds in some hundred products. Where there are too few or too many of them, nothing begins.
 *
 * @see Moré & Toraldo 1991, "On the solution of large quadratic programming problems with bound constraints"
 */
export function beginFree(): void {
  let found = 0;
  for (let place = 0; place < held; place++) if (isFree(place)) found++;
  if (found < LEAST_FREE || found > mostFree) return;
  layOut(found);
  open = found;
  square = 0;
  memory.fill(direction32, 0, (<usize>width) << 2);
  for (let place = 0, k: usize = 0; place < held; place++) {
    if (!isFree(place)) continue;
    store<i32>(places + (k << 2), place);
    store<f64>(travels + (k << 3), 0);
    store<f64>(ends + (k << 3), NaN);
    store<f64>(residuals + (k << 3), load<f64>(gradients + ((<usize>place) << 3)));
    k++;
  }
  gatherKernel();
  keepState();
  setFreeLeft(MOST_ITERATIONS);
}

/**
 * Goes on by a bounded number of conjugate gradients. What reaches an end of its box stays there, and the others begin
 * anew. When they are settled, or long enough was tried, the duals move.
 *
 * @param tolerance - Of the violation among the free variables.
 * @param mostOfTurn - Iterations that the turn may make.
 */
export function moveFree(tolerance: f64, mostOfTurn: i32): void {
  layOut(load<i32>(freeRoom));
  open = load<i32>(freeRoom, 4);
  square = load<f64>(freeRoom, 8);
  let left = freeLeft;
  for (let most = min(mostOfTurn, MULTIPLY_ADDS_PER_TURN / (count * width) + 1); most > 0 && left > 0; most--)
    left = open >= 2 && descend(tolerance) ? left - 1 : 0;
  keepState();
  setFreeLeft(left);
  if (left === 0) settle();
}

function isFree(place: i32): bool {
  return mayGrow(place) && mayShrink(place);
}

function keepState(): void {
  store<i32>(freeRoom, count);
  store<i32>(freeRoom, open, 4);
  store<f64>(freeRoom, square, 8);
}

function layOut(found: i32): void {
  count = found;
  width = (found + 15) & ~15;
  const stride = <usize>width;
  travels = freeRoom + STATE_BYTES;
  residuals = travels + (stride << 3);
  directions = residuals + (stride << 3);
  slopes = directions + (stride << 3);
  ends = slopes + (stride << 3);
  direction32 = ends + (stride << 3);
  places = direction32 + (stride << 2);
  matrix = places + (stride << 2);
}

function gatherKernel(): void {
  for (let k = 0; k < count; k++) {
    const row = <usize>load<u32>(rows + ((<usize>load<i32>(places + ((<usize>k) << 2))) << 2));
    const to = matrix + ((<usize>k * <usize>width) << 2);
    for (let l = 0; l < count; l++)
      store<f32>(to + ((<usize>l) << 2), load<f32>(row + ((<usize>load<i32>(places + ((<usize>l) << 2))) << 2)));
    for (let l = count; l < width; l++) store<f32>(to + ((<usize>l) << 2), 0);
  }
}

/** One conjugate gradient. @returns false when there is nothing left to gain. */
function descend(tolerance: f64): bool {
  const mean = meanResidual();
  let next: f64 = 0, largest: f64 = 0;
  for (let k = 0; k < count; k++) {
    if (isClosed(k)) continue;
    const value = load<f64>(residuals + ((<usize>k) << 3)) - mean;
    next += value * value;
    largest = max(largest, abs(value));
  }
  if (2 * largest <= tolerance) return false;
  turn(mean, square > 0 ? next / square : 0);
  const curvature = multiply();
  const wanted = curvature > 0 ? next / curvature : Infinity;
  const most = roomAhead();
  go(min(wanted, most));
  if (most <= wanted) close(nearest);
  square = most <= wanted ? 0 : next;
  return true;
}

function isClosed(k: i32): bool {
  const end = load<f64>(ends + ((<usize>k) << 3));
  return end === end;
}

function meanResidual(): f64 {
  let sum: f64 = 0;
  for (let k = 0; k < count; k++) if (!isClosed(k)) sum += load<f64>(residuals + ((<usize>k) << 3));
  return sum / <f64>open;
}

function turn(mean: f64, share: f64): void {
  for (let k = 0; k < count; k++) {
    const at = (<usize>k) << 3;
    const kept = share === 0 ? 0 : share * load<f64>(directions + at);
    const direction = isClosed(k) ? 0 : load<f64>(residuals + at) - mean + kept;
    store<f64>(directions + at, direction);
    store<f32>(direction32 + ((<usize>k) << 2), <f32>direction);
  }
}

/** The slopes along the direction. @returns the curvature. */
function multiply(): f64 {
  let curvature: f64 = 0;
  for (let k = 0; k < count; k++) {
    if (isClosed(k)) continue;
    const slope = <f64>dot(matrix + ((<usize>k * <usize>width) << 2), direction32, width);
    store<f64>(slopes + ((<usize>k) << 3), slope);
    curvature += slope * load<f64>(directions + ((<usize>k) << 3));
  }
  return curvature;
}

/** How far all variables may go, until the `nearest` one to an end of its box is there. */
function roomAhead(): f64 {
  let least = Infinity;
  for (let k = 0; k < count; k++) {
    const at = (<usize>k) << 3, direction = load<f64>(directions + at);
    if (direction === 0) continue;
    const room = (endTowards(k, direction) - dualOf(k)) / direction;
    if (room >= least) continue;
    least = room;
    nearest = k;
  }
  return max(0, least);
}

function dualOf(k: i32): f64 {
  const place = (<usize>load<i32>(places + ((<usize>k) << 2))) << 3;
  return load<f64>(duals + place) + load<f64>(travels + ((<usize>k) << 3));
}

function endTowards(k: i32, direction: f64): f64 {
  const bound = load<f64>(bounds + ((<usize>load<i32>(places + ((<usize>k) << 2))) << 3));
  return direction > 0 ? max(bound, 0) : min(bound, 0);
}

function go(step: f64): void {
  for (let k = 0; k < count; k++) {
    if (isClosed(k)) continue;
    const at = (<usize>k) << 3;
    store<f64>(travels + at, load<f64>(travels + at) + step * load<f64>(directions + at));
    store<f64>(residuals + at, load<f64>(residuals + at) - step * load<f64>(slopes + at));
  }
}

function close(k: i32): void {
  const end = endTowards(k, load<f64>(directions + ((<usize>k) << 3)));
  store<f64>(ends + ((<usize>k) << 3), end);
  open--;
}

/** Makes what was found the duals, and takes it to the gradients of all that are held. */
function settle(): void {
  let entry = 0;
  for (let k = 0; k < count; k++) {
    const place = load<i32>(places + ((<usize>k) << 2)), at = (<usize>place) << 3;
    const travel = load<f64>(travels + ((<usize>k) << 3));
    if (travel === 0) continue;
    store<f64>(duals + at, isClosed(k) ? load<f64>(ends + ((<usize>k) << 3)) : load<f64>(duals + at) + travel);
    store<f64>(moves + at, load<f64>(moves + at) + travel);
    judge(place);
    listMove(entry++, place, travel);
  }
  addMoves(entry, 0, (held + 3) & ~3);
}
