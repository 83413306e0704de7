import { panelCount } from './layers';
import { append } from './sparse';

/** Scales the bytes of a row into panels of eight features, and lists those that are not 0. Returns the end of the list. */
export function gatherBytes(
  from: usize, featureCount: i32, inverseScale: usize, to: usize, panelBytes: usize, list: usize,
): usize {
  let offset: usize = 0;
  for (const end = (<usize>(featureCount & ~7)) << 5; offset < end; offset += 256) {
    const bytes = v128.load64_zero(from);
    const words = i16x8.extend_low_i8x16_u(bytes);
    const low = f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_u(words));
    const high = f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_u(words));
    v128.store(to, f32x4.mul(low, v128.load(inverseScale)));
    v128.store(to, f32x4.mul(high, v128.load(inverseScale, 16)), 16);
    if (i64x2.extract_lane(bytes, 0) !== 0)
      for (let i: usize = 0; i < 8; i++) list = append(list, offset + (i << 5), load<u32>(to + (i << 2)));
    from += 8;
    inverseScale += 32;
    to += panelBytes;
  }
  const rest = <usize>(featureCount & 7);
  if (rest === 0) return list;
  memory.fill(to, 0, 32);
  for (let i: usize = 0; i < rest; i++) {
    const value = <f32>load<u8>(from + i) * load<f32>(inverseScale + (i << 2));
    store<f32>(to + (i << 2), value);
    list = append(list, offset + (i << 5), reinterpret<u32>(value));
  }
  return list;
}

/** Float32 in panels of eight features. */
export function gatherFloats(from: usize, featureCount: i32, to: usize, panelBytes: usize): void {
  for (let panel = 0; panel < featureCount >> 3; panel++) {
    v128.store(to, v128.load(from));
    v128.store(to, v128.load(from, 16), 16);
    from += 32;
    to += panelBytes;
  }
  const rest = (<usize>(featureCount & 7)) << 2;
  if (rest === 0) return;
  memory.fill(to, 0, 32);
  memory.copy(to, from, rest);
}

/** A row of nothing but zeros. */
export function clearRow(featureCount: i32, to: usize, panelBytes: usize): void {
  for (let panel = 0; panel < panelCount(featureCount); panel++) {
    memory.fill(to, 0, 32);
    to += panelBytes;
  }
}
