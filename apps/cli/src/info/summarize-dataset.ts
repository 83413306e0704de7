import type { ImageDataset } from '@fashion-mnist/core';
import type { DatasetDefinition } from '@fashion-mnist/dataset-fetch';
import { pixelMoments } from '@fashion-mnist/transforms';
import type { CommandContext } from '../context.ts';
import { loadSplit } from '../datasets/load-split.ts';
import { splitsOf } from '../datasets/splits-of.ts';
import { formatCount } from '../terminal/format.ts';
import type { Report } from './report.ts';

/** Counts, shapes, checksums, classes, mean and deviation of a dataset. */
export async function summarizeDataset(
  definition: DatasetDefinition,
  { cacheDir }: { readonly cacheDir?: string },
  context: CommandContext,
): Promise<Report> {
  const { name, title, licence, citation, homepage, classNames } = definition;
  const splits: Record<string, SplitSummary> = {};
  for (const split of splitsOf(definition)) {
    const { dataset } = await loadSplit(definition, { split, cacheDir }, context);
    splits[split] = summarizeSplit(dataset);
  }
  const files = definition.files.map(({ name: file, split, shape, byteLength, sha256 }) => {
    return { file, split, shape, byteLength, sha256 };
  });
  const lines = [
    [`${title} (${licence})`, homepage].filter((part) => part !== '').join(', '),
    ...(citation === '' ? [] : [`cite: ${citation}`]),
    ...Object.entries(splits).map(
      ([
        split,
        {
          count,
          shape: [, ...size],
          mean,
          std,
        },
      ]) => {
        return `${split.padEnd(5)}  ${formatCount(count)} images of ${size.join(' x ')}, mean ${mean.toFixed(4)}, std ${std.toFixed(4)} of pixel/255`;
      },
    ),
    ...classLines(classNames, splits),
    ...files.map(({ sha256 = 'sha256 not published', file }) => `${sha256.padEnd(SHA256_DIGITS)}  ${file}`),
  ];
  return { lines, data: { name, title, licence, citation, homepage, classNames, splits, files } };
}

const SHA256_DIGITS = 64;

interface SplitSummary {
  readonly count: number;
  readonly shape: readonly number[];
  readonly classCounts: readonly number[];
  readonly mean: number;
  readonly std: number;
}

function summarizeSplit({ images, labels, classNames }: ImageDataset): SplitSummary {
  const classCounts = classNames.map(() => 0);
  for (const label of labels) classCounts[label] = (classCounts[label] ?? 0) + 1;
  const { mean, std } = pixelMoments(images);
  return { count: labels.length, shape: images.shape, classCounts, mean, std };
}

function classLines(
  classNames: readonly string[],
  splits: Readonly<Record<string, SplitSummary>>,
): readonly string[] {
  const labelWidth = String(classNames.length - 1).length;
  const nameWidth = Math.max(...classNames.map((name) => name.length));
  return classNames.map((name, label) => {
    const counts = Object.entries(splits).map(
      ([split, { classCounts }]) => `${formatCount(classCounts[label] ?? 0)} ${split}`,
    );
    return `${String(label).padStart(labelWidth)}  ${name.padEnd(nameWidth)}  ${counts.join(', ')}`;
  });
}
