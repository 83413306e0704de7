import { describe, expect, it } from 'vitest';
import type { DatasetEntry, LayoutEntry } from '../../../data/data-index.ts';
import { findPlace } from './find-place.ts';

const layout = { id: 'umap' } as LayoutEntry;
const garment = {
  pixels: new Uint8Array(784),
  ids: Uint32Array.of(2, 0, 1),
  distances: Float32Array.of(5, 5, 5),
};
const datasetAt = (places: readonly number[]) => ({
  entry: { imageShape: [28, 28] } as unknown as DatasetEntry,
  positions: () => Promise.resolve(Float32Array.from(places)),
});

describe('findPlace', () => {
  it('goes among the neighbours on a map that came from the server', async () => {
    const place = await findPlace(datasetAt([0, 0, 3, 0, 0, 6]), layout, garment, undefined);
    expect(place).toMatchObject({ layoutId: 'umap', by: 'neighbours', neighborIds: Uint32Array.of(2, 0, 1) });
    expect([place?.x, place?.y]).toEqual([expect.closeTo(1, 9), expect.closeTo(2, 9)]);
  });

  it('asks a map that was computed here, with one image', async () => {
    const asked: unknown[] = [];
    const place = await findPlace(datasetAt([0, 0, 3, 0, 0, 6]), layout, garment, (images) => {
      asked.push(images);
      return Promise.resolve(Float32Array.of(-7, 8));
    });
    expect(place).toMatchObject({ x: -7, y: 8, by: 'transform' });
    expect(asked).toEqual([{ data: garment.pixels, shape: [1, 28, 28] }]);
  });

  it('finds none where no neighbour is on the map', async () => {
    const nowhere = datasetAt(Array.from({ length: 6 }, () => Number.NaN));
    expect(await findPlace(nowhere, layout, garment, undefined)).toBeUndefined();
  });
});
