import { packPlacedColumns } from '../products/pack-right';
import { BLOCK_COLUMNS, leftRoom, rightRoom } from '../products/room';
import { addFour, OUTER_BYTES, panelsAtOnce } from '../tiles';
import { packWindowQuad } from './window-quads';
import { placeWindows } from './windows';

/** Windows that are packed at a time. */
const RUN: i32 = 128;

/**
 * Gradients of a filter in parts, each of `partWindows` windows: `[partCount][quads][panels][4][8]`, four rows of the
 * filter (taps one after the other, each of all channels) by eight columns. The gradients of neighbouring windows are
 * `columnBytes`, `rowBytes` and `imageBytes` apart. Items are blocks of `blockQuads` quads times `blockColumns` columns of
 * one part after the other.
 */
export function filterGradient(
  input: usize,
  height: i32,
  width: i32,
  channels: i32,
  taps: usize,
  tapCount: i32,
  gradient: usize,
  columnCount: i32,
  windowCount: i32,
  gridHeight: i32,
  gridWidth: i32,
  strideHeight: i32,
  strideWidth: i32,
  imageBytes: usize,
  rowBytes: usize,
  columnBytes: usize,
  parts: usize,
  partWindows: i32,
  blockQuads: i32,
  blockColumns: i32,
  begin: i32,
  end: i32,
): void {
  const inner = tapCount * channels;
  const quadCount = (inner + 3) >> 2;
  const panelCount = (columnCount + 7) >> 3;
  const across = (columnCount + blockColumns - 1) / blockColumns;
  const down = (quadCount + blockQuads - 1) / blockQuads;
  for (let item = begin; item < end; item++) {
    const column = (item % across) * blockColumns;
    const quad = ((item / across) % down) * blockQuads;
    const part = item / (across * down);
    const quads = min(blockQuads, quadCount - quad);
    const columns = min(blockColumns, columnCount - column);
    const tiles = parts + <usize>(part * quadCount * panelCount) * OUTER_BYTES;
    clearTiles(tiles, quad, quads, column, columns, panelCount);
    const to = min(windowCount, (part + 1) * partWindows);
    for (let first = part * partWindows; first < to; first += RUN) {
      const count = min(RUN, to - first);
      placeWindows(
        first,
        count,
        gridHeight,
        gridWidth,
        strideHeight,
        strideWidth,
        gradient,
        imageBytes,
        rowBytes,
        columnBytes,
      );
      for (let q = 0; q < quads; q++)
        packWindowQuad(
          input,
          height,
          width,
          channels,
          taps,
          inner,
          (quad + q) * 4,
          count,
          leftRoom() + <usize>(q * count * 16),
        );
      for (let j = 0; j < columns; j += BLOCK_COLUMNS) {
        const wide = min(BLOCK_COLUMNS, columns - j);
        packPlacedColumns((<usize>(column + j)) << 2, count, wide, (<usize>count) << 5, rightRoom());
        addTiles(count, tiles, quad, quads, column + j, wide, panelCount);
      }
    }
  }
}

function tileAt(tiles: usize, quad: i32, column: i32, panelCount: i32): usize {
  return tiles + <usize>(quad * panelCount + (column >> 3)) * OUTER_BYTES;
}

function clearTiles(tiles: usize, quad: i32, quads: i32, column: i32, columns: i32, panelCount: i32): void {
  const bytes = <usize>((columns + 7) >> 3) * OUTER_BYTES;
  for (let q = quad; q < quad + quads; q++) memory.fill(tileAt(tiles, q, column, panelCount), 0, bytes);
}

/** Products of the quads in `leftRoom` with the columns in `rightRoom`. */
function addTiles(
  count: i32,
  tiles: usize,
  quad: i32,
  quads: i32,
  column: i32,
  columns: i32,
  panelCount: i32,
): void {
  let panels = 0;
  for (let j = 0; j < columns; j += panels * 8) {
    panels = panelsAtOnce((columns - j + 7) >> 3);
    const right = rightRoom() + <usize>((j >> 3) * count * 32);
    for (let q = 0; q < quads; q++)
      addFour(
        panels,
        count,
        leftRoom() + <usize>(q * count * 16),
        right,
        tileAt(tiles, quad + q, column + j, panelCount),
      );
  }
}

/** Sums parts of a filter's gradient in order, `[rowCount][columnCount]`. Items are quads of rows. */
export function sumParts(
  parts: usize,
  partCount: i32,
  rowCount: i32,
  columnCount: i32,
  sum: usize,
  begin: i32,
  end: i32,
): void {
  const panelCount = (columnCount + 7) >> 3;
  const partBytes = <usize>(((rowCount + 3) >> 2) * panelCount) * OUTER_BYTES;
  for (let quad = begin; quad < end; quad++) {
    const rows = min(4, rowCount - quad * 4);
    for (let panel = 0; panel < panelCount; panel++) {
      const tile = parts + <usize>(quad * panelCount + panel) * OUTER_BYTES;
      for (let i = 1; i < partCount; i++) addTo(tile, tile + <usize>i * partBytes);
      const width = (<usize>min(8, columnCount - panel * 8)) << 2;
      for (let row = 0; row < rows; row++)
        memory.copy(
          sum + ((<usize>((quad * 4 + row) * columnCount + panel * 8)) << 2),
          tile + ((<usize>row) << 5),
          width,
        );
    }
  }
}

function addTo(tile: usize, other: usize): void {
  for (let at: usize = 0; at < OUTER_BYTES; at += 16)
    v128.store(tile + at, f32x4.add(v128.load(tile + at), v128.load(other + at)));
}
