import { multiplyPanels } from '../products/multiply-block';
import { clearMissingRows } from '../products/pack-left';
import { packedPanels } from '../products/pack-right';
import { BLOCK_INNER, leftRoom } from '../products/room';
import { packWindows, placeWindows } from './windows';

/**
 * Windows of images times a filter that `packFilter` has packed, plus bias, activated. Windows form a grid per image,
 * `windowCount` of them in all; the outputs of neighbours are `columnBytes`, `rowBytes` and `imageBytes` apart. Items are
 * blocks of `blockRows` windows times `blockColumns` outputs.
 */
export function convolve(
  input: usize,
  height: i32,
  width: i32,
  channels: i32,
  taps: usize,
  tapCount: i32,
  filter: usize,
  columnCount: i32,
  windowCount: i32,
  gridHeight: i32,
  gridWidth: i32,
  strideHeight: i32,
  strideWidth: i32,
  output: usize,
  imageBytes: usize,
  rowBytes: usize,
  columnBytes: usize,
  bias: usize,
  activation: i32,
  slope: f32,
  blockRows: i32,
  blockColumns: i32,
  begin: i32,
  end: i32,
): void {
  const across = (columnCount + blockColumns - 1) / blockColumns;
  const inner = tapCount * channels;
  for (let item = begin; item < end; item++) {
    const first = (item / across) * blockRows;
    const count = min(blockRows, windowCount - first);
    const column = (item % across) * blockColumns;
    const columns = min(blockColumns, columnCount - column);
    placeWindows(
      first,
      count,
      gridHeight,
      gridWidth,
      strideHeight,
      strideWidth,
      output,
      imageBytes,
      rowBytes,
      columnBytes,
    );
    let k = 0;
    do {
      const depth = min(BLOCK_INNER, inner - k);
      const quadCount = (depth + 3) >> 2;
      packWindows(input, height, width, channels, taps, count, k, depth, leftRoom());
      clearMissingRows(count, quadCount, leftRoom());
      const panels = packedPanels(filter, columnCount, k, quadCount, column);
      multiplyPanels(count, quadCount, panels, column, columns, k === 0, k + depth === inner, bias, activation, slope);
      k += BLOCK_INNER;
    } while (k < inner);
  }
}
