import { storeSome } from '../../products/finish-tile';
import { multiplyAdd } from '../../multiply-add';
import { OUTER_BYTES } from '../../tiles';
import { filterMatrix } from './filter-matrix';
import { passRoom, patchRoom, PLANES } from './room';

/**
 * Sums parts of a transformed filter's gradient in order, and takes the sum back to the filter,
 * `[size, size, channels, outChannels]`. Items are quads of channels.
 */
export function winogradFilterBack(
  parts: usize, partCount: i32, size: i32, channels: i32, outChannels: i32, filter: usize, begin: i32, end: i32,
): void {
  const quadCount = (channels + 3) >> 2;
  const panelCount = (outChannels + 7) >> 3;
  const planeBytes = <usize>(quadCount * panelCount) * OUTER_BYTES;
  const partBytes = <usize>PLANES * planeBytes;
  for (let quad = begin; quad < end; quad++)
    for (let column = 0; column < outChannels; column += 4) {
      const tile = parts + <usize>(quad * panelCount + (column >> 3)) * OUTER_BYTES + ((<usize>(column & 4)) << 2);
      for (let row = 0; row < min(4, channels - quad * 4); row++) {
        sumPlanes(tile + <usize>(row << 5), planeBytes, partCount, partBytes);
        const to = filter + ((<usize>((quad * 4 + row) * outChannels + column)) << 2);
        transformBack(size, to, ((<usize>channels) * (<usize>outChannels)) << 2, outChannels - column);
      }
    }
}

function sumPlanes(from: usize, planeBytes: usize, partCount: i32, partBytes: usize): void {
  for (let plane: usize = 0; plane < <usize>PLANES; plane++) {
    let at = from + plane * planeBytes;
    let sum = v128.load(at);
    for (let part = 1; part < partCount; part++) {
      at += partBytes;
      sum = f32x4.add(sum, v128.load(at));
    }
    v128.store(passRoom() + (plane << 4), sum);
  }
}

/** 36 planes to `size` times `size` pixels that are `pixelBytes` apart. */
function transformBack(size: i32, to: usize, pixelBytes: usize, count: i32): void {
  const matrix = filterMatrix(size);
  const step = (<usize>size) << 2;
  for (let a = 0; a < size; a++)
    for (let j = 0; j < 6; j++)
      v128.store(
        patchRoom() + <usize>(a * 96 + j * 16),
        weightedSix(matrix + ((<usize>a) << 2), step, passRoom() + ((<usize>j) << 4), 96),
      );
  for (let a = 0; a < size; a++)
    for (let b = 0; b < size; b++) {
      const value = weightedSix(matrix + ((<usize>b) << 2), step, patchRoom() + <usize>(a * 96), 16);
      if (count >= 4) v128.store(to, value);
      else storeSome(to, value, count);
      to += pixelBytes;
    }
}

/** The sum of six vectors times six weights. */
// @ts-ignore: decorator
@inline
export function weightedSix(weights: usize, weightStep: usize, from: usize, step: usize): v128 {
  let sum = f32x4.splat(0);
  for (let i = 0; i < 6; i++) {
    sum = multiplyAdd(v128.load_splat<f32>(weights), v128.load(from), sum);
    weights += weightStep;
    from += step;
  }
  return sum;
}
