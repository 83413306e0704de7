import { elementCount, type NdArray } from '@fashion-mnist/core';
import { TransformError } from '../../errors.ts';
import type { Pixels } from '../../images/images.ts';
import type { Allocate, PixelsKind } from './stage.ts';

/** Puts together what comes in parts. */
export interface ImageCollector {
  /** The place of the next part: what is written there need not be copied. */
  readonly allocate: Allocate;
  /** Takes the next part. */
  add(part: NdArray<Pixels>): void;
  /** All parts; at least one has been taken. */
  images(): NdArray<Pixels>;
}

/** @param into - Where all pixels go. @default new memory */
export function collectImages(imageCount: number, into?: Pixels): ImageCollector {
  let pixels = into;
  let imageShape: readonly number[] = [];
  let filledCount = 0;

  function allocate<P extends Pixels>(kind: PixelsKind<P>, [partCount = 0, ...rest]: readonly number[]): P {
    const imageLength = elementCount(rest);
    pixels ??= new kind(imageLength * imageCount);
    if (!(pixels instanceof kind) || pixels.length !== imageLength * imageCount)
      throw new TransformError(
        'E_OPTION',
        `into: expected a ${kind.name} of ${imageLength * imageCount} pixels, got a ${pixels.constructor.name} of ${pixels.length}`,
      );
    return pixels.subarray(filledCount * imageLength, (filledCount + partCount) * imageLength) as P;
  }

  return {
    allocate,
    add({ data, shape }) {
      const place = allocate(data.constructor as PixelsKind, shape);
      if (place.buffer !== data.buffer || place.byteOffset !== data.byteOffset) place.set(data);
      [, ...imageShape] = shape;
      filledCount += shape[0] as number;
    },
    images: () => ({ data: pixels as Pixels, shape: [imageCount, ...imageShape] }),
  };
}
