/** `e^x` of four numbers `x <= 0`, within 2e-7 of each; at least `e^-87`. Polynomial of Cephes. */
export function expOfNegatives(x: v128): v128 {
  const shifter = f32x4.splat(12582912);
  const bounded = f32x4.pmax(x, f32x4.splat(-87));
  const shifted = f32x4.add(f32x4.mul(bounded, f32x4.splat(1.44269504)), shifter);
  const power = f32x4.sub(shifted, shifter);
  let rest = f32x4.sub(bounded, f32x4.mul(power, f32x4.splat(0.693359375)));
  rest = f32x4.sub(rest, f32x4.mul(power, f32x4.splat(-2.1219444e-4)));
  let p = f32x4.splat(1.98756915e-4);
  p = f32x4.add(f32x4.mul(p, rest), f32x4.splat(1.3981999507e-3));
  p = f32x4.add(f32x4.mul(p, rest), f32x4.splat(8.3334519073e-3));
  p = f32x4.add(f32x4.mul(p, rest), f32x4.splat(4.1665795894e-2));
  p = f32x4.add(f32x4.mul(p, rest), f32x4.splat(1.6666665459e-1));
  p = f32x4.add(f32x4.mul(p, rest), f32x4.splat(5.0000001201e-1));
  p = f32x4.add(f32x4.add(f32x4.mul(f32x4.mul(p, rest), rest), rest), f32x4.splat(1));
  return f32x4.mul(p, i32x4.shl(i32x4.add(shifted, i32x4.splat(127)), 23));
}

/** `log(1 + x)` of four numbers in `0..1`: `2 artanh(x / (2 + x))` as a series, within 2e-7 of each. */
export function logOfOnePlus(x: v128): v128 {
  const s = f32x4.div(x, f32x4.add(x, f32x4.splat(2)));
  const square = f32x4.mul(s, s);
  let p = f32x4.splat(1.0 / 13.0);
  p = f32x4.add(f32x4.mul(p, square), f32x4.splat(1.0 / 11.0));
  p = f32x4.add(f32x4.mul(p, square), f32x4.splat(1.0 / 9.0));
  p = f32x4.add(f32x4.mul(p, square), f32x4.splat(1.0 / 7.0));
  p = f32x4.add(f32x4.mul(p, square), f32x4.splat(1.0 / 5.0));
  p = f32x4.add(f32x4.mul(p, square), f32x4.splat(1.0 / 3.0));
  p = f32x4.add(f32x4.mul(p, square), f32x4.splat(1));
  return f32x4.mul(f32x4.add(s, s), p);
}
