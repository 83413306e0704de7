/**
 * Four rows as `[length, 4]` of `value - centre`. Where there are fewer, the last one stands in for the missing.
 *
 * @param from - The first row.
 */
export function packFloatQuad(
  from: usize, rowBytes: usize, rowCount: i32, centre: usize, length: i32, to: usize,
): void {
  const second = from + (<usize>min(1, rowCount - 1)) * rowBytes;
  const third = from + (<usize>min(2, rowCount - 1)) * rowBytes;
  const fourth = from + (<usize>min(3, rowCount - 1)) * rowBytes;
  const vectorEnd = (<usize>(length & ~3)) << 2;
  for (let k: usize = 0; k < vectorEnd; k += 16) {
    const origin = v128.load(centre + k);
    storeQuads(
      to + (k << 2),
      f32x4.sub(v128.load(from + k), origin),
      f32x4.sub(v128.load(second + k), origin),
      f32x4.sub(v128.load(third + k), origin),
      f32x4.sub(v128.load(fourth + k), origin),
    );
  }
  for (let k = vectorEnd; k < (<usize>length) << 2; k += 4) {
    const origin = load<f32>(centre + k);
    store<f32>(to + (k << 2), load<f32>(from + k) - origin);
    store<f32>(to + (k << 2), load<f32>(second + k) - origin, 4);
    store<f32>(to + (k << 2), load<f32>(third + k) - origin, 8);
    store<f32>(to + (k << 2), load<f32>(fourth + k) - origin, 12);
  }
}

/** The same for rows of bytes. */
export function packByteQuad(
  from: usize, rowBytes: usize, rowCount: i32, centre: usize, length: i32, to: usize,
): void {
  const second = from + (<usize>min(1, rowCount - 1)) * rowBytes;
  const third = from + (<usize>min(2, rowCount - 1)) * rowBytes;
  const fourth = from + (<usize>min(3, rowCount - 1)) * rowBytes;
  const vectorEnd = <usize>(length & ~3);
  for (let k: usize = 0; k < vectorEnd; k += 4) {
    const origin = v128.load(centre + (k << 2));
    storeQuads(
      to + (k << 4),
      f32x4.sub(fourBytes(from + k), origin),
      f32x4.sub(fourBytes(second + k), origin),
      f32x4.sub(fourBytes(third + k), origin),
      f32x4.sub(fourBytes(fourth + k), origin),
    );
  }
  for (let k = vectorEnd; k < <usize>length; k++) {
    const origin = load<f32>(centre + (k << 2));
    store<f32>(to + (k << 4), <f32>load<u8>(from + k) - origin);
    store<f32>(to + (k << 4), <f32>load<u8>(second + k) - origin, 4);
    store<f32>(to + (k << 4), <f32>load<u8>(third + k) - origin, 8);
    store<f32>(to + (k << 4), <f32>load<u8>(fourth + k) - origin, 12);
  }
}

function fourBytes(from: usize): v128 {
  return f32x4.convert_i32x4_u(i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(from))));
}

/** Four elements of four rows, element by element. */
function storeQuads(to: usize, a: v128, b: v128, c: v128, d: v128): void {
  const abLow = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
  const abHigh = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
  const cdLow = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
  const cdHigh = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<i32>(abLow, cdLow, 0, 1, 4, 5));
  v128.store(to, v128.shuffle<i32>(abLow, cdLow, 2, 3, 6, 7), 16);
  v128.store(to, v128.shuffle<i32>(abHigh, cdHigh, 0, 1, 4, 5), 32);
  v128.store(to, v128.shuffle<i32>(abHigh, cdHigh, 2, 3, 6, 7), 48);
}
