import { runDistributedBenchmark } from '../../../../src/node/distributed/index.ts';
import { makeJobs, sourceOf } from './jobs.ts';
import { tellParent } from './tell-parent.ts';

const { queue, queueName, jobCount } = JSON.parse(process.argv[2] ?? '{}');

await runDistributedBenchmark({
  queue,
  queueName,
  source: sourceOf(await makeJobs(jobCount)),
  expectedCost: () => ({ seconds: 1 }),
  onRow: tellParent,
});
process.disconnect();
