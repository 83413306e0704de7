import { storeLanes } from '../lanes';

/** Rows of so many words are copied by the engine's own loop. */
const LONG_ROW: i32 = 128;

/**
 * Copies 32-bit words of a block `[outer, middle, lines, length]`; steps are in words, that of `y` within a row is 1.
 * Items are rows.
 */
export function copyRows(
  x: usize,
  y: usize,
  middle: i32,
  lines: i32,
  length: i32,
  fromOuter: i32,
  fromMiddle: i32,
  fromLine: i32,
  fromWord: i32,
  toOuter: i32,
  toMiddle: i32,
  toLine: i32,
  begin: i32,
  end: i32,
): void {
  let line = begin % lines;
  let row = (begin / lines) % middle;
  let block = begin / lines / middle;
  for (let item = begin; item < end; item++) {
    const from = x + ((<usize>(block * fromOuter + row * fromMiddle + line * fromLine)) << 2);
    const to = y + ((<usize>(block * toOuter + row * toMiddle + line * toLine)) << 2);
    if (fromWord == 1) copyRow(from, to, length);
    else if (fromWord == 0) fillRow(v128.load32_splat(from), to, length);
    else gatherRow(from, to, length, (<usize>fromWord) << 2);
    if (++line == lines) {
      line = 0;
      if (++row == middle) {
        row = 0;
        block++;
      }
    }
  }
}

// @ts-ignore: decorator
@inline
export function copyRow(from: usize, to: usize, length: i32): void {
  if (length >= LONG_ROW) {
    memory.copy(to, from, (<usize>length) << 2);
    return;
  }
  let at: usize = 0;
  for (const end = (<usize>(length & ~3)) << 2; at < end; at += 16) v128.store(to + at, v128.load(from + at));
  if (length & 3) storeLanes(to + at, v128.load(from + at), length & 3);
}

// @ts-ignore: decorator
@inline
export function fillRow(word: v128, to: usize, length: i32): void {
  for (let i = 0; i < length; i += 4) storeLanes(to + ((<usize>i) << 2), word, length - i);
}

// @ts-ignore: decorator
@inline
export function gatherRow(from: usize, to: usize, length: i32, stepBytes: usize): void {
  for (let i = 0; i < length; i++, from += stepBytes) store<u32>(to + ((<usize>i) << 2), load<u32>(from));
}

/** Copies the row of each index, one of `rows` of each block of x. Items are rows of y, `count` of each block. */
export function gatherRows(
  x: usize,
  indices: usize,
  y: usize,
  rows: i32,
  length: i32,
  count: i32,
  begin: i32,
  end: i32,
): void {
  const rowBytes = (<usize>length) << 2;
  for (let item = begin; item < end; item++) {
    const block = item / count;
    const index = load<i32>(indices + ((<usize>(item - block * count)) << 2));
    copyRow(x + <usize>(block * rows + index) * rowBytes, y + <usize>item * rowBytes, length);
  }
}

/** Items are fours. */
export function fill(y: usize, value: f32, begin: i32, end: i32): void {
  for (let at = (<usize>begin) << 4; at < (<usize>end) << 4; at += 16) v128.store(y + at, f32x4.splat(value));
}
