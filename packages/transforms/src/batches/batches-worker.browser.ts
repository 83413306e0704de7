import { serveBatches } from './serve-batches.ts';

serveBatches({
  post: (message, transfer) => postMessage(message, { transfer }),
  listen: (listener) => addEventListener('message', ({ data }) => listener(data)),
});
