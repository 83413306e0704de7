/** Which side of the upright picture the first row and the first column of the stored one are: EXIF 2.32, tag 0x0112. */
const FIRST_SIDES = {
  1: ['top', 'left'],
  2: ['top', 'right'],
  3: ['bottom', 'right'],
  4: ['bottom', 'left'],
  5: ['left', 'top'],
  6: ['right', 'top'],
  7: ['right', 'bottom'],
  8: ['left', 'bottom'],
} as const;

export type Orientation = keyof typeof FIRST_SIDES;

export interface Colors {
  /** Red, green and blue of each pixel, row by row. */
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** An upright picture as it is stored with an orientation. */
export function lyingPicture({ data, width, height }: Colors, orientation: Orientation): Colors {
  const [firstRow, firstColumn] = FIRST_SIDES[orientation];
  const isTurned = firstRow === 'left' || firstRow === 'right';
  const stored = { width: isTurned ? height : width, height: isTurned ? width : height };
  const places = { left: width, right: width, top: height, bottom: height };
  const from = (side: keyof typeof places, step: number) =>
    side === 'left' || side === 'top' ? step : places[side] - 1 - step;
  const lying = new Uint8Array(data.length);
  for (let row = 0; row < stored.height; row++)
    for (let column = 0; column < stored.width; column++) {
      const [along, across] = [from(firstRow, row), from(firstColumn, column)];
      const [x, y] = isTurned ? [along, across] : [across, along];
      const pixel = data.subarray((y * width + x) * 3, (y * width + x + 1) * 3);
      lying.set(pixel, (row * stored.width + column) * 3);
    }
  return { data: lying, ...stored };
}
