import type { Job } from '../../../jobs/job.ts';

/** A process that does what the classifier of its job is named after. */
const troubles: Readonly<Record<string, () => void>> = {
  ExitSilently: () => process.exit(0),
  Exit137: () => process.exit(137),
  KillItself: () => process.kill(process.pid, 'SIGKILL'),
  Hang: () => setInterval(() => {}, 1000),
  HangInTheJob: () => process.send?.({ type: 'started' }, () => setInterval(() => {}, 1000)),
  Throw: () => {
    throw new Error('thrown out of the blue');
  },
  RejectUnhandled: () => {
    void Promise.reject(new Error('rejected out of the blue'));
  },
  FloodStdout: () => {
    const flood = 'x'.repeat(2 ** 20);
    for (let megabytes = 0; megabytes < 64; megabytes++) process.stdout.write(flood);
    process.stdout.write('the end of the flood', () => process.exit(1));
  },
};

process.on('message', (job: Job) => troubles[job.name]?.());
process.once('disconnect', () => process.exit());
