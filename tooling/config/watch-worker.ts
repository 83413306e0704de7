import { Worker } from 'node:worker_threads';

/** Signs of life on the way, and a report at the end. */
interface Message<Report> {
  readonly inputCount?: number;
  readonly report?: Report;
}

/**
 * Runs a worker to its end and gives its report.
 *
 * @throws what the worker throws; an error that names the last input, when it gives no sign of life for a while.
 */
export function watchWorker<Report>(program: URL, task: object, patienceMs: number): Promise<Report> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, {
      workerData: task,
      execArgv: ['--conditions=@fashion-mnist/source', '--disable-warning=ExperimentalWarning'],
    });
    let lastInput = 0;
    let timer = setTimeout(giveUp, patienceMs);
    function giveUp(): void {
      reject(new Error(`no sign of life for ${patienceMs} ms after input ${lastInput}`));
      void worker.terminate();
    }
    worker.on('message', ({ inputCount = lastInput, report }: Message<Report>) => {
      clearTimeout(timer);
      lastInput = inputCount;
      if (report === undefined) timer = setTimeout(giveUp, patienceMs);
      else resolve(report);
    });
    worker.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
  });
}
