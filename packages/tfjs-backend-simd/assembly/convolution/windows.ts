import { packedRow } from '../products/pack-left';
import { rowRoom } from '../products/room';
import { QUAD_BYTES } from '../tiles';
import { tapColumn, tapRow } from './taps';

/**
 * Notes for `count` windows, from number `first` of a grid of `gridHeight` times `gridWidth` per image, 16 bytes each:
 * where their output is, which image they are of, and the row and the column of their first pixel.
 */
export function placeWindows(
  first: i32,
  count: i32,
  gridHeight: i32,
  gridWidth: i32,
  strideHeight: i32,
  strideWidth: i32,
  output: usize,
  imageBytes: usize,
  rowBytes: usize,
  columnBytes: usize,
): void {
  let column = first % gridWidth;
  let row = (first / gridWidth) % gridHeight;
  let image = first / (gridWidth * gridHeight);
  let note = rowRoom();
  for (let i = 0; i < count; i++) {
    store<u32>(
      note,
      <u32>(output + <usize>image * imageBytes + <usize>row * rowBytes + <usize>column * columnBytes),
    );
    store<i32>(note, image, 4);
    store<i32>(note, row * strideHeight, 8);
    store<i32>(note, column * strideWidth, 12);
    note += 16;
    if (++column === gridWidth) {
      column = 0;
      if (++row === gridHeight) {
        row = 0;
        image++;
      }
    }
  }
}

/**
 * Packs `depth` values of each window from the `k`-th on, where a window is its taps one after the other, each of all
 * channels; zero outside the image.
 */
export function packWindows(
  input: usize,
  height: i32,
  width: i32,
  channels: i32,
  taps: usize,
  count: i32,
  k: i32,
  depth: i32,
  panels: usize,
): void {
  const quadCount = (depth + 3) >> 2;
  const rowBytes = (<usize>width * <usize>channels) << 2;
  for (let i = 0; i < count; i++) {
    const note = rowRoom() + ((<usize>i) << 4);
    const image = input + <usize>load<i32>(note, 4) * <usize>height * rowBytes;
    const row = load<i32>(note, 8);
    const column = load<i32>(note, 12);
    const to = packedRow(panels, quadCount, i);
    if ((depth & 3) !== 0) v128.store(to + <usize>(quadCount - 1) * QUAD_BYTES, f32x4.splat(0));
    let done = 0;
    let tap = k / channels;
    let channel = k % channels;
    while (done < depth) {
      const run = min(channels - channel, depth - done);
      const y = row + tapRow(taps, tap);
      const x = column + tapColumn(taps, tap);
      // Compared without a sign: what is below zero is too large as well.
      const isInside = <u32>y < <u32>height && <u32>x < <u32>width;
      const from = image + <usize>y * rowBytes + ((<usize>(x * channels + channel)) << 2);
      if (((channels | done) & 3) === 0)
        packQuads(to + <usize>(done >> 2) * QUAD_BYTES, isInside ? from : 0, run >> 2);
      else packValues(to, done, isInside ? from : 0, run);
      done += run;
      channel = 0;
      tap++;
    }
  }
}

/** From 0 for zeros. */
function packQuads(to: usize, from: usize, count: i32): void {
  for (let quad = 0; quad < count; quad++) {
    v128.store(to, from === 0 ? f32x4.splat(0) : v128.load(from + ((<usize>quad) << 4)));
    to += QUAD_BYTES;
  }
}

function packValues(to: usize, first: i32, from: usize, count: i32): void {
  for (let i = first; i < first + count; i++) {
    const value: f32 = from === 0 ? 0 : load<f32>(from);
    store<f32>(to + <usize>(i >> 2) * QUAD_BYTES + ((<usize>(i & 3)) << 2), value);
    if (from !== 0) from += 4;
  }
}
