/**
 * `y[i] = F(x[i])`, where `F` has a method `of` of four elements and up to two parameters that knows no object. Items
 * are fours.
 */
// @ts-ignore: decorator
@inline
export function map<F>(x: usize, y: usize, a: f32, b: f32, begin: i32, end: i32): void {
  const operation = changetype<F>(<usize>0);
  for (let at = (<usize>begin) << 4; at < (<usize>end) << 4; at += 16)
    v128.store(y + at, operation.of(v128.load(x + at), f32x4.splat(a), f32x4.splat(b)));
}
