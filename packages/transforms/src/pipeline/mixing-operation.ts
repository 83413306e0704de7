import type { OptionRules, ResolvedOptions } from '@fashion-mnist/core';
import { drawnPartners, type MixPicture, mixBatch } from '../augmentation/mix-batch.ts';
import { type MixingPool, wholePool } from '../augmentation/mixing-pool.ts';
import { TransformError } from '../errors.ts';
import type { Batch } from '../images/batch.ts';
import { resolveOperationOptions } from '../options/resolve-options.ts';
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
        requireLabels(batch);
        return mixBatch(name, batch, await poolFor(name, batch, run), run.random, mix);
      };
    },
  };
}

async function poolFor(name: string, batch: Batch, { pool, random }: StepRun): Promise<MixingPool> {
  if (pool === undefined) return wholePool(batch);
  const { imageCount: poolCount, take } = pool;
  const partners = await take(drawnPartners(name, batch.images.shape[0] ?? 0, poolCount, random));
  return { poolCount, partners, partnerOf: (image) => image };
}

function requireLabels({ labels }: Batch): void {
  if (labels !== undefined) return;
  throw new TransformError(
    'E_SHAPE',
    'expected labels to mix, got images alone; apply the pipeline to { images, labels }, see oneHot',
  );
}
