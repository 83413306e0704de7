/** A picture to make photos of: a thing of three colours on white, no side of it like another. */
export const SHIRT = { width: 60, height: 40 } as const;

const BODY = [200, 40, 90] as const;
const SLEEVE = [30, 60, 160] as const;
const COLLAR = [240, 200, 20] as const;
const WHITE = [255, 255, 255] as const;

/** Red, green and blue of each pixel, row by row. */
export function drawShirt(): Uint8Array {
  const { width, height } = SHIRT;
  return Uint8Array.from(
    Array.from({ length: width * height }, (_, at) => colorAt(at % width, Math.floor(at / width))).flat(),
  );
}

function colorAt(x: number, y: number): readonly [number, number, number] {
  if (x >= 20 && x < 45 && y >= 4 && y < 36) return y < 8 && x < 30 ? COLLAR : BODY;
  return x >= 8 && x < 20 && y >= 6 && y < 14 ? SLEEVE : WHITE;
}
