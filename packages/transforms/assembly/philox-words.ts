import { INDICES, WORDS } from './memory';

const MULTIPLIER_0: u32 = 0xd2511f53;
const MULTIPLIER_1: u32 = 0xcd9e8d57;
const WEYL_0: u32 = 0x9e3779b9;
const WEYL_1: u32 = 0xbb67ae85;
const ROUNDS: i32 = 10;
/** Bytes from a word of the first image to the next word of it. */
const STRIDE: usize = 64 * 4;

/** Writes the words of Philox4x32-10 at the counters (0, stream, index, epoch), four images at a time. */
export function philoxWords(key0: u32, key1: u32, stream: u32, epoch: u32, imageCount: i32): void {
  for (let image = 0; image < imageCount; image += 4) {
    const at = <usize>image << 2;
    let c0 = i32x4.splat(0);
    let c1 = i32x4.splat(stream);
    let c2 = v128.load(INDICES + at);
    let c3 = i32x4.splat(epoch);
    let k0 = key0;
    let k1 = key1;
    for (let round = 0; round < ROUNDS; round++) {
      const low0 = i64x2.extmul_low_i32x4_u(c0, i32x4.splat(MULTIPLIER_0));
      const high0 = i64x2.extmul_high_i32x4_u(c0, i32x4.splat(MULTIPLIER_0));
      const low1 = i64x2.extmul_low_i32x4_u(c2, i32x4.splat(MULTIPLIER_1));
      const high1 = i64x2.extmul_high_i32x4_u(c2, i32x4.splat(MULTIPLIER_1));
      c0 = v128.xor(v128.xor(upperWords(low1, high1), c1), i32x4.splat(k0));
      c1 = lowerWords(low1, high1);
      c2 = v128.xor(v128.xor(upperWords(low0, high0), c3), i32x4.splat(k1));
      c3 = lowerWords(low0, high0);
      k0 += WEYL_0;
      k1 += WEYL_1;
    }
    const to = WORDS + at;
    v128.store(to, c0);
    v128.store(to, c1, STRIDE);
    v128.store(to, c2, 2 * STRIDE);
    v128.store(to, c3, 3 * STRIDE);
  }
}

function lowerWords(first: v128, second: v128): v128 {
  return v128.shuffle<i32>(first, second, 0, 2, 4, 6);
}

function upperWords(first: v128, second: v128): v128 {
  return v128.shuffle<i32>(first, second, 1, 3, 5, 7);
}
