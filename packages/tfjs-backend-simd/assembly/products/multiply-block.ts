import { finishTile } from './finish-tile';
import { leftRoom, rightRoom, rowRoom, tileRoom } from './room';
import { multiplySixRows, QUAD_BYTES } from './tiles';

/**
 * The rows packed in `leftRoom` times the columns packed in `rightRoom`, to the rows' addresses in `rowRoom`.
 *
 * @param column - The first of the columns.
 */
export function multiplyPanels(
  rowCount: i32,
  quadCount: i32,
  column: i32,
  columnCount: i32,
  isFirst: bool,
  isLast: bool,
  bias: usize,
  activation: i32,
  slope: f32,
): void {
  let right = rightRoom();
  for (let j = 0; j < columnCount; j += 8) {
    const columnBytes = (<usize>(column + j)) << 2;
    const columnBias: usize = bias === 0 ? 0 : bias + columnBytes;
    const width = min(8, columnCount - j);
    let left = leftRoom();
    let addresses = rowRoom();
    for (let row = 0; row < rowCount; row += 6) {
      multiplySixRows(quadCount, left, right, tileRoom());
      finishTile(
        tileRoom(),
        addresses,
        min(6, rowCount - row),
        columnBytes,
        width,
        isFirst,
        isLast,
        columnBias,
        activation,
        slope,
      );
      left += <usize>quadCount * QUAD_BYTES;
      addresses += 96;
    }
    right += (<usize>quadCount) << 7;
  }
}
