import { ndArray } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import { PictureStore } from './picture-store.ts';

function images(count: number, first: number) {
  return ndArray(
    Uint8Array.from({ length: count * 6 }, (_, i) => first + Math.floor(i / 6)),
    [count, 2, 3],
  );
}

describe('PictureStore', () => {
  it('gives the bytes of the picture of an id from whichever piece holds it', () => {
    const store = new PictureStore(5, [2, 3]);
    store.add(images(2, 10), 0);
    store.add(images(2, 20), 3);
    expect([0, 1, 2, 3, 4].map((id) => store.pictureOf(id)?.[5])).toEqual([10, 11, undefined, 20, 21]);
  });

  it.each([
    ['another size', () => ({ data: new Uint8Array(6), shape: [1, 3, 2] }), 0],
    ['flat samples', () => ({ data: new Uint8Array(6), shape: [1, 6] }), 0],
    ['fewer bytes than the shape says', () => ({ data: new Uint8Array(5), shape: [1, 2, 3] }), 0],
    ['more images than ids', () => images(2, 0), 4],
    ['a negative first id', () => images(1, 0), -1],
  ])('refuses %s', (_, make, first) => {
    const add = () => new PictureStore(5, [2, 3]).add(make(), first);
    expect(add).toThrow(expect.objectContaining({ code: 'E_SHAPE' }));
  });
});
