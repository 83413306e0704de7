import { logistics, tangents } from './exponential';

const LOGISTIC: i32 = 1;
const TANH: i32 = 2;
const RELU: i32 = 3;

/** Four rows of a panel, in place. Columns from `width` on stay 0: they are none. */
export function activateQuad(activation: i32, quad: usize, width: i32): void {
  const zero = f32x4.splat(0);
  const end = quad + 128;
  if (activation === RELU) {
    for (let at = quad; at < end; at += 16) v128.store(at, f32x4.max(v128.load(at), zero));
  } else if (activation === LOGISTIC) {
    for (let at = quad; at < end; at += 16) v128.store(at, logistics(v128.load(at)));
    if (width < 8) clearColumns(quad, width);
  } else if (activation === TANH) {
    for (let at = quad; at < end; at += 16) v128.store(at, tangents(v128.load(at)));
  }
}

/** The derivative of an activation, from its value. */
export function slopes(activation: i32, values: v128): v128 {
  const one = f32x4.splat(1);
  if (activation === RELU) return v128.and(one, f32x4.gt(values, f32x4.splat(0)));
  if (activation === LOGISTIC) return f32x4.mul(values, f32x4.sub(one, values));
  if (activation === TANH) return f32x4.sub(one, f32x4.mul(values, values));
  return one;
}

function clearColumns(quad: usize, width: i32): void {
  for (let row: usize = 0; row < 128; row += 32)
    memory.fill(quad + row + ((<usize>width) << 2), 0, (<usize>(8 - width)) << 2);
}
