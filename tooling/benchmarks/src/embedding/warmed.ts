import { firstImages } from '../data/first-images.ts';
import type { LabelledImages } from '../data/shuffled-images.ts';
import type { Contender } from '../runner/benchmark.ts';
import { timed } from '../runner/timed.ts';

/** As many as umap-learn needs to take the way that it takes with more. */
export const WARM_UP_COUNT = 4096;

/**
 * Work on all images as a contender that has been warmed on the first of them.
 *
 * @param keep - Takes every result, outside the time.
 */
export function warmed<Result>(
  name: string,
  samples: LabelledImages['samples'],
  work: (samples: LabelledImages['samples']) => Result | Promise<Result>,
  keep?: (result: Result) => void | Promise<void>,
): Contender {
  return {
    ...timed(name, () => work(samples), keep),
    warmUp: async () => void (await work(firstImages(samples, WARM_UP_COUNT))),
  };
}
