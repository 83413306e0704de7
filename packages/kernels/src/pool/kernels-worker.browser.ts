import { serveWorker } from './serve-worker.ts';

serveWorker({
  post: (message, transfer = []) => postMessage(message, { transfer: [...transfer] }),
  listen: (listener) => addEventListener('message', ({ data }) => listener(data)),
  close: () => close(),
});
