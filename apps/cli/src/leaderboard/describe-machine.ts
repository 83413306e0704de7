import { availableParallelism, cpus, totalmem } from 'node:os';
import type { RunMachine } from '@fashion-mnist/benchmark';

/** What a result says of this machine; of its user and its name nothing. */
export function describeMachine(threads: number | undefined): RunMachine {
  return {
    cpu: cpus()[0]?.model.trim() || 'unknown',
    cores: cpus().length,
    memory_bytes: totalmem(),
    node: process.version,
    threads: threads ?? availableParallelism(),
  };
}
