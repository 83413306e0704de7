import type { Split } from '@fashion-mnist/core';
import type { CommandContext, CommonOptions } from '../context.ts';
import { firstSamples } from '../datasets/first-samples.ts';
import { loadSplit } from '../datasets/load-split.ts';
import { resolveDataset } from '../datasets/resolve-dataset.ts';
import { confusionFile, requireConfusionFile } from '../models/confusion-file.ts';
import { describeEvaluation, evaluationData } from '../models/describe-evaluation.ts';
import { evaluateModel } from '../models/evaluate-model.ts';
import { readModel } from '../models/read-model.ts';
import { requireImageShape } from '../models/require-image-shape.ts';
import { writeOutput } from '../output/write-output.ts';

export interface EvaluateCommandOptions extends CommonOptions {
  readonly dataset?: string;
  readonly split: Split;
  readonly count?: number;
  readonly threads?: number;
  readonly flips?: boolean;
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
  const model = await readModel(path, options, context);
  const { name, learnedFrom } = model;
  const definition = await resolveDataset(options.dataset ?? learnedFrom.dataset);
  const { dataset } = await loadSplit(definition, { split, cacheDir }, context);
  const judged = count === undefined ? dataset : firstSamples(dataset, count);
  requireImageShape(dataset.name, judged.images.shape.slice(1), learnedFrom);
  const prepared = await model.prepare(judged.images, { signal, onProgress: progress.listen('features') });
  progress.drop('features');
  const evaluation = await evaluateModel(
    (onProgress) => model.predict(prepared, { signal, onProgress }),
    judged.labels,
    context,
  );
  await model.dispose();

  const title = `${name} on ${dataset.name}`;
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
    { estimator: name, dataset: dataset.name, split, ...evaluationData(evaluation), out: written },
  );
}
