import type { ConvolutionInfo } from './convolution-info.ts';

/** Where windows are: see `ConvolutionFunctions`. */
export interface WindowGrid {
  readonly height: number;
  readonly width: number;
  /** Three numbers a tap: rows and columns from the window's first pixel, and the pixel of the filter. */
  readonly taps: readonly number[];
}

/** The windows of a convolution. */
export function windowsOf(info: ConvolutionInfo): WindowGrid {
  const { filterHeight, filterWidth, dilationHeight, dilationWidth, padInfo } = info;
  const taps: number[] = [];
  for (let row = 0; row < filterHeight; row++)
    for (let column = 0; column < filterWidth; column++)
      taps.push(
        row * dilationHeight - padInfo.top,
        column * dilationWidth - padInfo.left,
        row * filterWidth + column,
      );
  return { height: info.outHeight, width: info.outWidth, taps };
}

/** Every `strideHeight`-th row and `strideWidth`-th column of the input, from the first that is given. */
export interface Phase extends WindowGrid {
  readonly firstRow: number;
  readonly firstColumn: number;
}

/**
 * The windows in the output that a pixel of the input has part in. Pixels a stride apart have the same, so there is a
 * grid for each place within a stride.
 */
export function phasesOf(info: ConvolutionInfo): readonly Phase[] {
  const { strideHeight, strideWidth, filterWidth, inHeight, inWidth, padInfo } = info;
  const phases: Phase[] = [];
  for (let firstRow = 0; firstRow < Math.min(strideHeight, inHeight); firstRow++)
    for (let firstColumn = 0; firstColumn < Math.min(strideWidth, inWidth); firstColumn++) {
      const taps: number[] = [];
      const rows = reach(firstRow + padInfo.top, info.filterHeight, info.dilationHeight, strideHeight);
      const columns = reach(firstColumn + padInfo.left, filterWidth, info.dilationWidth, strideWidth);
      for (const [filterRow, row] of rows)
        for (const [filterColumn, column] of columns)
          taps.push(row, column, filterRow * filterWidth + filterColumn);
      const height = Math.ceil((inHeight - firstRow) / strideHeight);
      const width = Math.ceil((inWidth - firstColumn) / strideWidth);
      phases.push({ height, width, taps, firstRow, firstColumn });
    }
  return phases;
}

/** Of one axis: places in the filter with the place in the output, for an input at `place` from the padding's begin. */
function reach(place: number, size: number, dilation: number, stride: number): [number, number][] {
  const pairs: [number, number][] = [];
  for (let index = 0; index < size; index++) {
    const distance = place - index * dilation;
    if (distance % stride === 0) pairs.push([index, distance / stride]);
  }
  return pairs;
}
