/** Writes `exp(-2 pi i k / size)` as pairs of float32, for `k` in `begin..end`. */
export function fftTwiddles(size: i32, twiddles: usize, begin: i32, end: i32): void {
  for (let k = begin; k < end; k++) {
    const angle = (2 * Math.PI * <f64>k) / <f64>size;
    const to = twiddles + ((<usize>k) << 3);
    store<f32>(to, <f32>Math.cos(angle));
    store<f32>(to, <f32>-Math.sin(angle), 4);
  }
}
