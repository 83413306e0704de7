import { clearMissingSteps, packColumns, packedPanels, packRowsAsColumns } from '../products/pack-right';
import { BLOCK_COLUMNS, BLOCK_INNER } from '../products/room';
import { filterPixel } from './taps';

/**
 * Packs a filter like the right factor of a product, its rows being the taps one after the other, each of all channels. The
 * filter is `[pixels][channels][columnCount]`, or transposed `[pixels][columnCount][channels]`. Items are `BLOCK_COLUMNS`
 * columns of one part of the rows after the other.
 */
export function packFilter(
  filter: usize, isTransposed: i32, channels: i32, columnCount: i32, taps: usize, tapCount: i32, packed: usize,
  begin: i32, end: i32,
): void {
  const inner = tapCount * channels;
  const across = (columnCount + BLOCK_COLUMNS - 1) / BLOCK_COLUMNS;
  for (let item = begin; item < end; item++) {
    const column = (item % across) * BLOCK_COLUMNS;
    const width = min(BLOCK_COLUMNS, columnCount - column);
    const k = (item / across) * BLOCK_INNER;
    const depth = min(BLOCK_INNER, inner - k);
    const panels = packedPanels(packed, columnCount, k, (depth + 3) >> 2, column);
    packTaps(filter, isTransposed, channels, columnCount, taps, k, depth, column, width, panels);
  }
}

/** Packs `width` columns from `column` on, and `depth` rows from the `k`-th on. */
function packTaps(
  filter: usize,
  isTransposed: i32,
  channels: i32,
  columnCount: i32,
  taps: usize,
  k: i32,
  depth: i32,
  column: i32,
  width: i32,
  panels: usize,
): void {
  const panelBytes = (<usize>((depth + 3) & ~3)) << 5;
  const pixelBytes = (<usize>channels * <usize>columnCount) << 2;
  let done = 0;
  let tap = k / channels;
  let channel = k % channels;
  while (done < depth) {
    const run = min(channels - channel, depth - done);
    const pixel = filter + <usize>filterPixel(taps, tap) * pixelBytes;
    const to = panels + ((<usize>done) << 5);
    if (isTransposed !== 0) {
      const from = pixel + ((<usize>(column * channels + channel)) << 2);
      packRowsAsColumns(from, (<usize>channels) << 2, run, width, panelBytes, to);
    } else {
      const from = pixel + ((<usize>(channel * columnCount + column)) << 2);
      packColumns(from, (<usize>columnCount) << 2, run, width, panelBytes, to);
    }
    done += run;
    channel = 0;
    tap++;
  }
  clearMissingSteps(depth, (width + 7) >> 3, panelBytes, panels);
}
