import { digitCounts } from './problem';

const INSERTED = 48;
const DIGITS = 256;

/**
 * Sorts words by their upper halves, equal ones as they come.
 *
 * @returns Where they lie now: at `words`, or at `spare`.
 */
export function sortByUpperHalf(words: usize, spare: usize, count: i32): usize {
  if (count <= INSERTED) {
    insertAll(words, count);
    return words;
  }
  for (let shift = 32; shift < 64; shift += 8) {
    if (!orderByDigit(words, spare, count, shift)) continue;
    const swapped = words;
    words = spare;
    spare = swapped;
  }
  return words;
}

function insertAll(words: usize, count: i32): void {
  const end = words + ((<usize>count) << 3);
  for (let at = words + 8; at < end; at += 8) {
    const word = load<u64>(at);
    let hole = at;
    for (; hole > words && load<u64>(hole - 8) >> 32 > word >> 32; hole -= 8) store<u64>(hole, load<u64>(hole - 8));
    store<u64>(hole, word);
  }
}

/** One pass of a radix sort. False when all digits are the same, and nothing is written. */
function orderByDigit(from: usize, to: usize, count: i32, shift: i32): bool {
  const places = digitCounts(), end = from + ((<usize>count) << 3);
  memory.fill(places, 0, DIGITS << 2);
  for (let at = from; at < end; at += 8) {
    const place = places + (((<usize>(load<u64>(at) >> shift)) & 255) << 2);
    store<i32>(place, load<i32>(place) + 1);
  }
  if (load<i32>(places + (((<usize>(load<u64>(from) >> shift)) & 255) << 2)) === count) return false;
  let sum = 0;
  for (let place = places; place < places + (DIGITS << 2); place += 4) {
    const here = load<i32>(place);
    store<i32>(place, sum);
    sum += here;
  }
  for (let at = from; at < end; at += 8) {
    const word = load<u64>(at);
    const place = places + (((<usize>(word >> shift)) & 255) << 2);
    const free = load<i32>(place);
    store<i32>(place, free + 1);
    store<u64>(to + ((<usize>free) << 3), word);
  }
  return true;
}
