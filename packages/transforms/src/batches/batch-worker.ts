import { TransformError } from '../errors.ts';
import type { BatchJob } from './batch-job.ts';
import type { TrainingBatch } from './batch-source.ts';
import type { PrepareBatch } from './prepare-batches.ts';
import type { BatchAnswer, BatchRequest } from './serve-batches.ts';
import { sharedImages } from './shared-images.ts';
import type { SpawnedWorker, SpawnWorker } from './spawned-worker.ts';
import { unpackError } from './transported-error.ts';

/** A worker that prepares batches. */
export interface BatchWorker {
  readonly prepare: PrepareBatch;
  dispose(): Promise<void>;
}

interface Waiting {
  resolve(batch: TrainingBatch): void;
  reject(error: Error): void;
}

/** Starts a worker with the first batch that is wanted, and keeps it until it is disposed. */
export function batchWorker(job: BatchJob, spawn: SpawnWorker): BatchWorker {
  const waiting = new Map<number, Waiting>();
  let worker: SpawnedWorker | undefined;
  let failure: Error | undefined;
  let lastId = 0;

  function start(): SpawnedWorker {
    const started = spawn({ onMessage: receive, onEnd: (cause) => fail(endOf(cause)) });
    started.post({ ...job, images: sharedImages(job.images) });
    return started;
  }

  function receive(message: unknown): void {
    // Nobody awaits it any more, and a worker that is being ended has to keep the process until it has.
    if (failure !== undefined) return;
    const answer = message as BatchAnswer;
    const asker = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) worker?.setBusy(false);
    if ('batch' in answer) asker?.resolve(answer.batch);
    else asker?.reject(unpackError(answer.error));
  }

  function fail(error: Error): void {
    failure ??= error;
    for (const { reject } of waiting.values()) reject(failure);
    waiting.clear();
  }

  return {
    prepare(epoch, index) {
      if (failure !== undefined) return Promise.reject(failure);
      worker ??= start();
      worker.setBusy(true);
      lastId += 1;
      const request: BatchRequest = { id: lastId, epoch, index };
      const prepared = new Promise<TrainingBatch>((resolve, reject) => {
        waiting.set(request.id, { resolve, reject });
      });
      worker.post(request);
      return prepared;
    },
    async dispose() {
      fail(new TransformError('E_WORKER', 'the source of batches has been disposed'));
      await worker?.terminate();
    },
  };
}

function endOf(cause: Error): TransformError {
  return new TransformError('E_WORKER', `the worker that prepares batches has ended: ${cause.message}`, {
    cause,
  });
}
