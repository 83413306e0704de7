import type { SpawnedWorker, WorkerEvents } from './spawned-worker.ts';

export function spawn({ onMessage, onEnd }: WorkerEvents): SpawnedWorker {
  const worker = new Worker(new URL('./batches-worker.browser.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }) => onMessage(data));
  worker.addEventListener('messageerror', () => onEnd(new Error('a message of a worker could not be read')));
  worker.addEventListener('error', ({ message }) =>
    onEnd(new Error(message || 'a worker could not be loaded')),
  );
  return {
    post: (message) => worker.postMessage(message),
    setBusy: () => {},
    terminate: async () => worker.terminate(),
  };
}
