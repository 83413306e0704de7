import type { NdArray } from '@fashion-mnist/core';
import type { CommandContext, CommonOptions } from '../context.ts';
import { featuresOf } from '../models/features-of.ts';
import { readModel } from '../models/read-model.ts';
import { type NamedPicture, readPictures } from '../models/read-pictures.ts';
import { threadCount } from '../threads.ts';
import { UsageError } from '../usage-error.ts';

export interface PredictCommandOptions extends CommonOptions {
  readonly threads?: number;
}

/** Classes that are told of a picture, the likeliest first. */
const LIKELIEST = 3;

export async function predictCommand(
  path: string,
  paths: readonly string[],
  options: PredictCommandOptions,
  context: CommandContext,
): Promise<void> {
  const { signal } = context;
  const { model, notes } = await readModel(path, options, context);
  const pictures = (await Promise.all(paths.map((picture) => readPictures(picture, signal)))).flat();
  const features = await featuresOf(joined(pictures, notes.imageShape), notes, { signal });
  const run = { signal, threads: threadCount(options.threads) };
  const labels = await model.predict(features, run);
  const probabilities = await model.predictProba?.(features, run);
  await model.dispose?.();

  const nameOf = (label: number) => notes.classNames[label] ?? String(label);
  const answers = pictures.map(({ name }, i) => ({
    picture: name,
    label: labels[i] ?? 0,
    className: nameOf(labels[i] ?? 0),
    ...(probabilities && { likeliest: likeliest(probabilities, i, model.classes, nameOf) }),
  }));
  context.print(
    answers.map(({ picture, className, likeliest: classes = [] }) =>
      classes.length === 0
        ? `${picture}: ${className}`
        : `${picture}: ${className} (${classes.map((one) => `${one.className} ${one.probability.toFixed(3)}`).join(', ')})`,
    ),
    answers,
  );
}

function likeliest(
  { data }: NdArray<Float64Array>,
  row: number,
  classes: Int32Array,
  nameOf: (label: number) => string,
) {
  return Array.from(classes, (label, code) => ({
    label,
    className: nameOf(label),
    probability: data[row * classes.length + code] ?? 0,
  }))
    .toSorted((a, b) => b.probability - a.probability)
    .slice(0, LIKELIEST);
}

function joined(pictures: readonly NamedPicture[], imageShape: readonly number[]): NdArray<Uint8Array> {
  const size = imageShape.reduce((product, length) => product * length, 1);
  const data = new Uint8Array(pictures.length * size);
  pictures.forEach(({ name, pixels }, i) => {
    if (pixels.shape.join() !== imageShape.join())
      throw new UsageError(
        `${name}: expected ${imageShape.join(' x ')} pixels, as the model has learned from, got ${pixels.shape.join(' x ')}`,
      );
    data.set(pixels.data, i * size);
  });
  if (pictures.length === 0) throw new UsageError('expected at least one picture, got none');
  return { data, shape: [pictures.length, ...imageShape] };
}
