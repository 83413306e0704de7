import { sparseQuadBytes } from './sparse-quads';

/**
 * The workspace of a pair that is being solved. Its variables are ordered: those that are held come first, that is,
 * those whose row of the kernel is in memory, and that may move. A vector's place among the columns of all rows and in
 * the panels is that of its variable.
 */
export let pair: i32 = 0;
/** Variables of the pair. */
export let size: i32 = 0;
export let held: i32 = 0;
export let steps: f64 = 0;
/** How far the held variables may be from the optimum before others are looked at. */
export let patience: f64 = 0;
/** Steps that have been made with the same variables held, since all free ones last moved at once. */
export let creep: i32 = 0;
/** Iterations that the free variables may still make together; 0 when they are not under way. */
export let freeLeft: i32 = 0;
/** Half-way between the two sides of the violation. */
export let middle: f64 = 0;

/** `-y · gradient`, float64. */
export let gradients: usize = 0;
/** The dual coefficients `y · alpha`, float64. */
export let duals: usize = 0;
/** `y · C`: the end of the box of a dual coefficient that is not zero, float64. */
export let bounds: usize = 0;
/** What the dual coefficients have changed since the others heard of it, float64. */
export let moves: usize = 0;
/** Zero for a held variable that may grow, else `-FAR`, float64. */
export let growth: usize = 0;
/** Zero for a held variable that may shrink, else `FAR`, float64. */
export let shrinkage: usize = 0;
export let offsets: usize = 0;
export let diagonals: usize = 0;
/** Which of the pair's vectors a variable belongs to. */
export let identities: usize = 0;
/** Pointers to the rows of held variables, then to rows that are free. */
export let rows: usize = 0;
/** Violations and places of those about to be held. */
export let violations: usize = 0;
export let places: usize = 0;
export let panels: usize = 0;
export let quads: usize = 0;
export let rowBytes: usize = 0;
export let rowCapacity: i32 = 0;
export let batch: i32 = 0;
/** Where the free variables are solved, and how many it has room for. */
export let freeRoom: usize = 0;
export let mostFree: i32 = 0;

export const FAR: f64 = 1e30;
const HEADER_BYTES = 64;
/** More free variables are settled faster two by two. */
const MOST_FREE = 2048;

let header: usize = 0;

export function enterWorkspace(
  workspace: usize, workspaceBytes: usize, largest: i32, units: i32, capacity: i32, atOnce: i32,
): void {
  const stride = <usize>((largest + 7) & ~7) + 8;
  header = workspace;
  gradients = workspace + HEADER_BYTES;
  duals = gradients + (stride << 3);
  bounds = duals + (stride << 3);
  moves = bounds + (stride << 3);
  growth = moves + (stride << 3);
  shrinkage = growth + (stride << 3);
  offsets = shrinkage + (stride << 3);
  diagonals = offsets + (stride << 2);
  identities = diagonals + (stride << 2);
  rows = identities + (stride << 2);
  violations = rows + (stride << 2);
  places = violations + ((<usize>atOnce) << 3);
  panels = places + ((<usize>atOnce) << 3);
  quads = panels + ((stride * <usize>units) << 2);
  const firstRow = quads + (<usize>(atOnce >> 2)) * sparseQuadBytes(units);
  rowBytes = stride << 2;
  freeRoom = (firstRow + <usize>capacity * rowBytes + 15) & ~15;
  mostFree = min(MOST_FREE, freeThatFit(workspace + workspaceBytes - freeRoom));
  rowCapacity = capacity;
  batch = atOnce;
  if (load<i32>(header, 4) === 0) layOutRows(firstRow);
  pair = load<i32>(header, 4) - 1;
  size = load<i32>(header, 8);
  held = load<i32>(header, 12);
  steps = load<f64>(header, 16);
  patience = load<f64>(header, 24);
  middle = load<f64>(header, 32);
  creep = load<i32>(header, 40);
  freeLeft = load<i32>(header, 44);
}

/** How many free variables there is room for: 64 bytes, and 48 and a row of float32 for each of them. */
function freeThatFit(bytes: usize): i32 {
  const most = (Math.sqrt(<f64>(48 * 48 + 16 * (bytes - 64))) - 48) / 8;
  return <i32>most & ~15;
}

function layOutRows(firstRow: usize): void {
  for (let row = 0; row < rowCapacity; row++)
    store<u32>(rows + ((<usize>row) << 2), <u32>(firstRow + (<usize>row) * rowBytes));
}

/** Keeps what must survive until the next turn. */
export function leaveWorkspace(): void {
  store<i32>(header, pair + 1, 4);
  store<i32>(header, size, 8);
  store<i32>(header, held, 12);
  store<f64>(header, steps, 16);
  store<f64>(header, patience, 24);
  store<f64>(header, middle, 32);
  store<i32>(header, creep, 40);
  store<i32>(header, freeLeft, 44);
}

export function setPair(index: i32, count: i32): void {
  pair = index;
  size = count;
  held = 0;
  steps = 0;
  middle = 0;
  patience = 0;
}

export function setHeld(count: i32): void {
  held = count;
  creep = 0;
}

export function setMiddle(value: f64): void {
  middle = value;
}

export function setPatience(value: f64): void {
  patience = value;
}

export function countSteps(count: i32): void {
  steps += <f64>count;
  creep += count;
}

export function setFreeLeft(count: i32): void {
  freeLeft = count;
}

export function forgetCreep(): void {
  creep = 0;
}

/** Whether a dual coefficient is below the upper end of its box. */
export function mayGrow(place: i32): bool {
  return load<f64>(duals + ((<usize>place) << 3)) < max(load<f64>(bounds + ((<usize>place) << 3)), 0);
}

export function mayShrink(place: i32): bool {
  return load<f64>(duals + ((<usize>place) << 3)) > min(load<f64>(bounds + ((<usize>place) << 3)), 0);
}

/** Says anew where a held variable may go. */
export function judge(place: i32): void {
  store<f64>(growth + ((<usize>place) << 3), mayGrow(place) ? 0 : -FAR);
  store<f64>(shrinkage + ((<usize>place) << 3), mayShrink(place) ? 0 : FAR);
}

/** Takes a variable out of the running. */
export function sideline(place: i32): void {
  store<f64>(growth + ((<usize>place) << 3), -FAR);
  store<f64>(shrinkage + ((<usize>place) << 3), FAR);
}

/** Makes two variables change places, but for the columns of the rows. */
export function swapVariables(a: i32, b: i32, units: i32): void {
  const a8 = (<usize>a) << 3, b8 = (<usize>b) << 3, a4 = (<usize>a) << 2, b4 = (<usize>b) << 2;
  swap8(gradients + a8, gradients + b8);
  swap8(duals + a8, duals + b8);
  swap8(bounds + a8, bounds + b8);
  swap4(offsets + a4, offsets + b4);
  swap4(diagonals + a4, diagonals + b4);
  swap4(identities + a4, identities + b4);
  let left = vectorAt(a, units), right = vectorAt(b, units);
  for (let unit = 0; unit < units; unit++, left += 32, right += 32) swap4(left, right);
}

/** The first unit of a vector in the panels; the others follow at 32 bytes' distance. */
export function vectorAt(place: i32, units: i32): usize {
  return panels + (((<usize>(place >> 3)) * <usize>units) << 5) + ((<usize>(place & 7)) << 2);
}

function swap8(a: usize, b: usize): void {
  const kept = load<i64>(a);
  store<i64>(a, load<i64>(b));
  store<i64>(b, kept);
}

export function swap4(a: usize, b: usize): void {
  const kept = load<i32>(a);
  store<i32>(a, load<i32>(b));
  store<i32>(b, kept);
}
