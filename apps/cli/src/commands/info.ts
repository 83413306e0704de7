import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ImageDataset, Split } from '@fashion-mnist/core';
import { describeDataset, listDatasets, loadDataset } from '@fashion-mnist/dataset-fetch';
import { gunzip, isGzip, parseIdx } from '@fashion-mnist/idx-format';
import { pixelMoments } from '@fashion-mnist/transforms';
import type { CommandContext, CommonOptions } from '../context.ts';
import { formatCount } from '../terminal/format.ts';
import { UsageError } from '../usage-error.ts';

export interface InfoCommandOptions extends CommonOptions {
  readonly cacheDir?: string;
}

export async function infoCommand(
  subject: string,
  options: InfoCommandOptions,
  context: CommandContext,
): Promise<void> {
  if (listDatasets().includes(subject)) return printDataset(subject, options, context);
  if (/[./\\]/.test(subject)) return printFile(subject, context);
  throw new UsageError(
    `expected one of ${listDatasets().join(', ')} or the path of an IDX file, got '${subject}'`,
  );
}

async function printDataset(
  name: string,
  { cacheDir }: InfoCommandOptions,
  { signal, progress, print }: CommandContext,
) {
  const { title, licence, homepage, classNames, files } = describeDataset(name);
  const load = (split: Split) =>
    loadDataset(name, { split, cacheDir, signal, onProgress: progress.listen(name) });
  const splits = { train: describeSplit(await load('train')), test: describeSplit(await load('test')) };
  const fileList = files.map(({ name: file, split, shape, byteLength, sha256 }) => ({
    file,
    split,
    shape,
    byteLength,
    sha256,
  }));
  const lines = [
    `${title} (${licence}), ${homepage}`,
    ...Object.entries(splits).map(([split, { count, mean, std }]) => {
      return `${split.padEnd(5)}  ${formatCount(count)} images, mean ${mean.toFixed(4)}, std ${std.toFixed(4)} of pixel/255`;
    }),
    ...classNames.map((className, label) => {
      const [train = 0, test = 0] = Object.values(splits).map(({ classCounts }) => classCounts[label] ?? 0);
      return `${label}  ${className.padEnd(12)}  ${formatCount(train)} train, ${formatCount(test)} test`;
    }),
    ...fileList.map(({ sha256, file }) => `${sha256}  ${file}`),
  ];
  print(lines, { name, title, licence, homepage, classNames, splits, files: fileList });
}

function describeSplit({ images, labels, classNames }: ImageDataset) {
  const { mean, std } = pixelMoments(images);
  const classCounts = classNames.map((_, label) =>
    labels.reduce((count, other) => count + Number(other === label), 0),
  );
  return { count: labels.length, shape: images.shape, classCounts, mean, std };
}

async function printFile(path: string, { print }: CommandContext) {
  const bytes = await readFile(path);
  const gzipped = isGzip(bytes);
  const raw = gzipped ? await gunzip(bytes) : bytes;
  const { data, shape } = parseIdx(raw);
  const sha256 = createHash('sha256').update(raw).digest('hex');
  const known = listDatasets()
    .flatMap((name) =>
      describeDataset(name).files.map((file) => ({ dataset: name, file: file.name, hash: file.sha256 })),
    )
    .find(({ hash }) => hash === sha256);
  const knownAs = known === undefined ? null : { dataset: known.dataset, file: known.file };
  const elementType = data.constructor.name.replace('Array', '').toLowerCase();
  print(
    [
      `${path}: ${elementType} ${shape.join(' x ')}${gzipped ? ', gzipped' : ''}`,
      `sha256 ${sha256} (decompressed)`,
      knownAs === null ? 'not a known file' : `${knownAs.file} of ${knownAs.dataset}`,
    ],
    { path, gzipped, elementType, shape, byteLength: raw.length, sha256, knownAs },
  );
}
