import { type Estimator, saveModel } from '@fashion-mnist/models';
import type { CommandContext, CommonOptions } from '../context.ts';
import { confusionFile, requireConfusionFile } from '../models/confusion-file.ts';
import { describeEvaluation, evaluationData } from '../models/describe-evaluation.ts';
import { setOptions } from '../models/estimator-options.ts';
import { describePreprocessing, type Preprocessing } from '../models/features-of.ts';
import { learn } from '../models/learn.ts';
import { loadMaterial, type MaterialOptions } from '../models/material.ts';
import { encodeNotes } from '../models/model-notes.ts';
import { requireFree } from '../output/require-free.ts';
import { writeOutput } from '../output/write-output.ts';
import { formatCount } from '../terminal/format.ts';
import { threadCount } from '../threads.ts';

export interface TrainCommandOptions extends CommonOptions, MaterialOptions {
  readonly scale?: boolean;
  readonly hog?: boolean;
  readonly pca?: number;
  readonly threads?: number;
  readonly out?: string;
  readonly confusion?: string;
  readonly force?: boolean;
}

export async function trainCommand(
  estimator: Estimator,
  argument: string,
  options: TrainCommandOptions,
  context: CommandContext,
): Promise<void> {
  const { out, confusion, force = false, seed } = options;
  const { signal } = context;
  const { name } = estimator;
  if (out !== undefined) await requireFree(out, 'file', force);
  if (confusion !== undefined) await requireConfusionFile(confusion, force);
  const classifier = estimator.create(setOptions(estimator, options as object as Record<string, unknown>));
  const preprocessing = preprocessingOf(options);
  const material = await loadMaterial(argument, options, context);
  const threads = threadCount(options.threads);
  const learned = await learn(classifier, material, { name, preprocessing, seed, threads }, context);
  const { model, seconds, evaluation } = learned;

  const { classNames, name: dataset, images } = material.train;
  const [trainCount = 0, ...imageShape] = images.shape;
  const notes = { dataset, trainCount, seed, classNames, imageShape, hog: preprocessing.hog };
  if (out !== undefined)
    await writeOutput(out, await saveModel(model, { notes: encodeNotes(notes) }), { force, signal });
  await model.dispose?.();
  if (confusion !== undefined) {
    const picture = confusionFile(confusion, `${name} on ${dataset}`, evaluation, classNames);
    await writeOutput(confusion, picture, { force, signal });
  }
  const written = [out, confusion].filter((path) => path !== undefined);
  const how = describePreprocessing(preprocessing);
  context.print(
    [
      `${name} learned from ${formatCount(trainCount)} images (${how}) in ${seconds.toFixed(1)} s`,
      ...describeEvaluation(evaluation, material.what, classNames),
      ...written.map((path) => `wrote ${path}`),
    ],
    {
      estimator: name,
      options: classifier.options,
      preprocessing,
      dataset,
      trainCount,
      seed,
      fitSeconds: seconds,
      judgedBy: material.what,
      ...evaluationData(evaluation),
      out: written,
    },
  );
}

/** Histograms of gradients are of one scale already. */
function preprocessingOf({ hog = false, scale = !hog, pca }: TrainCommandOptions): Preprocessing {
  return { hog, scale, pca: pca ?? null };
}
