/**
 * A heap of keys whose greatest is on top. A key has a high word, compared first, and a low one; the words lie in two
 * arrays of int32.
 */

export function isLess(high: i32, low: i32, otherHigh: i32, otherLow: i32): bool {
  return high < otherHigh || (high === otherHigh && low < otherLow);
}

/** Puts a key at `hole` or further down, where everything below it is smaller. */
export function siftDown(highs: usize, lows: usize, count: i32, hole: i32, high: i32, low: i32): void {
  for (;;) {
    let child = 2 * hole + 1;
    if (child >= count) break;
    let at = (<usize>child) << 2;
    if (child + 1 < count && isLess(load<i32>(highs + at), load<i32>(lows + at), load<i32>(highs + at, 4), load<i32>(lows + at, 4))) {
      child++;
      at += 4;
    }
    if (!isLess(high, low, load<i32>(highs + at), load<i32>(lows + at))) break;
    move(highs, lows, child, hole);
    hole = child;
  }
  put(highs, lows, hole, high, low);
}

/** Makes a heap of keys in any order. */
export function heapify(highs: usize, lows: usize, count: i32): void {
  for (let hole = (count >> 1) - 1; hole >= 0; hole--) {
    const at = (<usize>hole) << 2;
    siftDown(highs, lows, count, hole, load<i32>(highs + at), load<i32>(lows + at));
  }
}

/** Sorts a heap, the least key first. */
export function sortHeap(highs: usize, lows: usize, count: i32): void {
  for (let last = count - 1; last > 0; last--) {
    const at = (<usize>last) << 2;
    const high = load<i32>(highs + at), low = load<i32>(lows + at);
    move(highs, lows, 0, last);
    siftDown(highs, lows, last, 0, high, low);
  }
}

function move(highs: usize, lows: usize, from: i32, to: i32): void {
  put(highs, lows, to, load<i32>(highs + ((<usize>from) << 2)), load<i32>(lows + ((<usize>from) << 2)));
}

function put(highs: usize, lows: usize, at: i32, high: i32, low: i32): void {
  store<i32>(highs + ((<usize>at) << 2), high);
  store<i32>(lows + ((<usize>at) << 2), low);
}
