import { elementCount, type NdArray } from '@fashion-mnist/core';
import { TransformError } from '../../errors.ts';
import type { Pixels } from '../../images/images.ts';
import { shown } from '../../options/values.ts';
import type { Allocate, PixelsKind } from './stage.ts';

/** Puts together what comes in parts. */
export interface ImageCollector<P extends Pixels = Pixels> {
  /** The place of the next part: what is written there need not be copied. */
  readonly allocate: Allocate;
  /** Takes the next part. */
  add(part: NdArray<P>): void;
  /** All parts; at least one has been taken. */
  images(): NdArray<P>;
}

/** @param into - Where all pixels go. @default new memory */
export function collectImages<P extends Pixels = Pixels>(imageCount: number, into?: P): ImageCollector<P> {
  let pixels: Pixels | undefined = into;
  let imageShape: readonly number[] = [];
  let filledCount = 0;

  function allocate<K extends Pixels>(kind: PixelsKind<K>, [partCount = 0, ...rest]: readonly number[]): K {
    const imageLength = elementCount(rest);
    pixels ??= new kind(imageLength * imageCount);
    return pixels.subarray(filledCount * imageLength, (filledCount + partCount) * imageLength) as K;
  }

  return {
    allocate,
    add({ data, shape }) {
      const place = allocate(kindOf(data), shape);
      if (place.buffer !== data.buffer || place.byteOffset !== data.byteOffset) place.set(data);
      [, ...imageShape] = shape;
      filledCount += shape[0] as number;
    },
    images: () => ({ data: pixels as P, shape: [imageCount, ...imageShape] }),
  };
}

/**
 * Makes sure that there is room for all pixels of a result.
 *
 * @param like - Pixels of its kind.
 * @throws {TransformError} `E_OPTION` - the memory has another kind or length.
 */
export function requireRoom(into: Pixels, like: Pixels, shape: readonly number[]): void {
  const [kind, length] = [kindOf(like), elementCount(shape)];
  if (into instanceof kind && into.length === length) return;
  throw new TransformError(
    'E_OPTION',
    `into: expected a ${kind.name} of ${length} pixels, got ${inWords(into)}`,
  );
}

/** Not its constructor: a Node `Buffer` is a `Uint8Array` too. */
function kindOf(pixels: Pixels): PixelsKind {
  return pixels instanceof Uint8Array ? Uint8Array : Float32Array;
}

function inWords(value: unknown): string {
  return ArrayBuffer.isView(value) && 'length' in value
    ? `a ${value.constructor.name} of ${String(value.length)}`
    : shown(value);
}
