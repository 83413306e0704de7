import type { NdArray, OptionRules, ResolvedOptions } from '@fashion-mnist/core';
import { drawnPartners, type MixPicture, mixBatch } from '../augmentation/mix-batch.ts';
import { type MixingPool, wholePool } from '../augmentation/mixing-pool.ts';
import { TransformError } from '../errors.ts';
import type { Batch } from '../images/batch.ts';
import { resolveOperationOptions } from '../options/resolve-options.ts';
import { collectImages } from './execution/collect-images.ts';
import { forEachChunk } from './execution/for-each-chunk.ts';
import { randomBetween, rowsBetween } from './execution/rows.ts';
import type { Operation, StepRun } from './operation.ts';

/** An operation that mixes each image and its labels with those of a partner. */
export function mixing<Options extends object>(
  name: string,
  rules: OptionRules<Options>,
  mixPicture: (options: ResolvedOptions<Options>) => MixPicture,
): Operation<Options> {
  return {
    rules,
    needsWholeBatch: true,
    prepare(options) {
      const mix = mixPicture(resolveOperationOptions(name, rules, options));
      return async (batch, run) => {
        const labelled = requireLabels(batch);
        return mixInChunks(name, labelled, await poolFor(name, batch, run), run, mix);
      };
    },
  };
}

interface LabelledBatch extends Batch {
  readonly labels: NdArray<Float32Array>;
}

async function mixInChunks(
  name: string,
  { images, labels }: LabelledBatch,
  { partnerOf, ...pool }: MixingPool,
  run: StepRun,
  mix: MixPicture,
): Promise<Batch> {
  const imageCount = images.shape[0] ?? 0;
  const mixedImages = collectImages(imageCount);
  const mixedLabels = collectImages<Float32Array>(imageCount);
  await forEachChunk(imageCount, run, (start, end) => {
    const chunk = { images: rowsBetween(images, start, end), labels: rowsBetween(labels, start, end) };
    const partners = {
      ...pool,
      partnerOf: (image: number, drawn: number) => partnerOf(start + image, drawn),
    };
    const mixed = mixBatch(name, chunk, partners, randomBetween(run.random, start, end), mix);
    mixedImages.add(mixed.images);
    if (mixed.labels !== undefined) mixedLabels.add(mixed.labels);
  });
  return { images: mixedImages.images(), labels: mixedLabels.images() };
}

async function poolFor(name: string, batch: Batch, { pool, random }: StepRun): Promise<MixingPool> {
  if (pool === undefined) return wholePool(name, batch);
  const { imageCount: poolCount, take } = pool;
  const partners = await take(drawnPartners(name, batch.images.shape[0] ?? 0, poolCount, random));
  return { poolCount, partners, partnerOf: (image) => image };
}

function requireLabels({ images, labels }: Batch): LabelledBatch {
  if (labels !== undefined) return { images, labels };
  throw new TransformError(
    'E_SHAPE',
    'expected labels to mix, got images alone; apply the pipeline to { images, labels }, see oneHot',
  );
}
