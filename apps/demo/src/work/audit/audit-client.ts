import type { LabelErrors } from '@fashion-mnist/models';
import type { NeighborGraph } from '../neighbors/nearest.ts';
import { openRemote, type RemoteWorker } from '../remote.ts';
import type { AuditWorker, LabelQuestion } from './audit.worker.ts';
import type { NearPair, NearPairsOptions } from './near-pairs.ts';

let remote: RemoteWorker<AuditWorker> | undefined;

/** See `findLabelErrors`; labels are the classes' numbers. */
export function labelErrors(question: LabelQuestion): Promise<LabelErrors> {
  return connected().ask((worker) => worker.labelErrors(question));
}

/** See `nearPairs`. */
export function closestPairs(graph: NeighborGraph, options: NearPairsOptions): Promise<readonly NearPair[]> {
  return connected().ask((worker) => worker.nearPairs(graph, options));
}

function connected(): RemoteWorker<AuditWorker> {
  if (remote !== undefined) return remote;
  const worker = new Worker(new URL('./audit.worker.ts', import.meta.url), { type: 'module', name: 'audit' });
  const opened = openRemote<AuditWorker>(worker);
  opened.failed.catch(() => {
    if (remote === opened) remote = undefined;
  });
  remote = opened;
  return opened;
}
