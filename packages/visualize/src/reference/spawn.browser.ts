import type { SpawnedWorker, WorkerEvents } from './spawned-worker.ts';

export function spawn({ onMessage, onFailure }: WorkerEvents): SpawnedWorker {
  const worker = new Worker(new URL('./reference-worker.browser.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }) => onMessage(data));
  worker.addEventListener('error', ({ message }) =>
    onFailure(new Error(message || 'the worker could not be loaded')),
  );
  return { start: (job) => worker.postMessage(job), terminate: () => worker.terminate() };
}
