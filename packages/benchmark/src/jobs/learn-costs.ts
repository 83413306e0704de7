import type { Provenance, ResultRow } from '../results/result-row.ts';
import { canonicalJson } from './canonical-json.ts';
import { type CostlyWork, type ExpectedCost, expectedCost, type SplitSizes } from './expected-cost.ts';

/** Tells what a job takes. */
export type CostModel = (work: CostlyWork) => ExpectedCost;

/** By which factors reality missed what was expected. */
interface Misses {
  readonly seconds: number[];
  readonly bytes: number[];
}

/**
 * What jobs take, judged by those that were done: seconds by the mean factor of the same configuration, else of the same
 * classifier, else of all rows, which is how fast the machine is; bytes, where too little is worse than too much, by the
 * largest factor of the same configuration, else of the same classifier if it is above 1.
 *
 * @param rows - Those that were not done, and those of the original, do not count.
 * @param sizes - Of the dataset. @default 60,000 and 10,000
 */
export function learnCosts(rows: readonly ResultRow[], sizes?: SplitSizes): CostModel {
  const ofConfiguration = new Map<string, Misses>();
  const ofFamily = new Map<string, Misses>();
  const ofAll: Misses = { seconds: [], bytes: [] };
  for (const { name, parameter, job, time_per_repeat: seconds, provenance, status } of rows) {
    if (status !== 'done' || job === null || seconds === null) continue;
    const work = { name, parameter, defaults: job.defaults, samples: job.samples };
    const expected = expectedCost(work, sizes);
    for (const misses of [entryOf(ofConfiguration, keyOf(work)), entryOf(ofFamily, name), ofAll])
      note(misses, expected, seconds, provenance);
  }
  return (work) => {
    const { seconds, bytes } = expectedCost(work, sizes);
    const [same, alike] = [ofConfiguration.get(keyOf(work)), ofFamily.get(work.name)];
    const nearest = [same, alike, ofAll].find((misses) => misses !== undefined && misses.seconds.length > 0);
    return {
      seconds: seconds * geometricMean(nearest?.seconds ?? []),
      bytes: bytes * Math.max(...(same?.bytes.length ? same.bytes : [1, ...(alike?.bytes ?? [])])),
    };
  };
}

function note(misses: Misses, expected: ExpectedCost, seconds: number, provenance: Provenance | null): void {
  if (seconds > 0) misses.seconds.push(seconds / expected.seconds);
  if (provenance !== null && provenance.peak_bytes > 0)
    misses.bytes.push(provenance.peak_bytes / expected.bytes);
}

function entryOf(map: Map<string, Misses>, key: string): Misses {
  const misses = map.get(key) ?? { seconds: [], bytes: [] };
  map.set(key, misses);
  return misses;
}

function keyOf({ name, parameter, defaults }: CostlyWork): string {
  return canonicalJson({ name, parameter, defaults });
}

/** 1 of none. */
function geometricMean(factors: readonly number[]): number {
  const logarithms = factors.reduce((sum, factor) => sum + Math.log(factor), 0);
  return Math.exp(logarithms / Math.max(1, factors.length));
}
