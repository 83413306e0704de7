import { activate } from '../products/activate';
import { storeSome } from '../products/finish-tile';
import { addTap, clearTaps, sumOfTaps } from './tap-list';

/**
 * Convolves each channel with a filter of its own, `[filterHeight, filterWidth, channels]`, adds `bias` (0 for none) and
 * activates. Items are rows of all outputs.
 */
export function depthwiseConvolve(
  input: usize, height: i32, width: i32, channels: i32, filter: usize, filterHeight: i32, filterWidth: i32,
  strideHeight: i32, strideWidth: i32, dilationHeight: i32, dilationWidth: i32, padTop: i32, padLeft: i32,
  output: usize, outHeight: i32, outWidth: i32, bias: usize, activation: i32, slope: f32, begin: i32, end: i32,
): void {
  const pixelBytes = (<usize>channels) << 2;
  let to = output + <usize>begin * <usize>outWidth * pixelBytes;
  for (let item = begin; item < end; item++) {
    const image = input + <usize>(item / outHeight) * <usize>height * <usize>width * pixelBytes;
    const top = (item % outHeight) * strideHeight - padTop;
    for (let column = 0; column < outWidth; column++) {
      const left = column * strideWidth - padLeft;
      clearTaps();
      for (let i = 0; i < filterHeight; i++) {
        const y = top + i * dilationHeight;
        if (<u32>y >= <u32>height) continue;
        for (let j = 0; j < filterWidth; j++) {
          const x = left + j * dilationWidth;
          if (<u32>x >= <u32>width) continue;
          addTap(image + <usize>(y * width + x) * pixelBytes, filter + <usize>(i * filterWidth + j) * pixelBytes);
        }
      }
      finishPixel(to, channels, bias, activation, slope);
      to += pixelBytes;
    }
  }
}

/** The gradient of `depthwiseConvolve` by its input. Items are rows of all inputs. */
export function depthwiseConvolveBack(
  gradient: usize, outHeight: i32, outWidth: i32, channels: i32, filter: usize, filterHeight: i32, filterWidth: i32,
  strideHeight: i32, strideWidth: i32, dilationHeight: i32, dilationWidth: i32, padTop: i32, padLeft: i32,
  output: usize, height: i32, width: i32, begin: i32, end: i32,
): void {
  const pixelBytes = (<usize>channels) << 2;
  let to = output + <usize>begin * <usize>width * pixelBytes;
  for (let item = begin; item < end; item++) {
    const image = gradient + <usize>(item / height) * <usize>outHeight * <usize>outWidth * pixelBytes;
    const bottom = (item % height) + padTop;
    for (let column = 0; column < width; column++) {
      const right = column + padLeft;
      clearTaps();
      for (let i = 0; i < filterHeight; i++) {
        const y = bottom - i * dilationHeight;
        if (y < 0 || y % strideHeight !== 0 || y / strideHeight >= outHeight) continue;
        for (let j = 0; j < filterWidth; j++) {
          const x = right - j * dilationWidth;
          if (x < 0 || x % strideWidth !== 0 || x / strideWidth >= outWidth) continue;
          const pixel = (y / strideHeight) * outWidth + x / strideWidth;
          addTap(image + <usize>pixel * pixelBytes, filter + <usize>(i * filterWidth + j) * pixelBytes);
        }
      }
      finishPixel(to, channels, 0, 0, 0);
      to += pixelBytes;
    }
  }
}

function finishPixel(to: usize, channels: i32, bias: usize, activation: i32, slope: f32): void {
  for (let channel = 0; channel < channels; channel += 4) {
    const offset = (<usize>channel) << 2;
    let value = sumOfTaps(offset);
    if (bias !== 0) value = f32x4.add(value, v128.load(bias + offset));
    value = activate(value, activation, slope);
    if (channel + 4 <= channels) v128.store(to + offset, value);
    else storeSome(to + offset, value, channels - channel);
  }
}
