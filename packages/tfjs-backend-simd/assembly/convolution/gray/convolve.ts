import { finishTile } from '../../products/finish-tile';
import { packColumns } from '../../products/pack-right';
import { rightRoom, rowRoom, tileRoom } from '../../products/room';
import { padImage, paddedImage } from './padded-image';
import { addSixShifts, SHIFTS_BYTES } from './six-shifts';

/**
 * Convolution of images with one channel, with stride 1, plus bias, activated: neighbours in a row are a tile's rows, so
 * nothing is packed but the filter. Items are images.
 */
export function convolveGray(
  input: usize, height: i32, width: i32, filter: usize, filterHeight: i32, filterWidth: i32, padTop: i32, padLeft: i32,
  output: usize, outHeight: i32, outWidth: i32, outChannels: i32, bias: usize, activation: i32, slope: f32,
  begin: i32, end: i32,
): void {
  const paddedWidth = outWidth + filterWidth - 1;
  const rowBytes = (<usize>paddedWidth) << 2;
  const tapCount = filterHeight * filterWidth;
  const panelBytes = (<usize>tapCount) << 5;
  const pixelBytes = (<usize>outChannels) << 2;
  packColumns(filter, pixelBytes, tapCount, outChannels, panelBytes, rightRoom());
  let to = output + <usize>(begin * outHeight * outWidth) * pixelBytes;
  for (let item = begin; item < end; item++) {
    const image = input + ((<usize>(item * height * width)) << 2);
    padImage(image, height, width, padTop, padLeft, outHeight + filterHeight - 1, paddedWidth);
    for (let row = 0; row < outHeight; row++)
      for (let column = 0; column < outWidth; column += 6) {
        const count = min(6, outWidth - column);
        const from = paddedImage() + <usize>row * rowBytes + ((<usize>column) << 2);
        for (let i: usize = 0; i < <usize>count; i++) store<u32>(rowRoom() + (i << 4), <u32>(to + i * pixelBytes));
        for (let channel = 0; channel < outChannels; channel += 8) {
          const right = rightRoom() + <usize>(channel >> 3) * panelBytes;
          const offset = (<usize>channel) << 2;
          memory.fill(tileRoom(), 0, SHIFTS_BYTES);
          addSixShifts(filterHeight, filterWidth, from, rowBytes, right, 32, tileRoom());
          const columnBias: usize = bias === 0 ? 0 : bias + offset;
          finishTile(tileRoom(), rowRoom(), count, offset, min(8, outChannels - channel), true, true, columnBias, activation, slope);
        }
        to += <usize>count * pixelBytes;
      }
  }
}
