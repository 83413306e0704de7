/** `x · y`, in float32, every sixteenth product into the same of sixteen sums. */
export function dotOf(f32: Float32Array, x: number, y: number, width: number): number {
  const sumOf = (first: number): number => strided(f32, x / 4 + first, y / 4 + first, width);
  const quarter = (lane: number): number =>
    Math.fround(Math.fround(sumOf(lane) + sumOf(lane + 4)) + Math.fround(sumOf(lane + 8) + sumOf(lane + 12)));
  return Math.fround(Math.fround(quarter(0) + quarter(1)) + Math.fround(quarter(2) + quarter(3)));
}

function strided(f32: Float32Array, x: number, y: number, width: number): number {
  let sum = 0;
  for (let i = 0; i < width; i += 16) sum = Math.fround(sum + Math.fround(f32[x + i]! * f32[y + i]!));
  return sum;
}
