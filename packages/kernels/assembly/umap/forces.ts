import { coefficient, coefficients } from './curves';

const LARGEST_STEP: f32 = 4;

/** The four numbers of a counter-based generator for the `group`th four of a position in a stream. */
export function randomWords(stream: i32, position: i32, group: i32): v128 {
  const counter = (position << 6) + (group << 2);
  let words = i32x4.add(i32x4.splat(counter), i32x4(0, 1, 2, 3));
  words = v128.xor(i32x4.mul(words, i32x4.splat(0x9e3779b1)), i32x4.splat(stream));
  words = i32x4.mul(v128.xor(words, i32x4.shr_u(words, 16)), i32x4.splat(0x7feb352d));
  words = i32x4.mul(v128.xor(words, i32x4.shr_u(words, 15)), i32x4.splat(0x846ca68b));
  return v128.xor(words, i32x4.shr_u(words, 16));
}

function clipped(step: v128): v128 {
  return f32x4.pmin(f32x4.splat(LARGEST_STEP), f32x4.pmax(f32x4.splat(-LARGEST_STEP), step));
}

/** How far a point at `head` moves on account of one at `tail`, both in the lower two lanes. */
export function attractionStep(table: usize, head: v128, tail: v128, rate: v128): v128 {
  const difference = f32x4.sub(head, tail);
  const squares = f32x4.mul(difference, difference);
  const square = f32x4.extract_lane(squares, 0) + f32x4.extract_lane(squares, 1);
  const pull = f32x4.mul(f32x4.splat(coefficient(table, square)), difference);
  return f32x4.mul(clipped(pull), rate);
}

/** How far a point moves on account of four others, drawn from all by random words. */
export function repulsionStep(
  table: usize,
  head: v128,
  others: usize,
  otherCount: i32,
  words: v128,
  rate: v128,
): v128 {
  const count = i32x4.splat(otherCount);
  const drawn = v128.shuffle<i32>(
    i64x2.extmul_low_i32x4_u(words, count),
    i64x2.extmul_high_i32x4_u(words, count),
    1,
    3,
    5,
    7,
  );
  let first = v128.load64_zero(others + ((<usize>i32x4.extract_lane(drawn, 0)) << 3));
  let second = v128.load64_zero(others + ((<usize>i32x4.extract_lane(drawn, 2)) << 3));
  first = v128.load64_lane(others + ((<usize>i32x4.extract_lane(drawn, 1)) << 3), first, 1);
  second = v128.load64_lane(others + ((<usize>i32x4.extract_lane(drawn, 3)) << 3), second, 1);
  const alongX = f32x4.sub(
    v128.shuffle<f32>(head, head, 0, 0, 0, 0),
    v128.shuffle<f32>(first, second, 0, 2, 4, 6),
  );
  const alongY = f32x4.sub(
    v128.shuffle<f32>(head, head, 1, 1, 1, 1),
    v128.shuffle<f32>(first, second, 1, 3, 5, 7),
  );
  const push = coefficients(table, f32x4.add(f32x4.mul(alongX, alongX), f32x4.mul(alongY, alongY)));
  const pushX = clipped(f32x4.mul(push, alongX));
  const pushY = clipped(f32x4.mul(push, alongY));
  const pairs = f32x4.add(
    v128.shuffle<f32>(pushX, pushY, 0, 4, 1, 5),
    v128.shuffle<f32>(pushX, pushY, 2, 6, 3, 7),
  );
  return f32x4.mul(f32x4.add(pairs, v128.shuffle<f32>(pairs, pairs, 2, 3, 2, 3)), rate);
}
