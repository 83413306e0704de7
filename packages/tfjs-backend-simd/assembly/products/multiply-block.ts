import { multiplySix, panelsAtOnce, QUAD_BYTES, TILE_BYTES } from '../tiles';
import { finishTile } from './finish-tile';
import { leftRoom, rowRoom, tileRoom } from './room';

/**
 * The rows packed in `leftRoom` times `columnCount` columns from `column` on, to the rows' addresses in `rowRoom`.
 *
 * @param packed - The columns as panels, `[ceil(columnCount / 8)][4 * quadCount][8]`.
 */
export function multiplyPanels(
  rowCount: i32,
  quadCount: i32,
  packed: usize,
  column: i32,
  columnCount: i32,
  isFirst: bool,
  isLast: bool,
  bias: usize,
  activation: i32,
  slope: f32,
): void {
  let panels = 0;
  for (let j = 0; j < columnCount; j += panels * 8) {
    panels = panelsAtOnce((columnCount - j + 7) >> 3);
    const right = packed + ((<usize>((j >> 3) * quadCount)) << 7);
    let left = leftRoom();
    let addresses = rowRoom();
    for (let row = 0; row < rowCount; row += 6) {
      multiplySix(panels, quadCount, left, right, tileRoom());
      for (let panel = 0; panel < panels; panel++) {
        const first = j + panel * 8;
        const columnBytes = (<usize>(column + first)) << 2;
        finishTile(
          tileRoom() + <usize>panel * TILE_BYTES,
          addresses,
          min(6, rowCount - row),
          columnBytes,
          min(8, columnCount - first),
          isFirst,
          isLast,
          bias === 0 ? 0 : bias + columnBytes,
          activation,
          slope,
        );
      }
      left += <usize>quadCount * QUAD_BYTES;
      addresses += 96;
    }
  }
}
