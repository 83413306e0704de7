import { scratch } from '../scratch';
import { rowBytesOf } from './group-sums';
import { ROUGH, sumRoughly } from './rough-sums';

/** Samples of a panel, side by side. */
export const PANEL: i32 = 16;
/** Bytes of one sum of all samples of a panel. */
export const COLUMN_BYTES: usize = <usize>PANEL * 2;

export function panelBytesOf(coarseCount: i32): usize {
  return <usize>(ROUGH + coarseCount) * COLUMN_BYTES;
}

/**
 * Rough and coarse sums as panels of sixteen samples, `[16 + coarseCount][16]` int16; missing samples become zeros. Items
 * are panels.
 */
export function packCoarsePanels(
  coarse: usize, sampleCount: i32, coarseCount: i32, roughOf: usize, panels: usize, begin: i32, end: i32,
): void {
  const rowBytes = rowBytesOf(coarseCount), panelBytes = panelBytesOf(coarseCount);
  for (let panel = begin; panel < end; panel++) {
    const to = panels + (<usize>panel) * panelBytes;
    memory.fill(to, 0, panelBytes);
    for (let place = 0; place < min(PANEL, sampleCount - panel * PANEL); place++) {
      const from = coarse + (<usize>(panel * PANEL + place)) * rowBytes;
      const column = to + ((<usize>place) << 1);
      sumRoughly(from, coarseCount, roughOf, scratch);
      spread(scratch, ROUGH, column);
      spread(from, coarseCount, column + <usize>ROUGH * COLUMN_BYTES);
    }
  }
}

function spread(sums: usize, count: i32, to: usize): void {
  for (let i: usize = 0; i < <usize>count; i++) store<i16>(to + i * COLUMN_BYTES, load<i16>(sums + (i << 1)));
}
