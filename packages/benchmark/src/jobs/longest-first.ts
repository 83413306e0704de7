import type { Job } from './job.ts';
import type { CostModel } from './learn-costs.ts';

/**
 * Jobs by what they are expected to take, so that none that is long begins last and keeps all other workers waiting.
 */
export function longestFirst<AnyJob extends Job>(
  jobs: readonly AnyJob[],
  costs: CostModel,
): readonly AnyJob[] {
  return jobs
    .map((job) => ({ job, seconds: costs(job).seconds }))
    .toSorted((a, b) => b.seconds - a.seconds)
    .map(({ job }) => job);
}
