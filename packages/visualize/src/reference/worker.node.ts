import { parentPort } from 'node:worker_threads';
import { serveTsne } from './serve-tsne.ts';

const port = parentPort;
port?.once('message', (job) => serveTsne(job, (message) => port.postMessage(message)));
