import type { ImageDataset } from '@fashion-mnist/core';
import type { Classifier, FittedClassifier } from '@fashion-mnist/models';
import type { CommandContext } from '../context.ts';
import { type Evaluation, evaluateModel } from './evaluate-model.ts';
import { featuresOf, type Preprocessing, withPreprocessing } from './features-of.ts';
import type { Material } from './material.ts';

export interface LearnOptions {
  /** Of the classifier. */
  readonly name: string;
  readonly preprocessing: Preprocessing;
  readonly seed: number;
  readonly threads: number | undefined;
}

/** A model, how long it took and how good it is. */
export interface Learned {
  readonly model: FittedClassifier;
  readonly seconds: number;
  readonly evaluation: Evaluation;
}

/** Lets a classifier learn from some pictures, and judges it by the others. */
export async function learn(
  classifier: Classifier,
  { train, judged }: Material,
  { name, preprocessing, seed, threads }: LearnOptions,
  context: CommandContext,
): Promise<Learned> {
  const { signal, progress } = context;
  const prepare = async (images: ImageDataset['images']) => {
    const onProgress = progress.listen('features');
    const features = await featuresOf(images, preprocessing, { signal, onProgress });
    progress.drop('features');
    return features;
  };
  const features = await prepare(train.images);
  const start = performance.now();
  const run = { signal, threads, seed, onProgress: progress.listen(name) };
  const model = await withPreprocessing(preprocessing, classifier).fit(features, train.labels, run);
  const seconds = (performance.now() - start) / 1000;
  progress.drop(name);
  const judgedFeatures = await prepare(judged.images);
  return {
    model,
    seconds,
    evaluation: await evaluateModel(
      (onProgress) => model.predict(judgedFeatures, { signal, threads, onProgress }),
      judged.labels,
      context,
    ),
  };
}
