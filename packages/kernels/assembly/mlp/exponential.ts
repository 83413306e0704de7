/** `e^x` in float32, to within 2 units in the last place. Coefficients of Cephes' `expf`. */
export function exponentials(x: v128): v128 {
  const inside = f32x4.max(f32x4.splat(-87), f32x4.min(f32x4.splat(88), x));
  const power = f32x4.floor(f32x4.add(f32x4.mul(inside, f32x4.splat(1.44269504088896341)), f32x4.splat(0.5)));
  let r = f32x4.sub(inside, f32x4.mul(power, f32x4.splat(0.693359375)));
  r = f32x4.sub(r, f32x4.mul(power, f32x4.splat(-2.12194440e-4)));
  let y = f32x4.add(f32x4.mul(f32x4.splat(1.9875691500e-4), r), f32x4.splat(1.3981999507e-3));
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(8.3334519073e-3));
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(4.1665795894e-2));
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(1.6666665459e-1));
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(5.0000001201e-1));
  y = f32x4.add(f32x4.add(f32x4.mul(y, f32x4.mul(r, r)), r), f32x4.splat(1));
  const exponent = i32x4.add(i32x4.trunc_sat_f32x4_s(power), i32x4.splat(127));
  return f32x4.mul(y, i32x4.shl(exponent, 23));
}

/** The hyperbolic tangent in float32. Coefficients of Cephes' `tanhf`. */
export function tangents(x: v128): v128 {
  const one = f32x4.splat(1);
  const square = f32x4.mul(x, x);
  let y = f32x4.add(f32x4.mul(f32x4.splat(-5.70498872745e-3), square), f32x4.splat(2.06390887954e-2));
  y = f32x4.add(f32x4.mul(y, square), f32x4.splat(-5.37397155531e-2));
  y = f32x4.add(f32x4.mul(y, square), f32x4.splat(1.33314422036e-1));
  y = f32x4.add(f32x4.mul(y, square), f32x4.splat(-3.33332819422e-1));
  const near = f32x4.add(f32x4.mul(f32x4.mul(y, square), x), x);
  const size = f32x4.abs(x);
  const power = exponentials(f32x4.add(size, size));
  const far = f32x4.sub(one, f32x4.div(f32x4.splat(2), f32x4.add(power, one)));
  const signs = v128.and(x, i32x4.splat(0x80000000));
  return v128.bitselect(near, v128.or(far, signs), f32x4.lt(size, f32x4.splat(0.625)));
}

export function logistics(x: v128): v128 {
  const one = f32x4.splat(1);
  return f32x4.div(one, f32x4.add(one, exponentials(f32x4.neg(x))));
}
