import { parentPort } from 'node:worker_threads';
import { serveWorker } from './serve-worker.ts';

const port = parentPort;
if (port !== null) {
  serveWorker({
    post: (message, transfer = []) => port.postMessage(message, [...transfer]),
    listen: (listener) => port.on('message', listener),
    // Deno's port has no such method; there a thread ends as a worker of a page does.
    close: () => ('close' in port ? port.close() : close()),
  });
}
