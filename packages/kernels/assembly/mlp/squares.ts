import { sumF32 } from '../lanes';

/** The sum of the squares of 64 weights. */
export function sumOfSquares(weights: usize): f64 {
  let sum = f32x4.splat(0);
  for (let at: usize = 0; at < 256; at += 16) {
    const w = v128.load(weights + at);
    sum = f32x4.add(sum, f32x4.mul(w, w));
  }
  return <f64>sumF32(sum);
}
