import { scratch } from '../scratch';
import { writeBall } from './balls';
import {
  BALL_BYTES, BLOCK, CENTRES_BYTES, coordinate, LEVELS, NOBODY, normOfLevel, PANEL_BYTES, PANEL_NORM_BYTES, RADIUS,
  ROW_BYTES,
} from './coordinates';

/**
 * Samples as panels of eight, `[panelCount][80][8][2]` int16, two coordinates side by side, with what each
 * level adds to their squared lengths, `[panelCount][4][8]` int32. Items are panels.
 */
export function packPanels(
  coordinates: usize, sampleCount: i32, panels: usize, norms: usize, begin: i32, end: i32,
): void {
  for (let panel = begin; panel < end; panel++) {
    const to = panels + (<usize>panel) * PANEL_BYTES;
    const normsTo = norms + (<usize>panel) * PANEL_NORM_BYTES;
    for (let lane = 0; lane < 8; lane++) {
      const at = panel * 8 + lane;
      const row = coordinates + (<usize>at) * ROW_BYTES;
      storeLane(row, at < sampleCount ? ROW_BYTES : 0, to, lane, ROW_BYTES);
      for (let level = 0; level < LEVELS; level++) {
        const norm = at < sampleCount ? normOfLevel(row, level) : level === 0 ? NOBODY : 0;
        store<i32>(normsTo + ((<usize>(level * 8 + lane)) << 2), norm);
      }
    }
  }
}

/**
 * Balls around every eight panels, laid out as a panel of the first level, `[blockCount][8][8][2]` int16, with the
 * squares of their centres less those of their radii, `[blockCount][8]` int32. Items are blocks of eight panels.
 */
export function packCentres(
  coordinates: usize, sampleCount: i32, centres: usize, norms: usize, begin: i32, end: i32,
): void {
  for (let block = begin; block < end; block++) {
    const to = centres + (<usize>block) * CENTRES_BYTES;
    for (let lane = 0; lane < 8; lane++) {
      const start = block * BLOCK + lane * 8;
      const isThere = start < sampleCount;
      if (isThere) writeBall(coordinates, start, min(start + 8, sampleCount), scratch);
      storeLane(scratch, isThere ? BALL_BYTES : 0, to, lane, BALL_BYTES);
      const radius = coordinate(scratch, RADIUS);
      const norm = isThere ? normOfLevel(scratch, 0) - radius * radius : NOBODY;
      store<i32>(norms + ((<usize>(block * 8 + lane)) << 2), norm);
    }
  }
}

/** Spreads a row over the pairs of a panel; behind its end come zeros. */
function storeLane(row: usize, rowBytes: usize, panel: usize, lane: i32, allBytes: usize): void {
  for (let at: usize = 0; at < allBytes; at += 4)
    store<i32>(panel + (at << 3) + ((<usize>lane) << 2), at < rowBytes ? load<i32>(row + at) : 0);
}
