import type { NdArray } from '@fashion-mnist/core';
import type { CommandContext, CommonOptions } from '../context.ts';
import { readModel } from '../models/read-model.ts';
import { type NamedPicture, readPictures } from '../models/read-pictures.ts';
import { requireImageShape } from '../models/require-image-shape.ts';
import { UsageError } from '../usage-error.ts';

export interface PredictCommandOptions extends CommonOptions {
  readonly flips?: boolean;
  readonly threads?: number;
  readonly convert: boolean;
  readonly removeBackground?: boolean;
}

/** What a picture is taken for. */
interface Answer {
  readonly picture: string;
  readonly label: number;
  readonly className: string;
  readonly likeliest?: readonly Likely[];
  readonly conversion?: NamedPicture['conversion'];
}

interface Likely {
  readonly label: number;
  readonly className: string;
  readonly probability: number;
}

/** Classes that are told of a picture, the likeliest first. */
const LIKELIEST = 3;

export async function predictCommand(
  path: string,
  paths: readonly string[],
  { convert, removeBackground = false, ...options }: PredictCommandOptions,
  context: CommandContext,
): Promise<void> {
  const { signal } = context;
  const model = await readModel(path, options, context);
  const { imageShape, classNames } = model.learnedFrom;
  const pictures: NamedPicture[] = [];
  for (const each of paths)
    pictures.push(...(await readPictures(each, { imageShape, convert, removeBackground, signal })));
  const prepared = await model.prepare(joined(pictures, imageShape), { signal });
  const labels = await model.predict(prepared, { signal });
  const probabilities = await model.predictProba?.(prepared, { signal });
  await model.dispose();

  const nameOf = (label: number) => classNames[label] ?? String(label);
  const answers = pictures.map(({ name, conversion }, i): Answer => {
    const label = labels[i] ?? 0;
    return {
      picture: name,
      label,
      className: nameOf(label),
      ...(probabilities && { likeliest: likeliest(probabilities, i, model.classes, nameOf) }),
      ...(conversion && { conversion }),
    };
  });
  context.print(answers.flatMap(linesOf), answers);
}

function linesOf({ picture, className, likeliest: classes = [], conversion }: Answer): readonly string[] {
  const shares = classes.map((one) => `${one.className} ${one.probability.toFixed(3)}`);
  const answer = `${picture}: ${className}${shares.length === 0 ? '' : ` (${shares.join(', ')})`}`;
  return conversion === undefined ? [answer] : [answer, ...conversionLines(conversion)];
}

function conversionLines(conversion: NonNullable<NamedPicture['conversion']>): readonly string[] {
  const { width, height, isBackgroundRemoved, warnings } = conversion;
  const background = isBackgroundRemoved ? ', its background removed' : '';
  return [
    `  converted from a photo of ${width} x ${height} pixels${background}`,
    ...warnings.map(({ message }) => `  ${message}`),
  ];
}

function likeliest(
  { data }: NdArray<Float32Array | Float64Array>,
  row: number,
  classes: Int32Array,
  nameOf: (label: number) => string,
): readonly Likely[] {
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
    requireImageShape(name, pixels.shape, { imageShape });
    data.set(pixels.data, i * size);
  });
  if (pictures.length === 0) throw new UsageError('expected at least one picture, got none');
  return { data, shape: [pictures.length, ...imageShape] };
}
