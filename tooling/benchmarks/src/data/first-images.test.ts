import { describe, expect, it } from 'vitest';
import { firstImages } from './first-images.ts';

describe('firstImages', () => {
  const images = { data: Uint8Array.of(1, 2, 3, 4, 5, 6), shape: [3, 2] };

  it('keeps the first ones whole', () => {
    expect(firstImages(images, 2)).toEqual({ data: Uint8Array.of(1, 2, 3, 4), shape: [2, 2] });
  });

  it('keeps all when there are no more', () => {
    expect(firstImages(images, 9)).toEqual(images);
  });
});
