import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { SpawnedWorker, WorkerEvents } from './spawned-worker.ts';

/** How long a thread may take to leave: longer than any piece of work. */
const GRACE_MS = 5000;

export function spawn({ onMessage, onEnd }: WorkerEvents): SpawnedWorker {
  const worker = new Worker(new URL('./kernels-worker.node.ts', import.meta.url));
  const exit = new Promise<void>((resolve) => {
    worker.once('exit', () => resolve());
  });
  worker.on('message', onMessage);
  worker.on('messageerror', () => onEnd(new Error('a message of a thread could not be read')));
  worker.on('error', onEnd);
  worker.on('exit', (code) => onEnd(new Error(`a thread ended with exit code ${code}`)));
  worker.unref();
  return {
    post: (message, transfer = []) => worker.postMessage(message, [...transfer]),
    setBusy: (isBusy) => (isBusy ? worker.ref() : worker.unref()),
    end: async () => {
      const impatience = setTimeout(() => void worker.terminate(), GRACE_MS);
      await exit;
      clearTimeout(impatience);
    },
  };
}

export function coreCount(): number {
  return availableParallelism();
}
