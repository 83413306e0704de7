import type { ImageDataset } from '@fashion-mnist/core';
import type { DatasetDefinition } from '@fashion-mnist/dataset-fetch';
import { BenchmarkError } from '../errors.ts';
import { sha256 } from '../jobs/sha256.ts';
import type { DatasetFiles, Figure } from './leaderboard-result.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** The true labels of test images, and what the classes are called. */
export type TestLabels = Pick<ImageDataset, 'labels' | 'classNames'>;

/**
 * How good predictions are.
 *
 * @param predictions - One label per test image, in the order of the published file.
 * @param definition - Of the dataset; its files vouch for the labels.
 * @throws {BenchmarkError} `E_LEADERBOARD` - the definition lacks a hash, or there is not one prediction per image.
 */
export async function figureOf(
  predictions: Uint8Array,
  { labels, classNames }: TestLabels,
  definition: DatasetDefinition,
): Promise<Figure> {
  if (predictions.length !== labels.length)
    throw new BenchmarkError(
      'E_LEADERBOARD',
      `expected ${labels.length} labels, one per test image, got ${predictions.length}`,
    );
  const correctOf = classNames.map(() => 0);
  const countOf = classNames.map(() => 0);
  labels.forEach((label, image) => {
    countOf[label] = (countOf[label] ?? 0) + 1;
    if (predictions[image] === label) correctOf[label] = (correctOf[label] ?? 0) + 1;
  });
  const correct = correctOf.reduce((sum, count) => sum + count, 0);
  return {
    dataset: filesOf(definition),
    accuracy: correct / labels.length,
    correct,
    count: labels.length,
    interval: wilsonInterval(correct, labels.length),
    per_class: classNames.map((name, label) => ({
      class: name,
      accuracy: (correctOf[label] ?? 0) / Math.max(1, countOf[label] ?? 0),
    })),
    predictions_sha256: await sha256(Uint8Array.from(predictions)),
  };
}

/** @throws {BenchmarkError} `E_LEADERBOARD` - the SHA-256 of a file is not known. */
function filesOf({ name, files }: DatasetDefinition): DatasetFiles {
  const hashOf = (split: 'train' | 'test', content: 'images' | 'labels'): string => {
    const hash = files.find((file) => file.split === split && file.content === content)?.sha256;
    if (hash !== undefined) return hash;
    throw new BenchmarkError('E_LEADERBOARD', `${name}: expected the SHA-256 of its ${split} ${content}`);
  };
  return {
    name,
    train_images: hashOf('train', 'images'),
    train_labels: hashOf('train', 'labels'),
    test_images: hashOf('test', 'images'),
    test_labels: hashOf('test', 'labels'),
  };
}
