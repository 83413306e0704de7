import { createCheckpoint, type NdArray, reportProgress } from '@fashion-mnist/core';
import type { LongRun } from '@fashion-mnist/kernels';
import { VisualizeError } from '../errors.ts';
import { checkedMap } from './checked-map.ts';
import { NearestList } from './nearest-list.ts';
import { createPlaneIndex } from './plane-index.ts';
import type { QualityScore } from './quality-score.ts';
import { type QueryOptions, queryPoints } from './query-points.ts';

/** How many neighbours vote in `knnLabelAccuracy`, and on how many points it is measured. */
export interface KnnLabelAccuracyOptions extends LongRun, QueryOptions {
  /** How many neighbours vote on a point's label, `1..pointCount - 1`. @default 10 */
  readonly neighborCount?: number;
  /** Most points that the score is measured on, at least 1; fewer than there are are chosen at random. @default Infinity */
  readonly queryCount?: number;
}

const DEFAULTS = Object.freeze({ neighborCount: 10, queryCount: Infinity, seed: 42 });
const REPORT_INTERVAL = 500;

/**
 * For which share of a map's points most of the nearest other points have the same label, `0..1`: the accuracy of
 * k-nearest-neighbour classification on the map, leaving one out. Of labels with as many votes the smallest counts.
 *
 * @param map - Shape `[pointCount, 2]`; borrowed.
 * @param labels - One per point; borrowed.
 * @throws {VisualizeError} `E_SHAPE` - the map does not fit the labels, or is not finite; `E_OPTION`; `E_COUNT` - too
 * few points.
 * @throws the signal's reason, when aborted.
 * @remarks O(pointCount log pointCount). Stage: `vote` (points). 70,000 points take less than a second.
 * @see sklearn.neighbors.KNeighborsClassifier, which it equals (test/reference)
 */
export async function knnLabelAccuracy(
  map: NdArray<Float32Array>,
  labels: Uint8Array | Int32Array,
  options: KnnLabelAccuracyOptions = {},
): Promise<QualityScore> {
  const { neighborCount, queryCount, seed, signal, onProgress } = { ...DEFAULTS, ...options };
  const coordinates = checkedMap(map, labels.length);
  requireNeighborCount(neighborCount, labels.length);
  const queries = queryPoints(labels.length, queryCount, seed);
  const index = createPlaneIndex(coordinates);
  const voters = new NearestList(neighborCount);
  const checkpoint = createCheckpoint(signal);
  let right = 0;
  for (const [done, query] of queries.entries()) {
    if (done % REPORT_INTERVAL === 0) {
      await checkpoint();
      reportProgress(onProgress, { stage: 'vote', completed: done, total: queries.length, unit: 'points' });
    }
    voters.clear();
    index.search(query, voters);
    if (mostFrequent(voters.indices.map((voter) => labels[voter] as number)) === labels[query]) right++;
  }
  return { value: right / queries.length, queryCount: queries.length };
}

function requireNeighborCount(neighborCount: number, pointCount: number): void {
  if (!Number.isInteger(neighborCount) || neighborCount < 1) {
    throw new VisualizeError('E_OPTION', `neighborCount: expected a whole number >= 1, got ${neighborCount}`);
  }
  if (pointCount <= neighborCount) {
    throw new VisualizeError(
      'E_COUNT',
      `expected more than neighborCount = ${neighborCount} points, got ${pointCount}`,
    );
  }
}

/** The smallest of the most frequent values. */
function mostFrequent(values: Int32Array): number | undefined {
  values.sort();
  let best = { count: 0, value: values[0] };
  for (let start = 0, end = 0; start < values.length; start = end) {
    while (end < values.length && values[end] === values[start]) end++;
    if (end - start > best.count) best = { count: end - start, value: values[start] };
  }
  return best.value;
}
