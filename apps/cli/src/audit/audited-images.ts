import type { ImageDataset, Split } from '@fashion-mnist/core';
import type { DatasetDefinition } from '@fashion-mnist/dataset-fetch';
import type { CommandContext } from '../context.ts';
import { firstSamples } from '../datasets/first-samples.ts';
import { joinSplits } from '../datasets/join-splits.ts';
import { loadSplit } from '../datasets/load-split.ts';
import { splitsOf } from '../datasets/splits-of.ts';

/** Where an image stands in a dataset, and what it is said to be. */
export interface ImagePlace {
  readonly split: Split;
  readonly index: number;
  readonly label: number;
  readonly className: string;
}

/** All images of a dataset as samples, its splits one after the other, training first. */
export interface AuditedImages extends Omit<ImageDataset, 'split'> {
  /** Images of each split. */
  readonly counts: Readonly<Partial<Record<Split, number>>>;
  placeOf(sample: number): ImagePlace;
  /** Undefined where there is no such image. */
  sampleAt(split: Split, index: number): number | undefined;
}

/** @param count - Only the first images of each split. */
export async function loadAuditedImages(
  definition: DatasetDefinition,
  { count, cacheDir }: { readonly count?: number | undefined; readonly cacheDir?: string | undefined },
  context: CommandContext,
): Promise<AuditedImages> {
  const parts: (ImageDataset & { readonly split: Split })[] = [];
  for (const split of splitsOf(definition)) {
    const { dataset } = await loadSplit(definition, { split, cacheDir }, context);
    parts.push(count === undefined ? dataset : { ...firstSamples(dataset, count), split });
  }
  return auditedImages(parts);
}

function auditedImages(parts: readonly (ImageDataset & { readonly split: Split })[]): AuditedImages {
  const joined = joinSplits(parts);
  const ranges = parts.map(({ split, labels }, part) => {
    const first = parts.slice(0, part).reduce((sum, other) => sum + other.labels.length, 0);
    return { split, first, count: labels.length };
  });
  return {
    ...joined,
    counts: Object.fromEntries(ranges.map(({ split, count }) => [split, count])),
    placeOf(sample) {
      const range = ranges.find(({ first, count }) => sample >= first && sample < first + count);
      if (range === undefined) throw new RangeError(`expected an image, got ${sample}`);
      const label = joined.labels[sample] ?? 0;
      const className = joined.classNames[label] ?? String(label);
      return { split: range.split, index: sample - range.first, label, className };
    },
    sampleAt(split, index) {
      const range = ranges.find((candidate) => candidate.split === split);
      return range !== undefined && index < range.count ? range.first + index : undefined;
    },
  };
}
