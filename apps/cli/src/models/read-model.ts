import { readFile } from 'node:fs/promises';
import { ModelsError } from '@fashion-mnist/models';
import type { CommandContext } from '../context.ts';
import { threadCount } from '../threads.ts';
import { UsageError } from '../usage-error.ts';
import { fileFormat, NETWORK_FORMAT, TRAINING_FORMAT } from './file-format.ts';
import { openClassifier } from './open-classifier.ts';
import type { TrainedModel } from './trained-model.ts';

export interface ReadModelOptions {
  readonly threads?: number | undefined;
  /** Whether a network answers for a picture and its mirror image, and the mean counts. */
  readonly flips?: boolean | undefined;
}

/**
 * A classifier or a network from a file that `train` wrote; what networks need is loaded for them alone.
 *
 * @throws {ModelsError} `E_MODEL` - the file is damaged, or holds no model of ours.
 * @throws {UsageError} there are flips for what is no network.
 */
export async function readModel(
  path: string,
  { threads, flips = false }: ReadModelOptions,
  { signal, progress }: CommandContext,
): Promise<TrainedModel> {
  const bytes = await readFile(path, { signal });
  const options = { threads: threadCount(threads), flips, signal, warn: progress.warn };
  const format = fileFormat(bytes);
  if (format === NETWORK_FORMAT) {
    const { openNetwork } = await import('../networks/open-network.ts');
    return openNetwork(path, bytes, options);
  }
  if (format === TRAINING_FORMAT)
    throw new ModelsError(
      'E_MODEL',
      `${path}: expected a model, got the checkpoint of a training: train --resume goes on from it`,
    );
  const model = await openClassifier(path, bytes, options);
  if (flips) throw new UsageError(`--flips: expected a network, got ${model.name}`);
  return model;
}
