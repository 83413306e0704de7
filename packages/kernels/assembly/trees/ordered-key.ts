/** Floats as unsigned words in the same order; both zeros are one. */
export function keyOf(value: f32): u32 {
  const bits = reinterpret<u32>(value + 0);
  return bits >>> 31 ? ~bits : bits | 0x80000000;
}

export function floatOf(key: u32): f32 {
  return reinterpret<f32>(key >>> 31 ? key & 0x7fffffff : ~key);
}
