import { findLabelErrors, type LabelErrors } from '@fashion-mnist/models';
import { expose } from 'comlink';
import type { NeighborGraph } from '../neighbors/nearest.ts';
import { type NearPair, type NearPairsOptions, nearPairs } from './near-pairs.ts';

/** Predictions of images beside their labels, and what their neighbours are. */
export interface LabelQuestion {
  readonly labels: Uint8Array;
  /** Shape `[labels.length, classCount]`. */
  readonly probabilities: Float32Array;
  readonly classCount: number;
  /** Shape `[labels.length, k]`; undefined: no second witness. */
  readonly neighborLabels: Uint8Array | undefined;
}

/** What takes too long for the page's own thread. */
export interface AuditWorker {
  labelErrors(question: LabelQuestion): LabelErrors;
  nearPairs(graph: NeighborGraph, options: NearPairsOptions): readonly NearPair[];
}

expose({
  labelErrors({ labels, probabilities, classCount, neighborLabels }) {
    const rows = { data: probabilities, shape: [labels.length, classCount] };
    const near = neighborLabels && {
      data: neighborLabels,
      shape: [labels.length, neighborLabels.length / labels.length],
    };
    const classes = Array.from({ length: classCount }, (_, label) => label);
    return findLabelErrors(labels, rows, { labels: classes, neighborLabels: near });
  },
  nearPairs,
} satisfies AuditWorker);
