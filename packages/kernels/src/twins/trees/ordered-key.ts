const word = new Uint32Array(1);
const float = new Float32Array(word.buffer);

/** Floats as unsigned words in the same order; both zeros are one. */
export function keyOf(value: number): number {
  float[0] = value + 0;
  const bits = word[0]!;
  return bits >>> 31 ? ~bits >>> 0 : (bits | 0x80000000) >>> 0;
}

export function floatOf(key: number): number {
  word[0] = key >>> 31 ? key & 0x7fffffff : ~key;
  return float[0]!;
}
