import { Worker } from 'node:worker_threads';
import type { SpawnedWorker, WorkerEvents } from './spawned-worker.ts';

/** From sources, packages are to be found as sources, too, however this thread has found them. */
const SOURCE_CONDITION = '--conditions=@fashion-mnist/source';

export function spawn({ onMessage, onEnd }: WorkerEvents): SpawnedWorker {
  const isSource = import.meta.url.endsWith('.ts');
  const execArgv = isSource ? [...process.execArgv, SOURCE_CONDITION] : process.execArgv;
  const worker = new Worker(new URL('./worker.node.ts', import.meta.url), { execArgv });
  worker.on('message', onMessage);
  worker.on('error', onEnd);
  worker.on('exit', (code) => onEnd(new Error(`the thread ended with exit code ${code}`)));
  worker.unref();
  return {
    post: (message) => worker.postMessage(message),
    setBusy: (isBusy) => (isBusy ? worker.ref() : worker.unref()),
    terminate: async () => void (await worker.terminate()),
  };
}
