import { Worker } from 'node:worker_threads';
import type { SpawnedWorker, WorkerEvents } from './spawned-worker.ts';

const SOURCE_CONDITION = '--conditions=@fashion-mnist/source';

export function spawn({ onMessage, onEnd }: WorkerEvents): SpawnedWorker {
  const worker = new Worker(new URL('./batches-worker.node.ts', import.meta.url), { execArgv: ownOptions() });
  worker.on('message', onMessage);
  worker.on('messageerror', onEnd);
  worker.on('error', onEnd);
  worker.on('exit', (code) => onEnd(new Error(`the thread ended with exit code ${code}`)));
  worker.unref();
  return {
    post: (message) => worker.postMessage(message),
    setBusy: (isBusy) => (isBusy ? worker.ref() : worker.unref()),
    terminate: async () => void (await worker.terminate()),
  };
}

/**
 * From sources, packages are to be found as sources, too, however this thread has found them. Otherwise a thread inherits
 * the options of the process: handed over, those of V8 would be refused, such as `--max-old-space-size`.
 */
function ownOptions(): string[] | undefined {
  const isSource = import.meta.url.endsWith('.ts');
  return isSource && !process.execArgv.includes(SOURCE_CONDITION) ? [SOURCE_CONDITION] : undefined;
}
