import { knnLabelAccuracy, neighborhoodQuality } from '@fashion-mnist/visualize';
import { threadCount } from '../threads.ts';
import type { MapRun } from './compute-map.ts';
import { firstImages } from './first-images.ts';
import type { MapDocument } from './map-document.ts';
import { mapPoints } from './map-points.ts';
import type { MapQuality } from './map-quality.ts';
import type { MapSource } from './map-source.ts';

const NEIGHBOR_COUNT = 15;
const VOTER_COUNT = 10;
const QUERY_COUNT = 1000;

/** Measures a map of at least three images; fewer have no quality. */
export async function measureMap(
  map: MapDocument,
  { dataset }: MapSource,
  run: MapRun,
): Promise<MapQuality | undefined> {
  const count = map.sampleIndices.length;
  if (count < 3) return undefined;
  const neighborCount = Math.min(NEIGHBOR_COUNT, Math.ceil(count / 2) - 1);
  const voterCount = Math.min(VOTER_COUNT, count - 1);
  const images = firstImages(dataset.images, count);
  const points = mapPoints(map);
  const options = { ...run, threads: threadCount(run.threads), neighborCount, queryCount: QUERY_COUNT };
  const quality = await neighborhoodQuality(images, points, options);
  const labels = dataset.labels.subarray(0, count);
  const { value: labelAccuracy } = await knnLabelAccuracy(points, labels, {
    neighborCount: voterCount,
    ...run,
  });
  return { ...quality, neighborCount, labelAccuracy, voterCount };
}
