/** What transforms a column of three weights to six. */
const THREE = memory.data<f32>([
  1.0 / 4, 0, 0,
  -1.0 / 6, -1.0 / 6, -1.0 / 6,
  -1.0 / 6, 1.0 / 6, -1.0 / 6,
  1.0 / 24, 1.0 / 12, 1.0 / 6,
  1.0 / 24, -1.0 / 12, 1.0 / 6,
  0, 0, 1,
]);

/** What transforms a column of four weights to six. */
const FOUR = memory.data<f32>([
  1.0 / 4, 0, 0, 0,
  -1.0 / 6, -1.0 / 6, -1.0 / 6, -1.0 / 6,
  -1.0 / 6, 1.0 / 6, -1.0 / 6, 1.0 / 6,
  1.0 / 24, 1.0 / 12, 1.0 / 6, 1.0 / 3,
  1.0 / 24, -1.0 / 12, 1.0 / 6, -1.0 / 3,
  0, 0, 0, 1,
]);

/** What transforms a column of five weights to six. */
const FIVE = memory.data<f32>([
  1.0 / 4, 0, 0, 0, 0,
  -1.0 / 6, -1.0 / 6, -1.0 / 6, -1.0 / 6, -1.0 / 6,
  -1.0 / 6, 1.0 / 6, -1.0 / 6, 1.0 / 6, -1.0 / 6,
  1.0 / 24, 1.0 / 12, 1.0 / 6, 1.0 / 3, 2.0 / 3,
  1.0 / 24, -1.0 / 12, 1.0 / 6, -1.0 / 3, 2.0 / 3,
  0, 0, 0, 0, 1,
]);

/** `[6][size]`, for windows of `size` times `size`, 3 to 5. */
export function filterMatrix(size: i32): usize {
  if (size === 3) return THREE;
  return size === 4 ? FOUR : FIVE;
}
