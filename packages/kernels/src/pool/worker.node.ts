import { parentPort } from 'node:worker_threads';
import { serveWorker } from './serve-worker.ts';

const port = parentPort;
if (port !== null) {
  serveWorker({
    post: (message, transfer = []) => port.postMessage(message, [...transfer]),
    listen: (listener) => port.on('message', listener),
    close: () => port.close(),
  });
}
