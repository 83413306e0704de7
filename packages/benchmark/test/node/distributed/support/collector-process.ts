import { runDistributedBenchmark } from '../../../../src/node/distributed/index.ts';
import { makeJobs, sourceOf } from './jobs.ts';

const { queue, queueName, jobCount } = JSON.parse(process.argv[2] ?? '{}');

/** As a results file does, `onRow` ends once the row is where it survives this process. */
await runDistributedBenchmark({
  queue,
  queueName,
  source: sourceOf(await makeJobs(jobCount)),
  onRow: (row) =>
    new Promise((resolve) => {
      process.send?.(row, () => resolve());
    }),
});
process.disconnect();
