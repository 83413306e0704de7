import { BLOCK_COLUMNS, BLOCK_INNER, rowRoom } from './room';
import { transposedQuad, transposeQuads } from './transpose-quads';

/**
 * `width` columns of rows in memory, as panels of eight, `[ceil(width / 8)][inner][8]`, filled up with zeros. All panels
 * at once, because neighbours share cache lines and pages.
 */
export function packColumns(
  from: usize,
  rowBytes: usize,
  inner: i32,
  width: i32,
  panelBytes: usize,
  panels: usize,
): void {
  const whole = width & ~7;
  for (let k = 0; k < inner; k++) {
    let to = panels;
    let at = from;
    for (let column = 0; column < whole; column += 8) {
      v128.store(to, v128.load(at));
      v128.store(to, v128.load(at, 16), 16);
      at += 32;
      to += panelBytes;
    }
    if (whole < width) {
      v128.store(to, f32x4.splat(0));
      v128.store(to, f32x4.splat(0), 16);
      memory.copy(to, at, (<usize>(width - whole)) << 2);
    }
    from += rowBytes;
    panels += 32;
  }
}

/** As `packColumns`, of `inner` rows whose addresses are in `rowRoom`, from `columnBytes` within them on. */
export function packPlacedColumns(
  columnBytes: usize,
  inner: i32,
  width: i32,
  panelBytes: usize,
  panels: usize,
): void {
  let note = rowRoom();
  for (let k = 0; k < inner; k++) {
    packColumns(<usize>load<u32>(note) + columnBytes, 0, 1, width, panelBytes, panels);
    note += 16;
    panels += 32;
  }
}

/** Columns that lie in memory as rows: value `k` of column `j` at `from + j * columnBytes + 4 * k`. */
export function packRowsAsColumns(
  from: usize,
  columnBytes: usize,
  inner: i32,
  width: i32,
  panelBytes: usize,
  panels: usize,
): void {
  for (let column = 0; column < ((width + 7) & ~7); column += 4) {
    const columns = width - column;
    const panel = panels + <usize>(column >> 3) * panelBytes + ((<usize>(column & 4)) << 2);
    for (let k = 0; k < inner; k += 4) {
      transposeQuads(from + <usize>column * columnBytes + ((<usize>k) << 2), columnBytes, columns);
      const to = panel + ((<usize>k) << 5);
      const steps = min(4, inner - k);
      for (let i = 0; i < steps; i++) v128.store(to + ((<usize>i) << 5), transposedQuad(i));
    }
  }
}

/** Zeros up to a whole quad of the inner index. */
export function clearMissingSteps(inner: i32, panelCount: i32, panelBytes: usize, panels: usize): void {
  const first = (<usize>inner) << 5;
  for (let panel = 0; panel < panelCount; panel++)
    memory.fill(panels + <usize>panel * panelBytes + first, 0, panelBytes - first);
}

/** Packs `depth` values of `width` columns, from the `k`-th value and from `column` on. */
export function packRight(
  right: usize, isTransposed: bool, inner: i32, columnCount: i32,
  k: i32, depth: i32, column: i32, width: i32, panels: usize,
): void {
  const panelBytes = (<usize>((depth + 3) & ~3)) << 5;
  if (isTransposed) {
    const from = right + ((<usize>column * <usize>inner + <usize>k) << 2);
    packRowsAsColumns(from, (<usize>inner) << 2, depth, width, panelBytes, panels);
  } else {
    const from = right + ((<usize>k * <usize>columnCount + <usize>column) << 2);
    packColumns(from, (<usize>columnCount) << 2, depth, width, panelBytes, panels);
  }
  clearMissingSteps(depth, (width + 7) >> 3, panelBytes, panels);
}

/**
 * Where the panel of a factor begins that was packed as a whole: parts of `BLOCK_INNER` of the inner index, each
 * `[ceil(columnCount / 8)][4 * quadCount][8]`.
 *
 * @param k - The first of its part; `quadCount` is how long that is.
 */
// @ts-ignore: decorator
@inline
export function packedPanels(packed: usize, columnCount: i32, k: i32, quadCount: i32, column: i32): usize {
  const panelCount = (columnCount + 7) >> 3;
  return packed + ((<usize>k * <usize>panelCount + <usize>(column >> 3) * (<usize>quadCount << 2)) << 5);
}

/** Packs the right factor as a whole. Items are `BLOCK_COLUMNS` columns of one part of the inner index after the other. */
export function packRightFactor(
  right: usize, isTransposed: i32, inner: i32, columnCount: i32, packed: usize, begin: i32, end: i32,
): void {
  const across = (columnCount + BLOCK_COLUMNS - 1) / BLOCK_COLUMNS;
  for (let item = begin; item < end; item++) {
    const column = (item % across) * BLOCK_COLUMNS;
    const k = (item / across) * BLOCK_INNER;
    const depth = min(BLOCK_INNER, inner - k);
    const panels = packedPanels(packed, columnCount, k, (depth + 3) >> 2, column);
    packRight(right, isTransposed !== 0, inner, columnCount, k, depth, column, min(BLOCK_COLUMNS, columnCount - column), panels);
  }
}
