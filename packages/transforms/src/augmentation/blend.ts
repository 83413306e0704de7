import type { Pixels } from '../images/images.ts';

/** Some of the pixels of a batch: from one index to before another. */
export interface PixelSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * `factor * pixel + (1 - factor) * other`, kept in the range of the pixels (0..255, or 0..1 for float32), in the
 * arithmetic of torchvision on tensors: float32 throughout, and bytes truncated at the end, not rounded.
 *
 * @param blended - Written.
 * @see torchvision.transforms.functional_tensor._blend
 */
export function blend(
  pixels: Pixels,
  blended: Pixels,
  { start, end }: PixelSpan,
  factor: number,
  other: number,
): void {
  const share = Math.fround(factor);
  const rest = Math.fround(Math.fround(1 - factor) * other);
  const most = pixels instanceof Uint8Array ? 255 : 1;
  for (let i = start; i < end; i++) {
    const value = Math.fround(Math.fround(share * (pixels[i] as number)) + rest);
    blended[i] = value < 0 ? 0 : value > most ? most : value;
  }
}
