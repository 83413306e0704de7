import { rowRoom } from '../products/room';
import { tapColumn, tapRow } from './taps';

/** Values `k` to `k + 3` of each of the windows in `rowRoom`, `[count][4]`; zero outside images and from `inner` on. */
export function packWindowQuad(
  input: usize,
  height: i32,
  width: i32,
  channels: i32,
  taps: usize,
  inner: i32,
  k: i32,
  count: i32,
  to: usize,
): void {
  if ((channels & 3) === 0) {
    packChannelQuad(input, height, width, channels, taps, k, count, to);
    return;
  }
  for (let lane = 0; lane < 4; lane++)
    packLane(input, height, width, channels, taps, inner, k + lane, count, to + ((<usize>lane) << 2));
}

function packChannelQuad(
  input: usize,
  height: i32,
  width: i32,
  channels: i32,
  taps: usize,
  k: i32,
  count: i32,
  to: usize,
): void {
  const dy = tapRow(taps, k / channels),
    dx = tapColumn(taps, k / channels);
  const from = input + ((<usize>(k % channels)) << 2);
  let note = rowRoom();
  for (let i = 0; i < count; i++) {
    const y = load<i32>(note, 8) + dy,
      x = load<i32>(note, 12) + dx;
    const pixel = (load<i32>(note, 4) * height + y) * width + x;
    const isInside = <u32>y < <u32>height && <u32>x < <u32>width;
    v128.store(to, isInside ? v128.load(from + ((<usize>pixel * <usize>channels) << 2)) : f32x4.splat(0));
    note += 16;
    to += 16;
  }
}

function packLane(
  input: usize,
  height: i32,
  width: i32,
  channels: i32,
  taps: usize,
  inner: i32,
  k: i32,
  count: i32,
  to: usize,
): void {
  const tap = k < inner ? k / channels : 0;
  const dy = tapRow(taps, tap),
    dx = tapColumn(taps, tap);
  const from = input + ((<usize>(k % channels)) << 2);
  let note = rowRoom();
  for (let i = 0; i < count; i++) {
    const y = load<i32>(note, 8) + dy,
      x = load<i32>(note, 12) + dx;
    const pixel = (load<i32>(note, 4) * height + y) * width + x;
    const isInside = k < inner && <u32>y < <u32>height && <u32>x < <u32>width;
    store<f32>(to, isInside ? load<f32>(from + ((<usize>pixel * <usize>channels) << 2)) : <f32>0);
    note += 16;
    to += 16;
  }
}
