import { serveTsne } from './serve-tsne.ts';

addEventListener('message', ({ data }) => serveTsne(data, (message) => postMessage(message)), { once: true });
