import { multiplyPanels } from './multiply-block';
import { clearMissingRows, packColumnsAsRows, packRows } from './pack-left';
import { packedPanels, packRight } from './pack-right';
import { BLOCK_COLUMNS, BLOCK_INNER, leftRoom, rightRoom, rowRoom } from './room';

/** How the right factor lies, if not in rows: transposed, or as `packRightFactor` leaves it. */
const COLUMNS: i32 = 1;
const PACKED: i32 = 2;

/**
 * Products of matrices, `left · right + bias`, activated. Items are blocks of `blockRows` times `blockColumns` of one
 * product after the other; `offsets` has for each product the bytes from `left` and `right` to its factors.
 *
 * @param rightLayout - 0 for rows, `COLUMNS` or `PACKED`.
 */
export function multiplyMatrices(
  left: usize,
  isLeftTransposed: i32,
  right: usize,
  rightLayout: i32,
  offsets: usize,
  rowCount: i32,
  inner: i32,
  columnCount: i32,
  product: usize,
  bias: usize,
  activation: i32,
  slope: f32,
  blockRows: i32,
  blockColumns: i32,
  begin: i32,
  end: i32,
): void {
  const across = (columnCount + blockColumns - 1) / blockColumns;
  const down = (rowCount + blockRows - 1) / blockRows;
  const productBytes = (<usize>rowCount * <usize>columnCount) << 2;
  for (let item = begin; item < end; item++) {
    const column = (item % across) * blockColumns;
    const row = ((item / across) % down) * blockRows;
    const matrix = item / (across * down);
    const pair = offsets + ((<usize>matrix) << 3);
    const height = min(blockRows, rowCount - row);
    placeRows(
      product + <usize>matrix * productBytes + ((<usize>row * <usize>columnCount) << 2),
      columnCount,
      height,
    );
    const to = min(columnCount, column + blockColumns);
    let k = 0;
    do {
      const depth = min(BLOCK_INNER, inner - k);
      const quadCount = (depth + 3) >> 2;
      packLeft(left + load<u32>(pair), isLeftTransposed, rowCount, inner, row, height, k, depth);
      clearMissingRows(height, quadCount, leftRoom());
      const from = right + load<u32>(pair, 4);
      const atOnce = rightLayout === PACKED ? to - column : BLOCK_COLUMNS;
      for (let j = column; j < to; j += atOnce) {
        const width = min(atOnce, to - j);
        let panels = rightRoom();
        if (rightLayout === PACKED) panels = packedPanels(from, columnCount, k, quadCount, j);
        else packRight(from, rightLayout === COLUMNS, inner, columnCount, k, depth, j, width, panels);
        multiplyPanels(height, quadCount, panels, j, width, k === 0, k + depth === inner, bias, activation, slope);
      }
      k += BLOCK_INNER;
    } while (k < inner);
  }
}

function placeRows(first: usize, columnCount: i32, rowCount: i32): void {
  for (let row = 0; row < rowCount; row++)
    store<u32>(rowRoom() + ((<usize>row) << 4), <u32>(first + ((<usize>row * <usize>columnCount) << 2)));
}

function packLeft(
  left: usize,
  isTransposed: i32,
  rowCount: i32,
  inner: i32,
  row: i32,
  height: i32,
  k: i32,
  depth: i32,
): void {
  if (isTransposed !== 0) {
    const from = left + ((<usize>k * <usize>rowCount + <usize>row) << 2);
    packColumnsAsRows(from, (<usize>rowCount) << 2, height, depth, leftRoom());
  } else {
    const from = left + ((<usize>row * <usize>inner + <usize>k) << 2);
    packRows(from, (<usize>inner) << 2, height, depth, leftRoom());
  }
}
