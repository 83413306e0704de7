import { multiplyAdd } from '../multiply-add';
import { storeSome } from '../products/finish-tile';

/**
 * Gradients of a depthwise filter in parts, each of `partRows` rows of all outputs: `[partCount][taps][channels]`, channels
 * filled up to fours. Items are parts.
 */
export function depthwiseFilterGradient(
  input: usize, height: i32, width: i32, channels: i32, filterHeight: i32, filterWidth: i32,
  strideHeight: i32, strideWidth: i32, dilationHeight: i32, dilationWidth: i32, padTop: i32, padLeft: i32,
  gradient: usize, outHeight: i32, outWidth: i32, parts: usize, rowCount: i32, partRows: i32, begin: i32, end: i32,
): void {
  const pixelBytes = (<usize>channels) << 2;
  const tapBytes = (<usize>((channels + 3) & ~3)) << 2;
  const partBytes = <usize>(filterHeight * filterWidth) * tapBytes;
  for (let part = begin; part < end; part++) {
    const sums = parts + <usize>part * partBytes;
    memory.fill(sums, 0, partBytes);
    for (let row = part * partRows; row < min(rowCount, (part + 1) * partRows); row++)
      for (let i = 0; i < filterHeight; i++) {
        const y = (row % outHeight) * strideHeight - padTop + i * dilationHeight;
        if (<u32>y >= <u32>height) continue;
        const inputRow = input + <usize>((row / outHeight) * height + y) * <usize>width * pixelBytes;
        const gradientRow = gradient + <usize>row * <usize>outWidth * pixelBytes;
        for (let j = 0; j < filterWidth; j++) {
          const left = j * dilationWidth - padLeft;
          const first = left < 0 ? (strideWidth - 1 - left) / strideWidth : 0;
          const last = min(outWidth, left < width ? (width - 1 - left) / strideWidth + 1 : 0);
          if (first >= last) continue;
          const from = inputRow + <usize>(first * strideWidth + left) * pixelBytes;
          const sum = sums + <usize>(i * filterWidth + j) * tapBytes;
          addRow(from, <usize>strideWidth * pixelBytes, gradientRow + <usize>first * pixelBytes, pixelBytes, last - first, channels, sum);
        }
      }
  }
}

function addRow(
  input: usize, inputStep: usize, gradient: usize, gradientStep: usize, count: i32, channels: i32, sum: usize,
): void {
  for (let channel = 0; channel < channels; channel += 4) {
    let total = v128.load(sum);
    let from = input, by = gradient;
    for (let i = 0; i < count; i++) {
      total = multiplyAdd(v128.load(from), v128.load(by), total);
      from += inputStep;
      by += gradientStep;
    }
    v128.store(sum, total);
    sum += 16;
    input += 16;
    gradient += 16;
  }
}

/** Sums parts in order, `[taps][channels]`. Items are taps. */
export function sumDepthwiseParts(
  parts: usize, partCount: i32, tapCount: i32, channels: i32, filter: usize, begin: i32, end: i32,
): void {
  const tapBytes = (<usize>((channels + 3) & ~3)) << 2;
  const partBytes = <usize>tapCount * tapBytes;
  for (let tap = begin; tap < end; tap++)
    for (let channel = 0; channel < channels; channel += 4) {
      let at = parts + <usize>tap * tapBytes + ((<usize>channel) << 2);
      let sum = v128.load(at);
      for (let part = 1; part < partCount; part++) {
        at += partBytes;
        sum = f32x4.add(sum, v128.load(at));
      }
      const to = filter + ((<usize>(tap * channels + channel)) << 2);
      if (channel + 4 <= channels) v128.store(to, sum);
      else storeSome(to, sum, channels - channel);
    }
}
