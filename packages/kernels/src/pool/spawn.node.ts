import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { SpawnedWorker, WorkerEvents } from './spawned-worker.ts';

export function spawn({ onMessage, onEnd }: WorkerEvents): SpawnedWorker {
  const worker = new Worker(new URL('./worker.node.ts', import.meta.url));
  worker.on('message', onMessage);
  worker.on('error', onEnd);
  worker.on('exit', (code) => onEnd(new Error(`a thread ended with exit code ${code}`)));
  worker.unref();
  return {
    post: (message, transfer = []) => worker.postMessage(message, [...transfer]),
    setBusy: (isBusy) => (isBusy ? worker.ref() : worker.unref()),
    terminate: async () => void (await worker.terminate()),
  };
}

export function coreCount(): number {
  return availableParallelism();
}
