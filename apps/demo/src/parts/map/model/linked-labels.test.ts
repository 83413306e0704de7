import { expect, it } from 'vitest';
import { linkedImages } from './linked-labels.ts';

const fashion = Uint8Array.from({ length: 40 }, (_, id) => (id < 20 ? 3 : id < 39 ? 7 : 9));
const digits = Uint8Array.of(9, 3, 7, 3, 0);

it('links the images of the same labels', () => {
  expect(linkedImages(Uint32Array.of(0, 1, 25), fashion, digits)).toEqual(Uint32Array.of(1, 2, 3));
});

it('takes a label that hardly occurs for a stray', () => {
  const selection = Uint32Array.from({ length: 40 }, (_, id) => id);
  expect(linkedImages(selection, fashion, digits)).toEqual(Uint32Array.of(1, 2, 3));
});

it('links nothing to nothing', () => {
  expect(linkedImages(new Uint32Array(), fashion, digits)).toBeUndefined();
});
