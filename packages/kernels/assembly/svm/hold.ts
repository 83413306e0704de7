import { scratch } from '../scratch';
import { units } from './coordinates';
import { multiplyQuads, TILE_BYTES, toKernelValues } from './kernel-function';
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
  const quadCount = (count + 3) >> 2;
  for (let i = 0; i < quadCount * 4; i++) copyVector(min(held + i, held + count - 1), i);
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
  multiplyQuads(quads, (count + 3) >> 2, from, panelCount, units, strip, STRIP_BYTES);
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

function copyVector(place: i32, lane: i32): void {
  let from = vectorAt(place, units);
  let to = quads + (((<usize>(lane >> 2)) * <usize>units) << 4) + ((<usize>(lane & 3)) << 2);
  for (let unit = 0; unit < units; unit++, from += 32, to += 16) store<i32>(to, load<i32>(from));
}
