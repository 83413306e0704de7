import { describe, expect, it } from 'vitest';
import { halveImages } from './halve-images.ts';

describe('halveImages', () => {
  it('takes the mean of four pixels, of every image', () => {
    const bytes = Uint8Array.of(0, 10, 100, 100, 20, 30, 100, 101, 255, 255, 0, 0, 255, 255, 0, 0);
    expect([...halveImages(bytes, [2, 4])]).toEqual([15, 100, 255, 0]);
  });

  it('repeats the edge of an odd size', () => {
    const bytes = Uint8Array.of(0, 40, 80, 40, 80, 120, 8, 16, 24);
    expect([...halveImages(bytes, [3, 3])]).toEqual([40, 100, 12, 24]);
  });
});
