import { type ComplexArray, complexArray } from './fft/transform-complex.ts';

/** A column of panels of `rowCount` rows, followed by zeros up to `size`. */
export function readPanelColumn(
  f32: Float32Array,
  panels: number,
  rowCount: number,
  size: number,
  column: number,
): ComplexArray {
  const values = complexArray(size);
  for (let row = 0; row < rowCount; row++) {
    const at = numberIndex(panels, rowCount, column, row);
    values.re[row] = f32[at]!;
    values.im[row] = f32[at + 4]!;
  }
  return values;
}

export function writePanelNumber(
  f32: Float32Array,
  panels: number,
  rowCount: number,
  column: number,
  row: number,
  re: number,
  im: number,
): void {
  const at = numberIndex(panels, rowCount, column, row);
  f32[at] = re;
  f32[at + 4] = im;
}

function numberIndex(panels: number, rowCount: number, column: number, row: number): number {
  return panels / 4 + (Math.floor(column / 4) * rowCount + row) * 8 + (column % 4);
}
