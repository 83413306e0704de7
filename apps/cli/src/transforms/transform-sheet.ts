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

/** Pictures in columns, each of which has the same number of them; of one column all have one size. */
export type PictureColumns = readonly NdArray<Uint8Array>[];

/** Height and width in pixels of a sheet that has room for the largest picture in each place. */
export function sheetShape(
  columns: PictureColumns,
  { magnification, gap }: Omit<TransformSheetOptions, 'background'>,
): readonly [height: number, width: number] {
  const { height, width } = cellOf(columns);
  const [rowCount = 0] = columns[0]?.shape ?? [];
  return [
    rowCount * (height * magnification + gap) + gap,
    columns.length * (width * magnification + gap) + (columns.length > 1 ? 3 : 1) * gap,
  ];
}

/** Pictures in columns, smaller ones in the middle of their place. */
export function transformSheet(columns: PictureColumns, options: TransformSheetOptions): GrayPicture {
  const { magnification, gap, background } = options;
  const cell = cellOf(columns);
  const shape = sheetShape(columns, options);
  const [, sheetWidth] = shape;
  const data = new Uint8Array(shape[0] * sheetWidth).fill(background);
  for (const [column, pictures] of columns.entries()) {
    const [count = 0, height = 0, width = 0] = pictures.shape;
    const top = gap + magnification * Math.floor((cell.height - height) / 2);
    const left = gap + magnification * Math.floor((cell.width - width) / 2) + (column > 0 ? 2 * gap : 0);
    const first = top * sheetWidth + left + column * (cell.width * magnification + gap);
    const stride = (cell.height * magnification + gap) * sheetWidth;
    for (let row = 0; row < count; row++)
      drawMagnified(pictures, row, magnification, data, first + row * stride, sheetWidth);
  }
  return { data, shape };
}

/** The size that the largest picture has in either direction. */
function cellOf(columns: PictureColumns): { readonly height: number; readonly width: number } {
  const largest = (dimension: 1 | 2) => Math.max(0, ...columns.map(({ shape }) => shape[dimension] ?? 0));
  return { height: largest(1), width: largest(2) };
}

/** @param start - Of the picture's first pixel in the sheet. */
function drawMagnified(
  { data, shape: [, height = 0, width = 0] }: NdArray<Uint8Array>,
  picture: number,
  magnification: number,
  sheet: Uint8Array,
  start: number,
  sheetWidth: number,
): void {
  for (let row = 0; row < height * magnification; row++) {
    const line = (picture * height + Math.floor(row / magnification)) * width;
    const to = start + row * sheetWidth;
    for (let pixel = 0; pixel < width * magnification; pixel++)
      sheet[to + pixel] = data[line + Math.floor(pixel / magnification)] as number;
  }
}
