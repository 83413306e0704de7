/** `x · y`, in float32, every eighth product into the same of eight sums. */
export function dotOf(f32: Float32Array, x: number, y: number, width: number): number {
  const quarter = (lane: number): number =>
    Math.fround(
      strided(f32, x / 4 + lane, y / 4 + lane, width) +
        strided(f32, x / 4 + lane + 4, y / 4 + lane + 4, width),
    );
  return Math.fround(Math.fround(quarter(0) + quarter(1)) + Math.fround(quarter(2) + quarter(3)));
}

function strided(f32: Float32Array, x: number, y: number, width: number): number {
  let sum = 0;
  for (let i = 0; i < width; i += 8) sum = Math.fround(sum + Math.fround(f32[x + i]! * f32[y + i]!));
  return sum;
}
