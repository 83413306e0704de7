import { readFile } from 'node:fs/promises';
import { describeModel, type FittedClassifier, loadModel } from '@fashion-mnist/models';
import type { CommandContext } from '../context.ts';
import { threadCount } from '../threads.ts';
import { decodeNotes, type ModelNotes } from './model-notes.ts';

/** A model from a file, and what is noted of it. */
export interface ReadModel {
  readonly estimator: string;
  readonly model: FittedClassifier;
  readonly notes: ModelNotes;
}

/** @throws {ModelsError} `E_MODEL` - the file is damaged, or holds no model of ours. */
export async function readModel(
  path: string,
  { threads }: { readonly threads?: number | undefined },
  { signal }: CommandContext,
): Promise<ReadModel> {
  const bytes = await readFile(path, { signal });
  const { estimator, notes } = await describeModel(bytes);
  const model = await loadModel(bytes, { signal, threads: threadCount(threads) });
  return { estimator, model, notes: decodeNotes(path, notes) };
}
