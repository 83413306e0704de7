import { lookAtTile } from './tile-grid';
import { gradientToPlanes, inputToPlanes } from './transform-tiles';

// A few tiles and channels at a time, so that lines of all planes are filled while the cache has them.

const SOME_TILES: i32 = 6;
const SOME_QUADS: i32 = 4;
const SOME_PANELS: i32 = 2;

/**
 * Transforms the inputs of tiles `begin` (a multiple of 6) to `end` after the `first`: sixes of tiles are `sixBytes` apart
 * in a plane, quads of channels `quadBytes`.
 */
export function inputsToPlanes(
  input: usize, height: i32, width: i32, channels: i32, padTop: i32, padLeft: i32, across: i32, perImage: i32, size: i32,
  first: i32, planes: usize, plane: usize, sixBytes: usize, quadBytes: usize, begin: i32, end: i32,
): void {
  const quadCount = (channels + 3) >> 2;
  for (let some = begin; some < end; some += SOME_TILES)
    for (let quad = 0; quad < quadCount; quad += SOME_QUADS) {
      const quads = min(SOME_QUADS, quadCount - quad);
      let to = planes + <usize>(some / SOME_TILES) * sixBytes + <usize>quad * quadBytes;
      for (let tile = some; tile < min(some + SOME_TILES, end); tile++) {
        lookAtTile(first + tile, across, perImage, input, height, width, channels, size, padTop, padLeft, 6);
        inputToPlanes(quad * 4, quads, to, quadBytes, plane);
        to += 16;
      }
    }
}

/** Transforms the gradients of as many tiles: those of a panel of eight channels are `panelBytes` apart in a plane. */
export function gradientsToPlanes(
  gradient: usize, height: i32, width: i32, channels: i32, across: i32, perImage: i32, size: i32,
  first: i32, planes: usize, plane: usize, panelBytes: usize, begin: i32, end: i32,
): void {
  const panelCount = (channels + 7) >> 3;
  for (let some = begin; some < end; some += SOME_TILES)
    for (let panel = 0; panel < panelCount; panel += SOME_PANELS) {
      const last = min(panelCount, panel + SOME_PANELS);
      let row = planes + ((<usize>some) << 5);
      for (let tile = some; tile < min(some + SOME_TILES, end); tile++) {
        lookAtTile(first + tile, across, perImage, gradient, height, width, channels, size, 0, 0, size);
        for (let one = panel; one < last; one++)
          gradientToPlanes(size, one * 8, row + <usize>one * panelBytes, plane);
        row += 32;
      }
    }
}
