import type { LayoutEntry } from '../../../data/data-index.ts';
import type { Dataset } from '../../../data/dataset.ts';
import { measureQuality } from '../../../work/embedding/start-embedding.ts';
import { imagesOf } from '../model/images-of.ts';

/** As the server measures. */
const NEIGHBORS = 15;

/** Measures how well a layout keeps neighbourhoods, in a worker, and keeps the answer with it. */
export async function measureLayout(dataset: Dataset, layout: LayoutEntry): Promise<void> {
  await dataset.loadImages();
  const { first, count } = layout;
  const positions = await dataset.positions(layout);
  const places = positions.slice(2 * first, 2 * (first + count));
  const nNeighbors = Math.min(NEIGHBORS, Math.floor((count - 1) / 2));
  const measured = await measureQuality(imagesOf(dataset, { first, count }), places, { nNeighbors });
  dataset.addLayout({ ...layout, quality: { ...measured, nNeighbors } }, positions);
}
