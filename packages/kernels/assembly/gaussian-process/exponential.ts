/** 1.5 * 2^52: a number that is added to it leaves its nearest whole number in the lowest bits. */
const ROUND: f64 = 6755399441055744;

/** `e^x` for `x <= 0` in float64, to within 2 units in the last place. Coefficients of Cephes' `exp`. */
export function exponentials(x: v128): v128 {
  const inside = f64x2.pmax(f64x2.splat(-708), x);
  const shifted = f64x2.add(f64x2.mul(inside, f64x2.splat(1.4426950408889634073599)), f64x2.splat(ROUND));
  const power = f64x2.sub(shifted, f64x2.splat(ROUND));
  let r = f64x2.sub(inside, f64x2.mul(power, f64x2.splat(6.93145751953125e-1)));
  r = f64x2.sub(r, f64x2.mul(power, f64x2.splat(1.42860682030941723212e-6)));
  const square = f64x2.mul(r, r);
  let p = f64x2.add(
    f64x2.mul(f64x2.splat(1.2617719307481059087798e-4), square), f64x2.splat(3.0299440770744196129956e-2),
  );
  p = f64x2.mul(r, f64x2.add(f64x2.mul(p, square), f64x2.splat(9.9999999999999999991025e-1)));
  let q = f64x2.add(
    f64x2.mul(f64x2.splat(3.0019850513866445504159e-6), square), f64x2.splat(2.5244834034968410419224e-3),
  );
  q = f64x2.add(f64x2.mul(q, square), f64x2.splat(2.2726554820815502876593e-1));
  q = f64x2.add(f64x2.mul(q, square), f64x2.splat(2));
  const fraction = f64x2.div(f64x2.add(p, p), f64x2.sub(q, p));
  const scale = i64x2.shl(i64x2.add(shifted, i64x2.splat(1023)), 52);
  return f64x2.mul(f64x2.add(f64x2.splat(1), fraction), scale);
}
