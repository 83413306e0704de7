import { parentPort } from 'node:worker_threads';
import { serveBatches } from './serve-batches.ts';

const port = parentPort;
if (port !== null) {
  serveBatches({
    post: (message, transfer) => port.postMessage(message, transfer),
    listen: (listener) => port.on('message', listener),
  });
}
