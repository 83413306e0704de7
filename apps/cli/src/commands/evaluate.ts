import type { Split } from '@fashion-mnist/core';
import type { CommandContext, CommonOptions } from '../context.ts';
import { firstSamples } from '../datasets/first-samples.ts';
import { loadSplit } from '../datasets/load-split.ts';
import { resolveDataset } from '../datasets/resolve-dataset.ts';
import { confusionFile, requireConfusionFile } from '../models/confusion-file.ts';
import { describeEvaluation, evaluationData } from '../models/describe-evaluation.ts';
import { evaluateModel } from '../models/evaluate-model.ts';
import { featuresOf } from '../models/features-of.ts';
import { readModel } from '../models/read-model.ts';
import { writeOutput } from '../output/write-output.ts';
import { threadCount } from '../threads.ts';

export interface EvaluateCommandOptions extends CommonOptions {
  readonly dataset?: string;
  readonly split: Split;
  readonly count?: number;
  readonly threads?: number;
  readonly confusion?: string;
  readonly force?: boolean;
  readonly cacheDir?: string;
}

export async function evaluateCommand(
  path: string,
  options: EvaluateCommandOptions,
  context: CommandContext,
): Promise<void> {
  const { split, count, confusion, force = false, cacheDir } = options;
  const { signal, progress } = context;
  if (confusion !== undefined) await requireConfusionFile(confusion, force);
  const { estimator, model, notes } = await readModel(path, options, context);
  const definition = await resolveDataset(options.dataset ?? notes.dataset);
  const { dataset } = await loadSplit(definition, { split, cacheDir }, context);
  const judged = count === undefined ? dataset : firstSamples(dataset, count);
  const features = await featuresOf(judged.images, notes, {
    signal,
    onProgress: progress.listen('features'),
  });
  progress.drop('features');
  const evaluation = await evaluateModel(
    model,
    features,
    judged.labels,
    threadCount(options.threads),
    context,
  );
  await model.dispose?.();

  const title = `${estimator} on ${dataset.name}`;
  if (confusion !== undefined) {
    const picture = confusionFile(confusion, title, evaluation, dataset.classNames);
    await writeOutput(confusion, picture, { force, signal });
  }
  const written = confusion === undefined ? [] : [confusion];
  context.print(
    [
      title,
      ...describeEvaluation(evaluation, `${split} images`, dataset.classNames),
      ...written.map((file) => `wrote ${file}`),
    ],
    { estimator, dataset: dataset.name, split, ...evaluationData(evaluation), out: written },
  );
}
