import type { ReferenceJob } from './reference-job.ts';
import type { ReferenceMessage } from './serve-reference.ts';
import type { SpawnWorker } from './spawned-worker.ts';

/** Does a job in a worker, which is gone afterwards, however it ends. */
export async function runInWorker(
  spawn: SpawnWorker,
  job: ReferenceJob,
  onRound: (completed: number) => void,
  signal?: AbortSignal,
): Promise<Float32Array> {
  signal?.throwIfAborted();
  return new Promise<Float32Array>((resolve, reject) => {
    let isSettled = false;
    const worker = spawn({
      onMessage: (message) => receive(message as ReferenceMessage),
      onFailure: (error) => settle(() => reject(error)),
    });
    const abort = () => settle(() => reject(signal?.reason as Error));
    signal?.addEventListener('abort', abort, { once: true });
    worker.start(job);

    function receive(message: ReferenceMessage): void {
      if (message.type === 'done') settle(() => resolve(message.coordinates));
      else if (message.type === 'failed') settle(() => reject(message.error));
      else tell(message.completed);
    }

    /** What a listener throws ends the job. */
    function tell(completed: number): void {
      try {
        onRound(completed);
      } catch (error) {
        settle(() => reject(error));
      }
    }

    /** Once: some platforms tell of a worker's end from within `terminate`. */
    function settle(outcome: () => void): void {
      if (isSettled) return;
      isSettled = true;
      signal?.removeEventListener('abort', abort);
      worker.terminate();
      outcome();
    }
  });
}
