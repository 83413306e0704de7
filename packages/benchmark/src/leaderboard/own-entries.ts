import type { ClaimFacts } from './claim.ts';
import { claims } from './claims.ts';
import { unknownRow } from './unknown-row.ts';

/** What is run and judged: a row of the original, or an entry of our own. Accuracies are claimed ones. */
export type Entry = Pick<ClaimFacts, 'id' | 'classifier' | 'preprocessing' | 'mnist'> & {
  /** null: nobody has claimed anything */
  readonly fashion: number | null;
};

/** A recipe of a network of our own, of which nothing was claimed before it was run. */
export interface OwnEntry extends Entry {
  readonly fashion: null;
  readonly mnist: null;
  /** An estimate for two cores. */
  readonly minutes: number;
}

const PREPROCESSING = 'standardization, shifts and horizontal flips, random erasing';

/** Our own entries, cheapest first. */
export const ownEntries: readonly OwnEntry[] = [
  {
    id: 'compact-20-minutes',
    classifier: 'compact, for 20 minutes',
    preprocessing: PREPROCESSING,
    fashion: null,
    mnist: null,
    minutes: 20,
  },
  {
    id: 'compact-3-hours',
    classifier: 'compact, for 3 hours',
    preprocessing: PREPROCESSING,
    fashion: null,
    mnist: null,
    minutes: 180,
  },
];

/**
 * The row of the original, or the entry of our own, that has this id.
 *
 * @throws {BenchmarkError} `E_ROW` - there is none.
 */
export function findEntry(id: string): Entry {
  const entries: readonly Entry[] = [...claims, ...ownEntries];
  const entry = entries.find((candidate) => candidate.id === id);
  if (entry !== undefined) return entry;
  throw unknownRow(id, entries);
}
