import { scratch } from '../scratch';

/** The most rows of a block. */
export const BLOCK_ROWS: i32 = 192;
/** How much of the inner index is packed at a time. */
export const BLOCK_INNER: i32 = 256;
/** How many columns are packed at a time. */
export const BLOCK_COLUMNS: i32 = 64;

/** Products of six rows with one or two panels. */
// @ts-ignore: decorator
@inline
export function tileRoom(): usize {
  return scratch;
}

/** Four vectors. */
// @ts-ignore: decorator
@inline
export function transposedRoom(): usize {
  return scratch + 512;
}

/** 16 bytes for each row of a block. */
// @ts-ignore: decorator
@inline
export function rowRoom(): usize {
  return scratch + 1024;
}

/** Panels of eight columns each, `[BLOCK_COLUMNS / 8][BLOCK_INNER][8]`. */
// @ts-ignore: decorator
@inline
export function rightRoom(): usize {
  return scratch + 4096;
}

/** The panels of a block's rows, `BLOCK_ROWS * BLOCK_INNER` values. */
// @ts-ignore: decorator
@inline
export function leftRoom(): usize {
  return scratch + 4096 + 4 * <usize>(BLOCK_COLUMNS * BLOCK_INNER);
}
