import { Worker } from 'node:worker_threads';
import type { SpawnedWorker, WorkerEvents } from './spawned-worker.ts';

export function spawn({ onMessage, onFailure }: WorkerEvents): SpawnedWorker {
  const worker = new Worker(new URL('./reference-worker.node.ts', import.meta.url));
  worker.on('message', onMessage);
  worker.on('error', onFailure);
  worker.on('exit', (code) => onFailure(new Error(`the worker ended with exit code ${code}`)));
  return { start: (job) => worker.postMessage(job), terminate: () => void worker.terminate() };
}
