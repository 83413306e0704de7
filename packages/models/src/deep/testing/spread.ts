/** The numbers of `spread` in test/golden/training.py: multiples of 2^-10 within 1/2 of 0. */
export function spread(length: number, salt: number): Float32Array {
  return Float32Array.from({ length }, (_, i) => ((i * 7919 + salt * 131) % 1024) / 1024 - 0.5);
}
