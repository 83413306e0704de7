/**
 * The nearest found so far: distances (float64) and names (int32) as a heap with the farthest on top. Equal distances
 * are ordered by names.
 */

const NOBODY: i32 = 0x7fffffff;

export function clearList(distances: usize, names: usize, count: i32): void {
  for (let at: usize = 0; at < <usize>count; at++) {
    store<f64>(distances + (at << 3), Infinity);
    store<i32>(names + (at << 2), NOBODY);
  }
}

/** @returns Whether it is nearer than the farthest in the list, whose place it then takes. */
export function offer(distances: usize, names: usize, count: i32, distance: f64, name: i32): bool {
  if (!isNearer(distance, name, load<f64>(distances), load<i32>(names))) return false;
  siftDown(distances, names, count, distance, name);
  return true;
}

/** Orders the list, the nearest first. */
export function sortList(distances: usize, names: usize, count: i32): void {
  for (let last = count - 1; last > 0; last--) {
    const at = <usize>last;
    const distance = load<f64>(distances + (at << 3)), name = load<i32>(names + (at << 2));
    put(distances, names, last, load<f64>(distances), load<i32>(names));
    siftDown(distances, names, last, distance, name);
  }
}

function isNearer(distance: f64, name: i32, otherDistance: f64, otherName: i32): bool {
  return distance < otherDistance || (distance === otherDistance && name < otherName);
}

/** Puts an entry at the top or further down, where everything below it is nearer. */
function siftDown(distances: usize, names: usize, count: i32, distance: f64, name: i32): void {
  let hole = 0;
  for (let child = 1; child < count; child = 2 * hole + 1) {
    if (child + 1 < count && isChildNearer(distances, names, child, child + 1)) child++;
    const childDistance = load<f64>(distances + ((<usize>child) << 3)), childName = load<i32>(names + ((<usize>child) << 2));
    if (!isNearer(distance, name, childDistance, childName)) break;
    put(distances, names, hole, childDistance, childName);
    hole = child;
  }
  put(distances, names, hole, distance, name);
}

function isChildNearer(distances: usize, names: usize, a: i32, b: i32): bool {
  return isNearer(
    load<f64>(distances + ((<usize>a) << 3)), load<i32>(names + ((<usize>a) << 2)),
    load<f64>(distances + ((<usize>b) << 3)), load<i32>(names + ((<usize>b) << 2)),
  );
}

function put(distances: usize, names: usize, at: i32, distance: f64, name: i32): void {
  store<f64>(distances + ((<usize>at) << 3), distance);
  store<i32>(names + ((<usize>at) << 2), name);
}
