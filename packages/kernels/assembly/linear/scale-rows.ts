/**
 * Rows of bytes as float32: `(byte - mean) * inverseScale`, filled up to whole vectors of eight.
 *
 * The bytes of the next row that fill up a row must exist; `inverseScale` is 0 there, so that they do not count.
 */
export function scaleRows(
  rows: usize, count: i32, featureCount: i32, mean: usize, inverseScale: usize, block: usize, blockStride: usize,
): void {
  for (let row = 0; row < count; row++) {
    let from = rows + (<usize>row) * (<usize>featureCount);
    let to = block + (<usize>row) * blockStride;
    for (let at: usize = 0; at < blockStride; at += 32) {
      const values = v128.load8x8_u(from);
      const low = f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_u(values));
      const high = f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_u(values));
      v128.store(to, f32x4.mul(f32x4.sub(low, v128.load(mean + at)), v128.load(inverseScale + at)));
      v128.store(to, f32x4.mul(f32x4.sub(high, v128.load(mean + at, 16)), v128.load(inverseScale + at, 16)), 16);
      from += 8;
      to += 32;
    }
  }
}
