import { createHash } from 'node:crypto';
import { createRng, type ImageDataset, type NdArray, sampleShape } from '@fashion-mnist/core';
import { type DatasetSplits, takeSamples } from '@fashion-mnist/dataset-fetch';
import type { WorkerPool } from '@fashion-mnist/kernels';
import {
  accuracyScore,
  type Classifier,
  type Features,
  type FittedClassifier,
  StandardScaler,
} from '@fashion-mnist/models';
import { createClassifier } from '../../grid/create-classifier.ts';
import type { Job, Preprocessing } from '../../jobs/job.ts';
import { classifyTrouble } from './classify-trouble.ts';
import type { JobDone, JobOutcome } from './job-outcome.ts';

export interface PerformOptions {
  /** Where to compute. */
  readonly pool: WorkerPool;
}

/**
 * Does a job in this process: pixels are standardised by the training split, its samples are shuffled, the classifier
 * learns from them and predicts the test split. The same job has the same predictions, on any number of threads.
 *
 * @param splits - The whole dataset of the job; borrowed.
 * @throws what says nothing about the job: a thread of the pool died.
 * @see benchmark/runner.py of the original: `get_accuracy`
 */
export async function performJob(
  job: Job,
  splits: Pick<DatasetSplits, 'train' | 'test'>,
  { pool }: PerformOptions,
): Promise<JobOutcome> {
  const start = performance.now();
  try {
    const classifier = createClassifier(job);
    const train = firstSamples(splits.train, job.samples.train);
    const test = firstSamples(splits.test, job.samples.test);
    const prepare = await preprocessing(job.preprocessing, train.images);
    return await score(classifier, train, test, { prepare, seed: job.seed, pool });
  } catch (error) {
    return { ...classifyTrouble(error), seconds: secondsSince(start) };
  }
}

type Prepare = (images: NdArray<Uint8Array>) => Promise<Features>;

interface Run {
  readonly prepare: Prepare;
  readonly seed: number;
  readonly pool: WorkerPool;
}

async function score(
  classifier: Classifier,
  train: ImageDataset,
  test: ImageDataset,
  { prepare, seed, pool }: Run,
): Promise<JobDone> {
  const start = performance.now();
  const cpuStart = process.cpuUsage();
  const shuffled = takeSamples(train, createRng(seed).permutation(train.labels.length), 'train');
  const features = await prepare(shuffled.images);
  const fitStart = performance.now();
  const model = await classifier.fit(features, shuffled.labels, { seed, pool });
  const fitSeconds = secondsSince(fitStart);
  try {
    const predictStart = performance.now();
    const predicted = await predict(model, await prepare(test.images), pool);
    return {
      status: 'done',
      accuracy: accuracyScore(test.labels, predicted),
      seconds: secondsSince(start),
      fitSeconds,
      predictSeconds: secondsSince(predictStart),
      cpuSeconds: cpuSecondsSince(cpuStart),
      predictionsSha256: createHash('sha256').update(predicted).digest('hex'),
    };
  } finally {
    await model.dispose?.();
  }
}

async function predict(model: FittedClassifier, features: Features, pool: WorkerPool): Promise<Uint8Array> {
  return Uint8Array.from(await model.predict(features, { pool }));
}

async function preprocessing(kind: Preprocessing, images: NdArray<Uint8Array>): Promise<Prepare> {
  if (kind === 'none') return async (pixels) => pixels;
  const scaler = await new StandardScaler().fit(images);
  return (pixels) => scaler.transform(pixels);
}

/** Borrows them: nothing is copied. */
function firstSamples(dataset: ImageDataset, wanted: number | null): ImageDataset {
  if (wanted === null || wanted >= dataset.labels.length) return dataset;
  const { featureCount } = sampleShape(dataset.images);
  const { data, shape } = dataset.images;
  return {
    ...dataset,
    images: { data: data.subarray(0, wanted * featureCount), shape: [wanted, ...shape.slice(1)] },
    labels: dataset.labels.subarray(0, wanted),
  };
}

function cpuSecondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

function secondsSince(start: number): number {
  return (performance.now() - start) / 1000;
}
