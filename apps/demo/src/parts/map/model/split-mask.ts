import type { Dataset } from '../../../data/dataset.ts';
import type { SplitChoice } from '../../../share/map-link.ts';

/** 1 for each id of a split; undefined where all are wanted, or the dataset has no such split. */
export function splitMask({ entry, count }: Dataset, choice: SplitChoice): Uint8Array | undefined {
  const split = entry.splits.find(({ split: name }) => name === choice);
  if (split === undefined) return undefined;
  return new Uint8Array(count).fill(1, split.first, split.first + split.count);
}
