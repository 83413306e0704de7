import { expectedCost } from '../../jobs/expected-cost.ts';
import type { JobExecutor } from './job-executor.ts';
import { refuseForMemory } from './refuse-for-memory.ts';

/**
 * An executor that does not begin jobs which are expected to need more memory than there is for them.
 *
 * @param memoryLimit - Bytes that its jobs may take.
 */
export function withMemoryLimit(executor: JobExecutor, memoryLimit: number): JobExecutor {
  return {
    execute: async (job, options) => {
      const cost = expectedCost(job);
      return cost.bytes > memoryLimit
        ? refuseForMemory(job, cost, memoryLimit)
        : executor.execute(job, options);
    },
    residentBytes: () => executor.residentBytes(),
    close: () => executor.close(),
  };
}
