/** Bytes as float32, each times `scale`. Sixteen at a time, the rest one by one. */
export function scaleBytes(from: usize, to: usize, scale: f32, begin: i32, end: i32): void {
  const factor = f32x4.splat(scale);
  const vectorEnd = begin + ((end - begin) & ~15);
  for (let i = begin; i < vectorEnd; i += 16) {
    const bytes = v128.load(from + <usize>i);
    const low = i16x8.extend_low_i8x16_u(bytes);
    const high = i16x8.extend_high_i8x16_u(bytes);
    const out = to + ((<usize>i) << 2);
    v128.store(out, f32x4.mul(f32x4.convert_i32x4_u(i32x4.extend_low_i16x8_u(low)), factor));
    v128.store(out, f32x4.mul(f32x4.convert_i32x4_u(i32x4.extend_high_i16x8_u(low)), factor), 16);
    v128.store(out, f32x4.mul(f32x4.convert_i32x4_u(i32x4.extend_low_i16x8_u(high)), factor), 32);
    v128.store(out, f32x4.mul(f32x4.convert_i32x4_u(i32x4.extend_high_i16x8_u(high)), factor), 48);
  }
  for (let i = vectorEnd; i < end; i++)
    store<f32>(to + ((<usize>i) << 2), <f32>load<u8>(from + <usize>i) * scale);
}
