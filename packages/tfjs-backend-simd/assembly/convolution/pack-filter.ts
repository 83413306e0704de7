import { clearMissingSteps, packColumns, packRowsAsColumns } from '../products/pack-right';
import { filterPixel } from './taps';

/**
 * Packs `width` columns of a filter from `column` on, and `depth` of its rows from the `k`-th on, rows being the taps one
 * after the other, each of all channels. The filter is `[pixels][channels][columnCount]`, or transposed
 * `[pixels][columnCount][channels]`.
 */
export function packFilter(
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
