import type { NdArray } from '@fashion-mnist/core';
import type { GrayPicture } from '@fashion-mnist/visualize';

export interface TransformSheetOptions {
  /** How many pixels wide and high each pixel is drawn. */
  readonly magnification: number;
  /** Pixels between two pictures, and around all; three times as many behind the first column. */
  readonly gap: number;
  /** Grey level of the gaps. */
  readonly background: number;
}

/** Pictures in columns, each of which has the same number of them, all of one size. */
export function transformSheet(
  columns: readonly NdArray<Uint8Array>[],
  { magnification, gap, background }: TransformSheetOptions,
): GrayPicture {
  const [count = 0, height = 0, width = 0] = columns[0]?.shape ?? [];
  const [cellHeight, cellWidth] = [height * magnification, width * magnification];
  const sheetWidth = columns.length * (cellWidth + gap) + (columns.length > 1 ? 3 : 1) * gap;
  const sheetHeight = count * (cellHeight + gap) + gap;
  const data = new Uint8Array(sheetWidth * sheetHeight).fill(background);
  for (const [column, pictures] of columns.entries()) {
    const left = gap + column * (cellWidth + gap) + (column > 0 ? 2 * gap : 0);
    for (let row = 0; row < count * cellHeight; row++) {
      const picture = Math.floor(row / cellHeight);
      const line = Math.floor(row / magnification) * width;
      const start = (gap + row + picture * gap) * sheetWidth + left;
      for (let pixel = 0; pixel < cellWidth; pixel++)
        data[start + pixel] = pictures.data[line + Math.floor(pixel / magnification)] as number;
    }
  }
  return { data, shape: [sheetHeight, sheetWidth] };
}
