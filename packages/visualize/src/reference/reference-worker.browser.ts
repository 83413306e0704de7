import { serveReference } from './serve-reference.ts';

addEventListener('message', ({ data }) => serveReference(data, (message) => postMessage(message)), {
  once: true,
});
