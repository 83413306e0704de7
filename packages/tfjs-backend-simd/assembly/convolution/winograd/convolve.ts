import { finishGroup, multiplyPlane, transformGroup } from './groups';
import { PLANES, planeBytes, planeRoom } from './room';

/**
 * Convolution with stride 1 by Winograd's way, plus bias, activated: tiles of `size` times `size` outputs (4 for windows
 * of 3 x 3, 3 for 4 x 4, 2 for 5 x 5) from 6 x 6 inputs. Items are groups of `groupTiles` tiles, a multiple of 6.
 */
export function winogradConvolve(
  input: usize, height: i32, width: i32, channels: i32, padTop: i32, padLeft: i32,
  filter: usize, output: usize, outHeight: i32, outWidth: i32, outChannels: i32, size: i32,
  bias: usize, activation: i32, slope: f32, tileCount: i32, groupTiles: i32, begin: i32, end: i32,
): void {
  const across = (outWidth + size - 1) / size;
  const perImage = across * ((outHeight + size - 1) / size);
  const quadCount = (channels + 3) >> 2;
  const panelCount = (outChannels + 7) >> 3;
  const inputPlane = planeBytes(groupTiles, quadCount * 4);
  const outputPlane = planeBytes(groupTiles, panelCount * 8);
  const filterPlane = (<usize>(panelCount * quadCount)) << 7;
  const inputs = planeRoom();
  const products = inputs + <usize>PLANES * inputPlane;
  for (let item = begin; item < end; item++) {
    const first = item * groupTiles;
    const count = min(groupTiles, tileCount - first);
    transformGroup(input, height, width, channels, padTop, padLeft, across, perImage, size, first, inputs, inputPlane, 0, count);
    for (let plane: usize = 0; plane < <usize>PLANES; plane++)
      multiplyPlane(
        inputs + plane * inputPlane, count, quadCount, filter + plane * filterPlane, panelCount,
        products + plane * outputPlane, 0, panelCount,
      );
    finishGroup(products, outputPlane, output, outHeight, outWidth, outChannels, across, perImage, size, bias, activation, slope, first, 0, count);
  }
}
