import { runBenchmark } from '../run-benchmark.ts';
import { tinyRun } from './tiny-run.ts';

/** Kills itself, as `kill -9` does, at an event of its run: arguments are the results file and the number of the event. */
const [out = '', lastEvent = ''] = process.argv.slice(2);
let events = 0;

await runBenchmark({
  ...tinyRun(out),
  onProgress: () => {
    if (++events === Number(lastEvent)) process.kill(process.pid, 'SIGKILL');
  },
});
