import { multiplyAdd } from '../../multiply-add';
import { filterMatrix } from './filter-matrix';
import { loadSome } from './patch';
import { passRoom, patchRoom, PLANES } from './room';

/**
 * A filter `[size, size, channels, outChannels]` as Winograd's products take it, `[36][panels][inner][8]`: `inner` are the
 * channels, filled up to fours with zeros, and panels those of the output. With `isBackward` it is the filter that takes
 * gradients back, turned by half and with the channels' parts exchanged. Items are panels.
 */
export function winogradFilter(
  filter: usize, size: i32, channels: i32, outChannels: i32, isBackward: i32, planes: usize, begin: i32, end: i32,
): void {
  const inner = isBackward !== 0 ? outChannels : channels;
  const columns = isBackward !== 0 ? channels : outChannels;
  const steps = (inner + 3) & ~3;
  const plane = (<usize>((columns + 7) >> 3) * <usize>steps) << 5;
  for (let panel = begin; panel < end; panel++)
    for (let k = 0; k < steps; k++)
      for (let half = 0; half < 8; half += 4) {
        const column = panel * 8 + half;
        if (k >= inner || column >= columns) memory.fill(patchRoom(), 0, 400);
        else if (isBackward !== 0) readTurned(filter, size, channels, outChannels, column, k);
        else readWeights(filter, size, channels, outChannels, k, column);
        transformWeights(size, planes + ((<usize>(panel * steps + k)) << 5) + ((<usize>half) << 2), plane);
      }
}

function readWeights(filter: usize, size: i32, channels: i32, outChannels: i32, channel: i32, column: i32): void {
  let from = filter + ((<usize>(channel * outChannels + column)) << 2);
  const step = ((<usize>channels) * (<usize>outChannels)) << 2;
  for (let pixel = 0; pixel < size * size; pixel++) {
    v128.store(patchRoom() + ((<usize>pixel) << 4), loadSome(from, outChannels - column));
    from += step;
  }
}

function readTurned(filter: usize, size: i32, channels: i32, outChannels: i32, channel: i32, column: i32): void {
  const lanes = min(4, channels - channel);
  const last = size * size - 1;
  memory.fill(patchRoom(), 0, 400);
  for (let pixel = 0; pixel <= last; pixel++) {
    const from = filter + ((<usize>((pixel * channels + channel) * outChannels + column)) << 2);
    for (let lane = 0; lane < lanes; lane++)
      store<f32>(patchRoom() + <usize>((last - pixel) * 16 + lane * 4), load<f32>(from + ((<usize>(lane * outChannels)) << 2)));
  }
}

function transformWeights(size: i32, to: usize, plane: usize): void {
  const matrix = filterMatrix(size);
  const rowBytes = (<usize>size) << 4;
  for (let column = 0; column < size; column++) {
    const from = patchRoom() + ((<usize>column) << 4);
    for (let i = 0; i < 6; i++)
      v128.store(passRoom() + <usize>(i * 96 + column * 16), weighted(matrix + ((<usize>(i * size)) << 2), size, from, rowBytes));
  }
  for (let i = 0; i < 6; i++)
    for (let j = 0; j < 6; j++) {
      v128.store(to, weighted(matrix + ((<usize>(j * size)) << 2), size, passRoom() + <usize>(i * 96), 16));
      to += plane;
    }
}

/** The sum of `count` vectors, `step` bytes apart, times weights. */
// @ts-ignore: decorator
@inline
export function weighted(weights: usize, count: i32, from: usize, step: usize): v128 {
  let sum = f32x4.splat(0);
  for (let i = 0; i < count; i++) {
    sum = multiplyAdd(v128.load_splat<f32>(weights), v128.load(from), sum);
    weights += 4;
    from += step;
  }
  return sum;
}
