import type { NearestPair, NearestPairsOptions } from '@fashion-mnist/kernels';
import type { LabelErrors } from '@fashion-mnist/models';
import type { NeighborGraph } from '../neighbors/nearest.ts';
import { openRemote, type RemoteWorker } from '../remote.ts';
import type { AuditWorker, LabelQuestion } from './audit.worker.ts';

let remote: RemoteWorker<AuditWorker> | undefined;

/** See `findLabelErrors`; labels are the classes' numbers. */
export function labelErrors(question: LabelQuestion): Promise<LabelErrors> {
  return connected().ask((worker) => worker.labelErrors(question));
}

/** See `nearestPairs`. */
export function closestPairs(
  graph: NeighborGraph,
  options: NearestPairsOptions,
): Promise<readonly NearestPair[]> {
  return connected().ask((worker) => worker.nearestPairs(graph, options));
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
