import type { BatchJob } from './batch-job.ts';
import type { TrainingBatch } from './batch-source.ts';
import { batchPreparer } from './prepare-batches.ts';
import type { WorkerPort } from './spawned-worker.ts';
import { packError, type TransportedError } from './transported-error.ts';

/** A batch that is wanted. */
export interface BatchRequest {
  readonly id: number;
  readonly epoch: number;
  readonly index: number;
}

export type BatchAnswer =
  | { readonly id: number; readonly batch: TrainingBatch }
  | { readonly id: number; readonly error: TransportedError };

/** Prepares batches of the job that the first message is, one after the other; every failure is told, too. */
export function serveBatches(port: WorkerPort): void {
  let prepare: ReturnType<typeof batchPreparer> | undefined;
  let ready = Promise.resolve();
  port.listen((message) => {
    if (prepare === undefined) prepare = batchPreparer(message as BatchJob);
    else {
      const wanted = message as BatchRequest;
      const prepareIt = prepare;
      ready = ready.then(() => answer(port, wanted, prepareIt));
    }
  });
}

async function answer(
  port: WorkerPort,
  { id, epoch, index }: BatchRequest,
  prepare: ReturnType<typeof batchPreparer>,
): Promise<void> {
  try {
    const batch = await prepare(epoch, index);
    const { inputs, targets } = batch;
    port.post({ id, batch } satisfies BatchAnswer, [bufferOf(inputs.data), bufferOf(targets.data)]);
  } catch (error) {
    port.post({ id, error: packError(error) } satisfies BatchAnswer, []);
  }
}

function bufferOf({ buffer }: Float32Array): ArrayBuffer {
  return buffer as ArrayBuffer;
}
