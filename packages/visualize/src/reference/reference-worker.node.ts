import { parentPort } from 'node:worker_threads';
import { serveReference } from './serve-reference.ts';

const port = parentPort;
port?.once('message', (job) => serveReference(job, (message) => port.postMessage(message)));
