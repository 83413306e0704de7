import { expect, it } from 'vitest';
import { oneHot } from '../features/one-hot.ts';
import { compose } from './compose.ts';
import { OPERATION_NAMES } from './operations.ts';
import type { Step } from './step.ts';

/** Every operation but `hog`, whose last bit may differ between engines. */
const STEPS: readonly Step[] = [
  { operation: 'flip', axis: 'vertical' },
  { operation: 'random-flip' },
  { operation: 'shift', right: 1, down: -1 },
  { operation: 'random-shift' },
  { operation: 'random-crop' },
  { operation: 'pad', pixels: 3, mode: 'reflect' },
  { operation: 'crop', top: 3, left: 3, height: 28, width: 28 },
  { operation: 'affine', degrees: 4, scale: 1.1 },
  { operation: 'rotate', degrees: -3, border: 'reflect' },
  { operation: 'scale', factor: 0.95 },
  { operation: 'shear', x: 5 },
  { operation: 'random-affine', degrees: 10, translate: [0.1, 0.1], scale: [0.9, 1.1] },
  { operation: 'random-rotation', degrees: 5 },
  { operation: 'random-zoom' },
  { operation: 'brightness', factor: 1.1 },
  { operation: 'contrast', factor: 0.9 },
  { operation: 'random-brightness' },
  { operation: 'random-contrast' },
  { operation: 'gaussian-noise', std: 5 },
  { operation: 'cutout', size: 5 },
  { operation: 'cutmix' },
  { operation: 'random-erasing' },
  { operation: 'mixup', alpha: 0.4 },
  { operation: 'scale-to-unit' },
  { operation: 'normalize' },
  { operation: 'flatten' },
  { operation: 'standard-scaler' },
  { operation: 'min-max-scaler' },
];

/** FNV-1a of the bytes, 32 bits. @see http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashOf({ buffer, byteOffset, byteLength }: Float32Array): string {
  let hash = 0x811c9dc5;
  for (const byte of new Uint8Array(buffer, byteOffset, byteLength))
    hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16);
}

// The hashes are our own output, from Node: that browsers give the same is what is tested.
it('gives the same bytes in Node and in browsers', async () => {
  const data = Uint8Array.from({ length: 40 * 784 }, (_, pixel) => (pixel * pixel * 7 + (pixel >> 4)) % 256);
  const labels = oneHot(
    Uint8Array.from({ length: 40 }, (_, image) => image % 10),
    10,
  );
  const batch = { images: { data, shape: [40, 28, 28] }, labels };
  const fitted = await compose(STEPS).fit(batch, { seed: 5 });
  const into = new Float32Array(data.length);
  const result = await fitted.apply(batch, { seed: 5, epoch: 3, pool: batch, into });
  expect([hashOf(result.images.data), hashOf(result.labels?.data ?? new Float32Array())]).toEqual([
    'aadcc8a4',
    'eba0ad56',
  ]);
});

it('has every operation but hog', () => {
  expect(new Set(STEPS.map(({ operation }) => operation)).size).toBe(OPERATION_NAMES.length - 1);
});
