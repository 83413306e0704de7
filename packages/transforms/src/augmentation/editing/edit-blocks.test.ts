import type { NdArray } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import type { Pixels } from '../../images/images.ts';
import { affine } from '../affine/affine.ts';
import { randomAffine } from '../affine/random-affine.ts';
import { flip } from '../flips/flip.ts';
import { randomShift } from '../windows/random-shift.ts';
import { imagesPerBlock } from './edit-blocks.ts';

/** An array that is a Uint8Array, but whose `slice` gives a view of the same memory, and whose constructor takes no length. */
class NodeBuffer extends Uint8Array {
  static viewOf(bytes: readonly number[]): NodeBuffer {
    return new NodeBuffer(Uint8Array.from(bytes).buffer);
  }

  override slice(start?: number, end?: number): Uint8Array<ArrayBuffer> {
    return this.subarray(start, end);
  }
}

describe.each([
  ['editOnCanvas', (images: NdArray<Uint8Array>) => flip(images), [2, 1, 4, 3]],
  ['editImages', (images: NdArray<Uint8Array>) => affine(images, { right: 1 }), [0, 1, 0, 3]],
] as const)('%s', (_, edit, expected) => {
  it('leaves the memory of a Buffer as it is', () => {
    const images = { data: NodeBuffer.viewOf([1, 2, 3, 4]), shape: [1, 2, 2] };
    expect([...edit(images).data]).toEqual(expected);
    expect([...images.data]).toEqual([1, 2, 3, 4]);
  });

  it('refuses images whose places need more than 31 bits', () => {
    const huge = { data: new Uint8Array(0), shape: [0, 2 ** 16, 2 ** 15] };
    expect(() => edit(huge)).toThrow(
      expect.objectContaining({
        code: 'E_SHAPE',
        message: expect.stringMatching(
          /: expected images of fewer than 2\^31 pixels.* got 65536 x 32768/,
        ) as string,
      }),
    );
  });
});

it.each([
  ['randomShift', randomShift],
  ['randomAffine', randomAffine],
] as const)('%s gives images the same pixels on both sides of where a block ends', (_, operation) => {
  const data = Uint8Array.from(
    { length: 1027 * 20 },
    (__, pixel) => (pixel * pixel * 7 + (pixel >> 3)) % 256,
  );
  const part = (start: number, end: number): NdArray<Pixels> => ({
    data: data.subarray(start * 20, end * 20),
    shape: [end - start, 4, 5],
  });
  const whole = operation(part(0, 1027), { seed: 2 });
  expect(whole.data.subarray(0, 1020 * 20)).toEqual(operation(part(0, 1020), { seed: 2 }).data);
  expect(whole.data.subarray(1020 * 20)).toEqual(
    operation(part(1020, 1027), { seed: 2, firstIndex: 1020 }).data,
  );
});

it.each([
  [28, 28, 1024],
  [0, 5, 1024],
  [1448, 1448, 1024],
  [1449, 1449, 1022],
  [2 ** 15, 2 ** 15, 1],
  [1, 2 ** 31 - 1, 1],
])('imagesPerBlock keeps places of images of %d x %d pixels below 2^31: %d', (height, width, expected) => {
  expect(imagesPerBlock('test', { height, width })).toBe(expected);
});
