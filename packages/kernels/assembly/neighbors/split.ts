import { scratch } from '../scratch';
import { BALL_COORDINATES, coordinate, ROW_BYTES } from './coordinates';

const MOST_WITNESSES = 128;
const ROUNDS = 8;

/**
 * One level of a balanced tree whose leaves are panels of eight samples: every node of that level is split in the
 * middle along its longest direction. Items are nodes.
 *
 * @param level - 0 for the root; there are `2 ** level` nodes.
 */
export function splitNodes(
  coordinates: usize, order: usize, keys: usize, sampleCount: i32, level: i32, begin: i32, end: i32,
): void {
  for (let node = begin; node < end; node++) {
    let first = 0, last = (sampleCount + 7) >> 3;
    for (let bit = level - 1; bit >= 0; bit--) {
      const middle = (first + last) >> 1;
      if ((node >> bit) & 1) first = middle;
      else last = middle;
    }
    if (last - first < 2) continue;
    const start = first << 3, stop = min(last << 3, sampleCount);
    findDirection(coordinates, order, start, stop, scratch);
    for (let at = start; at < stop; at++)
      store<f32>(keys + ((<usize>at) << 2), <f32>along(scratch, coordinates + (<usize>rowAt(order, at)) * ROW_BYTES));
    select(keys, order, start, stop - 1, ((first + last) >> 1) << 3);
  }
}

function rowAt(order: usize, at: i32): i32 {
  return load<i32>(order + ((<usize>at) << 2));
}

function along(direction: usize, row: usize): f64 {
  let sum: f64 = 0;
  for (let i = 0; i < BALL_COORDINATES; i++) sum += load<f64>(direction + ((<usize>i) << 3)) * <f64>coordinate(row, i);
  return sum;
}

/** The longest axis of a part of the samples, nearly: power iteration from the coordinate of greatest variance. */
function findDirection(coordinates: usize, order: usize, start: i32, stop: i32, direction: usize): void {
  const mean = direction + BALL_COORDINATES * 8, image = mean + BALL_COORDINATES * 8;
  const scatter = image + BALL_COORDINATES * 8;
  memory.fill(direction, 0, BALL_COORDINATES * (24 + BALL_COORDINATES * 8));
  const stride = (stop - start + MOST_WITNESSES - 1) / MOST_WITNESSES;
  const count = (stop - start + stride - 1) / stride;
  for (let at = start; at < stop; at += stride) {
    const row = coordinates + (<usize>rowAt(order, at)) * ROW_BYTES;
    for (let i = 0; i < BALL_COORDINATES; i++) add(mean, i, <f64>coordinate(row, i));
  }
  for (let i = 0; i < BALL_COORDINATES; i++) store<f64>(mean + ((<usize>i) << 3), get(mean, i) / <f64>count);
  for (let at = start; at < stop; at += stride) {
    const row = coordinates + (<usize>rowAt(order, at)) * ROW_BYTES;
    for (let i = 0; i < BALL_COORDINATES; i++) store<f64>(image + ((<usize>i) << 3), <f64>coordinate(row, i) - get(mean, i));
    for (let i = 0; i < BALL_COORDINATES; i++) {
      for (let j = 0; j <= i; j++) add(scatter, i * BALL_COORDINATES + j, get(image, i) * get(image, j));
    }
  }
  iterate(scatter, image, direction);
}

/** No step needs rescaling: 8 powers of a scatter below 2^53 stay far below the greatest float64. */
function iterate(scatter: usize, image: usize, direction: usize): void {
  let widest = 0;
  for (let i = 1; i < BALL_COORDINATES; i++) {
    if (get(scatter, i * (BALL_COORDINATES + 1)) > get(scatter, widest * (BALL_COORDINATES + 1))) widest = i;
  }
  store<f64>(direction + ((<usize>widest) << 3), 1);
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < BALL_COORDINATES; i++) {
      let sum: f64 = 0;
      for (let j = 0; j < BALL_COORDINATES; j++) sum += get(scatter, max(i, j) * BALL_COORDINATES + min(i, j)) * get(direction, j);
      store<f64>(image + ((<usize>i) << 3), sum);
    }
    memory.copy(direction, image, BALL_COORDINATES * 8);
  }
  let square: f64 = 0;
  for (let i = 0; i < BALL_COORDINATES; i++) square += get(direction, i) * get(direction, i);
  const factor = square > 0 ? 1 / Math.sqrt(square) : 0;
  for (let i = 0; i < BALL_COORDINATES; i++) store<f64>(direction + ((<usize>i) << 3), get(direction, i) * factor);
}

function get(values: usize, index: i32): f64 {
  return load<f64>(values + ((<usize>index) << 3));
}

function add(values: usize, index: i32, value: f64): void {
  store<f64>(values + ((<usize>index) << 3), get(values, index) + value);
}

/** Moves the smaller keys of `first..last` before `middle`, the greater ones behind, and the order with them. */
function select(keys: usize, order: usize, first: i32, last: i32, middle: i32): void {
  while (first < last) {
    const pivot = keyAt(keys, (first + last) >> 1);
    let low = first, high = last;
    while (low <= high) {
      while (keyAt(keys, low) < pivot) low++;
      while (keyAt(keys, high) > pivot) high--;
      if (low > high) break;
      swap(keys, low, high);
      swap(order, low, high);
      low++;
      high--;
    }
    if (middle <= high) last = high;
    else if (middle >= low) first = low;
    else return;
  }
}

function keyAt(keys: usize, at: i32): f32 {
  return load<f32>(keys + ((<usize>at) << 2));
}

function swap(words: usize, a: i32, b: i32): void {
  const first = words + ((<usize>a) << 2), second = words + ((<usize>b) << 2);
  const word = load<i32>(first);
  store<i32>(first, load<i32>(second));
  store<i32>(second, word);
}
