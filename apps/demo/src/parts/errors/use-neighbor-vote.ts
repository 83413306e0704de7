import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Dataset } from '../../data/dataset.ts';
import {
  allNeighbors,
  leaveOneOutPredictions,
  type NeighborGraph,
} from '../../work/neighbors/neighbors-client.ts';
import { type Job, useJob } from './use-job.ts';

/** Neighbours of each image that vote. */
const VOTERS = 10;

/** The neighbours of all images, and how far they have been found. */
export interface NeighborVote {
  readonly graph: ReadonlySignal<NeighborGraph | undefined>;
  readonly job: Job;
}

/** Lets the neighbours vote when the part is first seen. */
export function useNeighborVote(dataset: Dataset, active: boolean): NeighborVote {
  const graph = useSignal<NeighborGraph | undefined>(undefined);
  const job = useJob('The neighbours could not be found', async (signal, onProgress) => {
    await leaveOneOutPredictions(dataset, { k: VOTERS, signal, onProgress });
    graph.value = await allNeighbors(dataset, { k: VOTERS, signal });
  });
  const isFirstSight = useSignal(true);
  useEffect(() => {
    if (!active || !isFirstSight.peek()) return;
    isFirstSight.value = false;
    job.start();
  }, [active]);
  return { graph, job };
}
