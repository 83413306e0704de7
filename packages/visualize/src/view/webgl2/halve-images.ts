import { clamp } from '../geometry.ts';

/** Images of half the size, rounded up: each pixel is the mean of four, or of those that exist at an odd edge. */
export function halveImages(
  bytes: Uint8Array,
  [height, width]: readonly [height: number, width: number],
): Uint8Array {
  const [halfHeight, halfWidth] = halfShape([height, width]);
  const count = bytes.length / (height * width);
  const halves = new Uint8Array(count * halfHeight * halfWidth);
  let target = 0;
  for (let image = 0; image < count; image++) {
    for (let row = 0; row < halfHeight; row++) {
      const top = (image * height + 2 * row) * width;
      const below = top + clamp(height - 1 - 2 * row, 0, 1) * width;
      for (let column = 0; column < halfWidth; column++) {
        const left = 2 * column;
        const right = left + clamp(width - 1 - left, 0, 1);
        const sum =
          (bytes[top + left] as number) +
          (bytes[top + right] as number) +
          (bytes[below + left] as number) +
          (bytes[below + right] as number);
        halves[target++] = (sum + 2) >> 2;
      }
    }
  }
  return halves;
}

export function halfShape([height, width]: readonly [number, number]): readonly [number, number] {
  return [Math.ceil(height / 2), Math.ceil(width / 2)];
}
