import { type Remote, wrap } from 'comlink';

/** A worker that is spoken to through comlink, and that may fail. */
export interface RemoteWorker<T> {
  /** Asks the worker; rejects when it has failed, where comlink would wait for ever. */
  ask<R>(question: (worker: Remote<T>) => Promise<R>): Promise<R>;
  /** Settles never, or rejects when the worker has failed. */
  readonly failed: Promise<never>;
}

export function openRemote<T>(worker: Worker): RemoteWorker<T> {
  const remote = wrap<T>(worker);
  const failed = new Promise<never>((_, reject) => {
    const fail = (event: Event) => {
      event.preventDefault();
      worker.terminate();
      reject(new Error('A background worker of the page could not be started, or has failed.'));
    };
    worker.addEventListener('error', fail);
    worker.addEventListener('messageerror', fail);
  });
  failed.catch(() => {});
  return { failed, ask: (question) => Promise.race([question(remote), failed]) };
}
