/** Values of a sample from a feature on as float64. */
export function loadDoubles(values: usize, areFloats: i32, count: i32, to: usize): void {
  if (areFloats) convertFloats(values, count, to);
  else convertBytes(values, count, to);
}

function convertFloats(from: usize, count: i32, to: usize): void {
  const end = to + ((<usize>count) << 3), vectorEnd = to + ((<usize>(count & ~1)) << 3);
  for (; to < vectorEnd; from += 8, to += 16) v128.store(to, f64x2.promote_low_f32x4(v128.load64_zero(from)));
  for (; to < end; from += 4, to += 8) store<f64>(to, <f64>load<f32>(from));
}

function convertBytes(from: usize, count: i32, to: usize): void {
  const end = to + ((<usize>count) << 3), vectorEnd = to + ((<usize>(count & ~3)) << 3);
  for (; to < vectorEnd; from += 4, to += 32) {
    const four = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(from)));
    v128.store(to, f64x2.convert_low_i32x4_s(four));
    v128.store(to, f64x2.convert_low_i32x4_s(v128.shuffle<i64>(four, four, 1, 1)), 16);
  }
  for (; to < end; from += 1, to += 8) store<f64>(to, <f64>load<u8>(from));
}
