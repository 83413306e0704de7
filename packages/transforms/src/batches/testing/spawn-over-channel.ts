import { serveBatches } from '../serve-batches.ts';
import type { SpawnedWorker, WorkerEvents } from '../spawned-worker.ts';

/** What a worker does, behind a channel of messages in this thread: starting one takes a second from sources. */
export function spawnOverChannel({ onMessage }: WorkerEvents): SpawnedWorker {
  const { port1: near, port2: far } = new MessageChannel();
  near.addEventListener('message', ({ data }) => onMessage(data));
  near.start();
  serveBatches({
    post: (message, transfer) => far.postMessage(message, transfer),
    listen: (listener) => {
      far.addEventListener('message', ({ data }) => listener(data));
      far.start();
    },
  });
  return {
    post: (message) => near.postMessage(message),
    setBusy: () => {},
    terminate: async () => near.close(),
  };
}
