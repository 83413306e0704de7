/**
 * A sample in the space of lower bounds: int16 coordinates along orthonormal axes, at three levels of detail. At the
 * end of each level stands the length of what its axes leave over, and at the start of the next the same length again,
 * to be taken away.
 *
 *     0..13  axes    14  rest    15  radius
 *     16  rest of before    17..46  axes    47  rest
 *     48  rest of before    49..94  axes    95  rest
 *     96  rest of before    97..158  axes   159  rest
 */
export const COORDINATES: i32 = 160;
export const AXES: i32 = 152;
export const ROW_BYTES: usize = 320;
export const LEVELS: i32 = 4;
export const RADIUS: i32 = 15;

/** Coordinates of the first level: a ball's centre and its radius. */
export const BALL_COORDINATES: i32 = 16;
export const BALL_BYTES: usize = 32;

/** Samples lie side by side in panels of eight, panels in blocks of eight. */
export const PANEL_BYTES: usize = 8 * ROW_BYTES;
export const PANEL_NORM_BYTES: usize = 32 * <usize>LEVELS;
export const CENTRES_BYTES: usize = 8 * BALL_BYTES;
export const BLOCK: i32 = 64;
/** Queries that are answered together. */
export const QUERIES: i32 = 256;

/** The norm of what only fills up a panel: more than any threshold. */
export const NOBODY: i32 = 0x3fffffff;

/** Where a level starts: 0, 16, 48, 96. */
export function levelStart(level: i32): i32 {
  return 8 * level * (level + 1);
}

export function coordinate(row: usize, index: i32): i32 {
  return <i32>load<i16>(row + ((<usize>index) << 1));
}

/** What a level adds to the squared length of a row. */
export function normOfLevel(row: usize, level: i32): i32 {
  const start = levelStart(level), end = level === 0 ? RADIUS : levelStart(level + 1);
  const first = coordinate(row, start);
  let sum = level === 0 ? first * first : -first * first;
  for (let index = start + 1; index < end; index++) {
    const value = coordinate(row, index);
    sum += value * value;
  }
  return sum;
}
