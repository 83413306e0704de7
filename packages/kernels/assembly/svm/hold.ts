import { scratch } from '../scratch';
import { units } from './coordinates';
import { areFloats, multiplyQuads, TILE_BYTES, toKernelValues } from './kernel-function';
import { multiplySparseQuads, packSparseQuad, sparseQuadBytes } from './sparse-quads';
import {
  held, judge, offsets, panels, places, quads, rows, setHeld, size, swap4, swapVariables, vectorAt,
} from './variables';

/** So many columns of new rows are finished while they are in the nearest cache. */
const STRIP_PANELS: i32 = 8;
const STRIP_BYTES: usize = 256;

/** Holds the listed variables too: moves them forward, and computes their rows of the kernel. */
export function hold(count: i32): void {
  for (let i = 0; i < count; i++) swapVariables(held + i, load<i32>(places + ((<usize>i) << 2)), units);
  moveColumns(count);
  for (let quad = 0; quad < (count + 3) >> 2; quad++) copyQuad(quad, held + count - 1);
  const panelCount = (size + 7) >> 3;
  for (let panel = held >> 3; panel < panelCount; panel += STRIP_PANELS)
    computeStrip(count, panel, min(STRIP_PANELS, panelCount - panel));
  for (let place = held; place < held + count; place++) judge(place);
  setHeld(held + count);
}

/** Computes some columns of the new rows. */
function computeStrip(count: i32, panel: i32, panelCount: i32): void {
  const strip = scratch + TILE_BYTES;
  const from = panels + (((<usize>panel) * <usize>units) << 5);
  const quadCount = (count + 3) >> 2;
  if (areFloats) multiplyQuads(quads, quadCount, from, panelCount, units, strip, STRIP_BYTES);
  else multiplySparseQuads(quads, quadCount, from, panelCount, units, strip, STRIP_BYTES);
  const column = (<usize>panel) << 5;
  for (let i: usize = 0; i < <usize>count; i++) {
    const at = (<usize>held + i) << 2, values = strip + i * STRIP_BYTES;
    toKernelValues(values, offsets + at, offsets + column, panelCount << 3);
    memory.copy(<usize>load<u32>(rows + at) + column, values, (<usize>panelCount) << 5);
  }
}

/** Brings the columns of the rows into the new order; by symmetry the new rows begin with what the old ones know. */
function moveColumns(count: i32): void {
  const newRows = rows + ((<usize>held) << 2);
  for (let place = 0; place < held; place++) {
    const row = <usize>load<u32>(rows + ((<usize>place) << 2));
    const front = row + ((<usize>held) << 2);
    for (let i: usize = 0; i < <usize>count; i++) {
      swap4(front + (i << 2), row + ((<usize>load<i32>(places + (i << 2))) << 2));
      store<f32>(<usize>load<u32>(newRows + (i << 2)) + ((<usize>place) << 2), load<f32>(front + (i << 2)));
    }
  }
}

/** Copies four of the vectors that are about to be held, the last one again where there are no more. */
function copyQuad(quad: i32, last: i32): void {
  const place = held + 4 * quad;
  const v0 = vectorAt(place, units), v1 = vectorAt(min(place + 1, last), units);
  const v2 = vectorAt(min(place + 2, last), units), v3 = vectorAt(min(place + 3, last), units);
  if (!areFloats) {
    packSparseQuad(v0, v1, v2, v3, units, quads + (<usize>quad) * sparseQuadBytes(units));
    return;
  }
  let to = quads + (((<usize>quad) * <usize>units) << 4);
  for (let at: usize = 0, end = (<usize>units) << 5; at < end; at += 32, to += 16) {
    store<i32>(to, load<i32>(v0 + at));
    store<i32>(to, load<i32>(v1 + at), 4);
    store<i32>(to, load<i32>(v2 + at), 8);
    store<i32>(to, load<i32>(v3 + at), 12);
  }
}
