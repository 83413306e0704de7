import module from 'node:module';
import type { Job } from '../../jobs/job.ts';
import type { ChildMessage, ChildSetup } from './child-messages.ts';
import { JobDoer } from './job-doer.ts';

/** The process that does jobs: started by `createChildExecutor`, told about jobs by messages. */

const doer = new JobDoer(JSON.parse(process.argv[2] ?? '{}') as ChildSetup);

const tell = (message: ChildMessage) => process.send?.(message);

process.on('message', (job: Job) => {
  void doer.do(job, () => tell({ type: 'started' })).then(tell);
});
process.once('disconnect', () => process.exit());
// A terminal interrupts all processes of a command at once; when this one ends, its parent decides.
process.on('SIGINT', () => {});
// It is killed in the end: where Node is to keep what it compiles, it has to do so before.
module.flushCompileCache?.();
