/** Tables over squared distances: 64 steps for each doubling, from 2^-20 to 2^20, linear in between. */
const STEPS_PER_OCTAVE: i32 = 64;
const FIRST_EXPONENT: i32 = 107;
const FRACTION_BITS: i32 = 17;
const FRACTION_MASK: i32 = 0x1ffff;
const FRACTION_UNIT: f32 = 7.62939453125e-6;
const SMALLEST: f32 = 9.5367431640625e-7;
const LARGEST: f32 = 1e6;

/** Fills the tables of both coefficients, by which the difference of two points is to be multiplied. */
export function umapCurves(a: f64, b: f64, attraction: usize, repulsion: usize, begin: i32, end: i32): void {
  for (let i = begin; i < end; i++) {
    const square = <f64>reinterpret<f32>((FIRST_EXPONENT * STEPS_PER_OCTAVE + i) << FRACTION_BITS);
    const power = Math.pow(square, b);
    const place = (<usize>i) << 2;
    store<f32>(attraction + place, <f32>((-2 * a * b * power) / square / (a * power + 1)));
    store<f32>(repulsion + place, <f32>((2 * b) / ((0.001 + square) * (a * power + 1))));
  }
}

export function coefficient(table: usize, square: f32): f32 {
  const bits = reinterpret<i32>(max(SMALLEST, min(square, LARGEST)));
  const entry = table + ((<usize>((bits >> FRACTION_BITS) - FIRST_EXPONENT * STEPS_PER_OCTAVE)) << 2);
  const fraction = <f32>(bits & FRACTION_MASK) * FRACTION_UNIT;
  const lower = load<f32>(entry);
  return lower + fraction * (load<f32>(entry, 4) - lower);
}

export function coefficients(table: usize, squares: v128): v128 {
  const bits = f32x4.pmax(f32x4.splat(SMALLEST), f32x4.pmin(f32x4.splat(LARGEST), squares));
  const steps = i32x4.sub(
    i32x4.shr_s(bits, FRACTION_BITS),
    i32x4.splat(FIRST_EXPONENT * STEPS_PER_OCTAVE),
  );
  const fraction = f32x4.mul(
    f32x4.convert_i32x4_s(v128.and(bits, i32x4.splat(FRACTION_MASK))),
    f32x4.splat(FRACTION_UNIT),
  );
  let first = v128.load64_zero(table + ((<usize>i32x4.extract_lane(steps, 0)) << 2));
  let second = v128.load64_zero(table + ((<usize>i32x4.extract_lane(steps, 2)) << 2));
  first = v128.load64_lane(table + ((<usize>i32x4.extract_lane(steps, 1)) << 2), first, 1);
  second = v128.load64_lane(table + ((<usize>i32x4.extract_lane(steps, 3)) << 2), second, 1);
  const lower = v128.shuffle<f32>(first, second, 0, 2, 4, 6);
  const upper = v128.shuffle<f32>(first, second, 1, 3, 5, 7);
  return f32x4.add(lower, f32x4.mul(fraction, f32x4.sub(upper, lower)));
}
