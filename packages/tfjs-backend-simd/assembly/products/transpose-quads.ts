import { transposedRoom } from './room';

/** Transposes four vectors, `stepBytes` apart; those from `steps` on count as zeros. */
export function transposeQuads(from: usize, stepBytes: usize, steps: i32): void {
  const zero = f32x4.splat(0);
  const a = steps > 0 ? v128.load(from) : zero;
  const b = steps > 1 ? v128.load(from + stepBytes) : zero;
  const c = steps > 2 ? v128.load(from + 2 * stepBytes) : zero;
  const d = steps > 3 ? v128.load(from + 3 * stepBytes) : zero;
  const e = v128.shuffle<f32>(a, b, 0, 4, 1, 5), f = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
  const g = v128.shuffle<f32>(a, b, 2, 6, 3, 7), h = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
  const to = transposedRoom();
  v128.store(to, v128.shuffle<f32>(e, f, 0, 1, 4, 5));
  v128.store(to, v128.shuffle<f32>(e, f, 2, 3, 6, 7), 16);
  v128.store(to, v128.shuffle<f32>(g, h, 0, 1, 4, 5), 32);
  v128.store(to, v128.shuffle<f32>(g, h, 2, 3, 6, 7), 48);
}

/** The `index`-th vector that `transposeQuads` made. */
// @ts-ignore: decorator
@inline
export function transposedQuad(index: i32): v128 {
  return v128.load(transposedRoom() + ((<usize>index) << 4));
}
