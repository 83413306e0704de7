import { padImage, paddedImage } from './padded-image';
import { addSixShifts, SHIFTS_BYTES } from './six-shifts';

/**
 * Gradients of the filter of `convolveGray` in parts, each of `partImages` images: `[partCount][filterHeight][columns of
 * the filter in sixes][panels][6][8]`. The output has a multiple of 8 channels. Items are parts.
 */
export function filterGradientGray(
  input: usize, height: i32, width: i32, filterHeight: i32, filterWidth: i32, padTop: i32, padLeft: i32,
  gradient: usize, outHeight: i32, outWidth: i32, outChannels: i32,
  parts: usize, imageCount: i32, partImages: i32, begin: i32, end: i32,
): void {
  const paddedWidth = outWidth + filterWidth - 1;
  const rowBytes = (<usize>paddedWidth) << 2;
  const pixelBytes = (<usize>outChannels) << 2;
  const partBytes = <usize>(filterHeight * ((filterWidth + 5) / 6) * (outChannels >> 3)) * SHIFTS_BYTES;
  for (let part = begin; part < end; part++) {
    const sums = parts + <usize>part * partBytes;
    memory.fill(sums, 0, partBytes);
    for (let item = part * partImages; item < min(imageCount, (part + 1) * partImages); item++) {
      const image = input + ((<usize>(item * height * width)) << 2);
      padImage(image, height, width, padTop, padLeft, outHeight + filterHeight - 1, paddedWidth);
      for (let row = 0; row < outHeight; row++) {
        const right = gradient + <usize>((item * outHeight + row) * outWidth) * pixelBytes;
        let tile = sums;
        for (let i = 0; i < filterHeight; i++)
          for (let j = 0; j < filterWidth; j += 6) {
            const from = paddedImage() + <usize>(row + i) * rowBytes + ((<usize>j) << 2);
            for (let channel: usize = 0; channel < pixelBytes; channel += 32) {
              addSixShifts(1, outWidth, from, 0, right + channel, pixelBytes, tile);
              tile += SHIFTS_BYTES;
            }
          }
      }
    }
  }
}

/** Sums parts of `filterGradientGray` in order, `[filterHeight, filterWidth, outChannels]`. Items are rows of the filter. */
export function sumGrayParts(
  parts: usize, partCount: i32, filterHeight: i32, filterWidth: i32, outChannels: i32, filter: usize,
  begin: i32, end: i32,
): void {
  const panelCount = outChannels >> 3;
  const sixes = (filterWidth + 5) / 6;
  const rowBytes = <usize>(sixes * panelCount) * SHIFTS_BYTES;
  for (let row = begin; row < end; row++)
    for (let column = 0; column < filterWidth; column++)
      for (let channel = 0; channel < outChannels; channel += 4) {
        const tile = (column / 6) * panelCount + (channel >> 3);
        const place = ((<usize>(column % 6)) << 5) + ((<usize>(channel & 4)) << 2);
        let at = parts + <usize>row * rowBytes + <usize>tile * SHIFTS_BYTES + place;
        let sum = v128.load(at);
        for (let part = 1; part < partCount; part++) {
          at += <usize>filterHeight * rowBytes;
          sum = f32x4.add(sum, v128.load(at));
        }
        v128.store(filter + ((<usize>((row * filterWidth + column) * outChannels + channel)) << 2), sum);
      }
}
