/** How a product is cut into blocks: by its sizes alone, so that it is the same for any number of threads. */
export interface MatrixBlocks {
  readonly blockRows: number;
  readonly blockColumns: number;
  readonly blockCount: number;
}

/** The most rows of a block that a thread has room for. */
const MOST_ROWS = 192;
/** Rows of a tile, and columns. */
const TILE_ROWS = 6;
export const TILE_COLUMNS = 8;
const WIDEST = 256;
/** Enough for many threads to have equal shares. */
const WANTED_BLOCKS = 16;

/** Blocks of about equal heights; the fewer there are of them, the narrower they are. */
export function matrixBlocks(rowCount: number, columnCount: number, matrixCount = 1): MatrixBlocks {
  const down = Math.ceil(rowCount / MOST_ROWS);
  const blockRows = roundUp(Math.ceil(rowCount / down), TILE_ROWS);
  const wantedAcross = Math.max(1, WANTED_BLOCKS / (down * matrixCount));
  const width = Math.ceil(columnCount / wantedAcross);
  const blockColumns = Math.min(WIDEST, roundUp(Math.max(width, 4 * TILE_COLUMNS), TILE_COLUMNS));
  const across = Math.ceil(columnCount / blockColumns);
  return { blockRows, blockColumns, blockCount: down * across * matrixCount };
}

/** Whether the right factor is packed once for all blocks, because each block that packs anew costs more than a copy. */
export function isPackedOnce(rowCount: number, matrixCount: number): boolean {
  return matrixCount === 1 && rowCount > 2 * MOST_ROWS;
}

/** Up to so many rows a matrix is not worth packing. */
export const FEW_ROWS = 4;

/** How wide blocks of products with few rows are. */
export function fewRowsColumns(columnCount: number): number {
  return Math.min(
    WIDEST,
    roundUp(Math.max(Math.ceil(columnCount / WANTED_BLOCKS), 8 * TILE_COLUMNS), TILE_COLUMNS),
  );
}

/** Multiplications that a thread takes at a time: some ten microseconds. */
const WORK_AT_A_TIME = 2 ** 17;

/** Blocks of so many multiplications that a thread takes at a time. */
export function grainOf(blockWork: number): number {
  return Math.max(1, Math.floor(WORK_AT_A_TIME / Math.max(1, blockWork)));
}

/** The next multiple. */
export function roundUp(value: number, multiple: number): number {
  return Math.ceil(value / multiple) * multiple;
}
