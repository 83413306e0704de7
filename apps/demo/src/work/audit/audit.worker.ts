import { ndArray } from '@fashion-mnist/core';
import { type NearestPair, type NearestPairsOptions, nearestPairs } from '@fashion-mnist/kernels';
import { findLabelErrors, type LabelErrors } from '@fashion-mnist/models';
import { expose } from 'comlink';
import type { NeighborGraph } from '../neighbors/nearest.ts';
import { neighborLabelsOf } from './neighbor-labels.ts';

/** What a model says of some images, the labels, and what the images' neighbours are. */
export interface LabelQuestion {
  readonly ids: Uint32Array;
  /** Shape `[ids.length, classCount]`. */
  readonly probabilities: Float32Array;
  readonly classCount: number;
  /** Of all ids. */
  readonly labels: Uint8Array;
  readonly graph: NeighborGraph;
}

/** What takes too long for the page's own thread. */
export interface AuditWorker {
  labelErrors(question: LabelQuestion): LabelErrors;
  nearestPairs(graph: NeighborGraph, options: NearestPairsOptions): readonly NearestPair[];
}

expose({
  labelErrors({ ids, probabilities, classCount, labels, graph }) {
    const own = Uint8Array.from(ids, (id) => labels[id] ?? 0);
    const near = neighborLabelsOf(graph, labels, ids);
    return findLabelErrors(own, ndArray(probabilities, [ids.length, classCount]), {
      labels: Array.from({ length: classCount }, (_, label) => label),
      neighborLabels: ndArray(near, [ids.length, graph.k]),
    });
  },
  nearestPairs({ k, ids, distances }, options) {
    const shape = [ids.length / k, k];
    const indices = ndArray(Int32Array.from(ids), shape);
    return nearestPairs({ indices, distances: ndArray(distances, shape) }, options);
  },
} satisfies AuditWorker);
